package io.plimsoll.lab.margin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the spot orders of a market have reserved, and what all of it would be of either coin: at the oracle, or at the worst of their
 * limits where that gives less.
 *
 * @param base coins that sells have reserved.
 * @param quote money that buys have reserved.
 * @param lowestAsk of the sells; null: not known.
 * @param highestBid of the buys; null: not known.
 */
public record SpotFunds(BigDecimal base, BigDecimal quote, BigDecimal lowestAsk, BigDecimal highestBid) {
    private static final int DECIMALS = 9;

    /**
     * A quantity in the lots of such funds, so that both net.
     *
     * @param quantity signed.
     * @return the same, rounded down at the ninth decimal.
     */
    public static BigDecimal inLots(final BigDecimal quantity) {
        return quantity.setScale(DECIMALS, RoundingMode.FLOOR);
    }

    /**
     * All of it in coins.
     *
     * @param oracle price of a coin.
     * @return quantity of coins, rounded down at the ninth decimal.
     */
    public BigDecimal asBase(final BigDecimal oracle) {
        final BigDecimal price = highestBid == null ? oracle : highestBid.max(oracle);
        return inLots(base.add(quote.divide(price, MathContext.DECIMAL128)));
    }

    /**
     * All of it in money.
     *
     * @param oracle price of a coin.
     * @return an amount, rounded down at the ninth decimal.
     */
    public BigDecimal asQuote(final BigDecimal oracle) {
        final BigDecimal price = lowestAsk == null ? oracle : lowestAsk.min(oracle);
        return inLots(quote.add(base.multiply(price)));
    }
}
