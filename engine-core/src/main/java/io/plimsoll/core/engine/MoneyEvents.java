package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
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
     * @param account from which it was taken.
     * @param asset of which.
     * @param amount minor units.
     * @param source sender of the request.
     * @param sourceSequence number of the request at its sender.
     */
    void onWithdrawalReleased(Account account, Asset asset, long amount, int source, long sourceSequence);

    /**
     * Funding that a position had accrued was booked.
     *
     * @param account whose.
     * @param instrument of which; the position is as it was when the funding accrued.
     * @param received signed minor units of the settlement asset.
     */
    void onFundingPaid(Account account, Instrument instrument, long received);
}
