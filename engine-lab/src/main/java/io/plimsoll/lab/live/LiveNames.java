package io.plimsoll.lab.live;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words and decimals of what the engine has as integers. */
final class LiveNames {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dMMMyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private LiveNames() {}

    static Instant time(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS), Math.floorMod(ns, SECOND_NS));
    }

    /** Such as {@code 26DEC25}. */
    static String expiry(final long ns) {
        return DAY.format(time(ns)).toUpperCase(Locale.ROOT);
    }

    /** Such as {@code 26DEC25}, of a dated contract. */
    static String expiry(final Instrument dated) {
        return expiry(dated.terms().contract().expiry().timeNs());
    }

    static String strike(final Instrument option) {
        return BigDecimal.valueOf(option.terms().contract().option().strike(), Asset.INDEX_PRICE_SCALE)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Millionths of the margin currency, in units of it. */
    static BigDecimal money(final long millionths) {
        return BigDecimal.valueOf(millionths, Asset.USD_SCALE);
    }
}
