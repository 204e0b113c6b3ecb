package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.instrument.Instrument;

/** What the engine says of orders: what became of each, and who may not trade. */
public interface OrderEvents {
    /**
     * An order changed.
     *
     * @param account whose.
     * @param order its id.
     * @param instrument in which.
     * @param remaining lots that remain, not negative.
     * @param limit price in ticks.
     * @param state what became of it.
     * @param reason why the engine took it away of its own accord; NONE: it did not.
     */
    void onOrderChanged(
            Account account,
            long order,
            Instrument instrument,
            long remaining,
            long limit,
            OrderState state,
            RejectReason reason);

    /**
     * An order rests now, or has changed at the wish of its owner.
     *
     * @param account whose.
     * @param order its id.
     * @param instrument in which.
     * @param lots that remain.
     * @param limit price in ticks.
     * @param answer what its check found.
     */
    void onOrderAccepted(Account account, long order, Instrument instrument, long lots, long limit, OrderAnswer answer);

    /**
     * An order was refused because the account cannot bear it; the reason comes with the completion.
     *
     * @param account whose.
     * @param order the id that the command named.
     * @param instrument in which.
     * @param answer what its check found.
     */
    void onOrderRefused(Account account, long order, Instrument instrument, OrderAnswer answer);

    /**
     * Orders that came in one command were refused together; the reason comes with the completion.
     *
     * @param account whose.
     * @param entry which entry of the command broke a rule, from 0; -1: none, the account cannot bear all of them.
     * @param order its id as the command named it, or 0.
     * @param instrument its instrument as the command named it, or 0.
     * @param answer what the check of all found; empty where an order broke a rule.
     */
    void onOrdersRefused(Account account, int entry, long order, int instrument, OrderAnswer answer);

    /**
     * Orders that a source places are bound to its session from now on, or are not.
     *
     * @param source which.
     * @param cancelled how many orders were cancelled because it is gone.
     */
    void onCancelOnDisconnectChanged(Source source, int cancelled);

    /**
     * Trading of an account was stopped or goes on.
     *
     * @param account whose.
     * @param stopped whether its own trading is stopped now; that of its group may be as well.
     */
    void onTradingChanged(Account account, boolean stopped);

    /**
     * Trading of a whole group was stopped or goes on.
     *
     * @param group whose.
     * @param stopped whether it is stopped now.
     */
    void onTradingChanged(Group group, boolean stopped);
}
