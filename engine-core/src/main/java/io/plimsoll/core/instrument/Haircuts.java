package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;

/** How much of an asset's value counts as collateral. Parameters: they may change while the asset is in use. */
public final class Haircuts {
    private int creditPpm;
    private int initialPpm;
    private int liabilityPpm;

    /**
     * Sets the three rates. They have been checked with {@link #areValid}.
     *
     * @param creditPpm taken off a positive amount.
     * @param initialPpm of a positive amount, counted as initial margin only.
     * @param liabilityPpm put on top of a debt.
     */
    public Haircuts(final int creditPpm, final int initialPpm, final int liabilityPpm) {
        set(creditPpm, initialPpm, liabilityPpm);
    }

    /**
     * Whether three rates may stand together: each between 0 and 100 %, and the first two not above 100 % in sum, so that a
     * deposit never lowers free margin.
     *
     * @param creditPpm taken off a positive amount.
     * @param initialPpm counted as initial margin.
     * @param liabilityPpm put on top of a debt.
     * @return true when they may.
     */
    public static boolean areValid(final long creditPpm, final long initialPpm, final long liabilityPpm) {
        return creditPpm >= 0
                && creditPpm <= FixedPoint.PPM
                && initialPpm >= 0
                && initialPpm <= FixedPoint.PPM - creditPpm
                && liabilityPpm >= 0
                && liabilityPpm <= FixedPoint.PPM;
    }

    /**
     * Changes the three rates. They have been checked with {@link #areValid}.
     *
     * @param newCreditPpm taken off a positive amount.
     * @param newInitialPpm of a positive amount, counted as initial margin only.
     * @param newLiabilityPpm put on top of a debt.
     */
    public void set(final int newCreditPpm, final int newInitialPpm, final int newLiabilityPpm) {
        creditPpm = newCreditPpm;
        initialPpm = newInitialPpm;
        liabilityPpm = newLiabilityPpm;
    }

    /** {@return rate taken off a positive amount} */
    public int creditPpm() {
        return creditPpm;
    }

    /** {@return rate of a positive amount that counts as initial margin only} */
    public int initialPpm() {
        return initialPpm;
    }

    /** {@return rate put on top of a debt} */
    public int liabilityPpm() {
        return liabilityPpm;
    }
}
