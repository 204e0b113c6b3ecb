package io.plimsoll.lab.backtest.stats;

import io.plimsoll.core.math.Normal;

/** How often a figure covered the loss of a day. */
public final class Coverage {
    private Coverage() {}

    /**
     * Are there more exceptions than a requirement allows? Fewer are never held against it.
     *
     * @param exceptions number of them.
     * @param days at least 1.
     * @param allowedRate of exceptions, such as 0.005 for a coverage of 99.5 %.
     * @return the number of exceptions, and the exact probability of at least so many at the allowed rate.
     */
    public static TestResult oneSided(final int exceptions, final int days, final double allowedRate) {
        Counts.check(exceptions, days, allowedRate);
        return new TestResult(exceptions, Binomial.atLeast(exceptions, days, allowedRate));
    }

    /**
     * The same question in both directions, by the normal approximation.
     *
     * @param exceptions number of them.
     * @param days at least 1.
     * @param rate promised.
     * @return standardised distance from the expected number, and its two-sided probability.
     */
    public static TestResult twoSidedNormal(final int exceptions, final int days, final double rate) {
        Counts.check(exceptions, days, rate);
        final double z = (exceptions - days * rate) / Math.sqrt(days * rate * (1 - rate));
        return new TestResult(z, 2 * Normal.cdf(-Math.abs(z)));
    }

    /**
     * The exact tail on the side where the count lies.
     *
     * @param exceptions number of them.
     * @param days at least 1.
     * @param rate promised.
     * @return the probability of at least so many when there are as many as expected or more, else of at most so many.
     */
    public static double tail(final int exceptions, final int days, final double rate) {
        return exceptions >= days * rate
                ? Binomial.atLeast(exceptions, days, rate)
                : Binomial.atMost(exceptions, days, rate);
    }
}
