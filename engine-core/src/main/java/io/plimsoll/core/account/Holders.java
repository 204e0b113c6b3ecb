package io.plimsoll.core.account;

import io.plimsoll.core.instrument.TierTable;
import java.util.Arrays;

/** Accounts that have something in common, in the order of their ids, so that events come in the same order always. */
public final class Holders {
    private Account[] accounts = new Account[4];
    private int count;

    /** {@return number of accounts} */
    public int count() {
        return count;
    }

    /**
     * Account at an index.
     *
     * @param index from 0, below {@link #count}.
     * @return the account.
     */
    public Account at(final int index) {
        return accounts[index];
    }

    /**
     * Where the accounts from an id on begin.
     *
     * @param id of an account, or between two.
     * @return the first index whose account has this id or a higher one; {@link #count} when there is none.
     */
    public int from(final long id) {
        return insertionPoint(id);
    }

    /**
     * Those of them whose positions bear margin by a table of tiers. Nobody else's maintenance margin depends on it: others of a group
     * have a part in the notional that tiers are read from, and none in what is asked for it, and orders need initial margin only.
     *
     * @param table of tiers.
     * @return each once, in the same order; it does not change when positions do.
     */
    public Holders under(final TierTable table) {
        final Holders found = new Holders();
        for (int i = 0; i < count; i++) {
            if (accounts[i].positions().areUnder(table)) {
                found.add(accounts[i]);
            }
        }
        return found;
    }

    void add(final Account account) {
        if (count == accounts.length) {
            accounts = Arrays.copyOf(accounts, count * 2);
        }
        final int at = insertionPoint(account.id());
        System.arraycopy(accounts, at, accounts, at + 1, count - at);
        accounts[at] = account;
        count++;
    }

    void remove(final Account account) {
        final int at = insertionPoint(account.id());
        count--;
        System.arraycopy(accounts, at + 1, accounts, at, count - at);
        accounts[count] = null;
    }

    /** First index whose account has this id or a higher one. */
    private int insertionPoint(final long id) {
        int low = 0;
        int high = count;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (accounts[middle].id() < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
