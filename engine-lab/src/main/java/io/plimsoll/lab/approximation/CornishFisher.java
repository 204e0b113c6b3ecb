package io.plimsoll.lab.approximation;

import io.plimsoll.core.math.Normal;

/**
 * The Cornish-Fisher expansion: a quantile from the first four moments. An approximation, far off where the law is not nearly
 * normal: of a pure short gamma it gives thousands of times the true upper quantile.
 */
public final class CornishFisher {
    private CornishFisher() {}

    /**
     * The quantile of a standardised variable.
     *
     * @param p probability below the quantile, within (0, 1).
     * @param skewness third standardised moment.
     * @param excess fourth standardised moment less 3.
     * @return {@code z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36}, z the normal quantile.
     */
    public static double quantile(final double p, final double skewness, final double excess) {
        final double z = Normal.inverseCdf(p);
        final double square = z * z;
        return z
                + (square - 1) * skewness / 6
                + z * (square - 3) * excess / 24
                - z * (2 * square - 5) * skewness * skewness / 36;
    }

    /**
     * The loss that is not exceeded with a probability.
     *
     * @param level probability, such as 0.99.
     * @param mean of the profit.
     * @param deviation standard deviation of the profit.
     * @param skewness of the profit.
     * @param excess kurtosis of the profit less 3.
     * @return the value at risk, positive for a loss.
     */
    public static double valueAtRisk(
            final double level, final double mean, final double deviation, final double skewness, final double excess) {
        return -deviation * quantile(1 - level, skewness, excess) - mean;
    }
}
