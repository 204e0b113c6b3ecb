package io.plimsoll.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.lab.tape.DataFolders;
import io.plimsoll.lab.tape.HyperliquidTape;
import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.TapeFolder;
import io.plimsoll.sbe.RejectReason;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tape whose trades were checked as orders before leaves what the trades alone leave: every order ends with its trade. */
class TapeWithOrdersTest {
    @TempDir
    private Path folder;

    private DemoResult play(final Tape tape, final DirectHost host) {
        return new DemoRun(
                        tape,
                        DemoOptions.of(folder.resolve("out")),
                        host,
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        Progress.NONE)
                .run();
    }

    @Test
    void aSmallTapeEndsAsItsTradesAloneDo() {
        final Tape tape = new TapeFolder(folder.resolve("data"))
                .ledger("09:00:00 A 100")
                .fills(
                        "10:00:00 A ETH Bid 2000 2 true",
                        "10:05:00 A ETH Bid 2000 3 true",
                        "10:10:00 A ETH Ask 1990 4 true")
                .load();

        final DirectHost asking = endsTheSame(tape);

        assertThat(asking.asked()).isEqualTo(6);
        // The market maker has nothing but its positions, and A has 100 for at most 5,000 of notional.
        assertThat(asking.refused()).containsKey(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(asking.accepted()).isPositive();
    }

    @Test
    void theNineWeeksEndAsTheirTradesAloneDo() {
        final DirectHost asking = endsTheSame(HyperliquidTape.load(DataFolders.orSkip()));

        System.out.println(
                "asked " + asking.asked() + ", accepted " + asking.accepted() + ", refused " + asking.refused());
        assertThat(asking.accepted()).isGreaterThan(asking.asked() / 4);
    }

    private DirectHost endsTheSame(final Tape tape) {
        final DirectHost alone = new DirectHost();
        final DirectHost asking = DirectHost.askingFirst();
        final DemoResult before = play(tape, alone);
        final DemoResult after = play(tape, asking);

        assertThat(asking.state().orders().count()).as("orders that rest").isZero();
        assertThat(accounts(asking.state())).isEqualTo(accounts(alone.state()));
        assertThat(hashOfAccounts(asking.state()))
                .as("hash of all accounts, by which orders would count")
                .isEqualTo(hashOfAccounts(alone.state()));
        assertThat(after.triggers()).hasSameSizeAs(before.triggers());
        assertThat(after.withdrawals()).isEqualTo(before.withdrawals());
        assertThat(after.replay().equal()).as("replay").isTrue();
        return asking;
    }

    private static long hashOfAccounts(final EngineState state) {
        return state.accounts().hashFromScratch(state.orders());
    }

    private static Map<Long, String> accounts(final EngineState state) {
        final Map<Long, String> accounts = new TreeMap<>();
        for (int i = 0; i < state.accounts().all().count(); i++) {
            final Account account = state.accounts().all().at(i);
            final StringJoiner text = new StringJoiner(", ");
            text.add(account.status().toString());
            final Balances balances = account.balances();
            for (int b = 0; b < balances.count(); b++) {
                text.add(balances.assetAt(b).symbol() + " " + balances.amountAt(b));
            }
            final Positions positions = account.positions();
            for (int p = 0; p < positions.count(); p++) {
                text.add(positions.instrumentAt(p).id() + ": " + positions.lotsAt(p) + " for "
                        + positions.entryCostAt(p));
            }
            accounts.put(account.id(), text.toString());
        }
        return accounts;
    }
}
