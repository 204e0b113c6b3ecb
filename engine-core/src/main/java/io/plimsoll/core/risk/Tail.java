package io.plimsoll.core.risk;

/**
 * The worst numbers of a run, kept sorted while it is read: an insertion into a short list. Of equal numbers the one with the
 * lower index is the worse. Reuse the object.
 */
final class Tail {
    private long[] values = new long[64];
    private int[] indexes = new int[64];
    private int size;

    /** Finds the {@code count} lowest numbers of {@code values[from..to)}; lowest first. */
    void select(final long[] numbers, final int from, final int to, final int count) {
        ensure(count);
        size = 0;
        for (int i = from; i < to; i++) {
            if (size < count || numbers[i] < values[size - 1]) {
                insert(numbers[i], i, count);
            }
        }
    }

    private void insert(final long number, final int index, final int count) {
        int at = size < count ? size++ : count - 1;
        while (at > 0 && number < values[at - 1]) {
            values[at] = values[at - 1];
            indexes[at] = indexes[at - 1];
            at--;
        }
        values[at] = number;
        indexes[at] = index;
    }

    private void ensure(final int count) {
        if (count > values.length) {
            values = new long[2 * count];
            indexes = new int[2 * count];
        }
    }

    /** Number found: what was asked for, or all there are. */
    int size() {
        return size;
    }

    /** The number at a rank; rank 0 is the lowest. */
    long value(final int rank) {
        return values[rank];
    }

    /** Where the number at a rank stands. */
    int index(final int rank) {
        return indexes[rank];
    }
}
