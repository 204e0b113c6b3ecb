package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * A rate that grows to one while the open interest of the underlying grows from a lower to an upper cap. Source: dYdX v4.
 *
 * @param rates below the lower cap, by class.
 * @param lower caps by class, in minor units.
 * @param upper caps by class, in minor units; 0: the rate never grows.
 */
public record OpenInterestRate(ClassRates rates, ClassRates lower, ClassRates upper) implements PositionRate {
    @Override
    public long of(final RiskFrame frame, final RiskInstrument instrument, final Accumulator tree, final int vector) {
        final int classOf = instrument.classOf();
        final long openInterest = frame.figures(instrument.underlying()).openInterest();
        final long base = rates.of(classOf);
        final long low = lower.of(classOf);
        final long high = upper.of(classOf);
        if (high == 0 || openInterest <= low || base >= Rate.ONE) {
            return base;
        }
        return openInterest >= high
                ? Rate.ONE
                : base + FixedPoint.mulDivCeil(Rate.ONE - base, openInterest - low, high - low, Rate.ONE);
    }
}
