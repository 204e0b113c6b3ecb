package io.plimsoll.config.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An expiry of an underlying.
 *
 * @param name of the expiry, such as {@code 26DEC25}.
 * @param timeNs when it expires, ns since 1970.
 * @param forward price of its forward; empty: the price of the underlying.
 * @param future price of its future; empty: the forward.
 * @param rate interest rate to it, x 10^15; empty: that of the market.
 * @param smile its volatilities; empty: the volatility index of the underlying.
 * @param place in the file.
 */
public record ExpiryText(
        String name,
        long timeNs,
        Optional<BigDecimal> forward,
        Optional<BigDecimal> future,
        Optional<Long> rate,
        Optional<SmileText> smile,
        Place place) {}
