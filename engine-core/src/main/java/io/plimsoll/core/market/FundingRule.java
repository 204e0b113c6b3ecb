package io.plimsoll.core.market;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;

/**
 * How a rate of funding follows from a premium: {@code bound(factor x (premium + clamp(interest - premium)))}. Where the premium
 * is near the interest the rate is the interest; beyond the clamp it follows the premium. All figures are ratios x 10^15.
 *
 * @param interest what the rate is without a premium.
 * @param clampLower least of interest less premium that counts.
 * @param clampUpper most of interest less premium that counts.
 * @param factor what the sum is multiplied by, not negative.
 * @param rateLower least rate.
 * @param rateUpper largest rate.
 */
public record FundingRule(
        long interest, long clampLower, long clampUpper, long factor, long rateLower, long rateUpper) {
    /** Largest factor: a hundred. */
    public static final long FACTOR_MAX = 100 * Rate.ONE;

    /** Largest magnitude of all other figures: a hundred times. */
    public static final long FIGURE_MAX = 100 * Rate.ONE;

    /** {@return whether the figures are in their ranges and the bounds in order} */
    public boolean isValid() {
        return isFigure(interest)
                && isFigure(clampLower)
                && isFigure(clampUpper)
                && isFigure(rateLower)
                && isFigure(rateUpper)
                && factor >= 0
                && factor <= FACTOR_MAX
                && clampLower <= clampUpper
                && rateLower <= rateUpper;
    }

    private static boolean isFigure(final long figure) {
        return figure >= -FIGURE_MAX && figure <= FIGURE_MAX;
    }

    /**
     * The rate that follows from a premium.
     *
     * @param premium signed.
     * @return the rate for one period; the product is rounded down.
     */
    public long rate(final long premium) {
        final long towardsInterest = within(interest - premium, clampLower, clampUpper);
        return within(Rate.timesFloor(premium + towardsInterest, factor), rateLower, rateUpper);
    }

    /**
     * A rate within a bound either way.
     *
     * @param rate signed.
     * @param bound not negative.
     * @return the rate, or the bound with its sign.
     */
    static long within(final long rate, final long bound) {
        return within(rate, -bound, bound);
    }

    private static long within(final long figure, final long least, final long most) {
        return Math.max(least, Math.min(most, figure));
    }

    /**
     * Premium of impact prices over an index: how far the bid is above it, less how far the ask is below it. Of a mark price, which
     * is bid and ask in one, it is what the mark is above the index.
     *
     * @param bid what a sale would bring, in any unit; 0: there is none.
     * @param ask what a purchase would cost; 0: there is none.
     * @param index positive.
     * @return a ratio x 10^15, rounded towards 0.
     */
    public static long premium(final long bid, final long ask, final long index) {
        final long above = Math.max(0, bid - index);
        final long below = ask == 0 ? 0 : Math.max(0, index - ask);
        return FixedPoint.mulDivFloor(above, Rate.ONE, index, FIGURE_MAX)
                - FixedPoint.mulDivFloor(below, Rate.ONE, index, FIGURE_MAX);
    }

    /**
     * The bound that margin rates give: a multiple of what initial margin is above maintenance margin.
     *
     * @param factorPpm multiple, not negative.
     * @param initialPpm rate of initial margin.
     * @param maintenancePpm rate of maintenance margin, at most initial.
     * @return parts per million, rounded down.
     */
    public static long boundPpm(final int factorPpm, final int initialPpm, final int maintenancePpm) {
        return (long) factorPpm * ((long) initialPpm - maintenancePpm) / FixedPoint.PPM;
    }
}
