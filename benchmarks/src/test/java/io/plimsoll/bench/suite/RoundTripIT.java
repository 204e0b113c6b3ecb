package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripIT {
    @Test
    void runsEveryKindAndCleansUp(@TempDir final Path folder) throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final Path journal = folder.resolve("journal");

        new RoundTrip(new PrintStream(bytes, true, StandardCharsets.UTF_8), journal, 2).run();

        final List<String> lines =
                bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).contains("400 exchanges of a kind");
        assertThat(lines.subList(2, lines.size()))
                .extracting(line -> line.substring(0, 11).trim())
                .containsExactly("bare echo", "order place", "trade", "mark price,");
        assertThat(journal).doesNotExist();
    }
}
