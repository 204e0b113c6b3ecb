package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;

/** A limit or rate of an asset that an administrator sets, with its value before that and its largest value. */
public enum AssetRule {
    /** What an account may withdraw in 24 hours, in minor units. */
    WITHDRAWAL_ACCOUNT_MAX(0, AssetRule.AMOUNT_MAX, AssetRule.AMOUNT_MAX),
    /** What all accounts may withdraw in 24 hours, in minor units. */
    WITHDRAWAL_TOTAL_MAX(1, AssetRule.AMOUNT_MAX, AssetRule.AMOUNT_MAX),
    /** How much of what all accounts have counts for new risk, in minor units. */
    COLLATERAL_CAP(2, AssetRule.AMOUNT_MAX, AssetRule.AMOUNT_MAX),
    /** What an account may owe, in minor units. */
    BORROW_ACCOUNT_MAX(3, 0, AssetRule.AMOUNT_MAX),
    /** What all accounts may owe together, in minor units. */
    BORROW_TOTAL_MAX(4, AssetRule.AMOUNT_MAX, AssetRule.AMOUNT_MAX),
    /** Interest on a debt for a year, in parts of {@link Rate#ONE}. */
    BORROW_RATE(5, 0, 10 * Rate.ONE),
    /** What is traded in a day in all instruments on the asset, in millionths of the margin currency; 0: as the scenario set says. */
    DAILY_VOLUME(6, 0, AssetRule.AMOUNT_MAX),
    /** How old its index price may be, in ns; 0: as old as it is. */
    INDEX_AGE_MAX(7, 0, AssetRule.AMOUNT_MAX),
    /** 1: its index price is doubtful. */
    INDEX_DOUBTFUL(8, 0, 1),
    /** How sure its index price is, in parts per million. */
    INDEX_CONFIDENCE(9, FixedPoint.PPM, FixedPoint.PPM),
    /** Share of its haircut that is charged once more in cross mode, where an account is long in contracts on it; parts per million. */
    WRONG_WAY_SHARE(10, FixedPoint.PPM, FixedPoint.PPM);

    /** As much as an amount can be: no limit. */
    public static final long AMOUNT_MAX = 1L << 60;

    private static final AssetRule[] ALL = values();

    private final int index;
    private final long initial;
    private final long max;

    AssetRule(final int index, final long initial, final long max) {
        this.index = index;
        this.initial = initial;
        this.max = max;
    }

    /** {@return its place; part of the hash, never changed} */
    public int index() {
        return index;
    }

    /** {@return value until it is set} */
    public long initial() {
        return initial;
    }

    /** {@return largest value; the least is 0} */
    public long max() {
        return max;
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }

    /**
     * Rule at a place.
     *
     * @param index from 0, below {@link #count}.
     * @return the rule.
     */
    public static AssetRule at(final int index) {
        return ALL[index];
    }
}
