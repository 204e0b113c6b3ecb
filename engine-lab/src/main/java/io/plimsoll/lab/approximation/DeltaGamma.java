package io.plimsoll.lab.approximation;

/**
 * The profit of a portfolio to second order in its risk factors: {@code X = d'u + u'Gu / 2}, where the factors u are normal with
 * mean 0. Vega stands in d beside the deltas when volatilities are among the factors. An approximation twice over: of the
 * portfolio, and of the law of its factors; a margin is never taken from it.
 */
public final class DeltaGamma {
    private final double[] linear;
    private final double[] squared;

    /** In independent standard normal factors w: sum of {@code linear w + squared w^2 / 2}. */
    private DeltaGamma(final double[] linear, final double[] squared) {
        this.linear = linear;
        this.squared = squared;
    }

    /**
     * Makes the approximation.
     *
     * @param delta profit for a factor's move of one, by factor.
     * @param gamma second derivatives, symmetric.
     * @param omega covariance of the factors.
     * @return the approximation.
     * @throws IllegalArgumentException when the sizes do not agree.
     */
    public static DeltaGamma of(final double[] delta, final double[][] gamma, final double[][] omega) {
        if (gamma.length != delta.length || omega.length != delta.length) {
            throw new IllegalArgumentException(delta.length + " deltas go with " + gamma.length + " rows of gammas and "
                    + omega.length + " of covariances");
        }
        final double[][] root = Symmetric.of(omega).root();
        final Symmetric turned = Symmetric.of(times(times(root, gamma), root));
        final double[] rooted = times(root, delta);
        final double[] linear = new double[delta.length];
        final double[] squared = new double[delta.length];
        for (int k = 0; k < delta.length; k++) {
            linear[k] = dot(turned.vector(k), rooted);
            squared[k] = turned.value(k);
        }
        return new DeltaGamma(linear, squared);
    }

    private static double[][] times(final double[][] a, final double[][] b) {
        final int n = a.length;
        final double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[] times(final double[][] a, final double[] b) {
        final double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = dot(a[i], b);
        }
        return product;
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {@return mean of the profit, half of the trace of GO} */
    public double mean() {
        double sum = 0;
        for (final double square : squared) {
            sum += square / 2;
        }
        return sum;
    }

    /** {@return variance of the profit} */
    public double variance() {
        return cumulant(2);
    }

    /**
     * A cumulant of the profit of order 2 or higher: {@code (r - 1)! / 2 sum l^r + r! / 2 sum b^2 l^(r - 2)}.
     *
     * @param order from 2.
     * @return the cumulant.
     */
    double cumulant(final int order) {
        double factorial = 1;
        for (int i = 2; i < order; i++) {
            factorial *= i;
        }
        double sum = 0;
        for (int k = 0; k < linear.length; k++) {
            final double power = Math.pow(squared[k], order - 2);
            sum += power * (squared[k] * squared[k] + order * linear[k] * linear[k]);
        }
        return factorial / 2 * sum;
    }

    /**
     * The quantile of the profit by the Cornish-Fisher expansion.
     *
     * @param p probability below the quantile.
     * @return the profit; the loss at a level is minus the quantile at one less the level.
     */
    public double cornishFisher(final double p) {
        final double variance = variance();
        if (variance == 0) {
            return mean();
        }
        final double deviation = Math.sqrt(variance);
        return mean()
                + deviation
                        * CornishFisher.quantile(
                                p, cumulant(3) / (variance * deviation), cumulant(4) / (variance * variance));
    }

    /**
     * The quantile of the profit without a further approximation: by the inversion of its moment generating function.
     *
     * @param p probability below the quantile.
     * @return the profit.
     */
    public double quantile(final double p) {
        return variance() == 0 ? mean() : new QuadraticLaw(linear, squared).quantile(p, mean(), Math.sqrt(variance()));
    }
}
