package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.scenario.ScenarioSetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario sets on the command line. */
class ScenariosCommandTest {
    @TempDir
    private Path folder;

    @Test
    void showsTheSetThatShips() {
        final CommandLineRun run = CommandLineRun.of("scenarios", "show");

        assertThat(run.out())
                .startsWith("name             plimsoll\nversion          1\nhash             "
                        + ScenarioSetFile.shipped().hash() + "\ngrid scenarios   38\njoint scenarios  1000\n")
                .contains("\nunderlyings\n", "\nmarch-2020    2020-03-12  BTC     -0.47  0.38  rounded\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void aMadeUpSetIsWrittenReadBackAndShown() throws IOException {
        final Path file = folder.resolve("made-up.yaml");
        final String[] build = {
            "scenarios", "build", "--synthetic", "7", "--symbols", "BTC,ETH", "--out", file.toString()
        };

        final CommandLineRun run = CommandLineRun.of(build);
        final String joint = Files.readString(folder.resolve("made-up-joint.csv"));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(CommandLineRun.of("scenarios", "show", file.toString()).out())
                .isEqualTo(run.out());
        assertThat(joint)
                .contains(
                        "SYNTHETIC, seed 7",
                        "\ndate,weight,BTC.z,BTC.vol,BTC.basis,ETH.z,ETH.vol,ETH.basis\n1900-01-01,1000000,");
        assertThat(CommandLineRun.of(build)).isEqualTo(run);
        assertThat(folder.resolve("made-up-joint.csv")).hasContent(joint);
    }

    @Test
    void whatIsWrongWithASetIsNamedWithFileAndLine() throws IOException {
        final Path file = folder.resolve("s.yaml");
        CommandLineRun.of("scenarios", "build", "--synthetic", "7", "--symbols", "BTC", "--out", file.toString());
        final Path joint = folder.resolve("s-joint.csv");
        Files.writeString(joint, Files.readString(joint).replace("1900-01-02", "1900-01-01"));

        final CommandLineRun run = CommandLineRun.of("scenarios", "show", file.toString());

        assertThat(run.err().lines().findFirst().orElse(""))
                .isEqualTo("error: " + joint + ":8:1: date is 1900-01-01 again");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void strictRefusesAHistoryWithAnythingWrongAndWritesNothing() throws IOException {
        final Path daily = Files.createDirectories(folder.resolve("data").resolve("crypto-daily"));
        final Path prices =
                Files.writeString(daily.resolve("BTCUSDT-x.csv"), "date,close\n2024-01-01,1\n2024-01-02,0\n");

        final CommandLineRun run = CommandLineRun.of(
                "scenarios",
                "build",
                "--strict",
                "--data",
                folder.resolve("data").toString(),
                "-o",
                folder.resolve("out").resolve("s.yaml").toString());

        assertThat(run.err())
                .isEqualTo("error: " + prices + ":3:1: bad close: the close is '0'; the day is left out\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** One row a mistake: what was typed, then the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "scenarios => error: missing command; commands: build, show",
                "scenarios biuld => error: 'plimsoll scenarios' has no command 'biuld'; commands: build, show; did you mean"
                        + " 'build'?",
                "scenarios build => error: Missing required option: '--out=FILE'",
                "scenarios build -o a.yml => error: --out is 'a.yml'; allowed: a name of letters, digits, - and _ that ends in"
                        + " .yaml",
                "scenarios build -o a.yaml --days 99 => error: --days is 99; allowed: 100 to 10,000",
                "scenarios build -o a.yaml --days 500 --from 2020-01-01 => error: --from and --days both say where to begin;"
                        + " give one of them",
                "scenarios build -o a.yaml --lambda 1 => error: --lambda is 1; allowed: 0.5 to below 1",
                "scenarios build -o a.yaml --lambda x => error: Invalid value for option '--lambda': 'x' is not a decimal"
                        + " number such as 0.99",
                "scenarios build -o a.yaml --to 1.1.2024 => error: Invalid value for option '--to': '1.1.2024' is not a day"
                        + " such as 2023-06-01",
                "scenarios build -o a.yaml --symbols BTC,BTC => error: --symbols names one twice",
                "scenarios build -o a.yaml --synthetic 1 --strict => error: --synthetic reads no prices; --data, --from, --to"
                        + " and --strict do not go with it",
                "scenarios build -o a.yaml --from 2024-01-01 --to 2023-01-01 => error: --from is 2024-01-01, not before --to"
            })
    void namesTheMistake(final String typed, final String error) {
        final CommandLineRun run = CommandLineRun.of(typed.split(" ", -1));

        assertThat(run.err().lines().findFirst().orElse("")).isEqualTo(error);
        assertThat(run.code()).isEqualTo(2);
    }
}
