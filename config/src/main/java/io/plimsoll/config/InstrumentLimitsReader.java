package io.plimsoll.config;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the limits on orders in an instrument; those in the underlying become lots once it is known what a lot is. */
final class InstrumentLimitsReader {
    private static final int BAND_MAX_PPM = 1_000_000_000;

    private final SortedMap<InstrumentLimit, Long> numbers = new TreeMap<>();
    private final SortedMap<InstrumentLimit, BigDecimal> sizes = new TreeMap<>();

    InstrumentLimitsReader(final Section entry) {
        for (final InstrumentLimit limit : InstrumentLimit.values()) {
            final Optional<Value> given = entry.optional(limit.key());
            given.ifPresent(value -> read(limit, value));
        }
    }

    private void read(final InstrumentLimit limit, final Value value) {
        switch (limit) {
            case ORDER_VALUE_MAX -> numbers.put(limit, AssetRulesReader.usd(value));
            case GROUP_POSITION_MAX, OPEN_INTEREST_MAX ->
                sizes.put(limit, value.asPositiveDecimal(InstrumentReader.EXTENT_MAX));
            case TAKING_BAND, RESTING_BAND -> numbers.put(limit, (long) value.asPpm(0, BAND_MAX_PPM));
        }
    }

    /** All limits that are given, in the units of the engine. */
    SortedMap<InstrumentLimit, Long> limits(final InstrumentScales scales, final BigDecimal lotSize) {
        for (final Map.Entry<InstrumentLimit, BigDecimal> size : sizes.entrySet()) {
            numbers.put(size.getKey(), scales.lots(size.getKey().key(), size.getValue(), lotSize));
        }
        return numbers;
    }
}
