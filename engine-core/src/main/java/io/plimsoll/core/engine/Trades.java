package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.MarketStatus;

/**
 * Books trades. A trade is a fact: it is never refused for margin or for an order that is not as it should be. What cannot be
 * booked where it belongs goes to the error account, its market goes cancel-only, and an alarm goes out.
 */
final class Trades {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final Funding funding;
    private final Settlement settlement;
    private final TradeSide tradeSide;
    private final Pockets pockets;
    private final Cancellation cancellation;

    Trades(
            final EngineState state,
            final CommandContext context,
            final Movements movements,
            final Remargin remargin,
            final Funding funding,
            final Settlement settlement,
            final Pockets pockets,
            final Cancellation cancellation) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.funding = funding;
        this.settlement = settlement;
        this.pockets = pockets;
        this.cancellation = cancellation;
        this.tradeSide = new TradeSide(state, context, movements, funding);
    }

    RejectReason trade(final TradeFill fill) {
        final Instrument instrument = state.instruments().get(fill.instrument());
        final int known = state.trades().slotOf(fill.tradeId());
        if (known != TradeLog.NONE) {
            return repeat(known, fill);
        }
        final Account error = state.accounts().account(Account.ERROR_ACCOUNT);
        final Account buyer = holderOrError(instrument, fill, fill.buyAccount(), fill.lots(), fill.buyFee(), error);
        final Account seller = holderOrError(instrument, fill, fill.sellAccount(), -fill.lots(), fill.sellFee(), error);
        if (buyer == null || seller == null) {
            context.events()
                    .onAlarm(
                            AlarmCode.TRADE_UNBOOKABLE,
                            fill.buyAccount(),
                            fill.instrument(),
                            fill.tradeId(),
                            0,
                            fill.lots());
            if (instrument != null) {
                restrict(instrument);
            }
            return RejectReason.TRADE_UNBOOKABLE;
        }
        // The command is valid from here on: state is written only below this line.
        state.trades().add(fill.tradeId(), context.sequence(), contentOf(fill));
        if (!state.prices().hasMark(instrument)) {
            // Until a mark arrives the first trade is the only price there is.
            state.settlement().onMarkPrice(instrument, fill.price(), context.timeNs());
            state.prices().markTicks(instrument, fill.price());
        }
        funding.bringUpForTrade(instrument);
        book(instrument, fill, buyer, fill.buyAccount(), fill.lots(), fill.buyFee());
        book(instrument, fill, seller, fill.sellAccount(), -fill.lots(), fill.sellFee());
        fillOrder(instrument, fill, fill.buyAccount(), fill.buyOrder(), fill.lots());
        fillOrder(instrument, fill, fill.sellAccount(), fill.sellOrder(), -fill.lots());
        cancellation.notReducing(buyer, instrument);
        cancellation.notReducing(seller, instrument);
        settlement.isLate(instrument);
        pockets.sweep(buyer);
        pockets.sweep(seller);
        remargin.withGroup(buyer, instrument);
        if (seller.group() != buyer.group()) {
            remargin.withGroup(seller, instrument);
        } else if (seller != buyer && seller.positions().lotsOf(instrument) == 0) {
            // Flat now, or a spot trade: the buyer's group has left it out.
            remargin.one(seller);
        }
        return RejectReason.NONE;
    }

    private RejectReason repeat(final int known, final TradeFill fill) {
        final long sequence = state.trades().sequence(known);
        if (state.trades().content(known) != contentOf(fill)) {
            return context.reject(RejectReason.TRADE_ID_REUSED, sequence);
        }
        context.originalSequence(sequence);
        return RejectReason.NONE;
    }

    /** The account a side belongs to; the error account where it does not fit; null where that does not fit either. */
    private Account holderOrError(
            final Instrument instrument,
            final TradeFill fill,
            final long accountId,
            final long signedLots,
            final long fee,
            final Account error) {
        if (instrument == null
                || fill.tradeId() < 1
                || !instrument.isPrice(fill.price())
                || fill.lots() < 1
                || fill.lots() > instrument.positionLotsLimit()) {
            return null;
        }
        final Account account = state.accounts().account(accountId);
        if (account != null && tradeSide.fits(account, instrument, signedLots, fee)) {
            return account;
        }
        return tradeSide.fits(error, instrument, signedLots, fee) ? error : null;
    }

    private void book(
            final Instrument instrument,
            final TradeFill fill,
            final Account account,
            final long named,
            final long signedLots,
            final long fee) {
        tradeSide.book(account, instrument, fill, signedLots, fee);
        if (account.id() != named) {
            context.events()
                    .onAlarm(AlarmCode.TRADE_TO_ERROR_ACCOUNT, named, instrument.id(), fill.tradeId(), 0, signedLots);
            restrict(instrument);
        }
    }

    private void restrict(final Instrument instrument) {
        if (state.prices().status(instrument) == MarketStatus.OPEN) {
            state.prices().status(instrument, MarketStatus.CANCEL_ONLY);
            context.events().markets().onMarketStatusChanged(instrument, MarketStatus.CANCEL_ONLY);
        }
    }

    private void fillOrder(
            final Instrument instrument,
            final TradeFill fill,
            final long accountId,
            final long orderId,
            final long signedLots) {
        if (orderId == 0) {
            return;
        }
        final Orders orders = state.orders();
        final int slot = orders.slotOf(orderId);
        if (slot == Orders.NONE
                || orders.instrument(slot) != instrument
                || orders.account(slot).id() != accountId
                || Long.signum(orders.signedLots(slot)) != Long.signum(signedLots)) {
            context.events()
                    .onAlarm(
                            AlarmCode.UNKNOWN_ORDER_FILLED,
                            accountId,
                            instrument.id(),
                            fill.tradeId(),
                            orderId,
                            signedLots);
            return;
        }
        final Account account = orders.account(slot);
        final long limit = orders.limit(slot);
        final long remaining = Math.abs(orders.signedLots(slot)) - Math.abs(signedLots);
        if (remaining > 0) {
            orders.change(slot, orders.signedLots(slot) - signedLots, limit);
            context.events()
                    .orders()
                    .onOrderChanged(account, orderId, instrument, remaining, limit, OrderState.OPEN, RejectReason.NONE);
            return;
        }
        orders.remove(slot);
        context.events()
                .orders()
                .onOrderChanged(account, orderId, instrument, 0, limit, OrderState.FILLED, RejectReason.NONE);
        if (remaining < 0) {
            context.events()
                    .onAlarm(
                            AlarmCode.ORDER_OVERFILLED,
                            accountId,
                            instrument.id(),
                            fill.tradeId(),
                            orderId,
                            signedLots);
        }
    }

    private static long contentOf(final TradeFill fill) {
        long h = StateHash.mix(StateHash.start(HashKind.TRADE), fill.instrument());
        h = StateHash.mix(h, fill.price());
        h = StateHash.mix(h, fill.lots());
        h = StateHash.mix(h, fill.buyAccount());
        h = StateHash.mix(h, fill.sellAccount());
        h = StateHash.mix(h, fill.buyFee());
        // Who took is a figure of the trade where a fee depends on it.
        final boolean isByTaker = fill.buyFee() == TradeFill.BY_SCHEDULE || fill.sellFee() == TradeFill.BY_SCHEDULE;
        h = isByTaker ? StateHash.mix(h, fill.buyerTook() ? 1 : 2) : h;
        return StateHash.finish(StateHash.mix(h, fill.sellFee()));
    }
}
