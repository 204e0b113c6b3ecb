package io.plimsoll.lab.backtest.stats;

import io.plimsoll.core.math.Normal;

/** Distributions under which critical values are simulated: quantiles of the lower half and expected shortfall. */
public enum TailLaw {
    /** Standard normal. */
    NORMAL {
        @Override
        double quantile(final double p) {
            return Normal.inverseCdf(p);
        }

        @Override
        double shortfall(final double tail) {
            return Normal.pdf(quantile(tail)) / tail;
        }
    },
    /** Student's t with 3 degrees of freedom. */
    STUDENT_3 {
        @Override
        double quantile(final double p) {
            double low = -LARGEST;
            double high = 0;
            while (high - low > Math.abs(high) * PRECISION + PRECISION) {
                final double middle = low / 2 + high / 2;
                if (cdf(middle) < p) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low / 2 + high / 2;
        }

        @Override
        double shortfall(final double tail) {
            final double q = quantile(tail);
            final double density = 2 / (Math.PI * SQRT_3 * (1 + q * q / 3) * (1 + q * q / 3));
            return density / tail * (3 + q * q) / 2;
        }

        private double cdf(final double x) {
            final double s = x / SQRT_3;
            return 0.5 + (s / (1 + s * s) + StrictMath.atan(s)) / Math.PI;
        }
    };

    private static final double LARGEST = 1e6;
    private static final double PRECISION = 1e-12;
    private static final double SQRT_3 = 1.7320508075688772;

    /** The value that is fallen short of with probability p, up to one half. */
    abstract double quantile(double p);

    /** Minus the mean of the values below the quantile of {@code tail}. */
    abstract double shortfall(double tail);
}
