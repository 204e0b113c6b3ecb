package io.plimsoll.core.math;

import io.plimsoll.core.fixed.Rate;

/**
 * Variance of a day's return from prices that come at any time: an exponentially weighted mean that forgets by time, not by
 * number of prices. With d days between two prices, r the logarithm of their ratio and lambda the decay of a day,
 * {@code v' = lambda^d v + (1 - lambda^d) r^2 / d}. Integers go in and come out; variances are rates, rounded to nearest.
 */
public final class VarianceFilter {
    private static final double ONE = Rate.ONE;
    private static final double NS_PER_DAY = 86400e9;
    private static final double VARIANCE_MAX = 4;

    private VarianceFilter() {}

    /**
     * The variance after another price.
     *
     * @param variance before it, a rate.
     * @param before price before, positive.
     * @param now price now, positive, in the same unit.
     * @param ns time between them, positive.
     * @param lambda decay of a day, a rate between 0 and 1.
     * @return the variance, a rate, at most 4.
     */
    public static long next(final long variance, final long before, final long now, final long ns, final long lambda) {
        final double days = ns / NS_PER_DAY;
        final double kept = Exponential.exp(Logarithm.log(lambda / ONE) * days);
        final double change = Logarithm.logRatio((double) now, (double) before);
        final double next = kept * (variance / ONE) + (1 - kept) * change * change / days;
        return ScenarioPricer.nearest(Math.min(VARIANCE_MAX, next) * ONE);
    }

    /**
     * Standard deviation of a variance.
     *
     * @param variance a rate, not negative.
     * @return a rate, rounded to nearest.
     */
    public static long deviation(final long variance) {
        return ScenarioPricer.nearest(Math.sqrt(variance / ONE) * ONE);
    }
}
