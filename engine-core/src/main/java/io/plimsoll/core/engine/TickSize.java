package io.plimsoll.core.engine;

import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentTerms;
import io.plimsoll.core.instrument.TickRescale;
import io.plimsoll.core.market.MarketStatus;

/**
 * Changes the tick size of a halted market. Nothing is worth more or less by it: price limits, mark, index of funding and the
 * limits of resting orders are the same prices in new ticks, or the change is refused.
 */
final class TickSize {
    private final EngineState state;
    private final CommandContext context;
    private final RiskWork work;

    TickSize(final EngineState state, final CommandContext context, final RiskWork work) {
        this.state = state;
        this.context = context;
        this.work = work;
    }

    RejectReason change(final int scope, final long tickValue) {
        final Instrument instrument = state.instruments().get(scope);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (state.prices().status(instrument) != MarketStatus.HALTED) {
            return RejectReason.MARKET_NOT_HALTED;
        }
        if (work.isPricing()) {
            return context.reject(RejectReason.TOO_SOON, context.timeNs());
        }
        final TickRescale rescale = TickRescale.of(instrument, tickValue);
        if (rescale == null || !fits(instrument, rescale)) {
            return context.reject(
                    RejectReason.VALUE_OUT_OF_RANGE, instrument.terms().tickValue());
        }
        // The command is valid from here on: state is written only below this line.
        final long before = instrument.terms().tickValue();
        final long hashBefore = instrument.hash();
        instrument.rescale(rescale, tickValue);
        state.hash().replace(hashBefore, instrument.hash());
        if (state.prices().hasMark(instrument)) {
            state.prices().markTicks(instrument, rescale.of(state.prices().markTicks(instrument)));
        }
        state.funding().rescale(instrument, rescale);
        rescaleOrders(instrument, rescale);
        context.events().onParameterInForce(ParameterId.TICK_VALUE, scope, before, tickValue, context.source());
        return RejectReason.NONE;
    }

    private boolean fits(final Instrument instrument, final TickRescale rescale) {
        final InstrumentTerms terms = instrument.terms();
        return rescale.fits(terms.contract().priceTicksMin())
                && rescale.fits(terms.priceTicksMax())
                && rescale.fits(state.prices().markTicks(instrument))
                && rescale.fits(state.funding().indexTicks(instrument))
                && ordersFit(instrument, rescale);
    }

    private boolean ordersFit(final Instrument instrument, final TickRescale rescale) {
        final Orders orders = state.orders();
        final Holders all = state.accounts().all();
        for (int i = 0; i < all.count(); i++) {
            for (int slot = orders.firstOf(all.at(i)); slot != Orders.NONE; slot = orders.nextOf(slot)) {
                if (orders.instrument(slot) == instrument && !rescale.fits(orders.limit(slot))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void rescaleOrders(final Instrument instrument, final TickRescale rescale) {
        final Orders orders = state.orders();
        final Holders all = state.accounts().all();
        for (int i = 0; i < all.count(); i++) {
            for (int slot = orders.firstOf(all.at(i)); slot != Orders.NONE; slot = orders.nextOf(slot)) {
                if (orders.instrument(slot) == instrument) {
                    orders.change(slot, orders.signedLots(slot), rescale.of(orders.limit(slot)));
                }
            }
        }
    }
}
