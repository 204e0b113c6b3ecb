package io.plimsoll.core.math;

/**
 * Black's formula without its scale: the undiscounted value of the out-of-the-money option over the lesser of forward
 * and strike, c(z, t) = N(t - z) - e^(2 z t) N(-t - z) with z = |ln(F / K)| / s, t = s / 2 and s the total deviation.
 * In Mills ratios it is c = n(t - z) D, D = Y(z - t) - Y(z + t), of which the derivative to s is n(t - z).
 *
 * <p>Two forms cover the plane. Near, where t is small against z + 4, D is a sum of positive terms. Far, it is the
 * plain difference; with z &lt; t the ratio of a negative number is replaced by its complement. A value is the same
 * whichever way it is asked for: {@link Black76Array} runs these steps over arrays.
 */
final class NormalisedBlack {
    /** Keeps a deviation of zero out of a division. What it changes is far below any deviation. */
    static final double SMALLEST_DEVIATION = 1e-300;

    /** Times it the least difference of two numbers above 2^-501 is beyond 2. */
    private static final double LARGE = 0x1p600;

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
        if (isNear(step(z, t))) {
            return Exponential.scaled(mantissa * nearDifference(z, t), shifted);
        }
        final double side = side(z, t);
        final double difference = farDifference(side, MillsRatio.of(Math.abs(t - z)), MillsRatio.of(z + t));
        return far(side, Exponential.scaled(mantissa * difference, shifted));
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
        if (isNear(step(z, t))) {
            return nearDifference(z, t);
        }
        if (t <= z) {
            return MillsRatio.of(z - t) - MillsRatio.of(z + t);
        }
        return value(z, t) / Normal.pdf(t - z);
    }

    /** The logarithm of the value over the density at zero, for z and t where the value itself may underflow. */
    static double logValue(final double z, final double t) {
        final double distance = t - z;
        return Logarithm.log(difference(z, t) / SQRT_2PI) - 0.5 * (distance * distance);
    }

    static double step(final double z, final double t) {
        return t * MillsRatio.reciprocal(z);
    }

    static boolean isNear(final double step) {
        return step <= MillsDifference.LARGEST_STEP;
    }

    static double nearDifference(final double z, final double t) {
        final double reciprocal = MillsRatio.reciprocal(z);
        final double step = t * reciprocal;
        final double sum = MillsDifference.sum(MillsRatio.place(z, reciprocal), step * step);
        return scaledSum(step, reciprocal, sum);
    }

    static double scaledSum(final double step, final double reciprocal, final double sum) {
        return 2 * step * reciprocal * sum;
    }

    /** The value where t is not small; {@code product} is density times {@link #farDifference}. */
    static double far(final double side, final double product) {
        return 0.5 * (1 + side) - side * product;
    }

    /** D where t is below z; above, that of the value's complement. */
    static double farDifference(final double side, final double inner, final double outer) {
        return inner + side * outer;
    }

    /** The {@link #side} of a t that is zero or at least 2^-501, in operations of which there are vectors. */
    static double sideInLoop(final double z, final double t) {
        return Math.max(-1, Math.min(1, Math.fma(t - z, LARGE, 1)));
    }

    /** -1 where t is below z, otherwise 1. */
    static double side(final double z, final double t) {
        return Math.copySign(1, t - z);
    }
}
