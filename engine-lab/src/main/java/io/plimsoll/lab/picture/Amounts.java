package io.plimsoll.lab.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as short text. */
final class Amounts {
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private Amounts() {}

    /** An amount in thousands or millions, such as {@code -43k}. */
    static String brief(final double amount) {
        final double size = Math.abs(amount);
        if (size >= MILLION) {
            return decimal(amount / MILLION) + "M";
        }
        if (size >= THOUSAND) {
            return decimal(amount / THOUSAND) + "k";
        }
        return decimal(amount);
    }

    private static String decimal(final double number) {
        final BigDecimal rounded =
                BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0
                ? "0"
                : String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** A move, such as {@code +12.5 %}. */
    static String percent(final BigDecimal move) {
        final BigDecimal percent = move.movePointRight(2).stripTrailingZeros();
        return (percent.signum() > 0 ? "+" : "") + (percent.signum() == 0 ? "0" : percent.toPlainString()) + " %";
    }
}
