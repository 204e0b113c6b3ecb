package io.plimsoll.cli.host;

import io.plimsoll.config.EffectiveValue;
import io.plimsoll.config.EffectiveValues;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.risk.Revaluation;
import io.plimsoll.core.risk.RowFault;
import io.plimsoll.lab.live.RowProspects;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says which instruments of markets would be margined by tiers in portfolio mode, at the index prices that the markets begin with. */
public final class StartingRows {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final BigDecimal UNITS_MIN = BigDecimal.valueOf(Revaluation.LEAST_UNITS);
    private static final MathContext SHORT = new MathContext(3, RoundingMode.UP);

    private final MarketsConfig markets;
    private final EffectiveValues values;
    private final Map<Integer, MarketsConfig.Asset> assets;

    private StartingRows(final MarketsConfig markets, final EffectiveValues values) {
        this.markets = markets;
        this.values = values;
        this.assets = markets.assets().stream().collect(Collectors.toMap(MarketsConfig.Asset::id, Function.identity()));
    }

    /**
     * Looks for instruments whose terms allow no row.
     *
     * @param markets with or without portfolio margin.
     * @param values of the same markets, which say where each comes from.
     * @return a line each, with file and line; none where there is no portfolio margin or no index price.
     */
    public static List<String> warnings(final MarketsConfig markets, final EffectiveValues values) {
        return markets.portfolio().isEmpty() ? List.of() : new StartingRows(markets, values).warnings();
    }

    private List<String> warnings() {
        final Map<Integer, MarketsConfig.Instrument> instruments = markets.instruments().stream()
                .collect(Collectors.toMap(MarketsConfig.Instrument::id, Function.identity()));
        final List<byte[]> definitions = new ArrayList<>(GenesisFrames.of(List.of(), markets));
        markets.instruments().stream()
                .filter(this::isMarkedAtIndex)
                .forEach(instrument -> definitions.add(GenesisFrames.mark(instrument.id(), ticksAtIndex(instrument))));
        return RowProspects.of(limits(), startNs(), definitions).stream()
                .map(fault -> warning(instruments.get(fault.instrument()), fault))
                .toList();
    }

    private Limits limits() {
        return new Limits(
                1,
                markets.assets().size(),
                Math.max(1, markets.tierTables().size()),
                Math.max(1, markets.instruments().size()),
                1,
                1,
                1,
                1,
                1,
                1);
    }

    /** A day before the first expiry. */
    private long startNs() {
        return markets.instruments().stream()
                .mapToLong(instrument -> instrument.contract().expiryNs() - DAY_NS)
                .filter(ns -> ns > 0)
                .min()
                .orElse(1);
    }

    private boolean isMarkedAtIndex(final MarketsConfig.Instrument instrument) {
        return instrument.kind() != MarketsConfig.Kind.SPOT
                && !instrument.kind().isOption()
                && index(instrument.underlying()).signum() > 0
                && currency(instrument).signum() > 0;
    }

    private BigDecimal index(final int asset) {
        return BigDecimal.valueOf(assets.get(asset).indexPrice(), Asset.INDEX_PRICE_SCALE);
    }

    /** What one unit of the currency is worth that the instrument is priced in. */
    private BigDecimal currency(final MarketsConfig.Instrument instrument) {
        if (!instrument.kind().isInverse()) {
            return index(instrument.settlement());
        }
        return instrument.contract().quote() == 0
                ? BigDecimal.ONE
                : index(instrument.contract().quote());
    }

    private long ticksAtIndex(final MarketsConfig.Instrument instrument) {
        final BigDecimal ticks = index(instrument.underlying())
                .divide(currency(instrument).multiply(instrument.tickSize()), 0, RoundingMode.HALF_EVEN);
        return ticks.max(BigDecimal.valueOf(Math.max(1, instrument.contract().priceTicksMin())))
                .min(BigDecimal.valueOf(instrument.priceTicksMax()))
                .longValueExact();
    }

    private String warning(final MarketsConfig.Instrument instrument, final RowProspects.Fault fault) {
        final String lotKey = instrument.kind().isInverse() ? "contract-value" : "lot-size";
        final String path = "instruments." + instrument.symbol() + ".";
        return fault.fault() == RowFault.TOO_COARSE
                ? at(path + lotKey) + tooCoarse(instrument, fault)
                : at(path + "position-max") + " is more than the scenarios can count of lots worth "
                        + plain(worth(instrument))
                        + " USD: accounts in portfolio mode would be margined by tiers in it;"
                        + " allowed: a smaller position-max, and lots worth less than 1000000 USD";
    }

    private String tooCoarse(final MarketsConfig.Instrument instrument, final RowProspects.Fault fault) {
        final BigDecimal worth = worth(instrument);
        final BigDecimal move = fault.smallestMove().movePointRight(Asset.USD_SCALE + fault.unitDigits());
        return " is a lot worth " + plain(worth) + " USD, whose smallest move in the scenarios, "
                + plain(fault.smallestMove().movePointRight(2)) + " %, is "
                + worth.multiply(move).setScale(0, RoundingMode.DOWN).toPlainString() + " risk units of 10^-"
                + (Asset.USD_SCALE + fault.unitDigits())
                + " USD: accounts in portfolio mode would be margined by tiers in it;"
                + " allowed: from " + UNITS_MIN + ", by lots worth at least " + plain(UNITS_MIN.divide(move, SHORT))
                + " USD, or by a smaller position-max of the largest instrument on the underlying, which sets the unit";
    }

    private BigDecimal worth(final MarketsConfig.Instrument instrument) {
        return instrument
                .lotSize()
                .multiply(instrument.kind().isInverse() ? currency(instrument) : index(instrument.underlying()));
    }

    private static String plain(final BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private String at(final String path) {
        return values.list().stream()
                        .filter(value -> value.path().equals(path))
                        .map(EffectiveValue::origin)
                        .findFirst()
                        .orElseThrow()
                + ": " + path;
    }
}
