package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.MarketStatus;

/**
 * What of an order is checked whatever else the account has: that there is room for it, and against its market that this is open, the
 * size, the price and its band.
 */
final class OrderTerms {
    /** Instead of a limit: as far as the price band goes. The schema says so, too. */
    static final long MARKET = Long.MIN_VALUE;

    private final EngineState state;
    private final CommandContext context;
    private final PriceBand band;

    OrderTerms(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
        this.band = new PriceBand(state.prices(), state.parameters());
    }

    /** The limit of an order, in ticks: that of a market order is the end of its band, or any price where there is no mark. */
    long limitOf(final Instrument instrument, final long signedLots, final long limit) {
        if (limit != MARKET) {
            return limit;
        }
        return state.prices().hasMark(instrument)
                ? band.limitOfMarketOrder(instrument, signedLots > 0)
                : instrument.terms().priceTicksMax();
    }

    /** Whether so many more orders of an account may rest; not positive: as many go as come, or more. */
    RejectReason checkRoom(final Account account, final int more) {
        final Orders orders = state.orders();
        if (orders.count() + more > orders.capacity()) {
            return context.reject(RejectReason.LIMIT_REACHED, orders.capacity());
        }
        final int mostPerAccount = state.limits().openOrdersPerAccount();
        return account.orderCount() + more > mostPerAccount
                ? context.reject(RejectReason.LIMIT_REACHED, mostPerAccount)
                : RejectReason.NONE;
    }

    RejectReason check(final Instrument instrument, final long signedLots, final long limit) {
        final MarketStatus status = state.prices().status(instrument);
        if (status != MarketStatus.OPEN && status != MarketStatus.SETTLED) {
            return status == MarketStatus.HALTED ? RejectReason.MARKET_HALTED : RejectReason.MARKET_CANCEL_ONLY;
        }
        if (status == MarketStatus.SETTLED || instrument.isExpiredAt(context.timeNs())) {
            return context.reject(
                    RejectReason.INSTRUMENT_EXPIRED,
                    instrument.terms().contract().expiry().timeNs());
        }
        if (signedLots == 0
                || signedLots > instrument.positionLotsMax()
                || signedLots < -instrument.positionLotsMax()) {
            return context.reject(RejectReason.LOTS_OUT_OF_RANGE, instrument.positionLotsMax());
        }
        if (!instrument.isPrice(limit)) {
            return context.reject(
                    RejectReason.PRICE_OUT_OF_RANGE, instrument.terms().priceTicksMax());
        }
        if (!state.prices().hasMark(instrument)) {
            return RejectReason.NO_MARK_PRICE;
        }
        final boolean isBuy = signedLots > 0;
        return band.holds(instrument, isBuy, limit)
                ? RejectReason.NONE
                : context.reject(RejectReason.PRICE_OUTSIDE_BAND, band.endBeyond(instrument, isBuy, limit));
    }
}
