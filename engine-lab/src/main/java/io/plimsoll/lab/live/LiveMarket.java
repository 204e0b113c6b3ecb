package io.plimsoll.lab.live;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.math.SurfaceSlice;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.UnderlyingFigures;
import io.plimsoll.lab.margin.SettlementWindow;
import io.plimsoll.lab.whatif.ClaimMarket;
import io.plimsoll.lab.whatif.CoinHaircuts;
import io.plimsoll.lab.whatif.Expiry;
import io.plimsoll.lab.whatif.Market;
import io.plimsoll.lab.whatif.Smile;
import io.plimsoll.lab.whatif.UnderlyingMarket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Prices, volatilities and surfaces that an engine knows now, in the terms of what-if. An engine knows what a lot of a contract
 * is worth and not how much of the underlying it holds; that is taken to be a number of one digit.
 */
final class LiveMarket {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final double PRICE_ONE = Asset.INDEX_PRICE_ONE;
    private static final MathContext ONE_DIGIT = new MathContext(1);

    private final EngineState state;
    private final RiskRegime regime;

    LiveMarket(final EngineState state, final RiskRegime regime) {
        this.state = state;
        this.regime = regime;
    }

    Market market() {
        Market market = Market.at(LiveNames.time(state.timeNs()));
        for (int place = 0; place < regime.underlyings(); place++) {
            if (isPriced(regime.asset(place))) {
                market = market.with(underlying(regime.asset(place)));
            }
        }
        return market;
    }

    /** Whether an asset is an underlying that scenarios can move. */
    boolean isPriced(final Asset asset) {
        return asset != null
                && regime.placeOf(asset) >= 0
                && state.prices().indexPrice(asset) > 0
                && state.risk().volatilities().used(asset) > 0;
    }

    /** Whether an asset moves with an underlying that scenarios can move, and is none itself. */
    boolean isClaim(final Asset asset) {
        return asset.claim() != null
                && regime.placeOf(asset) < 0
                && regime.coins().of(asset) >= 0
                && isPriced(asset.claim().underlying())
                && state.prices().indexPrice(asset) > 0;
    }

    private ClaimMarket claim(final Asset asset) {
        final BigDecimal rate = index(asset).divide(index(asset.claim().underlying()), MathContext.DECIMAL64);
        return new ClaimMarket(asset.symbol().toString(), rate.doubleValue(), haircuts(asset.haircuts()));
    }

    private UnderlyingMarket underlying(final Asset asset) {
        final double sigma = state.risk().volatilities().used(asset) / (double) Rate.ONE;
        final UnderlyingFigures figures = regime.frame().figures(regime.placeOf(asset));
        UnderlyingMarket market = UnderlyingMarket.of(
                        asset.symbol().toString(), index(asset).doubleValue(), sigma)
                .withPerpetual(perpetual(asset))
                .withHaircuts(haircuts(asset.haircuts()))
                .withDailyVolume(LiveNames.money(figures.dailyVolume()).doubleValue())
                .withFunding(figures.fundingRate() / (double) Rate.ONE)
                .withOpenInterest(LiveNames.money(figures.openInterest()).doubleValue())
                .withConfidence(figures.confidence() / (double) Rate.ONE);
        for (int i = 0; i < asset.claims(); i++) {
            if (isClaim(asset.claimAt(i))) {
                market = market.with(claim(asset.claimAt(i)));
            }
        }
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying() == asset && expires(instrument) && !isKnown(market, instrument)) {
                market = market.with(expiry(instrument));
            }
        }
        return market;
    }

    private static CoinHaircuts haircuts(final Haircuts haircuts) {
        final double million = FixedPoint.PPM;
        return new CoinHaircuts(
                haircuts.creditPpm() / million,
                haircuts.initialPpm() / million,
                haircuts.liabilityPpm() / million,
                IntStream.range(1, haircuts.count())
                        .mapToObj(tier -> new CoinHaircuts.Tier(
                                LiveNames.money(haircuts.fromValue(tier)),
                                haircuts.creditPpm(tier) / million,
                                haircuts.initialPpm(tier) / million))
                        .toList());
    }

    private double perpetual(final Asset asset) {
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying() == asset
                    && instrument.kind() == InstrumentKind.LINEAR_PERPETUAL
                    && lotWorth(instrument).signum() > 0) {
                return unitPrice(instrument);
            }
        }
        return index(asset).doubleValue();
    }

    private boolean expires(final Instrument instrument) {
        return instrument.terms().contract().expiry().timeNs() > state.timeNs();
    }

    private static boolean isKnown(final UnderlyingMarket market, final Instrument instrument) {
        return market.expiries().stream().anyMatch(each -> each.name().equals(LiveNames.expiry(instrument)));
    }

    /** That of the contract, with the mean so far where an index settles it. */
    private SettlementWindow window(final Instrument dated) {
        final long seconds = state.settlement().averagedNs(dated) / SECOND_NS;
        if (seconds == 0) {
            return SettlementWindow.DEFAULT;
        }
        final long toExpiryNs = dated.terms().contract().expiry().timeNs() - state.timeNs();
        final boolean byMark = dated.kind() == InstrumentKind.LINEAR_FUTURE
                && dated.terms().contract().lotSize() == 0;
        return new SettlementWindow(
                seconds,
                byMark || toExpiryNs >= seconds * SECOND_NS
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(state.settlement().averageSoFar(dated, state.timeNs()) / PRICE_ONE));
    }

    private Expiry expiry(final Instrument first) {
        final long expiryNs = first.terms().contract().expiry().timeNs();
        final Asset asset = first.underlying();
        final SurfaceSlice slice = state.risk().surfaces().find(asset, expiryNs);
        final double index = index(asset).doubleValue();
        final double future = future(asset, expiryNs, slice == null ? index : slice.forward(index));
        final Expiry expiry = Expiry.of(
                        LiveNames.expiry(first),
                        LiveNames.time(expiryNs),
                        slice == null ? future : slice.forward(index))
                .withFuture(future)
                .withWindow(window(first));
        return slice == null ? expiry : expiry.with(Smile.of(slice)).withRate(slice.rate());
    }

    private double future(final Asset asset, final long expiryNs, final double otherwise) {
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying() == asset
                    && instrument.kind() == InstrumentKind.LINEAR_FUTURE
                    && instrument.terms().contract().expiry().timeNs() == expiryNs
                    && lotWorth(instrument).signum() > 0) {
                return unitPrice(instrument);
            }
        }
        return otherwise;
    }

    private double unitPrice(final Instrument contract) {
        final BigDecimal worth = lotWorth(contract);
        final BigDecimal units = worth.divide(index(contract.underlying()), ONE_DIGIT);
        return worth.divide(units, MathContext.DECIMAL64).doubleValue();
    }

    /** What a lot is worth at the mark, whichever side; 0 without a usable mark. */
    BigDecimal lotWorth(final Instrument contract) {
        final long mark = state.prices().markTicks(contract);
        if (!state.prices().hasMark(contract) || mark <= 0) {
            return BigDecimal.ZERO;
        }
        final Asset asset = contract.kind().isInverse() ? contract.notionalAsset() : contract.settlement();
        final long notional = contract.lotNotional(mark);
        return asset == null
                ? LiveNames.money(notional)
                : BigDecimal.valueOf(notional, asset.scale()).multiply(worth(asset));
    }

    /** What a unit of an asset counts at. */
    BigDecimal worth(final Asset asset) {
        return asset.stable() ? index(asset).min(BigDecimal.ONE) : index(asset);
    }

    private BigDecimal index(final Asset asset) {
        return BigDecimal.valueOf(state.prices().indexPrice(asset), Asset.INDEX_PRICE_SCALE);
    }
}
