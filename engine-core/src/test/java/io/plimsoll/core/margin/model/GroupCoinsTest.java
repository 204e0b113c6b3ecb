package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiers of haircuts inside the scenarios are read from what the whole group owns, as in equity. */
class GroupCoinsTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;
    private static final int COMMANDS = 2_000;
    private static final int ACCOUNTS = 6;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 4_096));
    private long trades;

    private LiveMarket market(final long seed, final int groups) {
        final LiveMarket market =
                new LiveMarket(driver, LiveSet.set(1, seed), LiveMarket.model(1, seed % 2 == 0), ACCOUNTS, groups);
        work();
        return market;
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private MarginAssessment assess(final long id) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(id), assessment);
        return assessment;
    }

    /** Accounts 1 and 4 are one group, 2 and 5 another, 3 and 6 a third one. */
    @Test
    void splittingCoinsChangesNothingOfWhatTheOwnerHasAfterTheWorstFall() {
        market(1, 3);
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,100000000000:200000:100000");
        ok("Deposit account=1 asset=2 amount=" + 5 * COIN);
        ok("Deposit account=4 asset=2 amount=" + 3 * COIN);
        ok("Deposit account=2 asset=2 amount=" + 8 * COIN);
        work();

        // Of 160,000 do not count 17,000.
        assertThat(assess(2).marginEquity()).isEqualTo((5_000 + 160_000 - 17_000) * USD);
        assertThat(assess(1).marginEquity()).isEqualTo((5_000 + 100_000 - 10_625) * USD);
        // A deeper fall is five eighths as deep for five eighths of the coins.
        final long whole = assess(2).askedInitialMargin();
        assertThat(whole).isPositive();
        assertThat(assess(1).askedInitialMargin()).isBetween(whole / 8 * 5 - 10, whole / 8 * 5 + 10);
        assertThat(assess(4).askedInitialMargin()).isBetween(whole / 8 * 3 - 10, whole / 8 * 3 + 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void theEngineAgreesWithItsTwinAfterEveryCommandAndReplaysToTheSameHash(final long seed) {
        final Random random = new Random(seed);
        final LiveMarket market = market(seed, 2);
        int shared = 0;
        for (int i = 0; i < COMMANDS; i++) {
            final String command = step(random, market);
            for (long id = 1; id <= ACCOUNTS; id++) {
                shared += agree(id, "seed " + seed + ", command " + i + ": " + command) ? 1 : 0;
            }
        }
        assertThat(shared).as("seed " + seed).isGreaterThan(COMMANDS);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private String step(final Random random, final LiveMarket market) {
        final int kind = random.nextInt(100);
        final int asset = 2 + random.nextInt(2);
        final String amount =
                " asset=" + asset + " amount=" + (1 + random.nextInt(asset == 2 ? 20_000_000 : 3_000_000));
        final long account = 1L + random.nextInt(ACCOUNTS);
        final String command;
        if (kind < 20) {
            command = "Deposit account=" + account + amount;
        } else if (kind < 40) {
            command = "WithdrawalRequest account=" + account + amount;
        } else if (kind < 55) {
            command = "Transfer from=" + account + " to=" + (1 + random.nextInt(ACCOUNTS)) + amount;
        } else if (kind < 58) {
            command = "DefineHaircuts asset=" + asset + " liability=100000 tiers=0:50000:50000,"
                    + (1 + random.nextInt(3_000)) * USD + ":150000:40000," + (4_000 + random.nextInt(3_000)) * USD
                    + ":300000:40000";
        } else if (kind < 60) {
            market.index(2, 19_000 + random.nextInt(2_000), 0);
            command = "Tick";
        } else if (kind < 80) {
            final int instrument = 1 + random.nextInt(2);
            command = "Trade id=" + ++trades + " instrument=" + instrument + " price=" + market.mark(instrument)
                    + " lots=" + (1 + random.nextInt(20)) + " buy=" + account
                    + " sell=" + (1 + random.nextInt(ACCOUNTS));
        } else {
            driver.host("Continue");
            return "Continue";
        }
        driver.send(command);
        return command;
    }

    /** Says whether the account bears a share of what more than it own. */
    private boolean agree(final long id, final String what) {
        final EngineState state = driver.engine().state();
        final Account account = state.accounts().account(id);
        final RiskRegime regime = state.risk().inUse().regime();
        final ListedHoldings held = new ListedHoldings();
        for (int i = 0; i < account.positions().count(); i++) {
            held.add(
                    regime.row(account.positions().instrumentAt(i)),
                    account.positions().lotsAt(i),
                    0);
        }
        boolean isShared = false;
        for (int c = 0; c < regime.coins().count(); c++) {
            final Asset asset = regime.coins().asset(c);
            final RiskInstrument row = regime.coins().row(c, false);
            final long owned = account.balances().of(asset);
            if (owned > 0 && row != null) {
                final long lot = regime.coins().lot(c);
                final long others = asset.haircuts().count() == 1 ? 0 : ownedByOthers(account, asset) / lot;
                held.add(row, (owned + lot / 2) / lot, others);
                isShared |= others > 0 && row.tiers().count() > 0;
            }
        }
        final List<BigInteger> margins =
                new SlowMargin(state.risk().inUse().of(account).model(), regime.frame(), held).margins();
        assertThat(assess(id).askedMaintenanceMargin())
                .as(what)
                .isEqualTo(margins.get(1).longValueExact());
        assertThat(assess(id).askedInitialMargin())
                .as(what)
                .isEqualTo(margins.get(2).longValueExact());
        return isShared;
    }

    private static long ownedByOthers(final Account account, final Asset asset) {
        long sum = 0;
        final Holders members = account.group().members();
        for (int i = 0; i < members.count(); i++) {
            sum += members.at(i) == account
                    ? 0
                    : Math.max(0, members.at(i).balances().of(asset));
        }
        return sum;
    }
}
