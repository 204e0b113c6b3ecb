package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;

/** Takes orders in and away. What an account can bear is the matter of {@link OrderRisk}. */
final class OrderEntry {
    private final EngineState state;
    private final CommandContext context;
    private final OrderTerms terms;
    private final SessionOrders sessionOrders;
    private final OrderRisk risk;
    private final Cancellation cancellation;

    OrderEntry(
            final EngineState state,
            final CommandContext context,
            final OrderTerms terms,
            final SessionOrders sessionOrders,
            final OrderRisk risk,
            final Cancellation cancellation) {
        this.state = state;
        this.context = context;
        this.terms = terms;
        this.sessionOrders = sessionOrders;
        this.risk = risk;
        this.cancellation = cancellation;
    }

    RejectReason place(
            final long accountId,
            final int instrumentId,
            final long orderId,
            final long signedLots,
            final long asked,
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
        final long limit = terms.limitOf(instrument, signedLots, asked);
        RejectReason reason = checkId(orderId);
        if (reason == RejectReason.NONE) {
            reason = terms.checkRoom(account, 1);
        }
        if (reason == RejectReason.NONE) {
            reason = terms.check(instrument, signedLots, limit);
        }
        if (reason == RejectReason.NONE) {
            reason = checkRisk(account, orderId, Orders.NONE, instrument, signedLots, limit, reduceOnly);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        state.orders().add(orderId, account, instrument, signedLots, limit, reduceOnly);
        sessionOrders.placed(orderId);
        context.events()
                .orders()
                .onOrderAccepted(account, orderId, instrument, Math.abs(signedLots), limit, risk.answer());
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
        reason = terms.check(instrument, signedLots, limit);
        risk.unchecked();
        if (reason == RejectReason.NONE && !shrinks) {
            reason = checkRisk(account, orderId, slot, instrument, signedLots, limit, orders.isReduceOnly(slot));
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        orders.change(slot, signedLots, limit);
        context.events().orders().onOrderAccepted(account, orderId, instrument, lots, limit, risk.answer());
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
        cancellation.one(slot);
        return RejectReason.NONE;
    }

    private RejectReason checkRisk(
            final Account account,
            final long orderId,
            final int without,
            final Instrument instrument,
            final long signedLots,
            final long limit,
            final boolean reduceOnly) {
        final RejectReason reason = risk.check(account, without, instrument, signedLots, limit, reduceOnly);
        if (reason != RejectReason.NONE && risk.answer().check() != OrderCheck.NONE) {
            context.events().orders().onOrderRefused(account, orderId, instrument, risk.answer());
        }
        return reason;
    }

    private RejectReason checkOwner(final long accountId, final int slot) {
        if (slot == Orders.NONE) {
            return RejectReason.UNKNOWN_ORDER;
        }
        return state.orders().account(slot).id() == accountId ? RejectReason.NONE : RejectReason.WRONG_ACCOUNT;
    }

    private RejectReason checkId(final long orderId) {
        if (orderId < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        return state.orders().slotOf(orderId) == Orders.NONE ? RejectReason.NONE : RejectReason.DUPLICATE_ORDER;
    }
}
