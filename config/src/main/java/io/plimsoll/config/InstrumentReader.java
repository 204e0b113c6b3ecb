package io.plimsoll.config;

import io.plimsoll.config.MarketsConfig.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one instrument and derives its integers, exactly or not at all. */
final class InstrumentReader {
    private static final String SETTLEMENT = "settlement";
    private static final BigDecimal SIZE_MAX = new BigDecimal("1000000000");
    static final BigDecimal EXTENT_MAX = new BigDecimal("1000000000000");
    private static final int STRIKE_SCALE = 10;
    private static final long SETTLEMENT_WINDOW_NS = 1_800_000_000_000L;

    private final Map<String, MarketsConfig.Asset> assets;
    private final Map<String, MarketsConfig.TierTable> tables;
    private final Map<String, MarketsConfig.Funding> fundings;

    InstrumentReader(
            final Map<String, MarketsConfig.Asset> assets,
            final Map<String, MarketsConfig.TierTable> tables,
            final Map<String, MarketsConfig.Funding> fundings) {
        this.assets = assets;
        this.tables = tables;
        this.fundings = fundings;
    }

    /** The instrument; null when it, or an asset it names, has errors. */
    MarketsConfig.Instrument read(final Section entry, final int id, final String symbol) {
        final int before = entry.reading().count();
        final Kind kind = entry.value("kind").asChoice(Kind.class);
        final boolean kindIsKnown = entry.reading().count() == before;
        final MarketsConfig.Asset underlying =
                assets.get(entry.value("underlying").asReference("assets", assets.keySet()));
        final MarketsConfig.Asset settlement =
                assets.get(entry.value(SETTLEMENT).asReference("assets", assets.keySet()));
        final MarketsConfig.TierTable tiers = tables.get(entry.value("tiers").asReference("tiers", tables.keySet()));
        final BigDecimal tickSize = entry.value("tick-size").asPositiveDecimal(SIZE_MAX);
        final KindTerms terms = KindTerms.read(entry, List.copyOf(assets.keySet()), fundings.keySet());
        final BigDecimal priceMax = entry.value("price-max").asPositiveDecimal(EXTENT_MAX);
        final BigDecimal positionMax = entry.value("position-max").asPositiveDecimal(EXTENT_MAX);
        final InstrumentLimitsReader limits = new InstrumentLimitsReader(entry);
        if (kindIsKnown) {
            KindTerms.check(entry, kind);
        }
        final MarketsConfig.Asset quote = terms.quote().map(assets::get).orElse(null);
        checkSettlement(entry, settlement);
        checkIndex(entry, "underlying", kind.isOption() ? underlying : null);
        checkIndex(entry, "quote", quote);
        if (entry.reading().count() > before || underlying == null || settlement == null) {
            return null;
        }
        final boolean sameAsset = settlement.id() == underlying.id();
        if (kind == Kind.SPOT ? sameAsset : kind.isInverse() && !sameAsset) {
            entry.error(
                    SETTLEMENT,
                    entry.pathOf(SETTLEMENT) + " is '" + settlement.symbol() + "'; allowed for kind "
                            + Value.choiceName(kind) + ": "
                            + (kind == Kind.SPOT ? "another asset than the underlying" : "the underlying"));
            return null;
        }
        final InstrumentScales scales = new InstrumentScales(entry, kind, settlement, underlying, quote);
        final BigDecimal lotSize = terms.lotSize().or(terms::contractValue).orElseThrow();
        scales.derive(tickSize, lotSize, priceMax, positionMax, terms.priceMin());
        return new MarketsConfig.Instrument(
                id,
                symbol,
                kind,
                underlying.id(),
                settlement.id(),
                tickSize,
                lotSize,
                scales.tickValue(),
                scales.ticksMax(),
                scales.lotsMax(),
                tiers.id(),
                limits.limits(scales, lotSize),
                contract(kind, terms, quote, scales),
                terms.funding().map(fundings::get));
    }

    private void checkIndex(final Section entry, final String key, final MarketsConfig.Asset asset) {
        if (asset != null && !ClaimReader.hasIndex(asset, assets)) {
            entry.error(key, entry.pathOf(key) + " is '" + asset.symbol() + "', which has no index under assets");
        }
    }

    private void checkSettlement(final Section entry, final MarketsConfig.Asset asset) {
        if (asset != null && asset.rules().claim().isPresent()) {
            entry.error(
                    SETTLEMENT,
                    entry.pathOf(SETTLEMENT) + " is '" + asset.symbol()
                            + "', which is a claim; allowed: an asset that is none");
        } else {
            checkIndex(entry, SETTLEMENT, asset);
        }
    }

    private static MarketsConfig.Contract contract(
            final Kind kind, final KindTerms terms, final MarketsConfig.Asset quote, final InstrumentScales scales) {
        return new MarketsConfig.Contract(
                quote == null ? 0 : quote.id(),
                scales.ticksMin(),
                scales.lotSizeMinor(),
                scales.contractValueMinor(),
                terms.expiry().orElse(0L),
                kind.isDated() ? terms.settlementWindow().orElse(SETTLEMENT_WINDOW_NS) : 0,
                terms.strike()
                        .map(strike -> scales.whole("strike", strike, STRIKE_SCALE))
                        .orElse(0L),
                terms.side()
                        .map(side -> MarketsConfig.Side.valueOf(side.toUpperCase(Locale.ROOT)))
                        .orElse(MarketsConfig.Side.NONE),
                terms.style()
                        .map(style -> MarketsConfig.Style.valueOf(style.toUpperCase(Locale.ROOT)))
                        .orElse(MarketsConfig.Style.NONE));
    }
}
