package io.plimsoll.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Reads one instrument and derives its tick value, exactly or not at all. */
final class InstrumentReader {
    /** Largest amount that one position may be worth, in minor units: the engine refuses more. */
    private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf(1L << 54);

    private static final BigDecimal SIZE_MAX = new BigDecimal("1000000000");
    private static final BigDecimal EXTENT_MAX = new BigDecimal("1000000000000");

    private final Map<String, MarketsConfig.Asset> assets;
    private final Map<String, MarketsConfig.TierTable> tables;

    InstrumentReader(final Map<String, MarketsConfig.Asset> assets, final Map<String, MarketsConfig.TierTable> tables) {
        this.assets = assets;
        this.tables = tables;
    }

    /** The instrument; null when it, or an asset it names, has errors. */
    MarketsConfig.Instrument read(final Section entry, final int id, final String symbol) {
        final int before = entry.reading().count();
        final MarketsConfig.Kind kind = entry.value("kind").asChoice(MarketsConfig.Kind.class);
        final MarketsConfig.Asset underlying =
                assets.get(entry.value("underlying").asReference("assets", assets.keySet()));
        final MarketsConfig.Asset settlement =
                assets.get(entry.value("settlement").asReference("assets", assets.keySet()));
        final MarketsConfig.TierTable tiers = tables.get(entry.value("tiers").asReference("tiers", tables.keySet()));
        final BigDecimal tickSize = entry.value("tick-size").asPositiveDecimal(SIZE_MAX);
        final BigDecimal lotSize = entry.value("lot-size").asPositiveDecimal(SIZE_MAX);
        final BigDecimal priceMax = entry.value("price-max").asPositiveDecimal(EXTENT_MAX);
        final BigDecimal positionMax = entry.value("position-max").asPositiveDecimal(EXTENT_MAX);
        if (settlement != null && settlement.indexPrice() == 0) {
            entry.error(
                    "settlement",
                    entry.pathOf("settlement") + " is '" + settlement.symbol() + "', which has no index under assets");
        }
        if (entry.reading().count() > before || underlying == null || settlement == null) {
            return null;
        }
        final long tickValue = tickValue(entry, tickSize, lotSize, settlement);
        final long ticksMax = multiple(entry, "price-max", priceMax, "tick-size", tickSize);
        final long lotsMax = multiple(entry, "position-max", positionMax, "lot-size", lotSize);
        checkFit(entry, tickValue, ticksMax, lotsMax, settlement);
        return new MarketsConfig.Instrument(
                id,
                symbol,
                kind,
                underlying.id(),
                settlement.id(),
                tickSize,
                lotSize,
                tickValue,
                ticksMax,
                lotsMax,
                tiers.id());
    }

    private static long tickValue(
            final Section entry,
            final BigDecimal tickSize,
            final BigDecimal lotSize,
            final MarketsConfig.Asset settlement) {
        final BigDecimal whole = tickSize.multiply(lotSize);
        final BigDecimal minor = whole.movePointRight(settlement.scale());
        if (minor.stripTrailingZeros().scale() > 0) {
            final BigDecimal unit = BigDecimal.ONE.movePointLeft(settlement.scale());
            entry.error(
                    "tick-size",
                    entry.name() + ": tick-size x lot-size = "
                            + whole.stripTrailingZeros().toPlainString() + " " + settlement.symbol()
                            + ", which is not a whole number of its smallest amount, "
                            + unit.toPlainString() + "; allowed: larger ticks or lots");
            return 0;
        }
        return minor.longValue();
    }

    private static long multiple(
            final Section entry,
            final String key,
            final BigDecimal value,
            final String stepKey,
            final BigDecimal step) {
        final BigDecimal[] steps = value.divideAndRemainder(step);
        if (steps[1].signum() != 0 || steps[0].compareTo(AMOUNT_MAX) > 0) {
            final String multiple = steps[0].max(BigDecimal.ONE)
                    .min(AMOUNT_MAX)
                    .multiply(step)
                    .stripTrailingZeros()
                    .toPlainString();
            entry.error(
                    key,
                    entry.pathOf(key) + " is " + value.toPlainString() + "; allowed: a multiple of " + stepKey
                            + ", such as " + multiple);
            return 0;
        }
        return steps[0].longValueExact();
    }

    private static void checkFit(
            final Section entry,
            final long tickValue,
            final long ticksMax,
            final long lotsMax,
            final MarketsConfig.Asset settlement) {
        final BigDecimal largest = BigDecimal.valueOf(tickValue)
                .multiply(BigDecimal.valueOf(ticksMax))
                .multiply(BigDecimal.valueOf(lotsMax));
        if (largest.compareTo(AMOUNT_MAX) > 0) {
            entry.error(
                    "position-max",
                    entry.name() + ": price-max x position-max is more than a position in "
                            + settlement.symbol() + " may be worth; allowed: at most "
                            + AMOUNT_MAX
                                    .movePointLeft(settlement.scale())
                                    .setScale(0, RoundingMode.DOWN)
                                    .toPlainString());
        }
    }
}
