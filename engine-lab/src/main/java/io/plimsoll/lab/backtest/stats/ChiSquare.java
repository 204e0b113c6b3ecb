package io.plimsoll.lab.backtest.stats;

import io.plimsoll.core.math.Exponential;
import io.plimsoll.core.math.Normal;

/** Upper tails of the chi-square distribution with 1 and 2 degrees of freedom, which have closed forms. */
final class ChiSquare {
    private ChiSquare() {}

    /** P(X > x), one degree: X is the square of a standard normal variable. */
    static double upperTail1(final double x) {
        return 2 * Normal.cdf(-Math.sqrt(Math.max(0, x)));
    }

    /** P(X > x), two degrees: X is exponential with mean 2. */
    static double upperTail2(final double x) {
        return Exponential.exp(-Math.max(0, x) / 2);
    }
}
