package io.plimsoll.core.engine;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Claim;
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
        if (asset.claim() != null) {
            return context.reject(
                    RejectReason.PRICED_BY_REDEMPTION,
                    asset.claim().underlying().id());
        }
        // The command is valid from here on: state is written only below this line.
        boolean wasStale = isStale(asset);
        final boolean moved = take(asset, price);
        for (int i = 0; i < asset.claims(); i++) {
            wasStale |= isStale(asset.claimAt(i));
            redeem(asset.claimAt(i));
        }
        // All prices first: nobody is margined with one that is new and one that is old.
        if (wasStale) {
            remargin.restingOn(asset);
        } else if (moved) {
            remargin.holding(asset);
        }
        return RejectReason.NONE;
    }

    /** A claim has another redemption rate. */
    void onRedemptionRate(final Asset asset) {
        final boolean wasStale = isStale(asset);
        final boolean moved = redeem(asset);
        if (wasStale) {
            remargin.restingOn(asset);
        } else if (moved) {
            remargin.holding(asset);
        }
    }

    private boolean isStale(final Asset asset) {
        return state.prices().isStale(asset, context.timeNs());
    }

    /** Prices a claim by its rate, if there is one and its underlying has a price. */
    private boolean redeem(final Asset asset) {
        final Claim claim = asset.claim();
        final long underlying = state.prices().indexPrice(claim.underlying());
        return claim.rate() != 0 && underlying != 0 && take(asset, claim.price(underlying, PriceBook.INDEX_PRICE_MAX));
    }

    /** Whether the price has moved; that it has not is news for the volatility. */
    private boolean take(final Asset asset, final long price) {
        state.risk().volatilities().onPrice(asset, price, context.timeNs());
        interest.bringUp(asset);
        final boolean moved = price != state.prices().indexPrice(asset);
        if (moved) {
            state.settlement().onIndexPrice(asset, price, context.timeNs());
        }
        state.prices().indexPrice(asset, price, context.timeNs());
        if (moved && asset.stable()) {
            findStablePrice();
        }
        return moved;
    }

    private void findStablePrice() {
        long least = Asset.INDEX_PRICE_ONE;
        for (int i = 0; i < state.assets().count(); i++) {
            final Asset asset = state.assets().at(i);
            if (asset.stable() && state.prices().indexPrice(asset) > 0) {
                least = Math.min(least, state.prices().indexPrice(asset));
            }
        }
        state.prices().stablePrice(least);
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
