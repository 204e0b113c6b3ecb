package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;

/** The one place where balances move: every movement is said with its reason, and what a debt has cost is booked before it. */
final class Movements {
    private final EngineState state;
    private final CommandContext context;
    private final Interest interest;

    Movements(final EngineState state, final CommandContext context, final Interest interest) {
        this.state = state;
        this.context = context;
        this.interest = interest;
    }

    /** Moves a balance, which has room for it; the caller books the other side. Nothing for a change of 0. */
    void move(final Account account, final Asset asset, final long change, final BalanceReason reason) {
        if (change != 0) {
            bookInterest(account, asset);
            apply(account, asset, change, reason);
        }
    }

    /** Moves a balance against a ledger of the house: what the one gets the other gives. */
    void move(
            final Account account,
            final Asset asset,
            final long change,
            final BalanceReason reason,
            final LedgerAccount other) {
        if (change != 0) {
            state.ledger().add(other, asset, -change);
            move(account, asset, change, reason);
        }
    }

    /** Rounded up against the account, so that the ledger of interest is left with dust and never short. */
    private void bookInterest(final Account account, final Asset asset) {
        interest.bringUp(asset);
        final long owed = account.balances().accruedInterest(asset);
        if (owed != 0) {
            context.events().money().onInterestPaid(account, asset, owed);
            state.ledger().add(LedgerAccount.INTEREST, asset, owed);
            apply(account, asset, -owed, BalanceReason.INTEREST);
        }
    }

    private void apply(final Account account, final Asset asset, final long change, final BalanceReason reason) {
        final long balance = state.accounts().addBalance(account, asset, change);
        context.events().money().onBalanceChanged(account, asset, change, balance, reason);
    }
}
