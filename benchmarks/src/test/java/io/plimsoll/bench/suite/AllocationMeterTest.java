package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationMeterTest {
    @Test
    void reportsEveryLoad() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new AllocationMeter(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(20_000);

        final List<String> lines =
                bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.subList(1, 5)).allSatisfy(line -> assertThat(line).contains("20,000"));
    }
}
