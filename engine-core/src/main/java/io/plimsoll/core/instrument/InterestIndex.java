package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;

/**
 * What one minor unit owed since the beginning has cost in interest so far. A debt remembers where the index stood when its interest
 * was booked last; the difference says what it owes, whenever that is asked. Between two changes of the rate the index is a straight
 * line in time, so that it stands at the same place however often it was brought up.
 */
public final class InterestIndex {
    /** One minor unit of interest on one minor unit. */
    public static final long ONE = 100 * Rate.ONE;

    /** A year of 365 days. */
    public static final long YEAR_NS = 365L * 86_400_000_000_000L;

    /** Where the index stays when it gets there: no further interest accrues. */
    public static final long BOUND = 90 * ONE;

    private final int asset;
    private long value;
    private long base;
    private long fromNs;
    private long yearlyRate;
    private long marginedHour;

    InterestIndex(final int asset) {
        this.asset = asset;
    }

    /** {@return where it stands, in parts of {@link #ONE}} */
    public long value() {
        return value;
    }

    /** {@return rate for a year, in parts of {@link Rate#ONE}} */
    public long yearlyRate() {
        return yearlyRate;
    }

    /**
     * Where it stands at a moment.
     *
     * @param timeNs not before the rate was set.
     * @return parts of {@link #ONE}, rounded down.
     */
    public long at(final long timeNs) {
        return yearlyRate == 0
                ? base
                : Math.min(
                        BOUND,
                        base + FixedPoint.mulDivFloor(yearlyRate * (ONE / Rate.ONE), timeNs - fromNs, YEAR_NS, BOUND));
    }

    /**
     * Moves it on.
     *
     * @param timeNs not before the last time.
     */
    public void bringUp(final long timeNs) {
        value = at(timeNs);
    }

    /**
     * Changes the rate.
     *
     * @param rate for a year, 0 to 10, in parts of {@link Rate#ONE}.
     * @param timeNs from when on; not before the last time.
     */
    public void rate(final long rate, final long timeNs) {
        bringUp(timeNs);
        base = value;
        fromNs = timeNs;
        yearlyRate = rate;
    }

    /** {@return full hours since 1970 when all who owe the asset were margined last} */
    public long marginedHour() {
        return marginedHour;
    }

    /**
     * All who owe the asset are margined.
     *
     * @param hour full hours since 1970.
     */
    public void marginedHour(final long hour) {
        marginedHour = hour;
    }

    /**
     * What a debt owes since a point, rounded up: against its account.
     *
     * @param debt minor units, not negative.
     * @param since where the index stood then.
     * @return minor units, at most {@link AssetRule#AMOUNT_MAX}.
     */
    public long owedCeil(final long debt, final long since) {
        return since == value ? 0 : FixedPoint.mulDivCeil(debt, value - since, ONE, AssetRule.AMOUNT_MAX);
    }

    /** {@return hash of rate and place; 0 while there never was a rate} */
    public long hash() {
        if (fromNs == 0 && yearlyRate == 0) {
            return 0;
        }
        long h = StateHash.mix(StateHash.start(HashKind.INTEREST), asset);
        h = StateHash.mix(h, value);
        h = StateHash.mix(h, base);
        h = StateHash.mix(h, fromNs);
        h = StateHash.mix(h, marginedHour);
        return StateHash.finish(StateHash.mix(h, yearlyRate));
    }
}
