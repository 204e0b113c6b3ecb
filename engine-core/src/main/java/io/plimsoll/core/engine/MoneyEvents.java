package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;

/** What the engine says of money: every movement of a balance, and why. */
public interface MoneyEvents {
    /**
     * A balance moved.
     *
     * @param account whose.
     * @param asset of which.
     * @param change signed minor units.
     * @param balance after.
     * @param reason why.
     */
    void onBalanceChanged(Account account, Asset asset, long change, long balance, BalanceReason reason);

    /**
     * Money may leave, once the command is durable.
     *
     * @param id number of the withdrawal.
     * @param account from which it was taken.
     * @param asset of which.
     * @param amount minor units.
     * @param source sender of the request.
     * @param sourceSequence number of the request at its sender.
     */
    void onWithdrawalReleased(long id, Account account, Asset asset, long amount, int source, long sourceSequence);

    /**
     * Money in flight was paid or is back.
     *
     * @param id number of the withdrawal.
     * @param account from which it was taken.
     * @param asset of which.
     * @param amount minor units.
     * @param returned whether it is back on the account; else it was paid.
     */
    void onWithdrawalSettled(long id, Account account, Asset asset, long amount, boolean returned);

    /**
     * A withdrawal is refused because of a limit for 24 hours.
     *
     * @param account that asked.
     * @param asset of which.
     * @param amount asked for, minor units.
     * @param left what may go now, minor units.
     * @param limit for 24 hours, minor units.
     * @param fromNs from when on the amount asked for fits if nothing else is withdrawn; 0: never.
     * @param ofAll whether the limit is that of all accounts; else that of each.
     */
    void onWithdrawalLimited(
            Account account, Asset asset, long amount, long left, long limit, long fromNs, boolean ofAll);

    /**
     * An account or a group has another schedule of fees from now on.
     *
     * @param account id of the account; 0: the group.
     * @param group id of the group; 0: the account.
     * @param schedule id of the schedule; 0: none of its own.
     * @param author source that gave it.
     */
    void onFeeScheduleAssigned(long account, long group, int schedule, int author);

    /**
     * An account has another credit line from now on.
     *
     * @param account the account, with the credit line that it has now.
     * @param before what it was, millionths of the margin currency.
     * @param author source that granted it.
     */
    void onCreditLineChanged(Account account, long before, int author);

    /**
     * Money of the house moved.
     *
     * @param asset of which.
     * @param from ledger that gave.
     * @param to ledger that got.
     * @param amount minor units.
     * @param author source that moved it.
     */
    void onLedgerMoved(Asset asset, LedgerAccount from, LedgerAccount to, long amount, int author);

    /**
     * Interest that a debt had accrued is booked.
     *
     * @param account whose; the balance is as it was when the interest accrued.
     * @param asset of the debt.
     * @param amount minor units.
     */
    void onInterestPaid(Account account, Asset asset, long amount);

    /**
     * Funding that a position had accrued was booked.
     *
     * @param account whose.
     * @param instrument of which; the position is as it was when the funding accrued.
     * @param received signed minor units of the settlement asset.
     */
    void onFundingPaid(Account account, Instrument instrument, long received);
}
