package io.plimsoll.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Polynomials by Horner's rule. Several vectors go side by side: a multiplication takes longer than it takes to start the next.
 */
final class Polynomials {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;
    private static final int L = Lanes.COUNT;

    /** Numbers that are computed side by side; arrays have room for as many more. */
    static final int AT_ONCE = 8 * L;

    private static final int PAIRS_AT_ONCE = 4 * L;

    private final double[] coefficients;

    private Polynomials(final double[] coefficients) {
        this.coefficients = coefficients;
    }

    /** A polynomial by its coefficients, that of the highest power first. */
    static Polynomials of(final double[] coefficients) {
        return new Polynomials(coefficients);
    }

    /** The values; {@code out} may be the same array. */
    void over(final double[] x, final double[] out, final int n) {
        over(coefficients, x, out, n);
    }

    /** The values at x, which take its place, and the divided differences of x and y, which take that of y. */
    void pairs(final double[] x, final double[] y, final int n) {
        pairs(coefficients, x, y, n);
    }

    private static void over(final double[] c, final double[] x, final double[] out, final int n) {
        for (int i = 0; i < n; i += AT_ONCE) {
            final DoubleVector x0 = DoubleVector.fromArray(N, x, i);
            final DoubleVector x1 = DoubleVector.fromArray(N, x, i + L);
            final DoubleVector x2 = DoubleVector.fromArray(N, x, i + 2 * L);
            final DoubleVector x3 = DoubleVector.fromArray(N, x, i + 3 * L);
            final DoubleVector x4 = DoubleVector.fromArray(N, x, i + 4 * L);
            final DoubleVector x5 = DoubleVector.fromArray(N, x, i + 5 * L);
            final DoubleVector x6 = DoubleVector.fromArray(N, x, i + 6 * L);
            final DoubleVector x7 = DoubleVector.fromArray(N, x, i + 7 * L);
            DoubleVector p0 = DoubleVector.broadcast(N, c[0]);
            DoubleVector p1 = p0;
            DoubleVector p2 = p0;
            DoubleVector p3 = p0;
            DoubleVector p4 = p0;
            DoubleVector p5 = p0;
            DoubleVector p6 = p0;
            DoubleVector p7 = p0;
            for (int k = 1; k < c.length; k++) {
                final DoubleVector next = DoubleVector.broadcast(N, c[k]);
                p0 = p0.lanewise(VectorOperators.FMA, x0, next);
                p1 = p1.lanewise(VectorOperators.FMA, x1, next);
                p2 = p2.lanewise(VectorOperators.FMA, x2, next);
                p3 = p3.lanewise(VectorOperators.FMA, x3, next);
                p4 = p4.lanewise(VectorOperators.FMA, x4, next);
                p5 = p5.lanewise(VectorOperators.FMA, x5, next);
                p6 = p6.lanewise(VectorOperators.FMA, x6, next);
                p7 = p7.lanewise(VectorOperators.FMA, x7, next);
            }
            p0.intoArray(out, i);
            p1.intoArray(out, i + L);
            p2.intoArray(out, i + 2 * L);
            p3.intoArray(out, i + 3 * L);
            p4.intoArray(out, i + 4 * L);
            p5.intoArray(out, i + 5 * L);
            p6.intoArray(out, i + 6 * L);
            p7.intoArray(out, i + 7 * L);
        }
    }

    private static void pairs(final double[] c, final double[] x, final double[] y, final int n) {
        for (int i = 0; i < n; i += PAIRS_AT_ONCE) {
            final DoubleVector x0 = DoubleVector.fromArray(N, x, i);
            final DoubleVector x1 = DoubleVector.fromArray(N, x, i + L);
            final DoubleVector x2 = DoubleVector.fromArray(N, x, i + 2 * L);
            final DoubleVector x3 = DoubleVector.fromArray(N, x, i + 3 * L);
            final DoubleVector y0 = DoubleVector.fromArray(N, y, i);
            final DoubleVector y1 = DoubleVector.fromArray(N, y, i + L);
            final DoubleVector y2 = DoubleVector.fromArray(N, y, i + 2 * L);
            final DoubleVector y3 = DoubleVector.fromArray(N, y, i + 3 * L);
            DoubleVector p0 = DoubleVector.broadcast(N, c[0]);
            DoubleVector p1 = p0;
            DoubleVector p2 = p0;
            DoubleVector p3 = p0;
            DoubleVector d0 = DoubleVector.zero(N);
            DoubleVector d1 = d0;
            DoubleVector d2 = d0;
            DoubleVector d3 = d0;
            for (int k = 1; k < c.length; k++) {
                final DoubleVector next = DoubleVector.broadcast(N, c[k]);
                d0 = d0.lanewise(VectorOperators.FMA, y0, p0);
                d1 = d1.lanewise(VectorOperators.FMA, y1, p1);
                d2 = d2.lanewise(VectorOperators.FMA, y2, p2);
                d3 = d3.lanewise(VectorOperators.FMA, y3, p3);
                p0 = p0.lanewise(VectorOperators.FMA, x0, next);
                p1 = p1.lanewise(VectorOperators.FMA, x1, next);
                p2 = p2.lanewise(VectorOperators.FMA, x2, next);
                p3 = p3.lanewise(VectorOperators.FMA, x3, next);
            }
            p0.intoArray(x, i);
            d0.intoArray(y, i);
            p1.intoArray(x, i + L);
            d1.intoArray(y, i + L);
            p2.intoArray(x, i + 2 * L);
            d2.intoArray(y, i + 2 * L);
            p3.intoArray(x, i + 3 * L);
            d3.intoArray(y, i + 3 * L);
        }
    }
}
