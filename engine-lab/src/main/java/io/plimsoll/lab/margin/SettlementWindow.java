package io.plimsoll.lab.margin;

/**
 * A forward near its expiry: of the average that it settles to, a part is fixed already and the rest still moves.
 *
 * @param fixed what is fixed.
 * @param floating the rest.
 */
public record SettlementWindow(double fixed, double floating) {
    /** Length of the window in which the price at expiry is averaged, seconds. */
    public static final long SECONDS = 1800;

    private static final double SECONDS_PER_YEAR = 365 * 86400.0;

    /**
     * Splits a forward.
     *
     * @param forward its price.
     * @param seconds to expiry.
     * @return both parts; nothing is fixed before the window.
     */
    public static SettlementWindow of(final double forward, final long seconds) {
        if (seconds >= SECONDS) {
            return new SettlementWindow(0, forward);
        }
        return new SettlementWindow(forward * (SECONDS - seconds) / SECONDS, forward * seconds / SECONDS);
    }

    /**
     * Time in years of 365 days.
     *
     * @param seconds not negative.
     * @return years.
     */
    public static double years(final long seconds) {
        return seconds / SECONDS_PER_YEAR;
    }
}
