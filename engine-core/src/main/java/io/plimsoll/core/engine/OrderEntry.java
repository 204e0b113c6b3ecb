package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderCash;
import io.plimsoll.core.margin.OrderMargin;
import io.plimsoll.core.market.MarketStatus;

/**
 * Checks orders before they rest. An order passes when margin equity covers initial margin with all orders filled on the
 * worse side, or when it can but reduce the position. What pays at once when it fills, a spot order or the premium of an
 * option, must be covered by the balance as well.
 */
final class OrderEntry {
    private final EngineState state;
    private final CommandContext context;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final MarginAssessment assessment = new MarginAssessment();

    OrderEntry(
            final EngineState state,
            final CommandContext context,
            final MarginCalculator calculator,
            final OrderMargin orderMargin) {
        this.state = state;
        this.context = context;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
    }

    RejectReason place(
            final long accountId,
            final int instrumentId,
            final long orderId,
            final long signedLots,
            final long limit,
            final boolean reduceOnly) {
        final Instrument instrument = state.instruments().get(instrumentId);
        final Account account = state.accounts().account(accountId);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (account == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (!account.mayHave(instrument)) {
            return context.reject(
                    RejectReason.NOT_FOR_A_POCKET, account.parent().id());
        }
        RejectReason reason = checkRoom(account, orderId);
        if (reason == RejectReason.NONE) {
            reason = checkTerms(instrument, signedLots, limit);
        }
        if (reason == RejectReason.NONE) {
            reason = checkRisk(account, Orders.NONE, instrument, signedLots, limit, reduceOnly);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        state.orders().add(orderId, account, instrument, signedLots, limit);
        context.events()
                .orders()
                .onOrderChanged(account, orderId, instrument, Math.abs(signedLots), limit, OrderState.OPEN);
        return RejectReason.NONE;
    }

    RejectReason amend(final long accountId, final long orderId, final long lots, final long limit) {
        final Orders orders = state.orders();
        final int slot = orders.slotOf(orderId);
        RejectReason reason = checkOwner(accountId, slot);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        final Account account = orders.account(slot);
        final Instrument instrument = orders.instrument(slot);
        final long before = orders.signedLots(slot);
        if (lots < 1 || lots > instrument.positionLotsMax()) {
            return context.reject(RejectReason.LOTS_OUT_OF_RANGE, instrument.positionLotsMax());
        }
        final long signedLots = before > 0 ? lots : -lots;
        final boolean shrinks = lots <= Math.abs(before) && limit == orders.limit(slot);
        reason = checkTerms(instrument, signedLots, limit);
        if (reason == RejectReason.NONE && !shrinks) {
            reason = checkRisk(account, slot, instrument, signedLots, limit, false);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        orders.change(slot, signedLots, limit);
        context.events().orders().onOrderChanged(account, orderId, instrument, lots, limit, OrderState.OPEN);
        return RejectReason.NONE;
    }

    RejectReason cancel(final long accountId, final long orderId) {
        final Orders orders = state.orders();
        final int slot = orders.slotOf(orderId);
        final RejectReason reason = checkOwner(accountId, slot);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        takeAway(slot);
        return RejectReason.NONE;
    }

    /** Takes an order away and says so. */
    void takeAway(final int slot) {
        final Orders orders = state.orders();
        final Account account = orders.account(slot);
        final long orderId = orders.id(slot);
        final Instrument instrument = orders.instrument(slot);
        final long remaining = Math.abs(orders.signedLots(slot));
        final long limit = orders.limit(slot);
        orders.remove(slot);
        context.events().orders().onOrderChanged(account, orderId, instrument, remaining, limit, OrderState.CANCELLED);
    }

    private RejectReason checkOwner(final long accountId, final int slot) {
        if (slot == Orders.NONE) {
            return RejectReason.UNKNOWN_ORDER;
        }
        return state.orders().account(slot).id() == accountId ? RejectReason.NONE : RejectReason.WRONG_ACCOUNT;
    }

    private RejectReason checkRoom(final Account account, final long orderId) {
        if (orderId < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (state.orders().slotOf(orderId) != Orders.NONE) {
            return RejectReason.DUPLICATE_ORDER;
        }
        if (state.orders().isFull()) {
            return context.reject(RejectReason.LIMIT_REACHED, state.orders().capacity());
        }
        final int mostPerAccount = state.limits().openOrdersPerAccount();
        return account.orderCount() >= mostPerAccount
                ? context.reject(RejectReason.LIMIT_REACHED, mostPerAccount)
                : RejectReason.NONE;
    }

    private RejectReason checkTerms(final Instrument instrument, final long signedLots, final long limit) {
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

    private RejectReason checkRisk(
            final Account account,
            final int without,
            final Instrument instrument,
            final long signedLots,
            final long limit,
            final boolean reduceOnly) {
        if (account.isTradingStopped()) {
            return rejectStopped(account);
        }
        final long position = account.positions().lotsOf(instrument);
        final long withSameSide = sameSide(account, without, instrument, signedLots) + signedLots;
        final boolean reduces = reduces(position, withSameSide);
        if (reduceOnly && !reduces) {
            return RejectReason.NOT_REDUCING;
        }
        if (account.status() != MarginStatus.NORMAL && !reduces) {
            return RejectReason.ACCOUNT_MAY_NOT_ADD_RISK;
        }
        if (Math.abs(position + withSameSide) > instrument.positionLotsMax() && !reduces) {
            return context.reject(RejectReason.POSITION_LIMIT, instrument.positionLotsMax());
        }
        if (!reduces && !isCovered(account, without, instrument, signedLots, limit)) {
            return RejectReason.INSUFFICIENT_BALANCE;
        }
        calculator.assess(account, assessment);
        final long initialMargin = assessment.collateralInitialMargin()
                + orderMargin.initialMargin(account, without, instrument, signedLots, limit);
        final long freeMargin = assessment.marginEquity() - initialMargin;
        return freeMargin >= 0 || reduces
                ? context.accept(freeMargin)
                : context.reject(RejectReason.INSUFFICIENT_MARGIN, freeMargin);
    }

    private RejectReason rejectStopped(final Account account) {
        final Group group = account.group();
        return context.reject(RejectReason.TRADING_STOPPED, group.isTradingStopped() ? group.id() : 0);
    }

    private static boolean reduces(final long position, final long orders) {
        return position != 0 && Long.signum(position) != Long.signum(orders) && Math.abs(orders) <= Math.abs(position);
    }

    /** Whether the balance covers what the order pays at once; says, where not, what of it is left. */
    private boolean isCovered(
            final Account account,
            final int without,
            final Instrument instrument,
            final long signedLots,
            final long limit) {
        final Asset paid = OrderCash.assetOf(instrument, signedLots);
        if (paid == null) {
            return true;
        }
        final long unpromised = OrderCash.unpromised(state.orders(), account, without, paid);
        if (OrderCash.amountOf(instrument, signedLots, limit) <= unpromised) {
            return true;
        }
        context.reject(RejectReason.INSUFFICIENT_BALANCE, unpromised);
        return false;
    }

    private long sameSide(
            final Account account, final int without, final Instrument instrument, final long signedLots) {
        final Orders orders = state.orders();
        long sum = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            final boolean same = orders.instrument(slot) == instrument
                    && Long.signum(orders.signedLots(slot)) == Long.signum(signedLots);
            if (same && slot != without) {
                sum += orders.signedLots(slot);
            }
        }
        return sum;
    }
}
