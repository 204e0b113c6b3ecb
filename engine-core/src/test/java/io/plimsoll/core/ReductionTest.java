package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In cross mode and in pockets every position bears its own margin: whoever reduces one bears no more than before, whatever else is
 * held, by himself or by others of his group. Only a long option that offsets short ones takes its value with it when it is sold. What
 * coins need beside long contracts grows with the coins that a reduction brings, and with nothing else.
 */
class ReductionTest {
    private static final long TRADER = 1;
    private static final long MAKER = 2;
    private static final long POCKETS = 10;
    private static final int TRADES = 4_000;

    /** The haircut and what of it counts again are rounded up each. */
    private static final long ROUNDING = 2;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final MarginAssessment before = new MarginAssessment();
    private final MarginAssessment after = new MarginAssessment();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void aReductionOfAPositionNeverRaisesMargin(final long seed) {
        final Random random = new Random(seed);
        for (final EveryKind kind : EveryKind.ALL) {
            if (kind.id() > 1) {
                assertThat(driver.send(kind.command())).isEqualTo("OK");
            }
            driver.send("MarkPrice instrument=" + kind.id() + " price=" + kind.firstMark());
        }
        driver.account(TRADER, 1_000_000).account(MAKER, 1_000_000);
        for (final EveryKind kind : EveryKind.ALL) {
            if (kind.terms().kind() != InstrumentKind.SPOT) {
                assertThat(driver.send("PocketOpen account=" + (POCKETS + kind.id()) + " parent=" + TRADER
                                + " instrument=" + kind.id()))
                        .isEqualTo("OK");
            }
        }
        int reductions = 0;
        int inPockets = 0;
        for (int i = 1; i <= TRADES; i++) {
            final EveryKind kind = EveryKind.ALL.get(random.nextInt(EveryKind.ALL.size()));
            final boolean isPocket = kind.terms().kind() != InstrumentKind.SPOT && random.nextInt(3) == 0;
            final long trader = isPocket ? POCKETS + kind.id() : TRADER;
            final boolean reduces = trade(i, random, kind, trader, "seed " + seed + ", trade " + i);
            reductions += reduces ? 1 : 0;
            inPockets += reduces && isPocket ? 1 : 0;
        }
        assertThat(reductions).isGreaterThan(TRADES / 5);
        assertThat(inPockets).isGreaterThan(TRADES / 20);
    }

    private boolean trade(
            final int id, final Random random, final EveryKind kind, final long traderId, final String what) {
        final Account trader = driver.engine().state().accounts().account(traderId);
        final Instrument instrument = driver.engine().state().instruments().get(kind.id());
        final long held = trader.positions().lotsOf(instrument);
        final boolean buys = random.nextBoolean();
        final long lots = 1L + random.nextInt(500);
        driver.engine().assess(trader, before);
        assertThat(driver.send("Trade id=" + id + " instrument=" + kind.id() + " price="
                        + kind.tradePrice(kind.firstMark(), random) + " lots=" + lots + " buy="
                        + (buys ? traderId : MAKER) + " sell=" + (buys ? MAKER : traderId)))
                .isEqualTo("OK");
        final boolean reduces = held != 0 && buys == held < 0 && lots <= Math.abs(held);
        if (reduces) {
            driver.engine().assess(trader, after);
            final long given = instrument.isPremiumStyle() && held > 0
                    ? Math.max(0, before.excludedOptionValue() - after.excludedOptionValue())
                    : 0;
            assertThat(after.positionInitialMargin() - after.wrongWay())
                    .as(what)
                    .isLessThanOrEqualTo(before.positionInitialMargin() - before.wrongWay() + given);
            assertThat(after.maintenanceMargin() - after.wrongWay())
                    .as(what)
                    .isLessThanOrEqualTo(before.maintenanceMargin() - before.wrongWay() + given);
            final long brought = Math.max(0, after.haircutInitialMargin() - before.haircutInitialMargin());
            assertThat(after.wrongWay()).as(what).isLessThanOrEqualTo(before.wrongWay() + brought + ROUNDING);
        }
        return reduces;
    }
}
