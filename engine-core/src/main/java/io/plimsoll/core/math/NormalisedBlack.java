package io.plimsoll.core.math;

/**
 * Black's formula without its scale: the undiscounted value of the out-of-the-money option over the lesser of forward
 * and strike, c(z, t) = N(t - z) - e^(2 z t) N(-t - z) with z = |ln(F / K)| / s, t = s / 2 and s the total deviation.
 * In Mills ratios it is c = n(t - z) D, D = Y(z - t) - Y(z + t), of which the derivative to s is n(t - z).
 *
 * <p>Two forms cover the plane. Up to t - z = 3/8 it is the above, with D from {@link MillsDifference}. Beyond, the ratio of a
 * negative number is replaced by its complement: c = 1 - n(t - z) (Y(t - z) + Y(z + t)). A value is the same whichever way it is
 * asked for: {@link Black76Array} runs these steps over arrays.
 */
final class NormalisedBlack {
    /** Keeps a deviation of zero out of a division. What it changes is far below any deviation. */
    static final double SMALLEST_DEVIATION = 1e-300;

    /** Times it the least distance of a number from {@link MillsDifference#LEAST} is beyond 2. */
    private static final double LARGE = 0x1p60;

    private static final double SQRT_2PI = 2.5066282746310007;

    private NormalisedBlack() {}

    /** z from the logarithm of greater over lesser and a deviation, for deviations from zero to infinity. */
    static double z(final double logMoneyness, final double deviation) {
        return logMoneyness / (deviation + SMALLEST_DEVIATION);
    }

    /**
     * The value.
     *
     * @param z not negative, finite.
     * @param t not negative, infinity included.
     * @return c(z, t), between 0 and 1. Relative error below 2e-15, plus what the argument of the density is worth:
     *     |t - z| ulps of it.
     */
    static double value(final double z, final double t) {
        final double shifted = Normal.densityExponent(t - z);
        final double mantissa = Normal.densityMantissa(t - z, shifted);
        final double side = side(t - z);
        return far(side, Exponential.scaled(mantissa * difference(side, z, t), shifted));
    }

    /**
     * One less the value, without cancellation where the value is near one.
     *
     * @param z not negative.
     * @param t at least {@code z}, finite.
     * @return 1 - c(z, t), with a relative error as that of the value.
     */
    static double complement(final double z, final double t) {
        return Normal.pdf(t - z) * (MillsRatio.of(t - z) + MillsRatio.of(z + t));
    }

    /**
     * The value over its derivative to the deviation.
     *
     * @param z not negative.
     * @param t not negative.
     * @return D, zero at t = 0; infinity where the density is zero on the side of large t.
     */
    static double difference(final double z, final double t) {
        final double side = side(t - z);
        return side < 0 ? difference(side, z, t) : value(z, t) / Normal.pdf(t - z);
    }

    private static double difference(final double side, final double z, final double t) {
        return MillsDifference.of(side, side * (t - z), z + t, apart(side, z, t));
    }

    /** The logarithm of the value over the density at zero, for z and t where the value itself may underflow. */
    static double logValue(final double z, final double t) {
        final double distance = t - z;
        return Logarithm.log(difference(z, t) / SQRT_2PI) - 0.5 * (distance * distance);
    }

    /**
     * Which form is taken, in operations of which there are vectors.
     *
     * @param distance t - z.
     * @return -1: density times D, 1: one less density times the sum of the ratios.
     */
    static double side(final double distance) {
        return Math.max(-1, Math.min(1, Math.fma(distance + MillsDifference.LEAST, LARGE, -1)));
    }

    /** The distance of the arguments of the two ratios: exactly twice the one or the other. */
    static double apart(final double side, final double z, final double t) {
        return Math.fma(1 - side, t, (1 + side) * z);
    }

    /** The value from {@link #side} and the product of density and {@link MillsDifference}. */
    static double far(final double side, final double product) {
        return 0.5 * (1 + side) - side * product;
    }
}
