package io.plimsoll.core.math;

/** The standard normal distribution, and the scaled complementary error function. */
public final class Normal {
    static final double INVERSE_SQRT_2PI = 0.3989422804014327;
    private static final double SQRT_2_OVER_PI = 0.7978845608028654;
    private static final double SQRT_2 = 1.4142135623730951;

    /** The density is zero from here on. */
    private static final double FAR = 40;

    /** Where it is zero too, and its exponent is still in the range of {@link Exponential#enlargedPower}. */
    static final double NO_DENSITY = 38.75;

    /** Twice exp(x^2) overflows from here on, exp(x^2) itself only further out. */
    private static final double ERFCX_OVERFLOWS = -26.64;

    private Normal() {}

    /**
     * The density.
     *
     * @param x any number.
     * @return exp(-x^2 / 2) / sqrt(2 pi) with a relative error below 4e-16 (4 of the smallest numbers where the result
     *     is subnormal); zero beyond 38.58 and at both infinities, NaN for NaN.
     */
    public static double pdf(final double x) {
        final double z = Math.min(Math.abs(x), FAR);
        final double shifted = densityExponent(z);
        return Exponential.scaled(densityMantissa(z, shifted), shifted);
    }

    /**
     * The distribution function: N(-z) is n(z) times Mills' ratio, so the lower tail keeps its relative precision down
     * to where numbers become subnormal.
     *
     * @param x any number.
     * @return the probability of a value below x, with a relative error below 6e-16 (4 of the smallest numbers where the
     *     result is subnormal); 1/2 at zero, 0 below -38.49, 1 above 8.3, NaN for NaN.
     */
    public static double cdf(final double x) {
        final double z = Math.min(Math.abs(x), FAR);
        final double shifted = densityExponent(z);
        final double tail = Exponential.scaled(densityMantissa(z, shifted) * MillsRatio.of(z), shifted);
        return x < 0 ? tail : 1 - tail;
    }

    /**
     * The scaled complementary error function.
     *
     * @param x any number.
     * @return exp(x^2) erfc(x) with a relative error below 8e-16; 1 at zero, 1 / (x sqrt(pi)) far out and 0 at infinity,
     *     infinity below -26.63, NaN for NaN.
     */
    public static double erfcx(final double x) {
        final double tail = SQRT_2_OVER_PI * MillsRatio.anywhere(SQRT_2 * Math.abs(x));
        if (!(x < 0)) {
            return tail;
        }
        if (x < ERFCX_OVERFLOWS) {
            return Double.POSITIVE_INFINITY;
        }
        final double square = x * x;
        final double power = Exponential.exp(square);
        return 2 * Math.fma(power, Math.fma(x, x, -square), power) - tail;
    }

    /**
     * The quantile.
     *
     * @param p a probability.
     * @return the x of which {@link #cdf} is p, with a relative error below 1e-15, for subnormal p too; minus infinity at
     *     0, infinity at 1, NaN outside and for NaN.
     */
    public static double inverseCdf(final double p) {
        return NormalQuantile.of(p);
    }

    /** The exponent of exp(-z^2 / 2), for {@link Exponential#scaled}. */
    static double densityExponent(final double z) {
        return Exponential.shifted(-0.5 * (z * z));
    }

    /** The density without its power of two, for z up to 1e150. What the square lost in rounding is put back. */
    static double densityMantissa(final double z, final double shifted) {
        final double square = z * z;
        final double lost = Math.fma(z, z, -square);
        final double power = Exponential.mantissa(-0.5 * square, shifted);
        return INVERSE_SQRT_2PI * Math.fma(power, -0.5 * lost, power);
    }
}
