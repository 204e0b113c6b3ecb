package io.plimsoll.lab.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts, times and shares as text, the same in every locale and time zone. */
public final class Show {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Show() {}

    /**
     * An amount in dollars and cents, {@code 4,071.80}; halves away from zero.
     *
     * @param millionths the amount.
     * @return text.
     */
    public static String usd(final long millionths) {
        return money(BigDecimal.valueOf(millionths, 6));
    }

    /**
     * An amount with thousands and cents, {@code 4,071.80}; halves away from zero.
     *
     * @param amount in whole units.
     * @return text.
     */
    public static String money(final BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    /**
     * An amount in dollars with all its decimals and no separators, for files that programs read.
     *
     * @param millionths the amount.
     * @return text.
     */
    public static String exact(final long millionths) {
        return BigDecimal.valueOf(millionths, 6).toPlainString();
    }

    /**
     * How much larger or smaller one amount is than another, {@code +1.23 %}.
     *
     * @param amount compared.
     * @param with what; not 0.
     * @return text.
     */
    public static String change(final long amount, final long with) {
        final BigDecimal percent = BigDecimal.valueOf(amount - with)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(Math.abs(with)), 2, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
    }

    /**
     * A moment in UTC, to the second.
     *
     * @param timeNs ns since 1970-01-01T00:00:00Z.
     * @return {@code 2023-02-28 21:10:23}.
     */
    public static String time(final long timeNs) {
        return SECONDS.format(instant(timeNs));
    }

    /**
     * A day in UTC.
     *
     * @param timeNs ns since 1970-01-01T00:00:00Z.
     * @return {@code 2023-02-28}.
     */
    public static String day(final long timeNs) {
        return time(timeNs).substring(0, 10);
    }

    private static Instant instant(final long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS));
    }

    /**
     * A span of time in its largest unit, {@code 3 h}.
     *
     * @param ns the span, not negative.
     * @return text.
     */
    public static String span(final long ns) {
        final Duration span = Duration.ofNanos(ns);
        if (span.toDays() > 1) {
            return span.toDays() + " d";
        }
        if (span.toHours() > 1) {
            return span.toHours() + " h";
        }
        return span.toMinutes() > 1 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }

    /**
     * A whole number with separators, {@code 35,691}.
     *
     * @param number the number.
     * @return text.
     */
    public static String count(final long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * A state hash.
     *
     * @param hash the hash.
     * @return 16 hexadecimal digits.
     */
    public static String hash(final long hash) {
        return String.format(Locale.ROOT, "%016x", hash);
    }
}
