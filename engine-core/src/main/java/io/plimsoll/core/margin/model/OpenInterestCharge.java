package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.RiskFrame;
import java.util.List;

/**
 * An underlying with much open interest takes more margin for everybody: a share of the delta that rises from nothing at a lower cap
 * of the open interest in a straight line to its full size at an upper one, and no further. With a full size of one less the range
 * of the class, a position alone is margined in full at the upper cap. Nothing where the open interest is not known. Source of the
 * form: dYdX v4.
 *
 * @param name of the charge.
 * @param caps by class; the last holds for all classes beyond.
 */
public record OpenInterestCharge(String name, List<Caps> caps) implements Charge {
    private static final String UNDERLYING = "underlying";
    private static final String DELTA = "delta";

    /**
     * What a class is scaled by.
     *
     * @param lower open interest up to which nothing is charged, in minor units.
     * @param upper open interest from which the full size is charged, in minor units; 0: the class is not scaled.
     * @param most full size, a rate of the delta.
     */
    public record Caps(long lower, long upper, long most) {
        /** Checks that the caps are in order. */
        public Caps {
            if (lower < 0 || most < 0 || (upper != 0 && upper <= lower)) {
                throw new IllegalArgumentException("caps of open interest " + lower + " and " + upper
                        + "; the upper must be above the lower, or 0");
            }
        }

        /** The rate of the delta at an open interest. */
        long rate(final long openInterest) {
            if (upper == 0 || openInterest <= lower) {
                return 0;
            }
            final long above = Math.min(openInterest, upper) - lower;
            return Rate.timesCeil(FixedPoint.mulDivCeil(above, Rate.ONE, upper - lower, Rate.ONE), most);
        }
    }

    /** Copies the list. */
    public OpenInterestCharge {
        if (caps.isEmpty()) {
            throw new IllegalArgumentException("caps by class need at least one class");
        }
        caps = List.copyOf(caps);
    }

    @Override
    public boolean growth(final Growth lot) {
        final RiskFrame.Underlying underlying =
                lot.frame().underlying(lot.instrument().underlying());
        lot.size(
                Column.DELTA,
                caps.get(Math.min(underlying.classOf(), caps.size() - 1))
                        .rate(lot.frame().figures(lot.instrument().underlying()).openInterest()));
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        tree.sum(name, 0);
        for (int i = 0; i < run.underlyings(); i++) {
            final int place = run.underlying(i);
            final RiskFrame.Underlying underlying = run.frame().underlying(place);
            final long rate = caps.get(Math.min(underlying.classOf(), caps.size() - 1))
                    .rate(run.frame().figures(place).openInterest());
            if (rate > 0) {
                tree.scale(UNDERLYING, place, rate);
                delta(run, i);
                tree.close();
            }
        }
        return tree.close();
    }

    /** The size of the delta of an underlying, the largest that orders can make it. */
    private static void delta(final ChargeRun run, final int index) {
        final int place = run.underlying(index);
        final Exposure beside = run.holdings().exposure();
        if (!beside.hasOrders(place)) {
            run.tree().size(DELTA, place, run.vector(index), Column.DELTA);
            return;
        }
        run.tree().max(DELTA, place);
        deltaWith(run, index, beside.bought(place));
        deltaWith(run, index, -beside.sold(place));
        run.tree().close();
    }

    private static void deltaWith(final ChargeRun run, final int index, final long more) {
        final int vector = run.deltaWith(index, more);
        run.tree().size(DELTA, run.underlying(index), vector, Column.DELTA);
        run.tree().giveBack(vector);
    }
}
