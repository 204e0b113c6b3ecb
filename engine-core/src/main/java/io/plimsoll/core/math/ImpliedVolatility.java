package io.plimsoll.core.math;

/**
 * Volatility from an option's price, at the precision that the price carries. See {@link BlackInverse} for the method.
 * An option in the money is inverted through its time value, price less intrinsic value: what the intrinsic value
 * swallowed cannot come back.
 *
 * <p>Errors: with the vega V = min(F, K) n(d1), what the price changes by for one unit of the deviation s, the resolution of a
 * price is R = V ulp(s) + (4 + d1^2) ulp(time value), in the money plus 2 ulps of the intrinsic value. The deviation is within
 * 2 R / V of the exact root; it prices to within 3 R of the price; and a deviation that {@link Black76} has priced comes back
 * within 2.5 R / V. So it has few digits where V s is small against the price, which is the price's doing. All this for time
 * values above 1e-280, moneyness |ln(F / K)| up to 45 and deviations up to 50.
 */
public final class ImpliedVolatility {
    /** Whether a price belongs to some volatility. */
    public enum Range {
        /** There is exactly one; zero for the intrinsic value, infinity for the largest price. */
        ATTAINABLE,

        /** Below the intrinsic value. */
        BELOW_INTRINSIC,

        /** Above the forward (call) or the strike (put). */
        ABOVE_MAXIMUM,

        /** Price, forward or strike is negative, infinite or not a number. */
        NOT_A_PRICE
    }

    private ImpliedVolatility() {}

    /**
     * Where a price lies.
     *
     * @param call a call, otherwise a put.
     * @param price undiscounted.
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @return whether {@link #deviation} has an answer, and if not, why.
     */
    public static Range range(final boolean call, final double price, final double forward, final double strike) {
        if (!Black76.isInDomain(forward, strike, price) || price > Double.MAX_VALUE) {
            return Range.NOT_A_PRICE;
        }
        if (price < Black76.intrinsic(call, forward, strike)) {
            return Range.BELOW_INTRINSIC;
        }
        return price > (call ? forward : strike) ? Range.ABOVE_MAXIMUM : Range.ATTAINABLE;
    }

    /**
     * The total deviation.
     *
     * @param call a call, otherwise a put.
     * @param price undiscounted.
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @return the s at which {@link Black76#price} is the price: 0 at the intrinsic value, infinity where the time value
     *     is all of forward or strike; NaN unless {@link #range} says attainable.
     */
    public static double deviation(final boolean call, final double price, final double forward, final double strike) {
        if (range(call, price, forward, strike) != Range.ATTAINABLE) {
            return Double.NaN;
        }
        final double timeValue = price - Black76.intrinsic(call, forward, strike);
        if (timeValue == 0) {
            return 0;
        }
        final double lesser = Math.min(forward, strike);
        final double value = timeValue / lesser;
        if (value >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return value == 0 ? 0 : BlackInverse.deviation(value, Logarithm.logRatio(Math.max(forward, strike), lesser));
    }

    /**
     * The volatility per root of a year.
     *
     * @param call a call, otherwise a put.
     * @param price undiscounted.
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @param years time to expiry, above zero.
     * @return the total deviation over the root of the time, which adds 4e-16 to its relative error; NaN unless the price is
     *     attainable and the time positive.
     */
    public static double volatility(
            final boolean call, final double price, final double forward, final double strike, final double years) {
        return years > 0 ? deviation(call, price, forward, strike) / Math.sqrt(years) : Double.NaN;
    }
}
