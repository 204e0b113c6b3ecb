package io.plimsoll.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, read exactly. What is wrong with a text is the message of an {@link IllegalArgumentException}. */
final class Units {
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9][0-9_]{0,30}(?:\\.[0-9]{1,30})?)\\s*([A-Za-z%]*)");
    private static final Map<String, Long> BYTES =
            ascending("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    private static final Map<String, Long> NANOS = durations();
    private static final int PPM_PER_PERCENT_DIGITS = 4;
    private static final int FEMTO_DIGITS = 15;
    private static final int FEMTO_PER_PERCENT_DIGITS = FEMTO_DIGITS - 2;

    private Units() {}

    static long whole(final String text) {
        return exact(amount(text, "not a whole number", ""), BigDecimal.ONE, "not a whole number");
    }

    static BigDecimal decimal(final String text) {
        return amount(text, "not a decimal number", "");
    }

    static boolean isDecimal(final String text) {
        final Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() && matcher.group(2).isEmpty();
    }

    static long bytes(final String text) {
        return scaled(text, BYTES, "not a size such as 64MiB or 1GiB");
    }

    static long nanos(final String text) {
        return scaled(text, NANOS, "not a duration such as 100ms or 5s");
    }

    static long time(final String text) {
        try {
            final Instant time = Instant.parse(text);
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (final DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("not a time such as 2026-12-25T08:00:00Z", e);
        }
    }

    static String timeText(final long ns) {
        return Instant.ofEpochSecond(0, ns).toString();
    }

    static long ppm(final String text) {
        final BigDecimal percent = amount(text, "not a percentage such as '2.5 %'", "%");
        final BigDecimal factor = BigDecimal.TEN.pow(PPM_PER_PERCENT_DIGITS);
        return exact(percent, factor, "finer than the smallest step, 0.0001 %");
    }

    static long femto(final String text) {
        return exact(decimal(text), BigDecimal.TEN.pow(FEMTO_DIGITS), "more than " + FEMTO_DIGITS + " decimals");
    }

    static long femtoPercent(final String text) {
        final BigDecimal percent = amount(text, "not a percentage such as '2.5 %'", "%");
        final BigDecimal factor = BigDecimal.TEN.pow(FEMTO_PER_PERCENT_DIGITS);
        return exact(percent, factor, "more than " + FEMTO_PER_PERCENT_DIGITS + " decimals");
    }

    static String femtoText(final long femto) {
        return plain(BigDecimal.valueOf(femto, FEMTO_DIGITS));
    }

    static String femtoPercentText(final long femto) {
        return plain(BigDecimal.valueOf(femto, FEMTO_PER_PERCENT_DIGITS)) + " %";
    }

    private static String plain(final BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String bytesText(final long bytes) {
        return text(bytes, BYTES);
    }

    static String nanosText(final long nanos) {
        return text(nanos, NANOS);
    }

    static String percentText(final long ppm) {
        return plain(BigDecimal.valueOf(ppm, PPM_PER_PERCENT_DIGITS)) + " %";
    }

    private static long scaled(final String text, final Map<String, Long> units, final String problem) {
        final Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            throw new IllegalArgumentException(problem);
        }
        final BigDecimal factor = BigDecimal.valueOf(units.get(matcher.group(2)));
        return exact(number(matcher), factor, problem);
    }

    private static BigDecimal amount(final String text, final String problem, final String unit) {
        final Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches() || !matcher.group(2).equals(unit)) {
            throw new IllegalArgumentException(problem);
        }
        return number(matcher);
    }

    private static BigDecimal number(final Matcher matcher) {
        return new BigDecimal(matcher.group(1).replace("_", ""));
    }

    private static long exact(final BigDecimal value, final BigDecimal factor, final String problem) {
        try {
            return value.multiply(factor).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        } catch (final ArithmeticException e) {
            throw new IllegalArgumentException(problem, e);
        }
    }

    private static String text(final long value, final Map<String, Long> units) {
        String best = value + units.keySet().iterator().next();
        for (final Map.Entry<String, Long> unit : units.entrySet()) {
            if (value != 0 && value % unit.getValue() == 0) {
                best = value / unit.getValue() + unit.getKey();
            }
        }
        return best;
    }

    private static Map<String, Long> durations() {
        final Map<String, Long> units = ascending("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);
        units.put("min", 60_000_000_000L);
        units.put("h", 3_600_000_000_000L);
        return units;
    }

    private static Map<String, Long> ascending(
            final String a,
            final long aFactor,
            final String b,
            final long bFactor,
            final String c,
            final long cFactor,
            final String d,
            final long dFactor) {
        final Map<String, Long> units = new LinkedHashMap<>();
        units.put(a, aFactor);
        units.put(b, bFactor);
        units.put(c, cFactor);
        units.put(d, dFactor);
        return units;
    }
}
