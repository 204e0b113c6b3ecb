package io.plimsoll.core.account;

import io.plimsoll.core.instrument.Asset;

/**
 * What all accounts together own and owe of each asset. It follows from the balances, and is no part of the state hash; a
 * checkpoint compares it with a recount.
 */
public final class Totals {
    private final long[] credits;
    private final long[] debts;

    Totals(final int assets) {
        credits = new long[assets];
        debts = new long[assets];
    }

    /**
     * Sum of the positive balances.
     *
     * @param asset of which.
     * @return minor units.
     */
    public long credit(final Asset asset) {
        return credits[asset.ordinal()];
    }

    /**
     * Sum of the negative balances.
     *
     * @param asset of which.
     * @return minor units, not negative.
     */
    public long debt(final Asset asset) {
        return debts[asset.ordinal()];
    }

    /**
     * A balance moved.
     *
     * @throws ArithmeticException when the books of a whole venue would pass 2^63: a broken invariant.
     */
    void moved(final Asset asset, final long before, final long after) {
        final int ordinal = asset.ordinal();
        credits[ordinal] = Math.addExact(credits[ordinal], Math.max(0, after) - Math.max(0, before));
        debts[ordinal] = Math.addExact(debts[ordinal], Math.max(0, -after) - Math.max(0, -before));
    }
}
