package io.plimsoll.core.market;

import io.plimsoll.core.fixed.Rate;

/**
 * The values that a volatility in use may take: from a hundredth of a per cent a day, each 2 % above the one before, rounded
 * down. So small changes of an estimate change nothing.
 */
public final class VolatilityLadder {
    private static final long LEAST = Rate.ONE / 10_000;
    private static final int STEP = 50;
    private static final long[] RUNGS = rungs();

    private VolatilityLadder() {}

    private static long[] rungs() {
        int count = 1;
        for (long value = LEAST; value < Rate.ONE; value += value / STEP) {
            count++;
        }
        final long[] rungs = new long[count];
        long value = LEAST;
        for (int i = 0; i < count; i++) {
            rungs[i] = value;
            value += value / STEP;
        }
        return rungs;
    }

    /** {@return number of rungs} */
    public static int count() {
        return RUNGS.length;
    }

    /**
     * Value of a rung.
     *
     * @param rung from 0, ascending.
     * @return standard deviation of a day's return, a rate.
     */
    public static long value(final int rung) {
        return RUNGS[rung];
    }

    /**
     * The lowest rung that is not below a value.
     *
     * @param value a rate.
     * @return the rung; the highest when all are below.
     */
    public static int atLeast(final long value) {
        int low = 0;
        int high = RUNGS.length - 1;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (RUNGS[middle] >= value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * The highest rung that is not above a value.
     *
     * @param value a rate.
     * @return the rung; 0 when all are above.
     */
    public static int atMost(final long value) {
        final int above = atLeast(value);
        return RUNGS[above] > value && above > 0 ? above - 1 : above;
    }
}
