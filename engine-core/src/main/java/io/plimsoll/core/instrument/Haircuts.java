package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.StateHash;

/**
 * How much of an asset's value counts as collateral, in tiers by the value that a group holds: marginal, each rate holds for the
 * part of the value inside its tier. A debt has one rate. Parameters: they may change while the asset is in use.
 */
public final class Haircuts {
    /** Most tiers. */
    public static final int TIERS_MAX = 8;

    private final long[] fromValue = new long[TIERS_MAX];
    private final int[] creditPpm = new int[TIERS_MAX];
    private final int[] initialPpm = new int[TIERS_MAX];
    private int count;
    private int liabilityPpm;

    /** No tiers yet: they are to be added. */
    public Haircuts() {}

    /**
     * One tier.
     *
     * @param creditPpm taken off a positive amount.
     * @param initialPpm of a positive amount, counted as initial margin only.
     * @param liabilityPpm put on top of a debt.
     */
    public Haircuts(final int creditPpm, final int initialPpm, final int liabilityPpm) {
        clear(liabilityPpm);
        add(0, creditPpm, initialPpm);
    }

    /**
     * Takes all tiers away.
     *
     * @param newLiabilityPpm put on top of a debt.
     */
    public void clear(final int newLiabilityPpm) {
        count = 0;
        liabilityPpm = newLiabilityPpm;
    }

    /**
     * Adds a tier above the others.
     *
     * @param from value from which it holds, in millionths of the margin currency.
     * @param credit taken off the part of a positive value inside the tier.
     * @param initial of that part, counted as initial margin only.
     */
    public void add(final long from, final int credit, final int initial) {
        fromValue[count] = from;
        creditPpm[count] = credit;
        initialPpm[count] = initial;
        count++;
    }

    /**
     * Takes over the rates of others.
     *
     * @param other filled and checked with {@link #hasValidRates} and {@link #isAscending}.
     */
    public void copyFrom(final Haircuts other) {
        count = other.count;
        liabilityPpm = other.liabilityPpm;
        System.arraycopy(other.fromValue, 0, fromValue, 0, count);
        System.arraycopy(other.creditPpm, 0, creditPpm, 0, count);
        System.arraycopy(other.initialPpm, 0, initialPpm, 0, count);
    }

    /**
     * Changes the first tier and the surcharge on a debt.
     *
     * @param newCreditPpm taken off a positive amount.
     * @param newInitialPpm of a positive amount, counted as initial margin only.
     * @param newLiabilityPpm put on top of a debt.
     */
    public void setFirst(final int newCreditPpm, final int newInitialPpm, final int newLiabilityPpm) {
        creditPpm[0] = newCreditPpm;
        initialPpm[0] = newInitialPpm;
        liabilityPpm = newLiabilityPpm;
    }

    /**
     * Whether each rate may stand: between 0 and 100 %, and what is taken off a credit for initial margin not above 100 % in sum, so
     * that a deposit never lowers free margin.
     *
     * @return true when they may.
     */
    public boolean hasValidRates() {
        boolean valid = liabilityPpm >= 0 && liabilityPpm <= FixedPoint.PPM;
        for (int i = 0; i < count && valid; i++) {
            valid = creditPpm[i] >= 0
                    && creditPpm[i] <= FixedPoint.PPM
                    && initialPpm[i] >= 0
                    && initialPpm[i] <= FixedPoint.PPM - creditPpm[i];
        }
        return valid;
    }

    /**
     * Whether the tiers may stand together: the first from 0, ascending, and neither the haircut nor what is taken off for initial
     * margin falls, so that more of an asset never counts for more.
     *
     * @return true when they may.
     */
    public boolean isAscending() {
        boolean valid = count > 0 && fromValue[0] == 0;
        for (int i = 1; i < count && valid; i++) {
            valid = fromValue[i] > fromValue[i - 1]
                    && creditPpm[i] >= creditPpm[i - 1]
                    && creditPpm[i] + initialPpm[i] >= creditPpm[i - 1] + initialPpm[i - 1];
        }
        return valid;
    }

    /**
     * What does not count of a positive value, rounded up.
     *
     * @param value not negative, millionths of the margin currency.
     * @return millionths of the margin currency, at most the value.
     */
    public long creditCeil(final long value) {
        return ceil(value, creditPpm);
    }

    /**
     * What counts as initial margin of a positive value, rounded up.
     *
     * @param value not negative, millionths of the margin currency.
     * @return millionths of the margin currency.
     */
    public long initialCeil(final long value) {
        return ceil(value, initialPpm);
    }

    /**
     * What does not count of a positive value where others own more: its share of what does not count of all, rounded up. One tier is
     * what it is without others.
     *
     * @param value not negative, millionths of the margin currency.
     * @param others value of what others own, not negative, millionths of the margin currency.
     * @return millionths of the margin currency, at most the value.
     */
    public long creditCeil(final long value, final long others) {
        return shareCeil(value, others, creditPpm);
    }

    /**
     * What counts as initial margin of a positive value where others own more: its share, rounded up.
     *
     * @param value not negative, millionths of the margin currency.
     * @param others value of what others own, not negative, millionths of the margin currency.
     * @return millionths of the margin currency.
     */
    public long initialCeil(final long value, final long others) {
        return shareCeil(value, others, initialPpm);
    }

    /**
     * What is taken off a positive value once more, or a share of that, where others own more; never more than still counts of it after
     * haircuts, in any tier, so that more of an asset never counts for less.
     *
     * @param value not negative, millionths of the margin currency.
     * @param others value of what others own, not negative, millionths of the margin currency.
     * @param sharePpm share of the haircut.
     * @return millionths of the margin currency, rounded up.
     */
    public long againCeil(final long value, final long others, final int sharePpm) {
        return others == 0 || count == 1
                ? again(value, sharePpm)
                : FixedPoint.mulDivCeil(again(value + others, sharePpm), value, value + others, value);
    }

    private long again(final long value, final int sharePpm) {
        long sum = 0;
        for (int i = 0; i < count && value > fromValue[i]; i++) {
            final long to = i + 1 < count ? Math.min(value, fromValue[i + 1]) : value;
            final int share = (int) FixedPoint.rateOfCeil(creditPpm[i], sharePpm);
            final int counts = FixedPoint.PPM - creditPpm[i] - initialPpm[i];
            sum += FixedPoint.rateOfCeil(to - fromValue[i], Math.min(share, counts));
        }
        return sum;
    }

    /** Rounds so that more of an asset never counts for less: of integers, too, the share grows by no more than the value. */
    private long shareCeil(final long value, final long others, final int[] ppm) {
        return others == 0 || count == 1
                ? ceil(value, ppm)
                : FixedPoint.mulDivCeil(ceil(value + others, ppm), value, value + others, value);
    }

    private long ceil(final long value, final int[] ppm) {
        if (count == 1) {
            return FixedPoint.rateOfCeil(value, ppm[0]);
        }
        long sum = 0;
        for (int i = 0; i < count && value > fromValue[i]; i++) {
            final long to = i + 1 < count ? Math.min(value, fromValue[i + 1]) : value;
            sum += FixedPoint.rateOfCeil(to - fromValue[i], ppm[i]);
        }
        return sum;
    }

    /** {@return number of tiers} */
    public int count() {
        return count;
    }

    /**
     * Where a tier begins.
     *
     * @param tier from 0, below {@link #count}.
     * @return millionths of the margin currency.
     */
    public long fromValue(final int tier) {
        return fromValue[tier];
    }

    /**
     * Rate of a tier taken off a positive amount.
     *
     * @param tier from 0, below {@link #count}.
     * @return parts per million.
     */
    public int creditPpm(final int tier) {
        return creditPpm[tier];
    }

    /**
     * Rate of a tier that counts as initial margin only.
     *
     * @param tier from 0, below {@link #count}.
     * @return parts per million.
     */
    public int initialPpm(final int tier) {
        return initialPpm[tier];
    }

    /** {@return rate of the first tier taken off a positive amount} */
    public int creditPpm() {
        return creditPpm[0];
    }

    /** {@return rate of the first tier of a positive amount that counts as initial margin only} */
    public int initialPpm() {
        return initialPpm[0];
    }

    /** {@return rate of the last tier taken off a positive amount: no part of it loses more} */
    public int highestCreditPpm() {
        return creditPpm[count - 1];
    }

    /** {@return largest rate of a tier that counts as initial margin only} */
    public int highestInitialPpm() {
        int highest = 0;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, initialPpm[i]);
        }
        return highest;
    }

    /** {@return rate put on top of a debt} */
    public int liabilityPpm() {
        return liabilityPpm;
    }

    /** Asset hash with these rates. */
    long mixInto(final long hash) {
        long h = hash;
        for (int i = 0; i < count; i++) {
            h = i == 0 ? h : StateHash.mix(h, fromValue[i]);
            h = StateHash.mix(h, creditPpm[i]);
            h = StateHash.mix(h, initialPpm[i]);
        }
        return StateHash.mix(h, liabilityPpm);
    }
}
