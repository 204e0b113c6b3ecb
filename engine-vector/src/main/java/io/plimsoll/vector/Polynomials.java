package io.plimsoll.vector;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Polynomials in one variable that are the coefficients of a polynomial in another, by Horner's rule in both. Eight vectors go side
 * by side: a multiplication takes longer than it takes to start the next.
 */
final class Polynomials {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;
    private static final int L = Lanes.COUNT;

    /** Numbers that are computed side by side; arrays have room for as many more. */
    static final int AT_ONCE = 8 * L;

    private final double[] coefficients;
    private final int[] ends;

    private Polynomials(final double[] coefficients, final int[] ends) {
        this.coefficients = coefficients;
        this.ends = ends;
    }

    /** Polynomials by their coefficients, that of the highest power first in each and among them. */
    static Polynomials of(final List<double[]> polynomials) {
        final int[] ends = new int[polynomials.size()];
        int end = 0;
        for (int p = 0; p < ends.length; p++) {
            end += polynomials.get(p).length;
            ends[p] = end;
        }
        final double[] all =
                polynomials.stream().flatMapToDouble(Arrays::stream).toArray();
        return new Polynomials(all, ends);
    }

    /** A polynomial in one variable. */
    static Polynomials of(final double[] coefficients) {
        return of(List.of(coefficients));
    }

    /** The values of a polynomial in one variable; {@code out} may be the same array. */
    void over(final double[] x, final double[] out, final int n) {
        over(coefficients, ends, x, x, out, n);
    }

    /** The values at x and w; {@code out} may be the array of x. */
    void over(final double[] x, final double[] w, final double[] out, final int n) {
        over(coefficients, ends, x, w, out, n);
    }

    private static void over(
            final double[] c, final int[] ends, final double[] x, final double[] w, final double[] out, final int n) {
        for (int i = 0; i < n; i += AT_ONCE) {
            final DoubleVector x0 = DoubleVector.fromArray(N, x, i);
            final DoubleVector x1 = DoubleVector.fromArray(N, x, i + L);
            final DoubleVector x2 = DoubleVector.fromArray(N, x, i + 2 * L);
            final DoubleVector x3 = DoubleVector.fromArray(N, x, i + 3 * L);
            final DoubleVector x4 = DoubleVector.fromArray(N, x, i + 4 * L);
            final DoubleVector x5 = DoubleVector.fromArray(N, x, i + 5 * L);
            final DoubleVector x6 = DoubleVector.fromArray(N, x, i + 6 * L);
            final DoubleVector x7 = DoubleVector.fromArray(N, x, i + 7 * L);
            DoubleVector sum0 = DoubleVector.zero(N);
            DoubleVector sum1 = sum0;
            DoubleVector sum2 = sum0;
            DoubleVector sum3 = sum0;
            DoubleVector sum4 = sum0;
            DoubleVector sum5 = sum0;
            DoubleVector sum6 = sum0;
            DoubleVector sum7 = sum0;
            int k = 0;
            for (int polynomial = 0; polynomial < ends.length; polynomial++) {
                DoubleVector p0 = DoubleVector.broadcast(N, c[k]);
                DoubleVector p1 = p0;
                DoubleVector p2 = p0;
                DoubleVector p3 = p0;
                DoubleVector p4 = p0;
                DoubleVector p5 = p0;
                DoubleVector p6 = p0;
                DoubleVector p7 = p0;
                final int end = ends[polynomial];
                for (k++; k < end; k++) {
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
                sum0 = DoubleVector.fromArray(N, w, i).lanewise(VectorOperators.FMA, sum0, p0);
                sum1 = DoubleVector.fromArray(N, w, i + L).lanewise(VectorOperators.FMA, sum1, p1);
                sum2 = DoubleVector.fromArray(N, w, i + 2 * L).lanewise(VectorOperators.FMA, sum2, p2);
                sum3 = DoubleVector.fromArray(N, w, i + 3 * L).lanewise(VectorOperators.FMA, sum3, p3);
                sum4 = DoubleVector.fromArray(N, w, i + 4 * L).lanewise(VectorOperators.FMA, sum4, p4);
                sum5 = DoubleVector.fromArray(N, w, i + 5 * L).lanewise(VectorOperators.FMA, sum5, p5);
                sum6 = DoubleVector.fromArray(N, w, i + 6 * L).lanewise(VectorOperators.FMA, sum6, p6);
                sum7 = DoubleVector.fromArray(N, w, i + 7 * L).lanewise(VectorOperators.FMA, sum7, p7);
            }
            sum0.intoArray(out, i);
            sum1.intoArray(out, i + L);
            sum2.intoArray(out, i + 2 * L);
            sum3.intoArray(out, i + 3 * L);
            sum4.intoArray(out, i + 4 * L);
            sum5.intoArray(out, i + 5 * L);
            sum6.intoArray(out, i + 6 * L);
            sum7.intoArray(out, i + 7 * L);
        }
    }
}
