package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.instrument.Instrument;

/** Commands about orders, and about the kill switch of an account or a group. */
public final class TradingCommands {
    /** Orders of both sides. */
    public static final int BOTH_SIDES = 0;

    private final EngineState state;
    private final CommandContext context;
    private final OrderEntry orderEntry;
    private final Baskets baskets;
    private final Quotes quotes;
    private final SessionOrders sessionOrders;
    private final Cancellation cancellation;
    private final OrderChecks checks;

    TradingCommands(
            final EngineState state,
            final CommandContext context,
            final OrderEntry orderEntry,
            final Baskets baskets,
            final Quotes quotes,
            final SessionOrders sessionOrders,
            final Cancellation cancellation,
            final OrderChecks checks) {
        this.state = state;
        this.context = context;
        this.orderEntry = orderEntry;
        this.baskets = baskets;
        this.quotes = quotes;
        this.sessionOrders = sessionOrders;
        this.cancellation = cancellation;
        this.checks = checks;
    }

    /**
     * Whether a command comes in time; to be asked before one that names a deadline, which has no effect when it is late.
     *
     * @param goodTillNs the last time of the engine at which it may be applied; 0: at any time.
     * @return why not, or NONE.
     */
    public RejectReason onDeadline(final long goodTillNs) {
        return goodTillNs != 0 && context.timeNs() > goodTillNs
                ? context.reject(RejectReason.DEADLINE_PASSED, context.timeNs())
                : RejectReason.NONE;
    }

    /**
     * Checks an order and counts its margin.
     *
     * @param accountId whose.
     * @param instrumentId in which.
     * @param orderId id, not in use.
     * @param signedLots positive buys.
     * @param limit ticks.
     * @param reduceOnly only if it can but reduce the position.
     * @return why not, or NONE.
     */
    public RejectReason onOrderPlace(
            final long accountId,
            final int instrumentId,
            final long orderId,
            final long signedLots,
            final long limit,
            final boolean reduceOnly) {
        return orderEntry.place(accountId, instrumentId, orderId, signedLots, limit, reduceOnly);
    }

    /**
     * Checks several orders as one and counts their margin: all of them, or none. The completion says what margin is free then.
     *
     * @param accountId whose.
     * @param basket the orders.
     * @return why not, or NONE.
     */
    public RejectReason onBasketPlace(final long accountId, final BasketOrders basket) {
        return baskets.place(accountId, basket);
    }

    /**
     * Replaces all quotes of an account in the instruments that are named: all of them, or none. The completion says what margin is
     * free then.
     *
     * @param accountId whose.
     * @param lines the quotes that are to rest there from now on.
     * @return why not, or NONE.
     */
    public RejectReason onQuotesReplace(final long accountId, final QuoteLines lines) {
        return quotes.replace(accountId, lines);
    }

    /**
     * Changes an order.
     *
     * @param accountId whose.
     * @param orderId id.
     * @param lots what shall remain.
     * @param limit ticks.
     * @return why not, or NONE.
     */
    public RejectReason onOrderAmend(final long accountId, final long orderId, final long lots, final long limit) {
        return orderEntry.amend(accountId, orderId, lots, limit);
    }

    /**
     * Takes an order away.
     *
     * @param accountId whose.
     * @param orderId which.
     * @return why not, or NONE.
     */
    public RejectReason onOrderCancel(final long accountId, final long orderId) {
        return orderEntry.cancel(accountId, orderId);
    }

    /**
     * Takes orders of an account away, by ascending id. Accepted when there is none, too; the completion says how many.
     *
     * @param accountId whose.
     * @param instrumentId of which instrument; 0: of all.
     * @param side 1: those that buy; -1: those that sell; {@link #BOTH_SIDES}.
     * @return why not, or NONE.
     */
    public RejectReason onOrdersCancel(final long accountId, final int instrumentId, final int side) {
        final Account account = state.accounts().account(accountId);
        if (account == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        final Instrument instrument = state.instruments().get(instrumentId);
        if (instrument == null && instrumentId != 0) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        // The command is valid from here on: state is written only below this line.
        return context.accept(cancellation.all(account, instrument, side));
    }

    /**
     * Stops trading: takes all orders away and lets none in. Accepted when it is stopped already, too, since several people may
     * press the switch at once.
     *
     * @param accountId of an account; 0: the group is given.
     * @param groupId of a group, with all accounts that it has or gets; 0: the account is given.
     * @return why not, or NONE.
     */
    public RejectReason onStop(final long accountId, final long groupId) {
        final RejectReason reason = checkTarget(accountId, groupId);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        change(accountId, groupId, true);
        if (groupId == 0) {
            return context.accept(cancellation.all(state.accounts().account(accountId), null, BOTH_SIDES));
        }
        final Holders members = state.accounts().group(groupId).members();
        long taken = 0;
        for (int i = 0; i < members.count(); i++) {
            taken += cancellation.all(members.at(i), null, BOTH_SIDES);
        }
        return context.accept(taken);
    }

    /**
     * Lets trading go on. Accepted when it is not stopped, too. Who may stop need not be allowed to resume: this is for those
     * who may send commands of control.
     *
     * @param accountId of an account; 0: the group is given.
     * @param groupId of a group; 0: the account is given.
     * @return why not, or NONE.
     */
    public RejectReason onResume(final long accountId, final long groupId) {
        if (!state.sources().get(context.source()).role().maySend(CommandFamily.CONTROL)) {
            return RejectReason.NOT_ALLOWED;
        }
        final RejectReason reason = checkTarget(accountId, groupId);
        if (reason == RejectReason.NONE) {
            // The command is valid from here on: state is written only below this line.
            change(accountId, groupId, false);
        }
        return reason;
    }

    /**
     * Asks that orders which the command's source places from now on are cancelled when its session is gone, or no longer does.
     *
     * @param isActive whether it asks for it.
     * @return NONE.
     */
    public RejectReason onCancelOnDisconnect(final boolean isActive) {
        return sessionOrders.ask(isActive);
    }

    /**
     * A source has had no session for too long: takes the orders away that are bound to it. The completion says how many. For
     * those who may send commands of control.
     *
     * @param source which.
     * @return why not, or NONE.
     */
    public RejectReason onSourceDisconnected(final int source) {
        return sessionOrders.gone(source);
    }

    /** {@return orders that a bound let pass since this engine began; no part of the state} */
    public long checkedByBound() {
        return checks.checkedByBound();
    }

    /** {@return orders whose margin was computed in full since this engine began; no part of the state} */
    public long checkedInFull() {
        return checks.checkedInFull();
    }

    private RejectReason checkTarget(final long accountId, final long groupId) {
        final boolean isOfAccount = accountId != 0;
        if (isOfAccount == (groupId != 0)) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (isOfAccount) {
            return state.accounts().account(accountId) == null ? RejectReason.UNKNOWN_ACCOUNT : RejectReason.NONE;
        }
        return state.accounts().group(groupId) == null ? RejectReason.UNKNOWN_GROUP : RejectReason.NONE;
    }

    private void change(final long accountId, final long groupId, final boolean stopped) {
        if (groupId == 0) {
            final Account account = state.accounts().account(accountId);
            if (account.isStoppedItself() != stopped) {
                state.accounts().stop(account, stopped);
                context.events().orders().onTradingChanged(account, stopped);
            }
            return;
        }
        final Group group = state.accounts().group(groupId);
        if (group.isTradingStopped() != stopped) {
            state.accounts().stop(group, stopped);
            context.events().orders().onTradingChanged(group, stopped);
        }
    }
}
