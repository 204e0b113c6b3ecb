package io.plimsoll.core.account;

import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;

/**
 * All groups and accounts as they are at a moment, with balances and positions, without orders: what they would be later had nobody
 * traded or moved money. Funding and interest go on in it, for they accrue by the indices of instruments and assets.
 *
 * <p>It is to be looked at, and no state of an engine: it has no part in a state hash, in open interest or in what all accounts have
 * of an asset.
 */
public final class AccountsCopy {
    private final Accounts copies;

    /**
     * Copies.
     *
     * @param from accounts that stay as they are.
     */
    public AccountsCopy(final Accounts from) {
        final Holders all = from.all();
        copies = new Accounts(all.count(), all.count(), 0, 0, new StateHash());
        for (int i = 0; i < all.count(); i++) {
            if (!all.at(i).isPocket()) {
                fill(all.at(i), opened(all.at(i)));
            }
        }
        // The id of a pocket may be below that of its parent.
        for (int i = 0; i < all.count(); i++) {
            final Account pocket = all.at(i);
            if (pocket.isPocket()) {
                final Account parent = copies.account(pocket.parent().id());
                fill(pocket, copies.openPocket(pocket.id(), parent, pocket.only()));
            }
        }
    }

    private Account opened(final Account from) {
        final Account known = copies.account(from.id());
        if (known != null) {
            copies.changeMode(known, from.mode());
            return known;
        }
        final Group group = copies.group(from.group().id());
        return copies.defineAccount(
                from.id(), group == null ? copies.defineGroup(from.group().id()) : group, from.mode());
    }

    private void fill(final Account from, final Account to) {
        to.balances().copy(from.balances());
        to.positions().copy(from.positions());
        copies.changeModel(to, from.model());
        copies.creditLine(to, from.creditLine());
        copies.phaseIn(to, from.phaseIn());
    }

    /** {@return the copies of all accounts, the error account first} */
    public Holders all() {
        return copies.all();
    }

    /**
     * Takes a position away.
     *
     * @param account a copy, which has the position.
     * @param instrument of which.
     * @param paid what the account has instead, signed minor units of the settlement asset; the balance has room for it.
     */
    public void close(final Account account, final Instrument instrument, final long paid) {
        final Asset asset = instrument.settlement();
        account.positions().set(instrument, 0, 0);
        account.group().changed();
        account.balances().add(asset, paid - account.balances().accruedInterest(asset));
    }
}
