package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bench.result.Figure;
import io.plimsoll.bench.result.Run;
import io.plimsoll.bench.result.RunFile;
import io.plimsoll.bench.suite.Suites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That everything runs and every command is accepted; no test holds a time. */
class BenchmarksIT {
    @TempDir
    private Path folder;

    @Test
    void everySuiteRunsInAProcessOfItsOwnAndLeavesNothingButResults() throws Exception {
        final int code = Benchmarks.commandLine()
                .execute("run", "--quick", "--rounds", "2", "--forks", "1", "--profile", "gc", "-o", folder.toString());

        assertThat(code).as("measured; goals may be missed").isIn(0, 3);
        final Run run = RunFile.read(folder);
        assertThat(run.figures().stream().map(Figure::suite).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Suites.names());
        assertThat(run.figure("engine: place and cancel, allocated")).isPresent();
        assertThat(run.figure("roundtrip: added to the bare echo / work: trade")
                        .orElseThrow()
                        .goal())
                .hasToString("<= 1.5");
        assertThat(run.distributions()).allSatisfy(distribution -> assertThat(folder.resolve(distribution.file()))
                .isNotEmptyFile());
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Plimsoll benchmarks", "echarts", "added to the bare echo / work: trade")
                .doesNotContain("src=\"http");
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.endsWith(".hgrm") || name.endsWith(".json") || name.equals("report.html"));
        }
    }

    @Test
    void aBuildCanBeComparedWithItself() {
        final String build = Path.of("target").toAbsolutePath().toString();

        final int code = Benchmarks.commandLine()
                .execute(
                        "compare",
                        build,
                        build,
                        "--suite",
                        "allocation",
                        "--pairs",
                        "6",
                        "--quick",
                        "--rounds",
                        "1",
                        "-o",
                        folder.toString());

        assertThat(code).isIn(0, 3);
        assertThat(folder.resolve("a-6").resolve(Run.FILE)).isNotEmptyFile();
        assertThat(folder.resolve("b-6").resolve(Run.FILE)).isNotEmptyFile();
    }
}
