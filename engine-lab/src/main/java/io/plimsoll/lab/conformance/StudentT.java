package io.plimsoll.lab.conformance;

import io.plimsoll.core.math.Exponential;
import io.plimsoll.core.math.Logarithm;

/**
 * Student's t distribution: upper tail by the continued fraction of the incomplete beta function (Lentz's method), quantile by
 * Newton's method kept between bounds. Relative errors are a few 1e-14 for tails from 1e-6 to one half.
 */
final class StudentT {
    private static final double SQRT_PI = 1.772453850905516;
    private static final double LARGE = 200;
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;
    private static final int STEPS_MAX = 500;

    private final double df;
    private final double gammaRatio;

    StudentT(final double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0 && degreesOfFreedom < 1e6)) {
            throw new CaseException("'df' is " + degreesOfFreedom + "; allowed: above 0, below a million");
        }
        df = degreesOfFreedom;
        gammaRatio = gammaRatio(degreesOfFreedom);
    }

    /** Gamma((v + 1) / 2) / Gamma(v / 2): its asymptotic series, reached from below by ratio(v) = ratio(v + 2) v / (v + 1). */
    private static double gammaRatio(final double degrees) {
        double v = degrees;
        double factor = 1;
        while (v < LARGE) {
            factor *= v / (v + 1);
            v += 2;
        }
        final double w = 1 / v;
        final double series =
                1 + w * (-1.0 / 4 + w * (1.0 / 32 + w * (5.0 / 128 + w * (-21.0 / 2048 + w * (-399.0 / 8192)))));
        return factor * Math.sqrt(v / 2) * series;
    }

    double density(final double x) {
        return gammaRatio / (SQRT_PI * Math.sqrt(df)) * Exponential.exp(-(df + 1) / 2 * Logarithm.log1p(x * x / df));
    }

    /** P(X > x) for x not negative: half of I(df / (df + x^2); df / 2, 1 / 2). */
    double upperTail(final double x) {
        final double a = df / 2;
        final double z = df / (df + x * x);
        final double front = Exponential.exp(-a * Logarithm.log1p(x * x / df))
                * (Math.abs(x) / Math.sqrt(df + x * x))
                * gammaRatio
                / SQRT_PI;
        return z < (a + 1) / (a + 2.5)
                ? front * fraction(a, 0.5, z) / df
                : 0.5 - front * fraction(0.5, a, x * x / (df + x * x));
    }

    /** The continued fraction of the incomplete beta function. */
    private static double fraction(final double a, final double b, final double x) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= STEPS_MAX; m++) {
            final double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            value *= d * c;
            final double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double notZero(final double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /** The value that is exceeded with the probability of the tail, which is at most one half. */
    double quantile(final double tail) {
        double low = 0;
        double high = 1;
        while (upperTail(high) > tail) {
            low = high;
            high *= 2;
        }
        double x = high;
        for (int step = 0; step < STEPS_MAX && high - low > PRECISION * high; step++) {
            final double excess = upperTail(x) - tail;
            if (excess > 0) {
                low = x;
            } else {
                high = x;
            }
            final double newton = x + excess / density(x);
            final double next = newton > low && newton < high ? newton : low / 2 + high / 2;
            if (next == x || Math.abs(excess) <= PRECISION * tail) {
                break;
            }
            x = next;
        }
        return x;
    }

    /** Mean of the values beyond the quantile of the tail; needs more than one degree of freedom. */
    double shortfall(final double tail) {
        if (df <= 1) {
            throw new CaseException("there is no expected shortfall with " + df + " degrees of freedom");
        }
        final double q = quantile(tail);
        return density(q) * (df + q * q) / ((df - 1) * tail);
    }
}
