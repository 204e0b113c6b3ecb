package io.plimsoll.lab.whatif;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An expiry of an underlying.
 *
 * @param name such as {@code 26DEC25}.
 * @param time when it expires.
 * @param forward price of its forward.
 * @param future price of its future.
 * @param rate interest rate to it; empty: that of the market.
 * @param smile its volatilities; empty: it has no options.
 */
public record Expiry(
        String name, Instant time, double forward, double future, OptionalDouble rate, Optional<Smile> smile) {
    /** Checks the prices. */
    public Expiry {
        UnderlyingMarket.checkPrice(forward, "the forward");
        UnderlyingMarket.checkPrice(future, "the future");
    }

    /**
     * An expiry without volatilities.
     *
     * @param name such as {@code 26DEC25}.
     * @param time when it expires.
     * @param forward price of forward and future.
     * @return the expiry.
     */
    public static Expiry of(final String name, final Instant time, final double forward) {
        return new Expiry(name, time, forward, forward, OptionalDouble.empty(), Optional.empty());
    }

    /**
     * The same with volatilities.
     *
     * @param volatilities of its options.
     * @return another expiry.
     */
    public Expiry with(final Smile volatilities) {
        return new Expiry(name, time, forward, future, rate, Optional.of(volatilities));
    }

    /**
     * The same with another price of the future.
     *
     * @param price in the margin currency.
     * @return another expiry.
     */
    public Expiry withFuture(final double price) {
        return new Expiry(name, time, forward, price, rate, smile);
    }

    /**
     * The same with an interest rate of its own.
     *
     * @param interest continuously compounded.
     * @return another expiry.
     */
    public Expiry withRate(final double interest) {
        return new Expiry(name, time, forward, future, OptionalDouble.of(interest), smile);
    }
}
