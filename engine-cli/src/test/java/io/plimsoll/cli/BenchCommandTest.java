package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
    @Test
    void saysHowToBuildBenchmarksThatAreNotThere() {
        final CommandLineRun run = CommandLineRun.of("bench", "run", "--quick");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("there are no benchmarks here")
                .contains("'./plimsoll bench' in the folder of the sources builds them");
    }

    @Test
    void itsOwnHelpNamesTheCommandsOfTheBenchmarks() {
        final CommandLineRun run = CommandLineRun.of("bench", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("run", "compare", "list");
    }
}
