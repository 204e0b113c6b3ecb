package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show and check configuration. */
class ConfigCommandTest {
    @TempDir
    private Path folder;

    private String mine;

    @BeforeEach
    void writeAFile() throws IOException {
        mine = Files.writeString(folder.resolve("my.yaml"), "journal:\n  folder: mine\nidle: yield\n")
                .toString();
    }

    @Test
    void printsWhatWasChangedAndWhereItComesFrom() {
        final CommandLineRun run =
                CommandLineRun.of("config", "print", "--config", mine, "--origin", "--set", "idle=busy");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                journal:
                  folder: mine # %s:2
                idle: busy # --set idle
                """.formatted(mine));
        assertThat(run.code()).isZero();
    }

    @Test
    void printsEverythingAsAFileThatReadsBackTheSame() {
        final String engine = CommandLineRun.of("config", "print", "--config", mine, "--effective")
                .out();
        final String markets =
                CommandLineRun.of("config", "print", "markets", "--effective").out();

        assertThat(EngineConfig.parse("printed", engine)).isEqualTo(EngineConfig.read(Path.of(mine)));
        assertThat(engine).startsWith("limits:\n  sources: 64\n").contains("\n  clock: wall\n");
        assertThat(MarketsConfig.parse("printed", markets)).isEqualTo(MarketsConfig.shipped());
    }

    @Test
    void printsJsonAndWithOriginsAList() {
        assertThat(CommandLineRun.of("config", "print", "--config", mine, "--format", "json")
                        .out())
                .isEqualTo("""
                        {
                          "journal" : {
                            "folder" : "mine"
                          },
                          "idle" : "yield"
                        }
                        """);
        assertThat(CommandLineRun.of("config", "print", "--config", mine, "--format", "json", "--origin")
                        .out())
                .contains("\"key\" : \"idle\"", "\"origin\" : \"" + mine + ":3\"");
        assertThat(CommandLineRun.of("config", "print", "markets", "--effective", "--format", "json")
                        .out())
                .contains("\"rates\" : [ {\n        \"from\" : \"0\",");
    }

    @Test
    void printsNothingButAnEmptyFileWhenNothingWasChanged() {
        assertThat(CommandLineRun.of("config", "print").out()).isEqualTo("{}\n");
    }

    @Test
    void hasNoMarketsToPrintWhenThereAreNone() {
        final CommandLineRun run = CommandLineRun.of("config", "print", "markets", "--markets", "none");

        assertThat(run.err()).isEqualTo("error: --markets none has no values to print\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void anUnknownKeyIsNamedWithTheNearest() {
        final CommandLineRun run = CommandLineRun.of("config", "print", "--set", "journal.foldr=x");

        assertThat(run.err()).isEqualTo("error: --set journal.foldr: unknown key; did you mean 'journal.folder'?\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void validatesFilesAndThatTheyFitTogether() throws IOException {
        final String markets =
                Files.writeString(folder.resolve("m.yaml"), shippedMarkets()).toString();

        final CommandLineRun run = CommandLineRun.of("config", "validate", mine, markets);

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("ok: " + mine + ": engine, journal mine, channel aeron:ipc, 4 sources\n" + "ok: " + markets
                        + ": markets, 10 assets, 4 tier tables, 8 instruments\n" + "ok: " + mine + " has room for "
                        + markets + "\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void reportsEveryErrorOfEveryFile() throws IOException {
        final Path bad = Files.writeString(folder.resolve("bad.yaml"), "idle: fast\nsequencer:\n  tick-afer: 1s\n");
        final Path small = Files.writeString(folder.resolve("small.yaml"), "limits: { instruments: 7 }\n");
        final Path markets = Files.writeString(folder.resolve("m.yaml"), shippedMarkets());
        final Path none = folder.resolve("none.yaml");

        final CommandLineRun run = CommandLineRun.of(
                "config", "validate", bad.toString(), small.toString(), markets.toString(), none.toString());

        assertThat(run.err().lines())
                .containsExactly(
                        "error: " + bad + ":1:7: idle is 'fast'; allowed: busy, yield, backoff",
                        "error: " + bad + ":3:3: unknown key 'tick-afer' in sequencer; keys here: clock, tick-after,"
                                + " ring-size, outbound-bytes; did you mean 'tick-after'?",
                        "error: " + none + ": no such file",
                        "error: " + small + ":1:24: limits.instruments is 7, but the markets have 8; allowed: from 8");
        assertThat(run.out()).startsWith("ok: " + small).doesNotContain("bad.yaml");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void askForTheKindOfAFileThatIsLikeNeither() throws IOException {
        final Path words = Files.writeString(folder.resolve("words.yaml"), "jornal: {}\n");

        final CommandLineRun asked = CommandLineRun.of("config", "validate", words.toString());
        final CommandLineRun told = CommandLineRun.of("config", "validate", "--kind", "engine", words.toString());

        assertThat(asked.err())
                .isEqualTo(
                        "error: " + words + ": has the keys of neither an engine nor markets; --kind engine or --kind"
                                + " markets says what it is meant to be\n");
        assertThat(told.err())
                .startsWith("error: " + words + ":1:1: unknown key 'jornal' in the file")
                .endsWith("did you mean 'journal'?\n");
        assertThat(told.code()).isEqualTo(2);
    }

    @Test
    void validatesWhatServeWouldStartWith() {
        assertThat(CommandLineRun.of("config", "validate").out())
                .isEqualTo("ok: engine, journal out/journal, channel aeron:ipc, 4 sources; markets, 10 assets, 4 tier"
                        + " tables, 8 instruments\n");
    }

    private static String shippedMarkets() throws IOException {
        return Files.readString(Path.of("..", "config", "markets.yaml"));
    }
}
