package io.plimsoll.lab.tape;

/**
 * A perpetual on the tape, with the smallest steps that the tape uses.
 *
 * @param name as the tape calls it.
 * @param priceDecimals one tick is {@code 10^-priceDecimals} dollars.
 * @param lotDecimals one lot is {@code 10^-lotDecimals} of the coin.
 * @param ticksMax largest price on the tape.
 */
public record Coin(String name, int priceDecimals, int lotDecimals, long ticksMax) {
    /** Decimals of a dollar that are kept: the smallest amount is a millionth. */
    public static final int MONEY_DECIMALS = 6;

    private static final int SYMBOL_MAX = 16;

    /**
     * Checks that one lot moving by one tick is a whole number of millionths, so that all money is exact.
     *
     * @throws TapeException when it is not.
     */
    public Coin {
        if (priceDecimals + lotDecimals > MONEY_DECIMALS) {
            throw new TapeException("coin " + name + ": prices with " + priceDecimals + " decimals and sizes with "
                    + lotDecimals + " make a step worth less than 0.000001 USD, the smallest amount; at most "
                    + MONEY_DECIMALS + " decimals together are exact");
        }
        if (name.length() > SYMBOL_MAX || !name.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new TapeException(
                    "coin '" + name + "': a name must have 1 to " + SYMBOL_MAX + " printable ASCII characters");
        }
    }

    /** {@return millionths of a dollar that one lot gains when the price rises by one tick} */
    public long tickValue() {
        return Decimal.powerOfTen(MONEY_DECIMALS - priceDecimals - lotDecimals);
    }

    /**
     * Value of lots at a price.
     *
     * @param lots signed.
     * @param ticks price.
     * @return signed, millionths of a dollar.
     */
    public long value(final long lots, final long ticks) {
        return Math.multiplyExact(Math.multiplyExact(lots, ticks), tickValue());
    }
}
