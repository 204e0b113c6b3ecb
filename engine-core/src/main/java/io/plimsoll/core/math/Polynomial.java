package io.plimsoll.core.math;

import java.util.Arrays;

/** A polynomial by Horner's rule, each step one fused multiply-add: the same bits for one number and over an array. */
final class Polynomial {
    /** So many coefficients stay in registers; with more of them a compiler fetches each one again for each multiplication. */
    private static final int LONG_PART = 8;

    private static final int SHORT_PART = 3;

    private final double[] coefficients;

    /** The same behind zeros, so that parts follow the first: the product with the first that is not zero is exact. */
    private final double[] inParts;

    /** Where the long parts begin. */
    private final int shortEnd;

    /** Coefficients, that of the highest power first. */
    Polynomial(final double... coefficients) {
        this.coefficients = coefficients;
        int steps = coefficients.length - 1;
        int shorts = shorts(steps);
        while (shorts < 0) {
            shorts = shorts(++steps);
        }
        this.shortEnd = 1 + shorts * SHORT_PART;
        this.inParts = new double[1 + steps];
        System.arraycopy(coefficients, 0, inParts, inParts.length - coefficients.length, coefficients.length);
    }

    /** With how few short parts so many steps can be made; -1: not at all. */
    private static int shorts(final int steps) {
        for (int shorts = 0; shorts * SHORT_PART <= steps; shorts++) {
            final int rest = steps - shorts * SHORT_PART;
            if (rest > 0 && rest % LONG_PART == 0) {
                return shorts;
            }
        }
        return -1;
    }

    /** A copy of the coefficients, that of the highest power first. */
    double[] coefficients() {
        return coefficients.clone();
    }

    /** Its value at a finite place. */
    double at(final double x) {
        double p = coefficients[0];
        for (int k = 1; k < coefficients.length; k++) {
            p = Math.fma(p, x, coefficients[k]);
        }
        return p;
    }

    /** Its divided difference: (p(x) - p(y)) / (x - y), without that quotient. */
    double slope(final double x, final double y) {
        double p = coefficients[0];
        double slope = 0;
        for (int k = 1; k < coefficients.length; k++) {
            slope = Math.fma(slope, y, p);
            p = Math.fma(p, x, coefficients[k]);
        }
        return slope;
    }

    /** Its values at finite places; {@code out} is another array. */
    void overArray(final double[] x, final double[] out, final int n) {
        allButLast(x, out, n);
        longPart(inParts, inParts.length - LONG_PART, x, out, n);
    }

    /** Its values at x and its divided differences of x and y; the number of steps is a multiple of {@link #LONG_PART}. */
    void overArray(final double[] x, final double[] y, final double[] values, final double[] slopes, final int n) {
        Arrays.fill(values, 0, n, coefficients[0]);
        Arrays.fill(slopes, 0, n, 0);
        for (int from = 1; from < coefficients.length; from += LONG_PART) {
            pairPart(coefficients, from, x, y, values, slopes, n);
        }
    }

    private void allButLast(final double[] x, final double[] out, final int n) {
        Arrays.fill(out, 0, n, inParts[0]);
        for (int from = 1; from < shortEnd; from += SHORT_PART) {
            shortPart(inParts, from, x, out, n);
        }
        for (int from = shortEnd; from < inParts.length - LONG_PART; from += LONG_PART) {
            longPart(inParts, from, x, out, n);
        }
    }

    private static void shortPart(final double[] c, final int from, final double[] x, final double[] out, final int n) {
        final double c0 = c[from];
        final double c1 = c[from + 1];
        final double c2 = c[from + 2];
        for (int i = 0; i < n; i++) {
            final double p = Math.fma(out[i], x[i], c0);
            out[i] = Math.fma(Math.fma(p, x[i], c1), x[i], c2);
        }
    }

    private static void longPart(final double[] c, final int from, final double[] x, final double[] out, final int n) {
        final double c0 = c[from];
        final double c1 = c[from + 1];
        final double c2 = c[from + 2];
        final double c3 = c[from + 3];
        final double c4 = c[from + 4];
        final double c5 = c[from + 5];
        final double c6 = c[from + 6];
        final double c7 = c[from + 7];
        for (int i = 0; i < n; i++) {
            double p = Math.fma(out[i], x[i], c0);
            p = Math.fma(p, x[i], c1);
            p = Math.fma(p, x[i], c2);
            p = Math.fma(p, x[i], c3);
            p = Math.fma(p, x[i], c4);
            p = Math.fma(p, x[i], c5);
            p = Math.fma(p, x[i], c6);
            out[i] = Math.fma(p, x[i], c7);
        }
    }

    private static void pairPart(
            final double[] c,
            final int from,
            final double[] x,
            final double[] y,
            final double[] values,
            final double[] slopes,
            final int n) {
        final double c0 = c[from];
        final double c1 = c[from + 1];
        final double c2 = c[from + 2];
        final double c3 = c[from + 3];
        final double c4 = c[from + 4];
        final double c5 = c[from + 5];
        final double c6 = c[from + 6];
        final double c7 = c[from + 7];
        for (int i = 0; i < n; i++) {
            double slope = Math.fma(slopes[i], y[i], values[i]);
            double p = Math.fma(values[i], x[i], c0);
            slope = Math.fma(slope, y[i], p);
            p = Math.fma(p, x[i], c1);
            slope = Math.fma(slope, y[i], p);
            p = Math.fma(p, x[i], c2);
            slope = Math.fma(slope, y[i], p);
            p = Math.fma(p, x[i], c3);
            slope = Math.fma(slope, y[i], p);
            p = Math.fma(p, x[i], c4);
            slope = Math.fma(slope, y[i], p);
            p = Math.fma(p, x[i], c5);
            slope = Math.fma(slope, y[i], p);
            p = Math.fma(p, x[i], c6);
            slopes[i] = Math.fma(slope, y[i], p);
            values[i] = Math.fma(p, x[i], c7);
        }
    }
}
