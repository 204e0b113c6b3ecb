package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;

/**
 * What one lot of a perpetual, held long, has paid in funding so far. A position remembers where the index stood when its
 * funding was booked last; the difference says what it owes, whenever that is asked. It is kept with as many bits behind the
 * point as fit, in minor units of the settlement asset, and within a bound at which no position owes more than an amount may
 * be.
 */
public final class FundingIndex {
    private final int fractionBits;
    private final long bound;
    private long value;

    /**
     * An index at 0.
     *
     * @param fractionBits bits behind the point, 0 to 30.
     * @param bound largest magnitude, in units of the index.
     */
    public FundingIndex(final int fractionBits, final long bound) {
        this.fractionBits = fractionBits;
        this.bound = bound;
    }

    /**
     * The index of an instrument.
     *
     * @param positionLotsLimit largest position with which amounts fit.
     * @return an index at 0.
     */
    static FundingIndex of(final long positionLotsLimit) {
        final long most = Math.max(1, ContractLimits.AMOUNT_MAX / 2 / positionLotsLimit);
        final int bits = ContractLimits.fractionBits(positionLotsLimit);
        return new FundingIndex(bits, most << bits);
    }

    /** {@return where it stands, in 2^-fractionBits minor units} */
    public long value() {
        return value;
    }

    /** {@return bits behind the point} */
    public int fractionBits() {
        return fractionBits;
    }

    /**
     * What a lot pays.
     *
     * @param lotValue worth of a lot in units of the index.
     * @param rate for one period, signed.
     * @param elapsedNs time for which it is paid, not negative.
     * @param periodNs time that the rate is for, positive.
     * @return signed units of the index, each of the two products rounded to the nearest.
     */
    public static long change(final long lotValue, final long rate, final long elapsedNs, final long periodNs) {
        final long perPeriod = FixedPoint.mulDivNearest(lotValue, Math.abs(rate), Rate.ONE);
        final long moved = FixedPoint.mulDivNearest(perPeriod, elapsedNs, periodNs);
        return rate < 0 ? -moved : moved;
    }

    /**
     * Whether a move keeps the index within its bound.
     *
     * @param change signed units of the index.
     * @return true when it does.
     */
    public boolean hasRoomFor(final long change) {
        final long after = value + change;
        return Math.abs(change) <= 2 * bound && after <= bound && after >= -bound;
    }

    /**
     * Moves the index.
     *
     * @param change signed units of the index; {@link #hasRoomFor} holds.
     */
    public void add(final long change) {
        value += change;
    }

    /**
     * What a position has received since a point, rounded down: against its account.
     *
     * @param lots signed, within the position limit.
     * @param since where the index stood then.
     * @return signed minor units of the settlement asset; negative: to be paid.
     */
    public long received(final long lots, final long since) {
        return since == value ? 0 : FixedPoint.timesFloor(lots, since - value, fractionBits);
    }
}
