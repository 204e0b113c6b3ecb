package io.plimsoll.lab.backtest.stats;

import io.plimsoll.core.math.Exponential;
import io.plimsoll.core.math.Logarithm;

/** The binomial distribution, summed term by term from logarithms: exact enough for thousands of days. */
public final class Binomial {
    private Binomial() {}

    /**
     * Probability of at most so many.
     *
     * @param k count; below 0 the answer is 0.
     * @param n trials, at least 1.
     * @param p of each, above 0 and below 1.
     * @return P(X &lt;= k).
     */
    public static double atMost(final int k, final int n, final double p) {
        return k >= n ? 1 : Math.min(1, sum(0, k, n, p));
    }

    /**
     * Probability of at least so many.
     *
     * @param k count; at 0 and below the answer is 1.
     * @param n trials, at least 1.
     * @param p of each, above 0 and below 1.
     * @return P(X &gt;= k), precise also when it is tiny.
     */
    public static double atLeast(final int k, final int n, final double p) {
        return k <= 0 ? 1 : Math.min(1, sum(k, n, n, p));
    }

    private static double sum(final int from, final int to, final int n, final double p) {
        Counts.check(Math.max(0, Math.min(from, n)), n, p);
        final double odds = Logarithm.log(p) - Logarithm.log1p(-p);
        double term = n * Logarithm.log1p(-p);
        double sum = 0;
        for (int k = 0; k <= to; k++) {
            if (k >= from) {
                sum += Exponential.exp(term);
            }
            term += k < n ? Logarithm.log((double) (n - k) / (k + 1)) + odds : 0;
        }
        return sum;
    }
}
