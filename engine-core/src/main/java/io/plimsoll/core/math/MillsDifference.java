package io.plimsoll.core.math;

/**
 * Two Mills ratios at once: the difference Y(x) - Y(y), or their sum. The product (z + c) Y(z) is a polynomial P in v = 1 - h / (z
 * + c), from z = -3/8 where v is -1 to infinity where it is 1. With it
 *
 * <pre>Y(x) - Y(y) = (y - x) / ((x + c) (y + c)) (P(v(x)) - h / (y + c) P[v(x), v(y)])</pre>
 *
 * where P[ , ] is the divided difference, which Horner's rule gives beside the value. P falls, so that both terms are positive: the
 * difference costs no digits however near the two are.
 */
final class MillsDifference {
    /** Least argument: from here on a difference is asked for, further down its complement. */
    static final double LEAST = -0.375;

    /** c. */
    static final double CENTRE = 5.25;

    /** h: twice the distance of {@link #LEAST} and -c. */
    static final double SPAN = 9.75;

    /** Where v is zero. */
    static final double ZERO = SPAN - CENTRE;

    /** P, with an error of the fit below 2^-53 in the difference of neighbours, 2^-54 in itself. */
    static final Polynomial SCALED = new Polynomial(
            1.4990338533834943e-09,
            1.2514313834791864e-09,
            -1.6840880748269187e-08,
            -1.662602956637237e-08,
            1.1084435807128408e-07,
            1.2808484422464917e-07,
            -6.339931471145279e-07,
            -7.665029445111471e-07,
            3.8146752299315257e-06,
            3.591812214540424e-06,
            -2.5542995436679846e-05,
            -5.581632434927207e-06,
            0.000179243465930595,
            -0.00018776949198490923,
            -0.0010481346635653874,
            0.0036884559295655077,
            -0.0006026633896594778,
            -0.03255119164866702,
            0.14174875074081192,
            -0.3802167868204698,
            0.7716700710724649,
            -1.2701270381724268,
            1.7511370400642303,
            -2.056228225972278,
            2.07256315930981);

    private MillsDifference() {}

    /**
     * The difference or the sum.
     *
     * @param side -1: Y(x) - Y(y), 1: Y(x) + Y(y).
     * @param x not below {@link #LEAST}.
     * @param y not below {@code x}.
     * @param apart y - x, however small.
     * @return with a relative error below 1e-15.
     */
    static double of(final double side, final double x, final double y, final double apart) {
        final double first = reciprocal(x);
        final double second = reciprocal(y);
        final double u = place(x, first);
        final double v = place(y, second);
        return joined(side, apart, first, second, SCALED.at(u), SCALED.slope(u, v));
    }

    /** 1 / (z + c). What the sum lost in rounding is put back: near zero it is the largest error of all. */
    static double reciprocal(final double z) {
        final double sum = z + CENTRE;
        final double lost = z - (sum - CENTRE);
        final double reciprocal = 1 / sum;
        return Math.fma(-(lost * reciprocal), reciprocal, reciprocal);
    }

    /** v, with one step of correction. */
    static double place(final double z, final double reciprocal) {
        final double v = Math.fma(-SPAN, reciprocal, 1);
        final double residual = Math.fma(-v, z, Math.fma(-CENTRE, v, z - ZERO));
        return Math.fma(reciprocal, residual, v);
    }

    /** From 1 / (x + c), 1 / (y + c), P at the first and the divided difference of both. */
    static double joined(
            final double side,
            final double apart,
            final double first,
            final double second,
            final double value,
            final double slope) {
        final double scaled = SPAN * slope;
        final double step = apart * first * second;
        final double other = Math.fma(scaled, step, value);
        return Math.fma((1 + side) * second, other, step * Math.fma(-scaled, second, value));
    }
}
