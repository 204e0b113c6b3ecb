package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;

/** What becomes of the money of an isolated pocket when nothing is left in it that needs margin. */
final class Pockets {
    private final Movements movements;
    private final Remargin remargin;

    Pockets(final Movements movements, final Remargin remargin) {
        this.movements = movements;
        this.remargin = remargin;
    }

    /**
     * Empties a pocket without position and orders: a rest goes back to its parent, a loss is the insurance fund's. A rest that
     * the parent has no room for stays. The pocket is to be margined anew afterwards: nobody is told of a loss that is paid.
     */
    void sweep(final Account account) {
        if (!account.isPocket() || account.positions().count() != 0 || account.orderCount() != 0) {
            return;
        }
        final Asset asset = account.only().settlement();
        final long rest = account.balances().of(asset);
        final Account parent = account.parent();
        if (rest == 0 || (rest > 0 && !parent.balances().hasRoomFor(asset, rest))) {
            return;
        }
        if (rest > 0) {
            movements.move(account, asset, -rest, BalanceReason.TRANSFER);
            movements.move(parent, asset, rest, BalanceReason.TRANSFER);
            remargin.one(parent);
        } else {
            movements.move(account, asset, -rest, BalanceReason.POCKET_LOSS, LedgerAccount.INSURANCE);
        }
    }
}
