package io.plimsoll.core.math;

/** Adds several rows times lots to sums in one pass, so that the sums are read and written once and not once a row. */
public interface RowSums {
    /**
     * {@code sums[i] += lots[0] * rows[0][i] + lots[1] * rows[1][i] + ...} for as many of the first rows as go into whole passes.
     * Numbers wrap around, so that the order of the rows changes no bit.
     *
     * @param sums to add to.
     * @param length how many numbers of each row.
     * @param rows of which each has {@code length} numbers.
     * @param lots of each row, signed.
     * @param count how many rows.
     * @return how many of them were added, from 0; the caller adds the others one by one.
     */
    int add(long[] sums, int length, int[][] rows, long[] lots, int count);
}
