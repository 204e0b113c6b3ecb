package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;

/**
 * Replaces all quotes of an account in some instruments at once, or none. Quotes are orders that are marked as such; one whose id
 * comes again stays the order that it is, with new figures.
 */
final class Quotes {
    private final EngineState state;
    private final CommandContext context;
    private final OrderTerms terms;
    private final SessionOrders sessionOrders;
    private final BasketRisk risk;
    private final OrderProposal change;
    private final Cancellation cancellation;
    private final int[] lineOf = new int[OrderProposal.ORDERS_MAX];

    Quotes(
            final EngineState state,
            final CommandContext context,
            final OrderTerms terms,
            final SessionOrders sessionOrders,
            final BasketRisk risk,
            final OrderProposal change,
            final Cancellation cancellation) {
        this.state = state;
        this.context = context;
        this.terms = terms;
        this.sessionOrders = sessionOrders;
        this.risk = risk;
        this.change = change;
        this.cancellation = cancellation;
    }

    RejectReason replace(final long accountId, final QuoteLines lines) {
        final Account account = state.accounts().account(accountId);
        if (account == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        change.clear();
        risk.begin();
        for (int line = 0; line < lines.count(); line++) {
            RejectReason reason = checkLine(account, lines, line);
            if (reason == RejectReason.NONE) {
                reason = addSide(lines, line, true);
            }
            final boolean isBidWrong = reason != RejectReason.NONE;
            if (!isBidWrong) {
                reason = addSide(lines, line, false);
            }
            if (reason != RejectReason.NONE) {
                return refuse(account, lines, line, lines.id(line, isBidWrong), reason);
            }
        }
        final RejectReason reason = checkAll(account);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        final RejectReason refused = risk.check(account, change);
        if (refused != RejectReason.NONE) {
            final int broken = risk.broken();
            return broken == BasketRisk.NONE
                    ? refuse(account, lines, BasketRisk.NONE, 0, refused)
                    : refuse(account, lines, lineOf[broken], change.id(broken), refused);
        }
        // The command is valid from here on: state is written only below this line.
        cancellation.replaced(change);
        for (int i = 0; i < change.count(); i++) {
            quote(account, i);
        }
        return RejectReason.NONE;
    }

    /** An order that is what it shall be keeps its place, and nothing is said of it. */
    private void quote(final Account account, final int index) {
        final Orders orders = state.orders();
        final Instrument instrument = change.instrument(index);
        final long id = change.id(index);
        final long lots = change.signedLots(index);
        final long limit = change.limit(index);
        final int slot = orders.slotOf(id);
        if (slot == Orders.NONE) {
            orders.addQuote(id, account, instrument, lots, limit);
            sessionOrders.placed(id);
        } else if (orders.signedLots(slot) == lots && orders.limit(slot) == limit) {
            return;
        } else {
            orders.change(slot, lots, limit);
        }
        context.events().orders().onOrderAccepted(account, id, instrument, Math.abs(lots), limit, risk.answer());
    }

    private RejectReason refuse(
            final Account account,
            final QuoteLines lines,
            final int line,
            final long order,
            final RejectReason reason) {
        final int instrument = line == BasketRisk.NONE ? 0 : lines.instrument(line);
        context.events().orders().onOrdersRefused(account, line, order, instrument, risk.answer());
        return reason;
    }

    /** Checks what a line says of its instrument; the quotes that rest there are to go. */
    private RejectReason checkLine(final Account account, final QuoteLines lines, final int line) {
        final Instrument instrument = state.instruments().get(lines.instrument(line));
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (lines.isRepeated(line)) {
            return RejectReason.DUPLICATE_INSTRUMENT;
        }
        if (!account.mayHave(instrument)) {
            return context.reject(
                    RejectReason.NOT_FOR_A_POCKET, account.parent().id());
        }
        if (lines.isCrossed(line)) {
            return RejectReason.CROSSED_QUOTE;
        }
        final Orders orders = state.orders();
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (orders.isQuote(slot) && orders.instrument(slot) == instrument) {
                change.leave(slot);
            }
        }
        return RejectReason.NONE;
    }

    private RejectReason addSide(final QuoteLines lines, final int line, final boolean isBid) {
        final long lots = Math.max(-1, lines.lots(line, isBid));
        if (lots == 0) {
            return RejectReason.NONE;
        }
        final long id = lines.id(line, isBid);
        if (id < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        final Instrument instrument = state.instruments().get(lines.instrument(line));
        if (change.hasId(id) || !isFree(id, instrument, isBid)) {
            return RejectReason.DUPLICATE_ORDER;
        }
        final long signedLots = lots < 0 ? 0 : isBid ? lots : -lots;
        final long limit = lines.limit(line, isBid);
        final RejectReason reason = terms.check(instrument, signedLots, limit);
        if (reason == RejectReason.NONE) {
            lineOf[change.count()] = line;
            change.add(id, instrument, signedLots, limit, false);
        }
        return reason;
    }

    /** Whether an id is in use by no order, or by the very quote that is replaced. */
    private boolean isFree(final long id, final Instrument instrument, final boolean isBid) {
        final Orders orders = state.orders();
        final int slot = orders.slotOf(id);
        return slot == Orders.NONE
                || (change.leaves(slot)
                        && orders.instrument(slot) == instrument
                        && orders.signedLots(slot) > 0 == isBid);
    }

    private RejectReason checkAll(final Account account) {
        final RejectReason room = terms.checkRoom(account, change.count() - change.leavingCount());
        if (room != RejectReason.NONE) {
            return room;
        }
        return change.count() > 0 && account.isTradingStopped()
                ? OrderRisk.rejectStopped(context, account)
                : RejectReason.NONE;
    }
}
