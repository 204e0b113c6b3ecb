package io.plimsoll.bench.result;

/**
 * What a figure should reach.
 *
 * @param limit value that just meets it.
 * @param better whether lower or higher values meet it too.
 */
public record Goal(double limit, Better better) {
    /** How a figure stands to its goal. */
    public enum Verdict {
        /** The whole interval meets it. */
        MET,
        /** The whole interval misses it. */
        MISSED,
        /** The interval spans the limit: this run cannot tell. */
        UNDECIDED
    }

    /** At most so much. */
    public static Goal atMost(final double limit) {
        return new Goal(limit, Better.LOWER);
    }

    /** At least so much. */
    public static Goal atLeast(final double limit) {
        return new Goal(limit, Better.HIGHER);
    }

    /**
     * Holds an interval against the limit.
     *
     * @param interval of the figure.
     * @return the verdict.
     */
    public Verdict of(final Interval interval) {
        final boolean lower = better == Better.LOWER;
        if (lower ? interval.high() <= limit : interval.low() >= limit) {
            return Verdict.MET;
        }
        return (lower ? interval.low() > limit : interval.high() < limit) ? Verdict.MISSED : Verdict.UNDECIDED;
    }

    @Override
    public String toString() {
        return (better == Better.LOWER ? "<= " : ">= ") + limit;
    }
}
