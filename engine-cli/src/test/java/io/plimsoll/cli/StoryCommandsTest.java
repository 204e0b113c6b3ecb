package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an account, or the state, came to what it is: over the journal of {@link JournalFixture}. */
class StoryCommandsTest {
    @TempDir
    private static Path folder;

    private static String journal;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal")).toString();
    }

    @Test
    void timelineTellsWhatHappenedAndWhy() {
        final CommandLineRun run = run("account", "timeline", "2", "--format", "csv");

        assertThat(run.out()).isEqualTo("""
                        sequence,time,what,detail,margin_equity,maintenance_margin,cause
                        13,2023-03-01T00:00:13Z,DEFINED,-,-,-,DefineAccount of source 0
                        15,2023-03-01T00:00:15Z,DEPOSIT,"+100.000000 USDC, balance 100.000000 USDC",-,-,deposit of 100.000000 USDC
                        17,2023-03-01T00:00:17Z,TRADE,"BTC-PERP position 100 lots, cost 2000.000000 USDC, realised 0.000000 USDC",-,-,"trade 1 of BTC-PERP: bought 100 lots at 200,000 ticks from account 1"
                        19,2023-03-01T00:00:19Z,STATUS,NORMAL > BACKSTOP,10.000000,19.100000,"mark price of BTC-PERP 191,000 ticks"
                        19,2023-03-01T00:00:19Z,LIQUIDATION_REQUESTED,"notional 1910.000000, BTC-PERP 100 lots at mark 191,000",10.000000,19.100000,"mark price of BTC-PERP 191,000 ticks"
                        """);
        assertThat(run.code()).isZero();
    }

    @Test
    void timelineKnowsNamesThatWereDefinedBeforeItsPart() {
        assertThat(run("account", "timeline", "1", "--from-seq", "18", "--format", "csv")
                        .out()
                        .lines())
                .containsExactly(
                        "sequence,time,what,detail,margin_equity,maintenance_margin,cause",
                        "18,2023-03-01T00:00:18Z,ORDER_OPEN,\"order 7 of BTC-PERP, 5 lots remain at 198,000 ticks\",-,-,"
                                + "\"order 7 to buy 5 lots of BTC-PERP at 198,000 ticks\"");
    }

    @Test
    void timelineLeavesOutAllButTheStatusAndStopsAtALimit() {
        assertThat(run("account", "timeline", "2", "--status-only", "--limit", "1", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(",STATUS,");
    }

    @Test
    void timelineTellsAnAccountWithoutStoryFromOneThatIsUnknown() {
        final CommandLineRun quiet = run("account", "timeline", "1", "--from-seq", "19");
        final CommandLineRun unknown = run("account", "timeline", "9");

        assertThat(quiet.err()).isEqualTo("note: nothing happened to account 1 there\n");
        assertThat(quiet.code()).isZero();
        assertThat(unknown.err())
                .isEqualTo("error: nothing up to there names account 9; 'plimsoll account ls' lists accounts\n");
        assertThat(unknown.code()).isEqualTo(2);
    }

    @Test
    void diffShowsWhatACommandChanged() {
        final CommandLineRun run = run("state", "diff", "--at-seq", "18", "--to-seq", "19");

        assertThat(run.out()).endsWith("""
                        equal         false
                        same limits   true
                        differences   4

                        differences shown
                        PART        ID        CHANGE   FIELD        A                     B
                        engine      -         changed  time         2023-03-01T00:00:18Z  2023-03-01T00:00:19Z
                        source      0         changed  last_number  18                    19
                        instrument  BTC-PERP  changed  mark_ticks   200000                191000
                        account     2         changed  status       NORMAL                BACKSTOP
                        """);
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void diffShowsWhatIsNewAndWhatIsGone() {
        assertThat(run("state", "diff", "--at-seq", "12", "--to-seq", "13", "--format", "csv")
                        .out())
                .contains("differences_shown,3,change,added\n", ",3,b,\"group 2, mode CROSS, status NORMAL\"\n");
        assertThat(run("state", "diff", "--at-seq", "13", "--to-seq", "12", "--format", "csv")
                        .out())
                .contains("differences_shown,3,change,gone\n", ",3,a,\"group 2, mode CROSS, status NORMAL\"\n");
    }

    @Test
    void diffFindsACopyEqual() {
        final String copy = JournalFixture.write(folder.resolve("copy")).toString();

        final CommandLineRun whole = CommandLineRun.of("state", "diff", journal, copy);
        final CommandLineRun earlier = CommandLineRun.of("state", "diff", journal, copy, "--at-seq", "7");

        assertThat(whole.out()).contains("equal         true\n").endsWith("differences shown\n(none)\n");
        assertThat(whole.code()).isZero();
        assertThat(earlier.out()).contains("b sequence    7\n");
        assertThat(earlier.code()).isZero();
    }

    @Test
    void diffCutsALongListAndSaysSo() {
        final CommandLineRun run = run("state", "diff", "--at-seq", "18", "--to-seq", "19", "--limit", "1");

        assertThat(run.out()).contains("differences   4\n").endsWith("2023-03-01T00:00:19Z\n");
        assertThat(run.err()).isEqualTo("note: 3 more; --limit N shows them\n");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void replayComparesTheHashAtItsEnd() {
        final String hash = run("state", "hash", "--format", "csv").out().strip();
        final String expected = hash.substring(hash.length() - 16);

        final CommandLineRun same = run("replay", "--expect-hash", expected);
        final CommandLineRun earlier = run("replay", "--to-seq", "18", "--expect-hash", expected);

        assertThat(same.code()).isZero();
        assertThat(earlier.code()).isEqualTo(3);
        assertThat(earlier.err()).matches("error: the state hash is [0-9a-f]{16}, not " + expected + "\n");
    }

    private static CommandLineRun run(final String... args) {
        return CommandLineRun.of(
                Stream.concat(Stream.of(args), Stream.of("--journal", journal)).toArray(String[]::new));
    }
}
