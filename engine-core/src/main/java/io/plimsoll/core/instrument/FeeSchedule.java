package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;

/**
 * What makers and takers pay of the value of a trade at its price. A negative rate is a rebate. Rates may change while the schedule is
 * in use.
 */
public final class FeeSchedule {
    /** Most schedules. */
    public static final int SCHEDULES_MAX = 64;

    /** Largest rate: a tenth. */
    public static final int RATE_MAX_PPM = FixedPoint.PPM / 10;

    private final int id;
    private int makerPpm;
    private int takerPpm;

    /**
     * A schedule without fees.
     *
     * @param id of the schedule.
     */
    public FeeSchedule(final int id) {
        this.id = id;
    }

    /**
     * Whether two rates may stand together: within a tenth, and no more paid to one side than the other pays, so that no trade costs
     * the house.
     *
     * @param makerPpm of a maker.
     * @param takerPpm of a taker.
     * @return true when they may.
     */
    public static boolean areValid(final long makerPpm, final long takerPpm) {
        return Math.abs(makerPpm) <= RATE_MAX_PPM && Math.abs(takerPpm) <= RATE_MAX_PPM && makerPpm + takerPpm >= 0;
    }

    /**
     * Changes the rates. They have been checked with {@link #areValid}.
     *
     * @param newMakerPpm of a maker.
     * @param newTakerPpm of a taker.
     */
    public void set(final int newMakerPpm, final int newTakerPpm) {
        makerPpm = newMakerPpm;
        takerPpm = newTakerPpm;
    }

    /** {@return id of the schedule} */
    public int id() {
        return id;
    }

    /** {@return rate of a maker} */
    public int makerPpm() {
        return makerPpm;
    }

    /** {@return rate of a taker} */
    public int takerPpm() {
        return takerPpm;
    }

    /**
     * Fee of one side of a trade, rounded up: against the account.
     *
     * @param value of the trade, not negative, in any unit.
     * @param isTaker whether the side took.
     * @return fee in the same unit; negative: a rebate.
     */
    public long feeCeil(final long value, final boolean isTaker) {
        final int rate = isTaker ? takerPpm : makerPpm;
        return rate >= 0 ? FixedPoint.rateOfCeil(value, rate) : -FixedPoint.rateOfFloor(value, -rate);
    }

    /**
     * The most that an order can cost when it is filled.
     *
     * @param value of the order at its limit, not negative, in any unit.
     * @return fee in the same unit, not negative.
     */
    public long worstCeil(final long value) {
        return FixedPoint.rateOfCeil(value, Math.max(0, Math.max(makerPpm, takerPpm)));
    }

    /**
     * The most that an order can be paid when it is filled.
     *
     * @param value of the order at its limit, not negative, in any unit.
     * @return rebate in the same unit, not negative.
     */
    public long bestFloor(final long value) {
        return FixedPoint.rateOfFloor(value, Math.max(0, -Math.min(makerPpm, takerPpm)));
    }

    /** {@return hash of the schedule} */
    public long hash() {
        return StateHash.of(HashKind.FEE_SCHEDULE, id, makerPpm, takerPpm);
    }
}
