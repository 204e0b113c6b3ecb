package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.FundingTerms;
import io.plimsoll.core.market.MarketStatus;

/** Commands about what happens to an instrument in the course of its life: funding, halts, delisting. */
public final class LifecycleCommands {
    /** Largest premium either way: the index itself. */
    private static final long PREMIUM_MAX = Rate.ONE;

    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final Funding funding;
    private final Settlement settlement;

    LifecycleCommands(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final Funding funding,
            final Settlement settlement) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.funding = funding;
        this.settlement = settlement;
    }

    /**
     * Halts a market.
     *
     * @param instrumentId which.
     * @return why not, or NONE.
     */
    public RejectReason onMarketHalt(final int instrumentId) {
        return setMarket(instrumentId, MarketStatus.HALTED, RejectReason.ALREADY_HALTED);
    }

    /**
     * Opens a market.
     *
     * @param instrumentId which.
     * @return why not, or NONE.
     */
    public RejectReason onMarketResume(final int instrumentId) {
        return setMarket(instrumentId, MarketStatus.OPEN, RejectReason.NOT_HALTED);
    }

    private RejectReason setMarket(final int instrumentId, final MarketStatus to, final RejectReason whenAlready) {
        final Instrument instrument = state.instruments().get(instrumentId);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (state.prices().status(instrument) == MarketStatus.SETTLED) {
            return isSettled(instrument);
        }
        if (state.prices().status(instrument) == to) {
            return whenAlready;
        }
        // The command is valid from here on: state is written only below this line.
        state.prices().status(instrument, to);
        context.events().markets().onMarketStatusChanged(instrument, to);
        return RejectReason.NONE;
    }

    private RejectReason isSettled(final Instrument instrument) {
        return context.reject(
                RejectReason.INSTRUMENT_EXPIRED,
                instrument.terms().contract().expiry().timeNs());
    }

    /**
     * Settles all positions of an instrument at a price, and closes its market for good.
     *
     * @param instrumentId whose market is halted.
     * @param ticks price that settles.
     * @return why not, or NONE.
     */
    public RejectReason onDelist(final int instrumentId, final long ticks) {
        final Instrument instrument = state.instruments().get(instrumentId);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        final MarketStatus status = state.prices().status(instrument);
        if (status == MarketStatus.SETTLED) {
            return isSettled(instrument);
        }
        if (status != MarketStatus.HALTED) {
            return RejectReason.MARKET_NOT_HALTED;
        }
        if (!instrument.isPrice(ticks)) {
            return context.reject(
                    RejectReason.PRICE_OUT_OF_RANGE, instrument.terms().priceTicksMax());
        }
        // The command is valid from here on: state is written only below this line.
        settlement.delist(instrument, ticks);
        return RejectReason.NONE;
    }

    /**
     * Sets the terms of a perpetual's funding. What has accrued is kept; the interval begins anew.
     *
     * @param instrumentId of a perpetual.
     * @param terms to use from now on.
     * @return why not, or NONE.
     */
    public RejectReason onDefineFunding(final int instrumentId, final FundingTerms terms) {
        final Instrument instrument = state.instruments().get(instrumentId);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (instrument.funding() == null) {
            return RejectReason.UNSUPPORTED_KIND;
        }
        if (state.prices().status(instrument) == MarketStatus.SETTLED) {
            return isSettled(instrument);
        }
        if (!terms.hasValidTimes()) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, FundingTerms.DURATION_MAX_NS);
        }
        if (!terms.rule().isValid() || terms.marginFactorPpm() < 0) {
            return RejectReason.RATE_OUT_OF_RANGE;
        }
        // The command is valid from here on: state is written only below this line.
        final boolean moved = funding.bringUp(instrument);
        state.funding().define(instrument, terms, context.timeNs());
        context.events().onDefined(Definition.FUNDING, instrumentId);
        if (moved) {
            remargin.all(state.accounts().holdersOf(instrument));
        }
        return RejectReason.NONE;
    }

    /**
     * Takes a premium of a perpetual over its index.
     *
     * @param instrumentId of a perpetual with terms of funding.
     * @param premium a ratio x 10^15, at most one either way.
     * @param indexTicks the index in ticks of the instrument, positive.
     * @return why not, or NONE.
     */
    public RejectReason onPremiumSample(final int instrumentId, final long premium, final long indexTicks) {
        final Instrument instrument = state.instruments().get(instrumentId);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        final FundingTerms terms = state.funding().terms(instrument);
        if (terms == null) {
            return RejectReason.NO_FUNDING;
        }
        if (state.prices().status(instrument) == MarketStatus.SETTLED) {
            return isSettled(instrument);
        }
        if (premium < -PREMIUM_MAX || premium > PREMIUM_MAX) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, PREMIUM_MAX);
        }
        if (indexTicks < 1 || !instrument.isPrice(indexTicks)) {
            return context.reject(
                    RejectReason.PRICE_OUT_OF_RANGE, instrument.terms().priceTicksMax());
        }
        // The command is valid from here on: state is written only below this line.
        final boolean moved = funding.bringUp(instrument);
        state.funding().sample(instrument, premium, indexTicks, context.timeNs());
        if (terms.isContinuous()) {
            context.events().markets().onFundingRateSet(instrument, state.funding());
        }
        if (moved) {
            remargin.all(state.accounts().holdersOf(instrument));
        }
        return RejectReason.NONE;
    }
}
