package io.plimsoll.config;

import io.plimsoll.config.MarketsConfig.AssetLimit;
import io.plimsoll.config.MarketsConfig.AssetRules;
import io.plimsoll.config.MarketsConfig.Claim;
import io.plimsoll.config.MarketsConfig.HaircutTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what of an asset need not be given: further tiers of haircuts, limits, rates. */
final class AssetRulesReader {
    private static final int ONE_PPM = 1_000_000;
    private static final long RATE_OF_PPM = 1_000_000_000L;
    private static final int TIERS_MAX = 7;
    private static final long AGE_MAX_NS = 86_400_000_000_000L;
    private static final int USD_SCALE = 6;
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("1000000000000");
    private static final BigDecimal MINOR_MAX = BigDecimal.valueOf(1L << 60);

    private AssetRulesReader() {}

    static AssetRules read(
            final Section asset,
            final int decimals,
            final int haircut,
            final int initialHaircut,
            final Optional<Claim> claim) {
        final SortedMap<AssetLimit, Long> limits = new TreeMap<>();
        for (final AssetLimit limit : AssetLimit.values()) {
            final Optional<Value> given = asset.optional(limit.key());
            given.ifPresent(value -> limits.put(limit, limit(limit, value, decimals)));
        }
        final List<HaircutTier> tiers = asset.optional("haircut-tiers")
                .map(value -> tiers(value, haircut, initialHaircut))
                .orElse(List.of());
        return new AssetRules(tiers, limits, claim);
    }

    private static long limit(final AssetLimit limit, final Value value, final int decimals) {
        return switch (limit) {
            case BORROW_RATE -> rate(value);
            case DAILY_VOLUME -> usd(value);
            case INDEX_AGE_MAX -> value.asNanos(1, AGE_MAX_NS);
            case WRONG_WAY_SHARE -> value.asPpm(0, ONE_PPM);
            default -> amount(value, decimals);
        };
    }

    private static long rate(final Value value) {
        return value.asPpm(0, 10 * ONE_PPM) * RATE_OF_PPM;
    }

    private static long amount(final Value value, final int decimals) {
        final BigDecimal minor = value.asDecimal(BigDecimal.ZERO, AMOUNT_MAX).movePointRight(decimals);
        if (minor.stripTrailingZeros().scale() > 0) {
            value.bad("is finer than the smallest amount of the asset, which has " + decimals + " decimals");
            return 0;
        }
        if (minor.compareTo(MINOR_MAX) > 0) {
            value.bad("is too much; allowed: up to "
                    + MINOR_MAX.movePointLeft(decimals).toPlainString());
            return 0;
        }
        return minor.longValueExact();
    }

    private static List<HaircutTier> tiers(final Value value, final int haircut, final int initialHaircut) {
        final List<HaircutTier> tiers = new ArrayList<>();
        HaircutTier below = new HaircutTier(0, haircut, initialHaircut);
        for (final Section entry : value.asSections(TIERS_MAX)) {
            final int before = entry.reading().count();
            final HaircutTier tier = new HaircutTier(
                    usd(entry.value("from")),
                    entry.value("haircut").asPpm(0, ONE_PPM),
                    entry.value("initial-haircut").asPpm(0, ONE_PPM));
            entry.close();
            if (entry.reading().count() == before) {
                check(entry, below, tier);
            }
            tiers.add(tier);
            below = tier;
        }
        return List.copyOf(tiers);
    }

    /** An amount in USD, in millionths. */
    static long usd(final Value value) {
        final BigDecimal millionths =
                value.asDecimal(BigDecimal.ZERO, AMOUNT_MAX).movePointRight(USD_SCALE);
        if (millionths.stripTrailingZeros().scale() > 0) {
            value.bad("is finer than the smallest step, 0.000001");
            return 0;
        }
        return millionths.longValueExact();
    }

    private static void check(final Section entry, final HaircutTier below, final HaircutTier tier) {
        if (tier.fromValue() <= below.fromValue()) {
            entry.error(entry.name() + " must begin above the tier before it, the first above 0");
        } else if (tier.haircutPpm() < below.haircutPpm()
                || tier.haircutPpm() + tier.initialHaircutPpm() < below.haircutPpm() + below.initialHaircutPpm()) {
            entry.error(entry.name() + " takes less off than the tier before it; haircuts must not fall");
        } else if (tier.haircutPpm() > ONE_PPM - tier.initialHaircutPpm()) {
            entry.error(entry.name() + ": haircut and initial-haircut are more than 100 % together");
        }
    }
}
