package io.plimsoll.lab.whatif;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.lab.text.Show;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers between text, {@code double} and exact amounts. */
final class Numbers {
    private static final MathContext SHORT = new MathContext(6);

    private Numbers() {}

    /** Six digits, for messages. */
    static String plain(final double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(SHORT).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    static String percent(final double share) {
        return plain(share * 100) + " %";
    }

    /** The shortest decimal that is this number. */
    static BigDecimal decimal(final double number) {
        return BigDecimal.valueOf(number);
    }

    /** A share by {@link Rate}, rounded to nearest. */
    static long rate(final double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(Rate.SCALE)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** An amount with thousands and cents, halves away from zero. */
    static String money(final BigDecimal amount) {
        return Show.money(amount);
    }

    static String plain(final BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
