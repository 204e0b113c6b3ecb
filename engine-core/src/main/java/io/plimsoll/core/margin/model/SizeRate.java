package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * A rate that depends on the size q of a position in units of the underlying, through {@code g = rate x (q / scale)^p}, p one or
 * one half.
 *
 * @param shape which function of g it is.
 * @param power what p is.
 * @param rates by class.
 * @param scales by class, in millionths of a unit, above 0.
 * @param most of {@link Shape#DISCOUNT}: the weight of the smallest position.
 */
public record SizeRate(Shape shape, Power power, ClassRates rates, ClassRates scales, long most)
        implements PositionRate {
    private static final long LARGEST = Long.MAX_VALUE / 2;

    /** Functions of g. */
    public enum Shape {
        /** g itself. */
        IMPACT,
        /** What is missing to a weight of {@code most / (1 + g)}: {@code 1 - most / (1 + g)}, not below 0. */
        DISCOUNT
    }

    /** Powers of the size. */
    public enum Power {
        /** One: Synthetix, by the skew of a market. */
        LINEAR,
        /** One half: Drift. */
        ROOT
    }

    @Override
    public boolean isBySize() {
        return true;
    }

    @Override
    public long of(final RiskFrame frame, final RiskInstrument instrument, final Accumulator tree, final int vector) {
        final int classOf = instrument.classOf();
        final long ratio = tree.ratio(vector, Column.UNITS, scales.of(classOf), LARGEST);
        final long impact = FixedPoint.mulDivCeil(
                power == Power.ROOT ? rootCeil(ratio) : ratio, rates.of(classOf), Rate.ONE, LARGEST);
        if (shape == Shape.IMPACT) {
            return impact;
        }
        return Math.max(0, Rate.ONE - FixedPoint.mulDivFloor(most, Rate.ONE, Rate.ONE + impact, LARGEST));
    }

    /** The least rate whose square is not below a rate, by bisection. */
    private static long rootCeil(final long square) {
        long low = 0;
        long high = 97 * Rate.ONE;
        while (low < high) {
            final long middle = (low + high) >>> 1;
            if (FixedPoint.mulDivFloor(middle, middle, Rate.ONE, Long.MAX_VALUE) >= square) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
