package io.plimsoll.lab.backtest.stats;

import io.plimsoll.core.math.Logarithm;

/** What several tests share. */
final class Counts {
    private Counts() {}

    static void check(final int exceptions, final int days, final double rate) {
        if (days < 1 || exceptions < 0 || exceptions > days) {
            throw new IllegalArgumentException(exceptions + " of " + days + " days");
        }
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate " + rate + "; allowed: above 0, below 1");
        }
    }

    /** Log likelihood of so many hits and misses at a rate; 0 ln 0 is 0. */
    static double logLikelihood(final double misses, final double hits, final double rate) {
        return (misses == 0 ? 0 : misses * Logarithm.log1p(-rate)) + (hits == 0 ? 0 : hits * Logarithm.log(rate));
    }
}
