package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.UnderlyingFigures;

/**
 * What a weight takes off a coin when the whole venue holds much of it: with t the total of the venue, deposits count
 * {@code weight x min(1, start / t)}, borrows {@code weight x max(1, t / start)}. Sources: Drift v2, Mango v4.
 *
 * @param of what the venue holds.
 * @param weights by class: at most one of deposits, at least one of borrows.
 * @param starts totals by class from which the weight moves, in minor units; 0: it never does.
 */
public record PlatformRate(Total of, ClassRates weights, ClassRates starts) implements PositionRate {
    private static final long LARGEST = Long.MAX_VALUE / 2;

    /** Totals of a venue. */
    public enum Total {
        /** What is deposited of a coin. */
        DEPOSITS,
        /** What is borrowed of it. */
        BORROWS
    }

    @Override
    public long of(final RiskFrame frame, final RiskInstrument instrument, final Accumulator tree, final int vector) {
        final UnderlyingFigures totals = frame.figures(instrument.underlying());
        final long weight = weights.of(instrument.classOf());
        final long start = starts.of(instrument.classOf());
        if (of == Total.DEPOSITS) {
            final long counted = start == 0 || totals.deposits() <= start
                    ? weight
                    : FixedPoint.mulDivFloor(weight, start, totals.deposits(), LARGEST);
            return Math.max(0, Rate.ONE - counted);
        }
        final long counted = start == 0 || totals.borrows() <= start
                ? weight
                : FixedPoint.mulDivCeil(weight, totals.borrows(), start, LARGEST);
        return Math.max(0, counted - Rate.ONE);
    }
}
