package io.plimsoll.core.market;

import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.fixed.Sum128;

/**
 * Mean of a figure over a span of time, each value weighted by how long it held. The value that holds when a span begins is the
 * last one of the span before; before the first value there is no span. The sum is exact.
 */
public final class TimeWeightedMean {
    private final Sum128 sum = new Sum128();
    private boolean started;
    private boolean sampled;
    private long startNs;
    private long sinceNs;
    private long value;

    /** Nothing is known yet. */
    public TimeWeightedMean() {}

    /** {@return whether there was ever a value} */
    public boolean isStarted() {
        return started;
    }

    /** {@return whether a value came within this span} */
    public boolean isSampled() {
        return sampled;
    }

    /** {@return the value that holds} */
    public long value() {
        return value;
    }

    /**
     * A value that holds from now on.
     *
     * @param nowNs not before the value before.
     * @param newValue signed.
     */
    public void sample(final long nowNs, final long newValue) {
        if (started) {
            goOn(nowNs);
        } else {
            started = true;
            startNs = nowNs;
            sinceNs = nowNs;
        }
        sampled = true;
        value = newValue;
    }

    private void goOn(final long untilNs) {
        sum.addTimes(value, untilNs - sinceNs);
        sinceNs = untilNs;
    }

    /**
     * Mean of the span so far; the last value held until then.
     *
     * @param untilNs not before the last value; {@link #isStarted} holds.
     * @return the mean, rounded down.
     */
    public long mean(final long untilNs) {
        goOn(untilNs);
        return untilNs == startNs ? value : sum.floorDiv(untilNs - startNs);
    }

    /**
     * The same without taking note of the time: nothing changes by asking.
     *
     * @param untilNs not before the last value; {@link #isStarted} holds.
     * @return the mean, rounded down.
     */
    long meanSoFar(final long untilNs) {
        if (untilNs == startNs) {
            return value;
        }
        sum.addTimes(value, untilNs - sinceNs);
        final long mean = sum.floorDiv(untilNs - startNs);
        sum.addTimes(-value, untilNs - sinceNs);
        return mean;
    }

    /**
     * Begins another span. What holds goes on to hold.
     *
     * @param nowNs not before the last value.
     */
    public void restart(final long nowNs) {
        sum.clear();
        sampled = false;
        startNs = nowNs;
        sinceNs = nowNs;
    }

    /**
     * Takes it into a hash.
     *
     * @param hash so far.
     * @return the hash so far.
     */
    long mixInto(final long hash) {
        long h = StateHash.mix(hash, (started ? 2 : 0) + (sampled ? 1 : 0));
        h = StateHash.mix(h, startNs);
        h = StateHash.mix(h, sinceNs);
        h = StateHash.mix(h, value);
        h = StateHash.mix(h, sum.high());
        return StateHash.mix(h, sum.low());
    }
}
