package io.plimsoll.lab.margin;

import java.util.OptionalDouble;

/**
 * How the price at an expiry is averaged: over which time before it, and what the mean is so far. Within the window a part of the
 * forward is fixed already and the rest still moves.
 *
 * @param seconds length of the window, above 0.
 * @param average mean so far; empty: taken to be the forward.
 */
public record SettlementWindow(long seconds, OptionalDouble average) {
    /** Where nothing says how long the window is: half an hour, and the mean so far is taken to be the forward. */
    public static final SettlementWindow DEFAULT = new SettlementWindow(1800, OptionalDouble.empty());

    private static final double SECONDS_PER_YEAR = 365 * 86400.0;

    /**
     * A forward near its expiry.
     *
     * @param fixed what is fixed.
     * @param floating the rest.
     */
    public record Parts(double fixed, double floating) {}

    /**
     * Splits a forward.
     *
     * @param forward its price.
     * @param secondsToExpiry not negative.
     * @return both parts; nothing is fixed before the window.
     */
    public Parts of(final double forward, final long secondsToExpiry) {
        if (secondsToExpiry >= seconds) {
            return new Parts(0, forward);
        }
        final double fixed = average.orElse(forward) * (seconds - secondsToExpiry) / seconds;
        return new Parts(fixed, forward * secondsToExpiry / seconds);
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
