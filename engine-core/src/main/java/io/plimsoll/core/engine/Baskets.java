package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;

/** Takes in several orders of an account at once: all of them, or none. */
final class Baskets {
    private final EngineState state;
    private final CommandContext context;
    private final OrderTerms terms;
    private final SessionOrders sessionOrders;
    private final BasketRisk risk;
    private final OrderProposal change;

    Baskets(
            final EngineState state,
            final CommandContext context,
            final OrderTerms terms,
            final SessionOrders sessionOrders,
            final BasketRisk risk,
            final OrderProposal change) {
        this.state = state;
        this.context = context;
        this.terms = terms;
        this.sessionOrders = sessionOrders;
        this.risk = risk;
        this.change = change;
    }

    RejectReason place(final long accountId, final BasketOrders basket) {
        final Account account = state.accounts().account(accountId);
        if (account == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        change.clear();
        risk.begin();
        final RejectReason reason = terms.checkRoom(account, basket.count());
        if (reason != RejectReason.NONE) {
            return reason;
        }
        for (int i = 0; i < basket.count(); i++) {
            final RejectReason wrong = propose(account, basket, i);
            if (wrong != RejectReason.NONE) {
                return refuse(account, basket, i, wrong);
            }
        }
        if (account.isTradingStopped()) {
            return OrderRisk.rejectStopped(context, account);
        }
        final RejectReason refused = risk.check(account, change);
        if (refused != RejectReason.NONE) {
            return refuse(account, basket, risk.broken(), refused);
        }
        // The command is valid from here on: state is written only below this line.
        for (int i = 0; i < change.count(); i++) {
            final Instrument instrument = change.instrument(i);
            final long lots = change.signedLots(i);
            state.orders().add(change.id(i), account, instrument, lots, change.limit(i), change.isReduceOnly(i));
            sessionOrders.placed(change.id(i));
            context.events()
                    .orders()
                    .onOrderAccepted(account, change.id(i), instrument, Math.abs(lots), change.limit(i), risk.answer());
        }
        return RejectReason.NONE;
    }

    private RejectReason refuse(
            final Account account, final BasketOrders basket, final int index, final RejectReason reason) {
        final boolean isOne = index != BasketRisk.NONE;
        context.events()
                .orders()
                .onOrdersRefused(
                        account,
                        index,
                        isOne ? basket.id(index) : 0,
                        isOne ? basket.instrument(index) : 0,
                        risk.answer());
        return reason;
    }

    /** Proposes an order whose terms are in order; else says why they are not. */
    private RejectReason propose(final Account account, final BasketOrders basket, final int index) {
        final Instrument instrument = state.instruments().get(basket.instrument(index));
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (!account.mayHave(instrument)) {
            return context.reject(
                    RejectReason.NOT_FOR_A_POCKET, account.parent().id());
        }
        final long id = basket.id(index);
        if (id < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (state.orders().slotOf(id) != Orders.NONE || change.hasId(id)) {
            return RejectReason.DUPLICATE_ORDER;
        }
        final long signedLots = basket.signedLots(index);
        final long limit = terms.limitOf(instrument, signedLots, basket.limit(index));
        final RejectReason reason = terms.check(instrument, signedLots, limit);
        if (reason == RejectReason.NONE) {
            change.add(id, instrument, signedLots, limit, basket.isReduceOnly(index));
        }
        return reason;
    }
}
