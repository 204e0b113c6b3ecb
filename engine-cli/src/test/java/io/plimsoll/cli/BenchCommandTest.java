package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
    @Test
    void saysHowToBuildBenchmarksThatAreNotThere() {
        final CommandLineRun run = CommandLineRun.of("bench", "run", "--quick");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("the benchmarks are not built").contains("mvn -DskipTests package");
    }

    @Test
    void itsOwnHelpNamesTheCommandsOfTheBenchmarks() {
        final CommandLineRun run = CommandLineRun.of("bench", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("run", "compare", "list");
    }
}
