package io.plimsoll.core.engine;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.PriceBook;

/** Commands that bring prices. Every account that a price can move is margined anew at once. */
final class Prices {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final Funding funding;
    private final Interest interest;

    Prices(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final Funding funding,
            final Interest interest) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.funding = funding;
        this.interest = interest;
    }

    RejectReason index(final int assetId, final long price) {
        final Asset asset = state.assets().get(assetId);
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (price < 1 || price > PriceBook.INDEX_PRICE_MAX) {
            return context.reject(RejectReason.PRICE_OUT_OF_RANGE, PriceBook.INDEX_PRICE_MAX);
        }
        // The command is valid from here on: state is written only below this line.
        // That a price has not moved is news for the volatility.
        state.risk().volatilities().onPrice(asset, price, context.timeNs());
        interest.bringUp(asset);
        if (price != state.prices().indexPrice(asset)) {
            state.settlement().onIndexPrice(asset, price, context.timeNs());
            state.prices().indexPrice(asset, price);
            remargin.all(state.accounts().holdersOf(asset));
        }
        return RejectReason.NONE;
    }

    RejectReason mark(final int instrumentId, final long ticks) {
        final Instrument instrument = state.instruments().get(instrumentId);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (!instrument.isPrice(ticks)) {
            return context.reject(
                    RejectReason.PRICE_OUT_OF_RANGE, instrument.terms().priceTicksMax());
        }
        // The command is valid from here on: state is written only below this line.
        state.prices().quote(instrument);
        state.settlement().onMarkPrice(instrument, ticks, context.timeNs());
        final boolean funded = funding.bringUp(instrument);
        if (funded
                || !state.prices().hasMark(instrument)
                || ticks != state.prices().markTicks(instrument)) {
            state.prices().markTicks(instrument, ticks);
            remargin.all(state.accounts().holdersOf(instrument));
        }
        return RejectReason.NONE;
    }
}
