package io.plimsoll.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private static final Run RUN = new Run(
            Run.FORMAT,
            "2026-11-21T00:00:00Z",
            7,
            Map.of("java", "17"),
            List.of(new Figure("a", "b", "ns", Better.LOWER, List.of(1.5, 2.0), Goal.atMost(3), "about")),
            List.of(new Distribution("a", "b", "a-b.hgrm", 2, List.of(new Distribution.Percentile(50, 1)))));

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        RunFile.write(RUN, folder.resolve(Run.FILE));

        assertThat(RunFile.read(folder)).isEqualTo(RUN);
    }

    @Test
    void aFigureWithoutGoalComesBackWithout() throws IOException {
        final Figure plain = new Figure("a", "b", "ns", Better.LOWER, List.of(1.0), null, "");
        final Run run = new Run(Run.FORMAT, "2026-11-21T00:00:00Z", 1, Map.of(), List.of(plain), List.of());
        RunFile.write(run, folder.resolve(Run.FILE));

        assertThat(RunFile.read(folder).figures().get(0).goal()).isNull();
    }

    @Test
    void saysThatThereIsNoRun() {
        assertThatThrownBy(() -> RunFile.read(folder))
                .hasMessageContaining("no run in")
                .hasMessageContaining("run.json");
    }

    @Test
    void saysWhereAFileIsNoRun() throws IOException {
        final Path file = folder.resolve(Run.FILE);
        Files.writeString(file, "{\n  \"format\": oops\n}");

        assertThatThrownBy(() -> RunFile.read(file))
                .hasMessageContaining(file + ":2:")
                .hasMessageContaining("not a run");
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        RunFile.write(new Run(2, "", 0, Map.of(), List.of(), List.of()), folder.resolve(Run.FILE));

        assertThatThrownBy(() -> RunFile.read(folder)).hasMessageContaining("has format 2; this build reads 1");
    }
}
