package io.plimsoll.core.math;

/**
 * How far a smile tilts or bends: by {@code k cap / k*}, at most the cap, with {@code cap = level + slope sqrt(T)} and
 * {@code k* = max(least, sqrt(T) width (base + term sqrt(T)))}. Source: Derive, PMRM_2.
 *
 * @param level cap at expiry.
 * @param slope change of the cap with the root of time.
 * @param least least log-moneyness at which the cap is reached.
 * @param width log-moneyness at which the cap is reached, in deviations.
 * @param base volatility that the width is measured by, at expiry.
 * @param term its change with the root of time.
 */
public record SkewRule(double level, double slope, double least, double width, double base, double term) {
    /** No tilt and no bend. */
    public static final SkewRule NONE = new SkewRule(0, 0, 1, 0, 0, 0);

    /**
     * Factor of the volatility.
     *
     * @param k log-moneyness, or its size.
     * @param years time to expiry.
     * @return one plus the tilt or bend.
     */
    public double factor(final double k, final double years) {
        final double root = Math.sqrt(years);
        final double cap = level + slope * root;
        final double reach = Math.max(least, root * width * (base + term * root));
        final double tilt = k * cap / reach;
        return 1 + (k > 0 ? Math.min(cap, tilt) : Math.max(-cap, tilt));
    }
}
