package io.plimsoll.core.math;

/**
 * The natural logarithm. The argument is split into a power of two and a number between sqrt(1/2) and sqrt(2), whose
 * logarithm is an odd series in s = f / (2 + f), f the distance from 1, arranged so that f itself enters unrounded
 * (P. T. P. Tang, <i>ACM TOMS</i> 16, 1990; the arrangement is that of K. C. Ng).
 */
public final class Logarithm {
    /** Ends in zeros, so that its product with an exponent is exact. */
    private static final double LN2_HIGH = 0.6931471805598903;

    private static final double LN2_LOW = 5.497923018708371e-14;
    private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
    private static final long SMALLEST_NORMAL_BITS = 0x0010000000000000L;
    private static final long INFINITY_BITS = 0x7ff0000000000000L;
    private static final double TWO_TO_54 = 0x1p54;

    /** What {@link #ordinary} admits: far enough from both ends that a neighbour's exponent is in range. */
    static final double SMALLEST_ORDINARY = 0x1p-1000;

    static final double LARGEST_ORDINARY = 0x1p1000;

    private static final double TAIL_7 = 0.1363028871301461;
    private static final double TAIL_6 = 0.13206913214351643;
    private static final double TAIL_5 = 0.15389011410216824;
    private static final double TAIL_4 = 0.181817339902509;
    private static final double TAIL_3 = 0.22222223095267832;
    private static final double TAIL_2 = 0.2857142856699017;
    private static final double TAIL_1 = 0.40000000000008584;
    private static final double TAIL_0 = 0.6666666666666666;

    /** What {@link #ratioLog} is made of, for loops of one's own over arrays. */
    static final Polynomial ATANH_TAIL = new Polynomial(TAIL_7, TAIL_6, TAIL_5, TAIL_4, TAIL_3, TAIL_2, TAIL_1, TAIL_0);

    private Logarithm() {}

    /**
     * The natural logarithm.
     *
     * @param x a number.
     * @return ln x with an error below 1 ulp; 0 at 1, minus infinity at either zero, infinity at infinity, NaN for
     *     negative numbers and NaN.
     */
    public static double log(final double x) {
        final long bits = Double.doubleToRawLongBits(x);
        if (isNormal(bits)) {
            final int k = exponent(bits);
            final double f = fraction(bits, k);
            return joined(k, f, tail(f));
        }
        return special(x);
    }

    /**
     * The natural logarithm, over an array: the bits of {@link #log(double)}.
     *
     * @param in the numbers.
     * @param from where they begin.
     * @param out takes the results; the two ranges must not overlap.
     * @param to where they begin.
     * @param n how many.
     */
    public static void log(final double[] in, final int from, final double[] out, final int to, final int n) {
        for (int i = 0; i < n; i++) {
            final long bits = Double.doubleToRawLongBits(in[from + i]);
            out[to + i] = fraction(bits, exponent(bits));
        }
        for (int i = 0; i < n; i++) {
            out[to + i] = tail(out[to + i]);
        }
        for (int i = 0; i < n; i++) {
            final double x = in[from + i];
            final long bits = Double.doubleToRawLongBits(x);
            final int k = exponent(bits);
            out[to + i] = isNormal(bits) ? joined(k, fraction(bits, k), out[to + i]) : special(x);
        }
    }

    /**
     * The natural logarithm of one more than a number, without cancellation near zero.
     *
     * @param x a number.
     * @return ln (1 + x) with an error below 1 ulp; zero with its sign at zero, minus infinity at -1, infinity at
     *     infinity, NaN below -1 and for NaN.
     */
    public static double log1p(final double x) {
        if (x > -0.29 && x < 0.41) {
            return x == 0 ? x : x + tail(x);
        }
        final double u = 1 + x;
        final long bits = Double.doubleToRawLongBits(u);
        if (!isNormal(bits)) {
            return special(u);
        }
        final double lost = Math.abs(x) < 1 ? x - (u - 1) : 1 - (u - x);
        final int k = exponent(bits);
        final double f = fraction(bits, k);
        return joined(k, f, tail(f) + lost / u);
    }

    /**
     * The logarithm of a quotient, precise in relative terms however near the two are.
     *
     * @param a a number.
     * @param b a number.
     * @return ln (a / b) with an error below 2 ulp, wherever a / b itself would overflow or underflow too; minus
     *     infinity for a zero over a positive number, infinity for a positive number over zero, NaN where both are zero
     *     or infinite, or either is negative or NaN.
     */
    public static double logRatio(final double a, final double b) {
        if (ordinary(a) && ordinary(b)) {
            final int k = ratioExponent(a, b);
            return ratioLog(k, broughtNear(a, k), b);
        }
        if (a > 0 && b > 0 && a <= Double.MAX_VALUE && b <= Double.MAX_VALUE) {
            final double mantissa = Math.scalb(a, -Math.getExponent(a));
            final double divisor = Math.scalb(b, -Math.getExponent(b));
            final int k = ratioExponent(mantissa, divisor);
            final int apart = k + Math.getExponent(a) - Math.getExponent(b);
            return ratioLog(apart, broughtNear(mantissa, k), divisor);
        }
        return log(a) - log(b);
    }

    /** Whether {@link #ratioExponent} and what follows it may be asked. */
    static boolean ordinary(final double x) {
        return x >= SMALLEST_ORDINARY && x <= LARGEST_ORDINARY;
    }

    /** The power of two nearest to the quotient of two ordinary numbers, within 0.0862. */
    static int ratioExponent(final double a, final double b) {
        return (int) ratioExponent(Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b));
    }

    /** The same from the bits of the two. */
    static long ratioExponent(final long a, final long b) {
        return (a - b + (1L << 51)) >> 52;
    }

    /** A number divided by a power of two, so that it lies within 0.66 and 1.51 times the other. */
    static double broughtNear(final double a, final int k) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(a) - ((long) k << 52));
    }

    /** The logarithm of {@code near * 2^k / b}. The difference is exact: the two are within a factor of two. */
    static double ratioLog(final double k, final double near, final double b) {
        final double s = (near - b) / (near + b);
        final double z = s * s;
        final double log = Math.fma(s * z, atanhTail(z), s + s);
        return Math.fma(k, LN2_HIGH, Math.fma(k, LN2_LOW, log));
    }

    private static boolean isNormal(final long bits) {
        return bits >= SMALLEST_NORMAL_BITS && bits < INFINITY_BITS;
    }

    private static int exponent(final long bits) {
        return (int) ((bits - SQRT_HALF_BITS) >> 52);
    }

    private static double fraction(final long bits, final int exponent) {
        return Double.longBitsToDouble(bits - ((long) exponent << 52)) - 1;
    }

    /** The logarithm of 1 + f, less f. */
    private static double tail(final double f) {
        final double s = f / (2 + f);
        final double z = s * s;
        final double half = 0.5 * f * f;
        return Math.fma(s, Math.fma(z, atanhTail(z), half), -half);
    }

    private static double joined(final int k, final double f, final double tail) {
        final double high = k * LN2_HIGH;
        final double sum = high + f;
        final double lost = f - (sum - high);
        return sum + (lost + Math.fma(k, LN2_LOW, tail));
    }

    private static double special(final double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (!(x > 0)) {
            return Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        final long bits = Double.doubleToRawLongBits(x * TWO_TO_54);
        final int k = exponent(bits);
        final double f = fraction(bits, k);
        return joined(k - 54, f, tail(f));
    }

    /** (ln((1 + s) / (1 - s)) - 2 s) / s^3 as a function of z = s^2 up to 0.0405, near-minimax. */
    private static double atanhTail(final double z) {
        double p = TAIL_7;
        p = Math.fma(p, z, TAIL_6);
        p = Math.fma(p, z, TAIL_5);
        p = Math.fma(p, z, TAIL_4);
        p = Math.fma(p, z, TAIL_3);
        p = Math.fma(p, z, TAIL_2);
        p = Math.fma(p, z, TAIL_1);
        p = Math.fma(p, z, TAIL_0);
        return p;
    }
}
