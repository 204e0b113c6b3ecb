package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScenarioPricerTest {
    private static final VolatilityRules RULES =
            new VolatilityRules(0.5, 0.3, 0.3, 0.13, 1, 0.45, 3, new SkewRule(0.2, 0, 0.01, 4, 0.6, 0), SkewRule.NONE);
    private static final VolatilityRules OTHER_RULES =
            new VolatilityRules(0.4, 0.2, 0.3, 0.13, 1, 0.5, 3, SkewRule.NONE, new SkewRule(0.1, 0, 0.01, 4, 0.5, 0));
    private static final double MONTH = 30 / 365.0;
    private static final long UNIT = 1_000_000_000_000L;

    private final Shocks shocks = new Shocks(8);
    private final ScenarioPricer pricer = new ScenarioPricer(8);

    @Test
    void anOptionIsRevaluedInFullUnderEveryScenario() {
        shocks.add(1.1, VolatilityMove.NONE, 0, 0);
        shocks.add(0.9, VolatilityMove.UP, 0, 0);
        shocks.add(1, VolatilityMove.DOWN, 0, 0);
        shocks.add(1.2, VolatilityMove.SHARE, 0.25, 0);
        shocks.add(1, VolatilityMove.NONE, 0, 24);
        pricer.underlying(shocks, RULES);
        pricer.expiry(0, 100, MONTH, 0.05);
        pricer.option(true, 95, 0.6);

        final double discount = Exponential.exp(-0.05 * MONTH);
        final double now = discount * Black76.price(true, 100, 95, 0.6 * Math.sqrt(MONTH));
        assertThat(pricer.value()).isEqualTo(now, within(1e-13));
        final long[] changes = new long[8];
        pricer.round(UNIT, changes, 0);
        assertChange(changes[0], discount * Black76.price(true, 110, 95, 0.6 * Math.sqrt(MONTH)) - now);
        assertChange(changes[1], discount * Black76.price(true, 90, 95, 0.9 * Math.sqrt(MONTH)) - now);
        assertChange(changes[2], discount * Black76.price(true, 100, 95, 0.42 * Math.sqrt(MONTH)) - now);
        assertChange(changes[3], discount * Black76.price(true, 120, 95, 0.75 * Math.sqrt(MONTH)) - now);
        final double later = MONTH - 1 / 365.0;
        assertChange(
                changes[4],
                Exponential.exp(-0.05 * later) * Black76.price(true, 100, 95, 0.6 * Math.sqrt(later)) - now);
    }

    private static void assertChange(final long change, final double expected) {
        assertThat(change / (double) UNIT).isEqualTo(expected, within(5e-12));
    }

    @Test
    void anUpMoveOfVolatilityHasAFloorAndEveryMoveACeiling() {
        assertThat(RULES.moved(VolatilityMove.UP, 0, 0.2, 1, MONTH, 0)).isEqualTo(0.45);
        assertThat(RULES.moved(VolatilityMove.UP, 0, 2.5, 1, MONTH, 0)).isEqualTo(3);
        assertThat(RULES.moved(VolatilityMove.NONE, 0, 4, 1, MONTH, 0)).isEqualTo(4);
        assertThat(RULES.moved(VolatilityMove.SHARE, -2, 0.5, 1, MONTH, 0)).isZero();
    }

    @Test
    void shortExpiriesMoveMoreThanThirtyDaysAndLongOnesLess() {
        assertThat(RULES.term(MONTH)).isEqualTo(1, within(1e-15));
        assertThat(RULES.term(7 / 365.0)).isEqualTo(Math.pow(30 / 7.0, 0.3), within(1e-14));
        assertThat(RULES.term(1)).isEqualTo(Math.pow(30 / 365.0, 0.13), within(1e-14));
        assertThat(RULES.term(0)).as("as if a day were left").isEqualTo(Math.pow(30, 0.3), within(1e-13));
    }

    @Test
    void aTiltOfTheSmileGrowsWithMoneynessUpToItsCap() {
        final SkewRule rule = new SkewRule(0.2, 0, 0.01, 4, 0.6, 0);
        final double reach = Math.sqrt(MONTH) * 4 * 0.6;
        assertThat(rule.factor(0, MONTH)).isEqualTo(1);
        assertThat(rule.factor(reach / 2, MONTH)).isEqualTo(1.1, within(1e-15));
        assertThat(rule.factor(2 * reach, MONTH)).isEqualTo(1.2);
        assertThat(rule.factor(-2 * reach, MONTH)).isEqualTo(0.8);
    }

    @Test
    void insideTheSettlementWindowOnlyTheFloatingPartMoves() {
        shocks.add(1.5, VolatilityMove.NONE, 0, 0);
        pricer.underlying(shocks, RULES);
        pricer.expiry(75, 25, 0, 0);
        pricer.option(true, 90, 0.6);
        final long[] changes = new long[1];
        pricer.round(UNIT, changes, 0);
        assertThat(pricer.value()).isEqualTo(10);
        assertThat(changes[0]).isEqualTo(12_500_000_000_000L);
    }

    @Test
    void ofAFutureInItsSettlementWindowOnlyTheFloatingShareMoves() {
        shocks.add(0.76, VolatilityMove.NONE, 0, 0);
        pricer.underlying(shocks, RULES);
        final long[] changes = new long[1];

        pricer.future(100, 0, 0.5);
        pricer.round(UNIT, changes, 0);
        assertThat(changes[0]).isEqualTo(-12 * UNIT);
        assertThat(pricer.valueIn(UNIT)).isEqualTo(100 * UNIT);
        assertThat(pricer.movingIn(UNIT)).isEqualTo(50 * UNIT);
        pricer.future(100, 0, 0);
        pricer.round(UNIT, changes, 0);
        assertThat(changes[0]).isZero();
    }

    /** A lot of 100 dollars at 100: a mean of 80 instead of 100 costs 1 / 80 - 1 / 100 of 100 coins, which are worth 60 each. */
    @Test
    void anInverseFutureInItsWindowLosesTheCoinsThatTheMeanCostsAtThePriceThatTheyHave() {
        shocks.add(0.6, VolatilityMove.NONE, 0, 0);
        pricer.underlying(shocks, RULES);
        final long[] changes = new long[1];

        pricer.inverseFuture(100, 0, 0.5);
        pricer.round(UNIT, changes, 0);
        assertChange(changes[0], 100 * (1 / 100.0 - 1 / 80.0) * 60);
        pricer.inverse(0, 0.5);
        pricer.round(UNIT, changes, 0);
        assertChange(changes[0], 1 - 100 / 80.0);
        pricer.inverseFuture(100, 0, 1);
        pricer.round(UNIT, changes, 0);
        assertChange(changes[0], -40);
        pricer.inverseFuture(100, 0, 0);
        pricer.round(UNIT, changes, 0);
        assertThat(changes[0]).isZero();
    }

    @Test
    void anInverseContractGainsLessThanItLoses() {
        shocks.add(1.25, VolatilityMove.NONE, 0, 0);
        shocks.add(0.8, VolatilityMove.NONE, 0, 0);
        pricer.underlying(shocks, RULES);
        pricer.inverse();
        final long[] changes = new long[2];
        pricer.round(UNIT, changes, 0);
        assertThat(changes).containsExactly(200_000_000_000L, -250_000_000_000L);
    }

    @Test
    void theBasisMovesForwardsByTheTimeThatIsLeftAndNothingElse() {
        shocks.add(1.1, VolatilityMove.NONE, 0, 24, 0.5);
        pricer.underlying(shocks, RULES);
        final double later = MONTH - 1 / 365.0;
        final double move = 1.1 * Exponential.exp(0.5 * later);
        final long[] change = new long[1];

        pricer.proportional(100);
        pricer.round(UNIT, change, 0);
        assertChange(change[0], 10);
        pricer.future(100, MONTH);
        pricer.round(UNIT, change, 0);
        assertChange(change[0], 100 * (move - 1));
        pricer.inverse(MONTH);
        pricer.round(UNIT, change, 0);
        assertChange(change[0], 1 - 1 / move);
        pricer.inverse();
        pricer.round(UNIT, change, 0);
        assertChange(change[0], 1 - 1 / 1.1);
        pricer.expiry(0, 100, MONTH, 0);
        pricer.option(true, 95, 0.6);
        pricer.round(UNIT, change, 0);
        assertChange(
                change[0],
                Black76.price(true, 100 * move, 95, 0.6 * Math.sqrt(later))
                        - Black76.price(true, 100, 95, 0.6 * Math.sqrt(MONTH)));
    }

    @Test
    void theBasisCountsAYearAtMostAndNothingOnceTheTimeIsOver() {
        shocks.add(1, VolatilityMove.NONE, 0, 24, 0.1);
        pricer.underlying(shocks, RULES);
        final long[] change = new long[1];

        pricer.future(100, 3);
        pricer.round(UNIT, change, 0);
        assertChange(change[0], 100 * Exponential.expm1(0.1));
        pricer.future(100, 12 / 8760.0);
        pricer.round(UNIT, change, 0);
        assertThat(change[0]).isZero();
    }

    @Test
    void whatWasPricedBeforeDoesNotMatter() {
        for (int step = 0; step < 40; step++) {
            if (step % 10 == 5) {
                shocks.clear();
            }
            if (step % 5 == 0) {
                shocks.add(1 + step / 100.0, VolatilityMove.of(step / 5 % VolatilityMove.count()), 0.1, step);
            }
            if (step % 20 == 0) {
                pricer.underlying(shocks, step == 0 ? RULES : OTHER_RULES);
            }
            final VolatilityRules rules = step < 20 ? RULES : OTHER_RULES;
            final double years = step % 4 < 2 ? MONTH : 2 * MONTH;
            final double rate = step % 8 < 4 ? 0.05 : 0;
            final ScenarioPricer fresh = new ScenarioPricer(8);
            fresh.underlying(shocks, rules);
            assertThat(changes(pricer, step, years, rate))
                    .as("step %d", step)
                    .isEqualTo(changes(fresh, step, years, rate));
        }
    }

    private static long[] changes(final ScenarioPricer of, final int step, final double years, final double rate) {
        of.expiry(0, 100, years, rate);
        of.option(step % 2 == 0, 80 + step, 0.6);
        final long[] changes = new long[8];
        of.round(UNIT, changes, 0);
        return changes;
    }

    @Test
    void aPriceThatDoesNotFitOrIsNoNumberIsAnError() {
        shocks.add(1, VolatilityMove.NONE, 0, 0);
        shocks.add(2, VolatilityMove.NONE, 0, 0);
        pricer.underlying(shocks, RULES);
        pricer.proportional(1e12);
        assertThatThrownBy(() -> pricer.round(UNIT, new long[2], 0)).isInstanceOf(ArithmeticException.class);
        pricer.proportional(Double.NaN);
        assertThatThrownBy(() -> pricer.round(1, new long[2], 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ScenarioPricer.nearest(Double.NaN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ScenarioPricer.nearest(0x1p62)).isInstanceOf(ArithmeticException.class);
        assertThat(ScenarioPricer.nearest(2.5)).as("of two the even one").isEqualTo(2);
    }
}
