package io.plimsoll.core.math;

/**
 * Black's formula for a European option on a forward (F. Black, <i>Journal of Financial Economics</i> 3, 1976). The
 * option out of the money is priced as {@code min(F, K)} times {@link NormalisedBlack}; the one in the money is that
 * plus {@code |F - K|}, so that put-call parity holds by construction and neither loses digits to the other.
 *
 * <p>The total deviation is volatility times the square root of the time to expiry. Prices are undiscounted unless said.
 *
 * <p>Errors: for the option out of the money, with d1 the usual argument, (2e-15 + 5e-16 d1^2) relative, the second part
 * being what the rounding of ln(F / K) / s is worth; never above 5e-16 of the forward or strike, whichever is less.
 *
 * <p>Domain: forward and strike from zero to the largest finite number, deviation from zero to infinity. Anything else
 * (negative, NaN, an infinite forward or strike) gives NaN.
 */
public final class Black76 {
    private Black76() {}

    /**
     * The undiscounted price.
     *
     * @param call a call, otherwise a put.
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @param deviation total deviation.
     * @return the price in the same unit; intrinsic value where the deviation or the lesser of the two is zero, the
     *     forward (call) or strike (put) where it is infinite; NaN outside the domain.
     */
    public static double price(final boolean call, final double forward, final double strike, final double deviation) {
        return outOfTheMoney(forward, strike, deviation) + intrinsic(call, forward, strike);
    }

    /**
     * The price today.
     *
     * @param call a call, otherwise a put.
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @param deviation total deviation.
     * @param discount value today of one unit at expiry.
     * @return the undiscounted price times the discount factor.
     */
    public static double discounted(
            final boolean call,
            final double forward,
            final double strike,
            final double deviation,
            final double discount) {
        return discount * price(call, forward, strike, deviation);
    }

    /**
     * The undiscounted price of whichever of call and put is out of the money; of either at the money.
     *
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @param deviation total deviation.
     * @return the time value of both; NaN outside the domain.
     */
    public static double outOfTheMoney(final double forward, final double strike, final double deviation) {
        if (!isInDomain(forward, strike, deviation)) {
            return Double.NaN;
        }
        final double lesser = Math.min(forward, strike);
        if (lesser == 0) {
            return 0;
        }
        final double moneyness = Logarithm.logRatio(Math.max(forward, strike), lesser);
        final double z = NormalisedBlack.z(moneyness, deviation);
        return lesser * NormalisedBlack.value(z, 0.5 * deviation);
    }

    /**
     * What exercise now would bring.
     *
     * @param call a call, otherwise a put.
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @return the intrinsic value, not negative.
     */
    public static double intrinsic(final boolean call, final double forward, final double strike) {
        return Math.max(call ? forward - strike : strike - forward, 0);
    }

    static boolean isInDomain(final double forward, final double strike, final double deviation) {
        return forward >= 0
                && strike >= 0
                && deviation >= 0
                && forward <= Double.MAX_VALUE
                && strike <= Double.MAX_VALUE;
    }
}
