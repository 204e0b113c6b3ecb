package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.instrument.Asset;

/** What every command that moves money of an account is checked for first. */
final class MoneyCheck {
    private final CommandContext context;

    MoneyCheck(final CommandContext context) {
        this.context = context;
    }

    /** Asset and account are known, and the amount is one that can be. */
    RejectReason amount(final Account account, final Asset asset, final long amount) {
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (account == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (amount < 1 || amount > Balances.BALANCE_MAX) {
            return context.reject(RejectReason.AMOUNT_OUT_OF_RANGE, Balances.BALANCE_MAX);
        }
        return RejectReason.NONE;
    }

    /** The same, for money that comes from outside or goes there: not from or to a pocket. */
    RejectReason outside(final Account account, final Asset asset, final long amount) {
        final RejectReason reason = amount(account, asset, amount);
        return reason == RejectReason.NONE && account.isPocket()
                ? context.reject(RejectReason.NOT_FOR_A_POCKET, account.parent().id())
                : reason;
    }
}
