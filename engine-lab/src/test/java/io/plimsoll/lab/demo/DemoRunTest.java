package io.plimsoll.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.client.Result;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.TapeFolder;
import io.plimsoll.lab.venue.AccountFigures;
import io.plimsoll.lab.venue.Compared;
import io.plimsoll.lab.venue.JudgedTrigger.Verdict;
import io.plimsoll.sbe.RejectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo but for the pipe, on small tapes whose figures are worked out by hand. */
class DemoRunTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final DirectHost host = new DirectHost();

    private DemoResult play(final Tape tape) {
        return play(tape, host);
    }

    private DemoResult play(final Tape tape, final EngineHost engine) {
        return new DemoRun(
                        tape,
                        DemoOptions.of(folder.resolve("out")),
                        engine,
                        new PrintStream(screen, true, StandardCharsets.UTF_8),
                        Progress.NONE)
                .run();
    }

    private TapeFolder tape() {
        return new TapeFolder(folder.resolve("data"));
    }

    @Test
    void looksAtTheAccountJustBeforeTheFirstFillOfItsCloseOut() {
        final DemoResult result = play(tape().ledger("09:00:00 A 100")
                .fills(
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:10:00 B ETH Bid 1970 1 true",
                        "10:10:00 A ETH Ask 1950 2 false")
                .liquidations("10:10:00 A 3942 41 Cross")
                .load());
        final Compared row = result.venue().rows().get(0);
        // Two ETH at 1970: 3,940. Equity 100 - 2 x 30 = 40; at the venue's mark, 3942 / 2 = 1971, it is 42.
        assertThat(row.ours())
                .isEqualTo(new AccountFigures(
                        MarginStatus.MARGIN_CALL,
                        40_000_000,
                        39_400_000,
                        3_940_000_000L,
                        List.of(new AccountFigures.Position(1, 2, 3_940_000_000L))));
        assertThat(row.notional()).isEqualTo(3_940_000_000L);
        assertThat(row.notionalAgrees()).isTrue();
        assertThat(row.equityAgrees()).isTrue();
        assertThat(row.equityAtVenueMark()).isEqualTo(42_000_000L);
        assertThat(row.equityAgreesAtVenueMark()).isTrue();
        assertThat(result.venue().notionalAgrees()).isEqualTo(1);
        assertThat(result.isGood()).isTrue();
        assertThat(host.isStopped()).isTrue();
    }

    @Test
    void neverTakesTheCloseOutsPriceAsAMark() {
        final DemoResult result = play(tape().ledger("09:00:00 A 100", "09:00:00 C 100")
                .fills(
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:00:00 C ETH Bid 2000 2 true",
                        "10:10:00 VAULT ETH Bid 1950 2 true",
                        "10:10:00 A ETH Ask 1950 2 false")
                .liquidations("10:10:00 A 3942 41 Cross")
                .load());
        // At 1950 C would have an equity of 0; but nobody traded there on the market. A is flat and even. VAULT gains
        // 100.
        assertThat(result.triggers()).isEmpty();
        assertThat(result.marginCalls()).isEmpty();
    }

    @Test
    void comparesAnIsolatedRowWithThePositionThatWasClosed() {
        final DemoResult result = play(tape().ledger("09:00:00 A 1000")
                .fills(
                        "10:00:00 A BTC Bid 20000 1 true",
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:10:00 A ETH Ask 1950 2 false",
                        "10:20:00 A BTC Ask 19900 1 false")
                .liquidations("10:10:00 A 4000 50 Isolated", "10:20:00 A 24000 50 Isolated")
                .load());
        final List<Compared> rows = result.venue().rows();
        assertThat(rows.get(0).notional()).isEqualTo(4_000_000_000L);
        assertThat(rows.get(0).notionalAgrees()).isTrue();
        // The second row is none of the isolated position (20,000) within 5 %.
        assertThat(rows.get(1).notional()).isEqualTo(20_000_000_000L);
        assertThat(rows.get(1).notionalAgrees()).isFalse();
        assertThat(rows.get(1).notionalCause()).contains("mark: the last of BTC on the tape was 20 min old");
        assertThat(result.isGood()).isFalse();
    }

    @Test
    void namesTheCauseOfEveryDisagreement() {
        final DemoResult result = play(tape().ledger("09:00:00 A 1000")
                .fills(
                        "10:00:00 A BTC Bid 20000 1 true",
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:00:00 B ETH Bid 2000 1 true",
                        "10:10:00 A ETH Ask 1950 2 false",
                        "10:20:00 B ETH Ask 1950 2 false")
                .liquidations(
                        "10:10:00 A 24000 50 Isolated",
                        "10:20:00 B 4000 50 Cross",
                        "10:30:00 A 100 50 Cross",
                        "10:40:00 NOBODY 100 50 Cross")
                .load());
        assertThat(result.venue().rows())
                .extracting(Compared::notionalCause)
                .satisfiesExactly(
                        cause -> assertThat(cause).contains("gives the whole account", "24,000.00 (0.00 %)"),
                        cause -> assertThat(cause).contains("ETH 1 lots held, 2 closed"),
                        cause -> assertThat(cause).contains("no close-out of this account in that second"),
                        cause -> assertThat(cause).contains("knows no such account"));
        assertThat(result.venue().rows().get(1).equityCause()).isEqualTo("no deposit of this account on the tape");
        assertThat(result.venue().notionalAgrees()).isZero();
    }

    @Test
    void takesSeveralIsolatedRowsOfOneSecondInTheOrderOfTheCloseOuts() {
        final DemoResult result = play(tape().ledger("09:00:00 A 1000")
                .fills(
                        "10:00:00 A BTC Bid 20000 1 true",
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:10:00 A ETH Ask 1950 2 false",
                        "10:10:00 A BTC Ask 19900 1 false")
                .liquidations("10:10:00 A 4000 50 Isolated", "10:10:00 A 20000 50 Isolated")
                .load());
        assertThat(result.venue().notionalAgrees()).isEqualTo(2);
    }

    @Test
    void tellsTriggersThatTheVenueHasFromThoseItHasNot() {
        final DemoResult result = play(tape().ledger("09:00:00 A 100", "09:00:00 C 100", "09:00:00 D 100")
                .fills(
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:00:00 C INJ Bid 5 800 true",
                        "10:00:00 D ETH Bid 2000 1 true",
                        // A: equity 100 - 2 x 35 = 30 < 1 % of 3,930.
                        "10:05:00 B ETH Bid 1965 1 true",
                        // C: equity 100 - 800 x 0.1 = 20 < 1 % of 3,920.
                        "10:06:00 B INJ Bid 4.9 1 true",
                        "10:10:00 A ETH Ask 1940 2 false",
                        "10:10:00 D ETH Ask 1890 1 false",
                        "23:00:00 C INJ Bid 4.9 1 true")
                .liquidations("10:10:00 A 3930 30 Cross", "10:10:00 D 1900 10 Cross")
                .load());
        assertThat(result.venue().triggers())
                .extracting(judged -> tapeName(judged.trigger().account()) + " " + judged.verdict())
                .containsExactly(
                        "A " + Verdict.LISTED,
                        // B never paid in: bought at the mark, it has no equity at all.
                        "B " + Verdict.NO_DEPOSIT,
                        "C " + Verdict.VENUE_HAS_NONE,
                        // D had 100 and 65 of it left at 1965; its close-out cost 110. That foretells nothing.
                        "D " + Verdict.FLAT);
        assertThat(result.venue().rowsWithTrigger()).isEqualTo(1);
        assertThat(result.venue().statusesBefore()).isEqualTo("NORMAL 1, LIQUIDATION 1");
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("10:05:00  A  LIQUIDATION  equity 30.00 < maintenance");
    }

    private static String tapeName(final long account) {
        return List.of("A", "B", "C", "D").get((int) account - 1);
    }

    @Test
    void asksAgainForWhatTheEngineSaysWouldPassWhenItRefusesAWithdrawal() {
        final DemoResult result = play(
                tape().ledger("09:00:00 A 100", "10:30:00 A -70", "10:40:00 A -1", "10:50:00 B -5", "11:00:00 A -60.1")
                        .fills("10:00:00 A ETH Bid 2000 1 true", "10:45:00 A ETH Ask 2000 1 true")
                        .load());
        assertThat(result.withdrawals())
                .extracting(Withdrawal::asked, Withdrawal::paid, Withdrawal::firstReason)
                .containsExactly(
                        // Initial margin is 2 % of 2,000: 100 - 40 = 60 may leave.
                        org.assertj.core.groups.Tuple.tuple(70_000_000L, 60_000_000L, RejectReason.INSUFFICIENT_MARGIN),
                        org.assertj.core.groups.Tuple.tuple(1_000_000L, 0L, RejectReason.INSUFFICIENT_MARGIN),
                        org.assertj.core.groups.Tuple.tuple(5_000_000L, 0L, RejectReason.INSUFFICIENT_BALANCE),
                        org.assertj.core.groups.Tuple.tuple(
                                60_100_000L, 40_000_000L, RejectReason.INSUFFICIENT_BALANCE));
    }

    @Test
    void writesAReportWithAFilePerListAndEndsWithHashAndReplay() throws IOException {
        final DemoResult result = play(tape().ledger("09:00:00 A 100")
                .fills(
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:05:00 B ETH Bid 1960 1 true",
                        "10:10:00 A ETH Ask 1950 2 false")
                .liquidations("10:10:00 A 3930 30 Cross")
                .load());
        final Path out = folder.resolve("out");
        assertThat(Files.readString(out.resolve("report.md")))
                .contains(
                        "notional agrees at 1 of 1 (within 5 %)",
                        "| 2023-03-01 10:10:00 | A | cross | 3,930.00 | 3,920.00 |");
        assertThat(Files.readAllLines(out.resolve("liquidations.csv"))).hasSize(2);
        assertThat(Files.readAllLines(out.resolve("triggers.csv")))
                .hasSize(1 + result.triggers().size());
        assertThat(Files.readAllLines(out.resolve("margin-calls.csv")))
                .hasSize(1 + result.marginCalls().size());
        assertThat(Files.readAllLines(out.resolve("withdrawals.csv"))).hasSize(1);
        final List<String> lines =
                screen.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).anyMatch(line -> line.startsWith("state ")).anyMatch(line -> line.startsWith("replay "));
        assertThat(result.replay().equal()).isTrue();
    }

    @Test
    void givesTheSameStateInEveryRun() {
        final Tape tape = tape().ledger("09:00:00 A 100", "10:30:00 A -70")
                .fills("10:00:00 A ETH Bid 2000 1 true", "11:00:00 A ETH Ask 2010 1 true")
                .load();
        assertThat(play(tape, new DirectHost()).stateHash())
                .isEqualTo(play(tape, new DirectHost()).stateHash());
    }

    @Test
    void saysWhatTheDemoNeedsWhenTheEngineIsNotEmpty() {
        final Tape tape = tape().fills("10:00:00 A ETH Bid 2000 1 true").load();
        final EngineHost used = new ForwardingHost(host) {
            @Override
            public CommandPort start(final EngineNews news) {
                final CommandPort port = super.start(news);
                assertThat(port.defineGroup(1)).isEqualTo(Result.SENT);
                return port;
            }
        };
        assertThatThrownBy(() -> play(tape, used)).isInstanceOf(DemoException.class);
        assertThat(host.isStopped()).isTrue();
    }
}
