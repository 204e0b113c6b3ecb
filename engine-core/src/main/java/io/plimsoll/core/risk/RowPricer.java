package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ScenarioPricer;
import java.util.Arrays;

/** Turns what a {@link ScenarioPricer} priced last into a {@link RiskRow}: the one place where prices become integers. */
public final class RowPricer {
    private final ScenarioPricer pricer;

    /**
     * Makes rows from a pricer.
     *
     * @param pricer prices before, this rounds after.
     */
    public RowPricer(final ScenarioPricer pricer) {
        this.pricer = pricer;
    }

    /**
     * Fills the row of an option.
     *
     * @param row to fill.
     * @param unit risk units of one unit of money times what a lot holds.
     * @param notional of a lot, in risk units.
     * @param isValue whether the market value counts as the holder's: premium-style.
     */
    public void option(final RiskRow row, final long unit, final long notional, final boolean isValue) {
        final long[] values = row.values();
        values[Column.VALUE] = isValue ? pricer.valueIn(unit) : 0;
        values[Column.NOTIONAL] = notional;
        values[Column.DELTA] = pricer.deltaIn(unit);
        values[Column.GAMMA] = pricer.gammaIn(unit);
        values[Column.VEGA] = pricer.vegaIn(unit);
        values[Column.THETA] = pricer.thetaIn(unit);
        values[Column.RHO] = pricer.rhoIn(unit);
        pricer.round(unit, values, Column.COUNT);
    }

    /**
     * Fills the row of a contract that moves in proportion to the underlying.
     *
     * @param row to fill.
     * @param unit risk units of one unit of money times what a lot holds.
     * @param notional of a lot, in risk units.
     */
    public void contract(final RiskRow row, final long unit, final long notional) {
        final long[] values = row.values();
        Arrays.fill(values, 0, Column.COUNT, 0);
        values[Column.NOTIONAL] = notional;
        values[Column.DELTA] = pricer.movingIn(unit);
        pricer.round(unit, values, Column.COUNT);
    }

    /**
     * Fills the row of a coin that is held; {@link Column#VALUE} counts.
     *
     * @param row to fill.
     * @param unit risk units of one unit of money times what a lot holds.
     * @param haircut off its value for both margins.
     * @param initialHaircut off its value for the initial margin besides.
     * @param moves whether scenarios move it.
     */
    public void coin(
            final RiskRow row, final long unit, final long haircut, final long initialHaircut, final boolean moves) {
        final long[] values = row.values();
        final long value = pricer.valueIn(unit);
        Arrays.fill(values, 0);
        values[Column.VALUE] = value;
        values[Column.NOTIONAL] = value;
        values[Column.HAIRCUT] = Rate.timesCeil(value, haircut);
        values[Column.INITIAL_HAIRCUT] = Rate.timesCeil(value, initialHaircut);
        if (moves) {
            values[Column.DELTA] = value;
            pricer.round(unit, values, Column.COUNT);
        }
    }

    /**
     * Risk units of one unit of money.
     *
     * @param minorScale decimals of the margin currency's minor unit.
     * @param exponent one minor unit is 10^exponent risk units.
     * @return 10 to the power of both.
     */
    public static long unit(final int minorScale, final int exponent) {
        return FixedPoint.powerOfTen(minorScale + exponent);
    }
}
