package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trades of every kind, and nothing else: per asset, what all accounts have and have paid for positions is zero. */
class ConservationTest {
    private static final int TRADES = 4_000;
    private static final int ACCOUNTS = 5;

    private final EngineDriver driver = EngineDriver.withMarket();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 20261121})
    void noMoneyAppearsAndReplayGivesTheSameState(final long seed) {
        final Random random = new Random(seed);
        for (final EveryKind kind : EveryKind.ALL) {
            if (kind.id() > 1) {
                driver.send(kind.command());
            }
        }
        for (int i = 1; i <= ACCOUNTS; i++) {
            driver.account(i, 0);
        }
        for (int i = 1; i <= TRADES; i++) {
            final EveryKind kind = EveryKind.ALL.get(random.nextInt(EveryKind.ALL.size()));
            final long price = kind.tradePrice(kind.firstMark() + random.nextInt(1_000), random);
            final String command = "Trade id=" + i + " instrument=" + kind.id() + " price=" + price + " lots="
                    + (1 + random.nextInt(50)) + " buy=" + (1 + random.nextInt(ACCOUNTS)) + " sell="
                    + (1 + random.nextInt(ACCOUNTS));
            assertThat(driver.send(command)).isEqualTo("OK");
            assertNothingAppeared("seed " + seed + ", trade " + i + ": " + command);
        }
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private void assertNothingAppeared(final String what) {
        final EngineState state = driver.engine().state();
        for (int a = 0; a < state.assets().count(); a++) {
            final Asset asset = state.assets().at(a);
            long sum = 0;
            for (int i = 1; i <= ACCOUNTS; i++) {
                final Account account = state.accounts().account(i);
                sum += account.balances().of(asset);
                for (int p = 0; p < account.positions().count(); p++) {
                    final boolean settles = account.positions().instrumentAt(p).settlement() == asset;
                    sum -= settles ? account.positions().entryCostAt(p) : 0;
                }
            }
            assertThat(sum).as("asset %s after %s", asset.symbol(), what).isZero();
        }
    }
}
