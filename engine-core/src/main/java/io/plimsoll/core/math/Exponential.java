package io.plimsoll.core.math;

/**
 * The exponential function. Cody and Waite's reduction by multiples of ln 2 (<i>Software Manual for the Elementary
 * Functions</i>, 1980, chapter 6), then a polynomial of degree 12 in the rest.
 */
public final class Exponential {
    /** A result with a larger exponent is infinite. */
    private static final double LARGEST_EXPONENT = 1024;

    /** A result with a smaller exponent is zero. */
    private static final double SMALLEST_EXPONENT = -1080;

    /** What is left of a product with {@link #enlargedPower}. */
    static final double ENLARGED = 0x1p-64;

    /** The exponent of its inverse. */
    static final int ENLARGED_EXPONENT = 64;

    static final double LOG2_E = 1.4426950408889634;

    /** Adding it leaves the nearest integer in the low bits of the sum. */
    static final double SHIFT = 0x1.8p52;

    /** Ends in zeros, so that its product with an exponent is exact. */
    static final double LN2_HIGH = 0.6931471805598903;

    static final double LN2_LOW = 5.497923018708371e-14;

    /** From here on, 1 is below half an ulp of the result. */
    private static final double ONE_IS_LOST = 50;

    private static final double TAIL_10 = 2.091813816945801e-09;
    private static final double TAIL_9 = 2.5105217695684516e-08;
    private static final double TAIL_8 = 2.7557263277791584e-07;
    private static final double TAIL_7 = 2.755725539833871e-06;
    private static final double TAIL_6 = 2.4801587336443602e-05;
    private static final double TAIL_5 = 0.00019841269874822307;
    private static final double TAIL_4 = 0.0013888888888879073;
    private static final double TAIL_3 = 0.008333333333326134;
    private static final double TAIL_2 = 0.04166666666666668;
    private static final double TAIL_1 = 0.1666666666666667;
    private static final double TAIL_0 = 0.5;

    /** (e^r - 1 - r) / r^2, for loops of one's own over arrays. */
    static final Polynomial TAIL =
            new Polynomial(TAIL_10, TAIL_9, TAIL_8, TAIL_7, TAIL_6, TAIL_5, TAIL_4, TAIL_3, TAIL_2, TAIL_1, TAIL_0);

    private Exponential() {}

    /**
     * e to a power.
     *
     * @param x any number.
     * @return e^x with an error below 1 ulp (1 ulp of the smallest number where the result is subnormal); 1 at zero,
     *     infinity above 709.782..., 0 below -745.133..., NaN for NaN.
     */
    public static double exp(final double x) {
        final double shifted = shifted(x);
        return scaled(mantissa(x, shifted), shifted);
    }

    /**
     * e to a power, over an array: the bits of {@link #exp(double)}.
     *
     * @param in the powers.
     * @param from where they begin.
     * @param out takes the results; the two ranges must not overlap.
     * @param to where they begin.
     * @param n how many.
     */
    public static void exp(final double[] in, final int from, final double[] out, final int to, final int n) {
        // A loop over two ranges that might overlap is not turned into vectors; one over a single range is.
        System.arraycopy(in, from, out, to, n);
        for (int i = 0; i < n; i++) {
            final double x = out[to + i];
            out[to + i] = mantissa(x, shifted(x));
        }
        for (int i = 0; i < n; i++) {
            out[to + i] = scaled(out[to + i], shifted(in[from + i]));
        }
    }

    /**
     * e to a power, less one, without cancellation near zero.
     *
     * @param x any number.
     * @return e^x - 1 with an error below 1 ulp; zero with its sign at zero, infinity above 709.782..., -1 below -38,
     *     NaN for NaN.
     */
    public static double expm1(final double x) {
        if (x == 0) {
            return x;
        }
        if (x > ONE_IS_LOST) {
            return exp(x);
        }
        if (x < -38) {
            return -1;
        }
        final double k = Math.fma(x, LOG2_E, SHIFT) - SHIFT;
        final double high = Math.fma(-k, LN2_HIGH, x);
        final double r = Math.fma(-k, LN2_LOW, high);
        final double rest = Math.fma(r * r, tail(r), Math.fma(-k, LN2_LOW, high - r));
        if (k == 0) {
            return r + rest;
        }
        final double power = powerOfTwo((int) k);
        final double sum = Math.fma(power, r, power - 1);
        final double lost = Math.fma(power, r, (power - 1) - sum);
        return sum + Math.fma(power, rest, lost);
    }

    /** The exponent of the result, in the low bits of a large number. */
    static double shifted(final double x) {
        return Math.fma(x, LOG2_E, SHIFT);
    }

    /** The result without its power of two, between 0.7 and 1.42; without meaning where the result is zero or infinite. */
    static double mantissa(final double x, final double shifted) {
        final double k = shifted - SHIFT;
        final double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        return 1 + Math.fma(r * r, tail(r), r);
    }

    /** Times the power of two; in two steps, since one alone could overflow where the product does not. */
    static double scaled(final double mantissa, final double shifted) {
        final double exponent = shifted - SHIFT;
        if (exponent < SMALLEST_EXPONENT) {
            return 0;
        }
        if (exponent > LARGEST_EXPONENT) {
            return Double.POSITIVE_INFINITY;
        }
        final int k = (int) Double.doubleToRawLongBits(shifted);
        final int half = k >> 1;
        return mantissa * powerOfTwo(half) * powerOfTwo(k - half);
    }

    /**
     * The power of two times {@link #ENLARGED}'s inverse, for exponents from -1085 to 900: normal even where a result is
     * subnormal, so that a product with it and then with {@code ENLARGED} is rounded once, as {@link #scaled} is.
     */
    static double enlargedPower(final double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + ENLARGED_EXPONENT + 1023) << 52);
    }

    private static double powerOfTwo(final int k) {
        return Double.longBitsToDouble((k + 1023L) << 52);
    }

    /** (e^r - 1 - r) / r^2 for |r| up to ln(2) / 2, near-minimax: relative error below 2^-56. */
    private static double tail(final double r) {
        double p = TAIL_10;
        p = Math.fma(p, r, TAIL_9);
        p = Math.fma(p, r, TAIL_8);
        p = Math.fma(p, r, TAIL_7);
        p = Math.fma(p, r, TAIL_6);
        p = Math.fma(p, r, TAIL_5);
        p = Math.fma(p, r, TAIL_4);
        p = Math.fma(p, r, TAIL_3);
        p = Math.fma(p, r, TAIL_2);
        p = Math.fma(p, r, TAIL_1);
        p = Math.fma(p, r, TAIL_0);
        return p;
    }
}
