package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What-if of an account in a journal. */
class WhatIfAccountTest {
    private static final String LEFT_OUT = "note: TOY-PERP x +400 is left out: it has no row in the scenarios; by its"
            + " schedule it needs 400 initial and 200 maintenance margin\n";

    @TempDir
    private static Path folder;

    private static PortfolioFixture venue;

    @BeforeAll
    static void write() {
        venue = PortfolioFixture.write(folder.resolve("j"));
    }

    /** As the explanation has it, 15,274.62 and 11,063.29, less 400 and 200 of the position left out. */
    @Test
    void withoutOptionsItIsTheMarginOfAccountExplain() {
        final CommandLineRun run = venue.run("what-if --account 7");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEqualTo(LEFT_OUT);
        assertThat(run.out())
                .contains("cash           67,600.00\n")
                .contains("plimsoll  as is           14,874.62           10,863.29  86,816.78    71,942.16  stress\n")
                .doesNotContain("what if");
    }

    @Test
    void legsAndShocksComeOnTop() {
        final CommandLineRun run = venue.run("what-if --account 7 --leg BTC-30JUN23-50000-P:2 --spot -10%");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("plimsoll  as is           14,874.62           10,863.29  86,816.78    71,942.16  stress\n")
                .contains("plimsoll  what if          6,293.13            4,262.16  84,892.18    78,599.05  grid\n");
    }

    @Test
    void anAccountGetsAPageAndPictures() throws IOException {
        final Path out = folder.resolve("page");
        final CommandLineRun run = venue.run("what-if --account 7 -o", out.toString());

        assertThat(run.code()).isZero();
        assertThat(out)
                .isDirectoryContaining("glob:**/surface-pnl.svg")
                .isDirectoryContaining("glob:**/surface-margin.svg")
                .isDirectoryContaining("glob:**/scenarios.svg")
                .isDirectoryContaining("glob:**/tail.svg");
        assertThat(out.resolve("report.html")).content().contains("What-if: account 7", "BTC-PERP", "14,874.62");
    }

    @Test
    void theAccountIsReadAsItWas() {
        final CommandLineRun run =
                venue.run("what-if --account 7 --at-seq", String.valueOf(venue.traded()), "--format", "csv");

        // 50,000 and a premium of 8,000; a fall of BTC and a deposit come later. 400 lots of TOY lost 400.
        assertThat(venue.run("what-if --account 7 --at-seq", String.valueOf(venue.traded()))
                        .out())
                .contains("cash           57,600.00\n");
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void anAccountInCrossModeIsSaidToBeSo() {
        assertThat(venue.run("what-if --account 9").err())
                .isEqualTo("note: account 9 is in cross mode; this is what it would need in portfolio mode\n");
    }

    @Test
    void anotherModelMayHaveOtherScenarios() {
        assertThat(venue.run("what-if --account 9 --model deribit").err())
                .contains("note: the engine margins by scenarios plimsoll v1, this by deribit v1\n");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(venue.run("what-if --account 6").err())
                .isEqualTo("error: no account 6; 'plimsoll account ls' lists them\n");
        assertThat(venue.run("what-if --account 7 --leg TOY-PERP:1").err())
                .endsWith("error: the market has no underlying 'TOY'; there are: BTC\n");
        assertThat(venue.run("what-if --account 7 --at-seq 0").err())
                .startsWith("error: --at-seq is 0; allowed: from 1\n");
        assertThat(venue.run("what-if --account 7 --at-seq", String.valueOf(venue.opened()))
                        .err())
                .isEqualTo("error: the rows of the first scenario set are not made yet; a later --at-seq has them\n");
        final String none = folder.resolve("none").toString();
        assertThat(CommandLineRun.of("what-if", "--account", "7", "--journal", none)
                        .err())
                .startsWith("error: no journal in '" + none + "': there is no such folder");
        final String cross = JournalFixture.write(folder.resolve("cross")).toString();
        assertThat(CommandLineRun.of("what-if", "--account", "1", "--journal", cross))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "error: the journal has no scenario set, so no volatilities; 'portfolio' in the markets file"
                                + " names one\n"));
    }
}
