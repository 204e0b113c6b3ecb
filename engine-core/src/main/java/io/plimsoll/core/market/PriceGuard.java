package io.plimsoll.core.market;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import java.util.Arrays;

/**
 * A price that follows another one slowly, so that a sudden move of a thin market does not count at once: an asset is worth the
 * lower of both, a debt the higher.
 *
 * <p>In a second it moves by at most a rate of itself, and by less the further it is away from the delayed price: the rate is
 * multiplied by the square of their ratio, the smaller over the larger. The delayed price is the mean of an interval that lies a whole
 * round of intervals back; a mean differs from the one before by a rate at most. All time is that of events. Source: Mango v4.
 */
public final class PriceGuard {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Terms terms;
    private final long[] delayed;
    private final TimeWeightedMean mean = new TimeWeightedMean();
    private long stable;
    private long sinceNs;
    private long interval;

    /**
     * How fast the price follows.
     *
     * @param growthPerSecond largest change in a second as a part of itself, by {@link Rate}.
     * @param intervals in a round, positive.
     * @param intervalNs length of an interval, positive.
     * @param intervalGrowth largest change from one mean to the next, by {@link Rate}.
     * @param leastStepNs prices that follow sooner are left out.
     * @param mostStepNs a longer silence counts as this long.
     */
    public record Terms(
            long growthPerSecond,
            int intervals,
            long intervalNs,
            long intervalGrowth,
            long leastStepNs,
            long mostStepNs) {
        /** Mango's: 0.03 % in a second, 24 hourly means, 6 % from one to the next, steps of ten seconds to ten minutes. */
        public static final Terms DAY =
                new Terms(Rate.ofPpm(300), 24, 3_600 * SECOND_NS, Rate.ofPpm(60_000), 10 * SECOND_NS, 600 * SECOND_NS);
    }

    /**
     * A guard of a price that was always the same.
     *
     * @param terms how fast it follows.
     * @param nowNs time of the price.
     * @param price positive.
     */
    public PriceGuard(final Terms terms, final long nowNs, final long price) {
        this.terms = terms;
        this.delayed = new long[terms.intervals()];
        Arrays.fill(delayed, price);
        this.stable = price;
        this.sinceNs = nowNs;
        this.interval = nowNs / terms.intervalNs();
        mean.sample(nowNs, price);
    }

    /**
     * The price that it follows has another value, or the same still.
     *
     * @param nowNs not before the value before.
     * @param price positive.
     */
    public void update(final long nowNs, final long price) {
        final long elapsed = nowNs - sinceNs;
        if (elapsed < terms.leastStepNs()) {
            return;
        }
        sinceNs = nowNs;
        if (nowNs / terms.intervalNs() != interval) {
            closeInterval(nowNs);
        }
        mean.sample(nowNs, price);
        final long most = Rate.timesCeil(stable, growth(Math.min(elapsed, terms.mostStepNs())));
        stable = Math.max(1, within(price, stable, most));
    }

    /** The mean stands for the interval that ends, and for those in which no price came. */
    private void closeInterval(final long nowNs) {
        final long before = delayed[slot(interval - 1)];
        final long closed =
                Math.max(1, within(mean.mean(nowNs), before, Rate.timesCeil(before, terms.intervalGrowth())));
        final long now = nowNs / terms.intervalNs();
        for (long ended = Math.max(interval, now - terms.intervals()); ended < now; ended++) {
            delayed[slot(ended)] = closed;
        }
        interval = now;
        mean.restart(nowNs);
    }

    private int slot(final long of) {
        return (int) Math.floorMod(of, (long) delayed.length);
    }

    private static long within(final long price, final long middle, final long most) {
        return Math.max(middle - most, Math.min(middle + most, price));
    }

    private long growth(final long elapsedNs) {
        final long from = delayed();
        final long ratio = FixedPoint.mulDivFloor(Math.min(stable, from), Rate.ONE, Math.max(stable, from), Rate.ONE);
        final long perSecond = Rate.timesFloor(Rate.timesFloor(terms.growthPerSecond(), ratio), ratio);
        return FixedPoint.mulDivFloor(perSecond, elapsedNs, SECOND_NS, Rate.ONE);
    }

    /** {@return the price that follows, positive} */
    public long stable() {
        return stable;
    }

    /** {@return the mean of the interval a round back} */
    public long delayed() {
        return delayed[slot(interval)];
    }

    /**
     * A mean.
     *
     * @param slot of the interval in its round, from 0.
     * @return the latest mean of that slot.
     */
    public long delayed(final int slot) {
        return delayed[slot];
    }

    /**
     * What an asset is valued at.
     *
     * @param price of now.
     * @return the lower of both.
     */
    public long ofAssets(final long price) {
        return Math.min(price, stable);
    }

    /**
     * What a debt is valued at.
     *
     * @param price of now.
     * @return the higher of both.
     */
    public long ofDebts(final long price) {
        return Math.max(price, stable);
    }
}
