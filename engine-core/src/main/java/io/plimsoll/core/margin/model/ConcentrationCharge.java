package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.ScenarioBlock;

/**
 * A position that is large beside what is traded takes longer to close: the worst loss of the underlying alone, times
 * {@code sqrt(max(1, |delta| / (share x daily volume))) - 1}, up to a cap. Nothing where the volume is not known. The delta is that of
 * the account, with orders of its worse side filled, and what every other account of its group holds.
 *
 * @param name of the charge.
 * @param block scenarios of the worst loss.
 * @param share of the daily volume that can be closed in time.
 * @param most largest multiple of the worst loss.
 */
public record ConcentrationCharge(String name, ScenarioBlock block, long share, long most) implements Charge {
    private static final String UNDERLYING = "underlying";
    private static final String WORST = "worst";
    private static final String NONE = "none";
    private static final long MICRO = 1_000_000;
    private static final long PER_MICRO = Rate.ONE / MICRO;

    @Override
    public boolean growth(final Growth lot) {
        // Where the volume is known the multiple moves with the position: that is no bound for a lot.
        return Rate.timesFloor(
                        lot.frame().figures(lot.instrument().underlying()).dailyVolume(), share)
                == 0;
    }

    @Override
    public boolean looksAtGroup() {
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        tree.sum(name, 0);
        for (int i = 0; i < run.underlyings(); i++) {
            final long closable =
                    Rate.timesFloor(run.frame().figures(run.underlying(i)).dailyVolume(), share);
            if (closable > 0) {
                tree.scale(UNDERLYING, run.underlying(i), multiple(run, i, closable));
                tree.max(WORST, run.underlying(i));
                tree.worst(WORST, run.underlying(i), run.vector(i), block);
                tree.amount(NONE, 0, 0, 0);
                tree.close();
                tree.close();
            }
        }
        return tree.close();
    }

    /** Rounded up to a millionth. */
    private long multiple(final ChargeRun run, final int index, final long closable) {
        final long root = Rate.ONE + most;
        final long mostRatio = Rate.timesCeil(root, root);
        final long ratio = Math.max(Rate.ONE, ratio(run, index, closable, mostRatio));
        final long micros = (ratio + PER_MICRO - 1) / PER_MICRO;
        return Math.min(most, (rootCeil(micros * MICRO) - MICRO) * PER_MICRO);
    }

    private static long ratio(final ChargeRun run, final int index, final long closable, final long mostRatio) {
        final int underlying = run.underlying(index);
        final Exposure beside = run.holdings().exposure();
        if (!beside.isAny(underlying)) {
            return run.tree().ratio(run.vector(index), Column.DELTA, closable, mostRatio);
        }
        final long others = beside.others(underlying);
        return Math.max(
                run.ratioWith(index, beside.bought(underlying), others, closable, mostRatio),
                run.ratioWith(index, -beside.sold(underlying), others, closable, mostRatio));
    }

    /** The least number whose square is not below {@code square}, by bisection. */
    private static long rootCeil(final long square) {
        long low = 0;
        long high = 1L << 31;
        while (low < high) {
            final long middle = (low + high) >>> 1;
            if (middle * middle >= square) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
