package io.plimsoll.lab.tape;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An exact decimal number, {@code unscaled / 10^scale}, without trailing zeros after the point.
 *
 * @param unscaled all digits as one signed whole number.
 * @param scale number of digits after the point, 0 to 18.
 */
public record Decimal(long unscaled, int scale) {
    /** Most digits that a number may have: they fit a long. */
    public static final int DIGITS_MAX = 18;

    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    private static final long[] POWERS = powers();

    private static long[] powers() {
        final long[] powers = new long[DIGITS_MAX + 1];
        powers[0] = 1;
        for (int i = 1; i <= DIGITS_MAX; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /**
     * A power of ten.
     *
     * @param exponent 0 to 18.
     * @return ten to the power of it.
     */
    public static long powerOfTen(final int exponent) {
        return POWERS[exponent];
    }

    /**
     * Reads a plain decimal number: sign, digits, at most one point. No exponent, no blanks, no thousands separators.
     *
     * @param text to read.
     * @return the number.
     * @throws NumberFormatException when it is none or has more than 18 digits.
     */
    public static Decimal parse(final String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new NumberFormatException("not a plain decimal number: '" + text + "'");
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0, RoundingMode.UNNECESSARY);
        }
        if (number.precision() > DIGITS_MAX || number.scale() > DIGITS_MAX) {
            throw new NumberFormatException("more than " + DIGITS_MAX + " digits: '" + text + "'");
        }
        return new Decimal(number.unscaledValue().longValueExact(), number.scale());
    }

    /**
     * The number in units of {@code 10^-decimals}.
     *
     * @param decimals digits after the point of the unit, at least {@link #scale}.
     * @return whole number of units.
     * @throws ArithmeticException when the number has more decimals, or the units do not fit a long.
     */
    public long units(final int decimals) {
        if (decimals < scale || decimals - scale > DIGITS_MAX) {
            throw new ArithmeticException(this + " is not a whole number of 10^-" + decimals);
        }
        return Math.multiplyExact(unscaled, POWERS[decimals - scale]);
    }

    /**
     * The number in units of {@code 10^-decimals}, rounded to the nearest unit, halves away from zero.
     *
     * @param decimals digits after the point of the unit.
     * @return whole number of units.
     * @throws ArithmeticException when the units do not fit a long.
     */
    public long unitsRounded(final int decimals) {
        if (decimals >= scale) {
            return units(decimals);
        }
        final long divisor = POWERS[scale - decimals];
        final long quotient = unscaled / divisor;
        final long remainder = Math.abs(unscaled % divisor);
        return remainder >= divisor - remainder ? quotient + Long.signum(unscaled) : quotient;
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(unscaled, scale).toPlainString();
    }
}
