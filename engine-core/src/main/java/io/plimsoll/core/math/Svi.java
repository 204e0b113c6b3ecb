package io.plimsoll.core.math;

/**
 * One expiry's total implied variance as a function of log-moneyness k = ln(K / F), in the raw form of J. Gatheral:
 * w(k) = a + b (rho (k - m) + sqrt((k - m)^2 + sigma^2)); total variance is volatility squared times time.
 * {@link SurfaceCheck} says whether parameters can be priced with.
 *
 * <p>Errors are stated for |k - m| up to 1e150 and sigma between 1e-150 and 1e150, whose squares are ordinary numbers. With M(k)
 * the largest of |a|, b |k - m| and b sigma, c(k) = M(k) / w(k) says how much of it the sum has lost.
 *
 * @param a level, a total variance.
 * @param b slope of the wings, not negative.
 * @param rho tilt, above -1 and below 1.
 * @param m log-moneyness of the vertex.
 * @param sigma width of the vertex, above zero.
 */
public record Svi(double a, double b, double rho, double m, double sigma) {
    /**
     * Total variance.
     *
     * @param k log-moneyness.
     * @return w(k), with an error below 8e-16 M(k).
     */
    public double variance(final double k) {
        final double x = k - m;
        return Math.fma(b, Math.fma(rho, x, root(x)), a);
    }

    /**
     * First derivative of the total variance.
     *
     * @param k log-moneyness.
     * @return w'(k), between b (rho - 1) and b (rho + 1), with an error below 6e-16 b.
     */
    public double slope(final double k) {
        final double x = k - m;
        return b * (rho + x / root(x));
    }

    /**
     * Second derivative of the total variance.
     *
     * @param k log-moneyness.
     * @return w''(k), not negative, with a relative error below 1.3e-15.
     */
    public double curvature(final double k) {
        final double root = root(k - m);
        return b * (sigma / root) * (sigma / root) / root;
    }

    /**
     * Total deviation, what {@link Black76} takes.
     *
     * @param k log-moneyness.
     * @return the root of the total variance, with a relative error below 2e-16 (1 + c(k)) for c(k) up to 1e12; NaN where the total
     *     variance is negative.
     */
    public double deviation(final double k) {
        return Math.sqrt(variance(k));
    }

    /**
     * The least total variance of the slice.
     *
     * @return a + b sigma sqrt(1 - rho^2), with an error below 4e-16 of |a| or b sigma, whichever is larger.
     */
    public double leastVariance() {
        return Math.fma(b * sigma, Math.sqrt((1 - rho) * (1 + rho)), a);
    }

    /**
     * The density of the price at expiry, over a positive factor: negative where a butterfly would cost less than nothing
     * (J. Gatheral and A. Jacquier, <i>Arbitrage-free SVI volatility surfaces</i>, Quantitative Finance 14, 2014,
     * equation 2.1).
     *
     * @param k log-moneyness.
     * @return g(k), with an error below 2.2e-15 c(k) ((1 + |k| b / w)^2 + b^2 / w + w'') for c(k) up to 1e12; NaN where the total
     *     variance is zero and k is too.
     */
    public double density(final double k) {
        final double w = variance(k);
        final double slope = slope(k);
        final double half = 1 - k * slope / (2 * w);
        return half * half - 0.25 * slope * slope * (1 / w + 0.25) + 0.5 * curvature(k);
    }

    private double root(final double x) {
        return Math.sqrt(Math.fma(x, x, sigma * sigma));
    }
}
