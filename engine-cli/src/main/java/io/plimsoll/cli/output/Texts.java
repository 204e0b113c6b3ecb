package io.plimsoll.cli.output;

import io.plimsoll.core.fixed.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;

/** Turns the engine's integers into what people and programs read. Exact, save where it says so. */
public final class Texts {
    /** Stands for a figure that does not exist. */
    public static final String NONE = "-";

    private static final int USD_SCALE = 6;
    private static final int PERCENT_SCALE = 4;
    private static final int RATIO_SCALE = 4;
    private static final long SECOND_NS = 1_000_000_000L;

    private Texts() {}

    /**
     * An amount in whole units, with all decimals of its asset.
     *
     * @param minorUnits the amount.
     * @param scale decimals of the asset.
     * @return decimal text.
     */
    public static String amount(final long minorUnits, final int scale) {
        return BigDecimal.valueOf(minorUnits, scale).toPlainString();
    }

    /**
     * An amount of the margin currency.
     *
     * @param millionths the amount.
     * @return decimal text in whole units.
     */
    public static String usd(final long millionths) {
        return amount(millionths, USD_SCALE);
    }

    /**
     * A decimal without the zeros that say nothing.
     *
     * @param value times 10^scale.
     * @param scale decimals.
     * @return decimal text; {@link #NONE} for 0, which is no price.
     */
    public static String price(final long value, final int scale) {
        return value == 0
                ? NONE
                : BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
    }

    /**
     * A ratio such as a rate of funding.
     *
     * @param value ratio x 10^15, signed.
     * @return decimal text without the zeros that say nothing.
     */
    public static String rate(final long value) {
        return BigDecimal.valueOf(value, Rate.SCALE).stripTrailingZeros().toPlainString();
    }

    /**
     * A rate.
     *
     * @param ppm parts per million.
     * @return percentage.
     */
    public static String percent(final long ppm) {
        return BigDecimal.valueOf(ppm, PERCENT_SCALE).stripTrailingZeros().toPlainString() + " %";
    }

    /**
     * A ratio, for display alone: cut to four decimals.
     *
     * @param numerator above.
     * @param denominator below.
     * @return decimal text; {@link #NONE} when the denominator is 0.
     */
    public static String ratio(final long numerator, final long denominator) {
        return denominator == 0
                ? NONE
                : BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), RATIO_SCALE, RoundingMode.FLOOR)
                        .toPlainString();
    }

    /**
     * A time.
     *
     * @param timeNs ns since 1970-01-01T00:00:00Z.
     * @return ISO 8601, as many decimals as it needs; {@link #NONE} for 0.
     */
    public static String time(final long timeNs) {
        return timeNs == 0
                ? NONE
                : Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS))
                        .toString();
    }

    /**
     * A hash.
     *
     * @param hash 64 bits.
     * @return 16 hexadecimal digits.
     */
    public static String hash(final long hash) {
        return String.format(Locale.ROOT, "%016x", hash);
    }

    /**
     * A count for people.
     *
     * @param count the count.
     * @return digits in groups of three.
     */
    public static String count(final long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
