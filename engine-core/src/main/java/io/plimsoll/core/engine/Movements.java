package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;

/** The one place where balances move: every movement is said with its reason. */
final class Movements {
    private final EngineState state;
    private final CommandContext context;

    Movements(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
    }

    /** Moves a balance, which has room for it; the caller books the other side. Nothing for a change of 0. */
    void move(final Account account, final Asset asset, final long change, final BalanceReason reason) {
        if (change != 0) {
            final long balance = state.accounts().addBalance(account, asset, change);
            context.events().money().onBalanceChanged(account, asset, change, balance, reason);
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
}
