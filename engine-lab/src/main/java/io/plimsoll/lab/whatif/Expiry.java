package io.plimsoll.lab.whatif;

import io.plimsoll.lab.margin.SettlementWindow;
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
 * @param window over which its settlement price is averaged.
 */
public record Expiry(
        String name,
        Instant time,
        double forward,
        double future,
        OptionalDouble rate,
        Optional<Smile> smile,
        SettlementWindow window) {
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
        return new Expiry(
                name, time, forward, forward, OptionalDouble.empty(), Optional.empty(), SettlementWindow.DEFAULT);
    }

    /**
     * The same with volatilities.
     *
     * @param volatilities of its options.
     * @return another expiry.
     */
    public Expiry with(final Smile volatilities) {
        return new Expiry(name, time, forward, future, rate, Optional.of(volatilities), window);
    }

    /**
     * The same with another price of the future.
     *
     * @param price in the margin currency.
     * @return another expiry.
     */
    public Expiry withFuture(final double price) {
        return new Expiry(name, time, forward, price, rate, smile, window);
    }

    /**
     * The same with an interest rate of its own.
     *
     * @param interest continuously compounded.
     * @return another expiry.
     */
    public Expiry withRate(final double interest) {
        return new Expiry(name, time, forward, future, OptionalDouble.of(interest), smile, window);
    }

    /**
     * The same with a settlement window of its own.
     *
     * @param averaging over which the settlement price is averaged.
     * @return another expiry.
     */
    public Expiry withWindow(final SettlementWindow averaging) {
        return new Expiry(name, time, forward, future, rate, smile, averaging);
    }
}
