package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.MarketStatus;

/**
 * What of an order is checked whatever else the account has: that there is room for it, and against its market that this is open, the
 * size, the price and its band.
 */
final class OrderTerms {
    private final EngineState state;
    private final CommandContext context;

    OrderTerms(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
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
        return state.prices().hasMark(instrument) ? checkBand(instrument, limit) : RejectReason.NO_MARK_PRICE;
    }

    /** Where prices come near zero the band is at least a tick wide, or a market with a small mark could not be traded. */
    private RejectReason checkBand(final Instrument instrument, final long limit) {
        final long mark = state.prices().markTicks(instrument);
        final long least = instrument.terms().contract().priceTicksMin() < 1 ? 1 : 0;
        final long share =
                FixedPoint.rateOfFloor(Math.abs(mark), state.parameters().orderPriceBandPpm());
        final long band = Math.max(least, share);
        return Math.abs(limit - mark) > band
                ? context.reject(RejectReason.PRICE_OUTSIDE_BAND, limit > mark ? mark + band : mark - band)
                : RejectReason.NONE;
    }
}
