package io.plimsoll.lab.whatif;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What happens to a market.
 *
 * @param spot move of all prices, -0.1 for -10 %.
 * @param volatility move of all volatilities as a share of them, 0.2 for +20 %.
 * @param passed time that passes.
 */
public record Shock(double spot, double volatility, Duration passed) {
    /** Nothing. */
    public static final Shock NONE = new Shock(0, 0, Duration.ZERO);

    private static final double MOST = 5;
    private static final long SECONDS_PER_DAY = 86_400;

    /** Checks the figures. */
    public Shock {
        checkMove(spot, "spot");
        checkMove(volatility, "volatility");
        if (passed.isNegative()) {
            throw new MarketException("time cannot pass backwards");
        }
    }

    /**
     * A shock of exact figures.
     *
     * @param spot move of all prices.
     * @param volatility move of all volatilities.
     * @param days that pass.
     * @return the shock.
     */
    public static Shock of(final BigDecimal spot, final BigDecimal volatility, final BigDecimal days) {
        return new Shock(
                spot.doubleValue(),
                volatility.doubleValue(),
                Duration.ofSeconds(
                        days.multiply(BigDecimal.valueOf(SECONDS_PER_DAY)).longValue()));
    }

    /** {@return whether nothing happens} */
    public boolean isNone() {
        return equals(NONE);
    }

    private static void checkMove(final double move, final String what) {
        if (!(move > -1 && move <= MOST)) {
            throw new MarketException(
                    "a move of the " + what + " by " + Numbers.percent(move) + "; allowed: above -100 %, up to +500 %");
        }
    }
}
