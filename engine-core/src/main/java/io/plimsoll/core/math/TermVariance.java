package io.plimsoll.core.math;

/**
 * Volatility between expiries: total variance is linear in time at equal log-moneyness, the rule that keeps a surface
 * without calendar arbitrage so. Before the first and after the last expiry the volatility is that of the nearest.
 */
public final class TermVariance {
    private TermVariance() {}

    /**
     * Total variance between two expiries.
     *
     * @param years time to the wanted expiry, not negative.
     * @param earlier time to the expiry before, above zero.
     * @param earlierVariance its total variance.
     * @param later time to the expiry after, above {@code earlier}.
     * @param laterVariance its total variance.
     * @return the interpolated total variance, zero at time zero; NaN where a time is out of its range. Between the two expiries
     *     its error is below 4e-16 of the larger variance, and where the later is the larger, below 4.5e-16 of the result.
     */
    public static double between(
            final double years,
            final double earlier,
            final double earlierVariance,
            final double later,
            final double laterVariance) {
        if (!(years >= 0 && earlier > 0 && later > earlier)) {
            return Double.NaN;
        }
        if (years <= earlier) {
            return atNearest(years, earlier, earlierVariance);
        }
        if (years >= later) {
            return atNearest(years, later, laterVariance);
        }
        final double share = (years - earlier) / (later - earlier);
        return (1 - share) * earlierVariance + share * laterVariance;
    }

    /**
     * Total variance outside the listed expiries, at the nearest one's volatility.
     *
     * @param years time to the wanted expiry, not negative.
     * @param nearest time to the nearest expiry, above zero.
     * @param variance its total variance.
     * @return variance in proportion to time, with a relative error below 2.3e-16; NaN where a time is out of its range.
     */
    public static double atNearest(final double years, final double nearest, final double variance) {
        if (!(years >= 0 && nearest > 0)) {
            return Double.NaN;
        }
        return years == nearest ? variance : variance * (years / nearest);
    }
}
