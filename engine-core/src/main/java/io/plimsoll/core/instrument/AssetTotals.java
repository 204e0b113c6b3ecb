package io.plimsoll.core.instrument;

/**
 * What all accounts together own and owe of an asset. It follows from the balances, and is no part of the state hash; a checkpoint
 * compares it with a recount.
 */
public final class AssetTotals {
    private long credit;
    private long debt;

    AssetTotals() {}

    /** {@return sum of the positive balances, minor units} */
    public long credit() {
        return credit;
    }

    /** {@return sum of the negative balances, minor units, not negative; interest that is not booked yet is left out} */
    public long debt() {
        return debt;
    }

    /**
     * A balance moved.
     *
     * @param before signed minor units.
     * @param after signed minor units.
     * @throws ArithmeticException when the books of a whole venue would pass 2^63: a broken invariant.
     */
    public void moved(final long before, final long after) {
        credit = Math.addExact(credit, Math.max(0, after) - Math.max(0, before));
        debt = Math.addExact(debt, Math.max(0, -after) - Math.max(0, -before));
    }
}
