package io.plimsoll.core.account;

/** Ledgers of the house. */
public enum LedgerAccount {
    /** The world outside: minus what came in, plus what went out. */
    EXTERNAL(0),
    /** Fees taken, less rebates paid. */
    FEES(1),
    /** Withdrawals that left an account and have not been confirmed as paid. */
    IN_FLIGHT(2),
    /** Money that covers losses beyond bankruptcy. */
    INSURANCE(3),
    /** What waits for an operator. */
    SUSPENSE(4),
    /** Funding received from accounts less funding paid to them: what others have not booked yet, and dust. */
    FUNDING(5),
    /** What settled positions were worth, received less paid: what others are still to pay, and dust. */
    SETTLEMENT(6),
    /** Interest that debtors paid. */
    INTEREST(7),
    /** Money of the house itself. */
    HOUSE(8);

    private static final LedgerAccount[] ALL = values();

    private final int index;

    LedgerAccount(final int index) {
        this.index = index;
    }

    /** {@return whether an administrator may move its money: others follow what accounts did or are still to do} */
    public boolean isMovable() {
        return this == EXTERNAL
                || this == FEES
                || this == INSURANCE
                || this == SUSPENSE
                || this == INTEREST
                || this == HOUSE;
    }

    /** {@return its place; part of the hash, never changed} */
    public int index() {
        return index;
    }

    /**
     * Ledger account at a place.
     *
     * @param index from 0, below {@link #count}.
     * @return the ledger account.
     */
    public static LedgerAccount at(final int index) {
        return ALL[index];
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }
}
