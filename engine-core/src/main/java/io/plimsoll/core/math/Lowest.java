package io.plimsoll.core.math;

/** Finds the lowest numbers of a run. May hold scratch arrays, so one thread at a time may use an instance. */
public interface Lowest {
    /**
     * Finds them, lowest first; of equal numbers the one with the lower index is the lower.
     *
     * @param numbers where.
     * @param from first index of the run.
     * @param to index behind its last.
     * @param count how many; at most those of the run.
     * @param bound a number that at least {@code count} of the run are not above. The tighter the faster.
     * @param values takes the numbers; one place more is overwritten.
     * @param indexes takes where they stand; one place more is overwritten.
     */
    void find(long[] numbers, int from, int to, int count, long bound, long[] values, int[] indexes);

    /**
     * The next place of a number that is not above a bound.
     *
     * @param numbers where.
     * @param from first index to look at.
     * @param to index behind the last.
     * @param bound the bound.
     * @return the index; {@code to}, if there is none.
     */
    int next(long[] numbers, int from, int to, long bound);
}
