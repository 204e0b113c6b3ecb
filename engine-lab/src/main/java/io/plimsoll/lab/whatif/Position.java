package io.plimsoll.lab.whatif;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A position.
 *
 * @param instrument what it is in.
 * @param quantity signed, in units of the underlying; not 0, at most 8 decimals.
 * @param entry price at which it was entered; empty: the price now. A premium-style option is worth its price whatever the
 *     entry.
 * @param isPremium of an option: paid when bought.
 */
public record Position(InstrumentName instrument, BigDecimal quantity, Optional<BigDecimal> entry, boolean isPremium) {
    private static final int DECIMALS_MAX = 8;
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    /** Checks the quantity. */
    public Position {
        if (quantity.signum() == 0
                || quantity.stripTrailingZeros().scale() > DECIMALS_MAX
                || quantity.abs().compareTo(MOST) > 0) {
            throw new MarketException("the quantity of " + instrument + " is " + quantity.toPlainString()
                    + "; allowed: not 0, at most 8 decimals, up to 1000000000");
        }
        quantity = quantity.setScale(Math.max(0, quantity.stripTrailingZeros().scale()));
    }

    /**
     * A position entered at the price now.
     *
     * @param instrument name of the instrument.
     * @param quantity signed decimal.
     * @return the position.
     * @throws MarketException when one of them is not understood.
     */
    public static Position of(final String instrument, final String quantity) {
        return new Position(InstrumentName.parse(instrument), decimal(quantity), Optional.empty(), true);
    }

    /**
     * Reads a leg.
     *
     * @param text {@code INSTRUMENT:QUANTITY} or {@code INSTRUMENT:QUANTITY@ENTRY}.
     * @return the position.
     * @throws MarketException when it is not understood.
     */
    public static Position parse(final String text) {
        final int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new MarketException("'" + text + "' has no quantity; allowed: INSTRUMENT:QUANTITY, such as"
                    + " BTC-PERP:-2, with @ENTRY if it has another price than now");
        }
        final String[] parts = text.substring(colon + 1).split("@", 2);
        final Position position = of(text.substring(0, colon), parts[0]);
        return parts.length == 1 ? position : position.enteredAt(decimal(parts[1]));
    }

    static BigDecimal decimal(final String text) {
        try {
            return new BigDecimal(text.replace("_", ""));
        } catch (final NumberFormatException e) {
            throw new MarketException("'" + text + "' is not a decimal number such as -2 or 0.5");
        }
    }

    /**
     * The same, entered at a price.
     *
     * @param price per unit.
     * @return another position.
     */
    public Position enteredAt(final BigDecimal price) {
        return new Position(instrument, quantity, Optional.of(price), isPremium);
    }

    /**
     * Price of a unit in a market.
     *
     * @param market prices and volatilities.
     * @return in the margin currency.
     * @throws MarketException when the instrument is not in the market.
     */
    public BigDecimal price(final Market market) {
        return Marks.of(instrument, market);
    }

    /** {@return the same, a futures-style option} */
    public Position asFuturesStyle() {
        return new Position(instrument, quantity, entry, false);
    }
}
