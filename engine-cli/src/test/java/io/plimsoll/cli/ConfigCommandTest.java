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
    void warnsOfInstrumentsThatTheRiskUnitIsTooCoarseOrTooFineFor() throws IOException {
        final String markets =
                Files.writeString(folder.resolve("units.yaml"), """
                        parameters:
                          unrealised-profit-credit: 0 %
                          margin-call-point: 50 %
                          liquidation-exit: 110 %
                          order-price-band: 10 %
                        assets:
                          USDC: { id: 1, decimals: 6, haircut: 0 %, initial-haircut: 0 %, liability-haircut: 0 %, index: 1 }
                          BTC: { id: 2, decimals: 8, haircut: 5 %, initial-haircut: 5 %, liability-haircut: 5 %, index: 90_000 }
                        tiers:
                          all: { id: 1, rates: [{ from: 0, initial: 2 %, maintenance: 1 % }] }
                        instruments:
                          FINE:
                            { id: 1, kind: linear-perpetual, underlying: BTC, settlement: USDC, tiers: all,
                              tick-size: 0.1, lot-size: 0.001, price-max: 1_000_000, position-max: 10_000 }
                          DUST:
                            { id: 2, kind: linear-perpetual, underlying: BTC, settlement: USDC, tiers: all,
                              tick-size: 1000, lot-size: 0.000000001, price-max: 1_000_000, position-max: 10_000 }
                          HUGE:
                            { id: 3, kind: linear-perpetual, underlying: BTC, settlement: USDC, tiers: all,
                              tick-size: 0.1, lot-size: 100, price-max: 100_000, position-max: 100_000 }
                        portfolio: { scenarios: plimsoll, model: plimsoll }
                        """).toString();

        final CommandLineRun run = CommandLineRun.of("config", "validate", markets);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "warning: " + markets
                                + ":17: instruments.DUST.lot-size is a lot worth 0.00009 USD, whose smallest"
                                + " move in the scenarios, 4 %, is 3 risk units of 10^-6 USD: accounts in portfolio mode would"
                                + " be margined by tiers in it; allowed: from 10000, by lots worth at least 0.25 USD, or by a"
                                + " smaller position-max of the largest instrument on the underlying, which sets the unit",
                        "warning: " + markets
                                + ":20: instruments.HUGE.position-max is more than the scenarios can count of"
                                + " lots worth 9000000 USD: accounts in portfolio mode would be margined by tiers in it;"
                                + " allowed: a smaller position-max, and lots worth less than 1000000 USD",
                        "ok: " + markets
                                + ": markets, 2 assets, 1 tier tables, 3 instruments, portfolio margin by plimsoll"
                                + " over plimsoll");
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
