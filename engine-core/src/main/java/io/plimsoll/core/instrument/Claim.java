package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;

/**
 * What makes an asset a claim on another one, such as a staked coin: its price is that of the underlying times a redemption rate, so
 * that no market of its own can move it. The rate moves by small steps only, up or down.
 */
public final class Claim {
    /** Largest rate. */
    public static final long RATE_MAX = 100 * Rate.ONE;

    /** Keeps a claim apart from rules in the hash, which begin with an index. */
    private static final long MARK = -1;

    private final Asset underlying;
    private int stepPpm;
    private long rate;

    Claim(final Asset underlying) {
        this.underlying = underlying;
    }

    /** {@return the asset for which it redeems} */
    public Asset underlying() {
        return underlying;
    }

    /** {@return by how much of itself the rate may change at once, parts per million} */
    public int stepPpm() {
        return stepPpm;
    }

    /**
     * Replaces the step.
     *
     * @param newStepPpm 1 to 1,000,000.
     */
    public void stepPpm(final int newStepPpm) {
        stepPpm = newStepPpm;
    }

    /** {@return units of the underlying for one whole unit, in parts of {@link Rate#ONE}; 0: none yet} */
    public long rate() {
        return rate;
    }

    /**
     * Replaces the rate.
     *
     * @param newRate positive, at most {@link #RATE_MAX}.
     */
    public void rate(final long newRate) {
        rate = newRate;
    }

    /**
     * The rate nearest to one that is asked for, within the step.
     *
     * @param wanted positive.
     * @return what is wanted, if it is the first rate or within the step of the last one.
     */
    public long nearest(final long wanted) {
        if (rate == 0) {
            return wanted;
        }
        final long step = FixedPoint.rateOfFloor(rate, stepPpm);
        return Math.max(rate - step, Math.min(rate + step, wanted));
    }

    /**
     * Its price, once it has a rate.
     *
     * @param underlyingPrice index price of the underlying, positive.
     * @param max largest price.
     * @return index price rounded down, from 1 to the largest.
     */
    public long price(final long underlyingPrice, final long max) {
        return Math.max(1, FixedPoint.mulDivFloor(underlyingPrice, rate, Rate.ONE, max));
    }

    long mixInto(final long hash) {
        long h = StateHash.mix(hash, MARK);
        h = StateHash.mix(h, underlying.id());
        h = StateHash.mix(h, stepPpm);
        return StateHash.mix(h, rate);
    }
}
