package io.plimsoll.config.scenario;

import java.math.BigDecimal;

/** The unit of all figures of a scenario set: 10^-15 of one. */
public final class Femto {
    /** One, in this unit. */
    public static final long ONE = 1_000_000_000_000_000L;

    private static final int DIGITS = 15;
    private static final int LONGEST_TEXT = 40;

    private Femto() {}

    /**
     * Reads a decimal number exactly.
     *
     * @param text such as {@code -0.25}.
     * @return the number x 10^15.
     * @throws IllegalArgumentException when it is none, has more than 15 decimals, or is too large; the message says which.
     */
    public static long parse(final String text) {
        try {
            if (text.length() <= LONGEST_TEXT) {
                return new BigDecimal(text).movePointRight(DIGITS).longValueExact();
            }
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("is '" + text + "', not a decimal number", e);
        } catch (final ArithmeticException e) {
            throw new IllegalArgumentException("is " + text + ", too large or finer than 10^-15", e);
        }
        throw new IllegalArgumentException("has " + text.length() + " characters, not a decimal number");
    }

    /**
     * The number as text.
     *
     * @param femto a number x 10^15.
     * @return decimal text without needless zeros.
     */
    public static String text(final long femto) {
        return BigDecimal.valueOf(femto, DIGITS).stripTrailingZeros().toPlainString();
    }
}
