package io.plimsoll.core.risk;

/**
 * The worst numbers of a run, kept sorted while it is read: an insertion into a short list. Of equal numbers the one with the
 * lower index is the worse. Reuse the object.
 *
 * <p>A portfolio moves little from one trade to the next. So the highest number at the places that were found last time is a
 * bound that few others are below, and nothing above it is looked at twice. Where those places say nothing, the bound is loose
 * and the list closes it while it fills; what is found does not depend on it.
 */
final class Tail {
    private long[] values = new long[64];
    private int[] indexes = new int[64];
    private int size;

    /** Finds the {@code count} lowest numbers of {@code values[from..to)}; lowest first. */
    void select(final long[] numbers, final int from, final int to, final int count) {
        final long bound = bound(numbers, from, to, count);
        ensure(count);
        size = 0;
        int at = next(numbers, from, to, bound);
        while (at < to) {
            insert(numbers[at], at, count);
            if (size == count && values[count - 1] == Long.MIN_VALUE) {
                return;
            }
            at = next(numbers, at + 1, to, size < count ? bound : values[count - 1] - 1);
        }
    }

    /** A number that at least {@code count} are not above. */
    private long bound(final long[] numbers, final int from, final int to, final int count) {
        if (size < count) {
            return Long.MAX_VALUE;
        }
        long highest = Long.MIN_VALUE;
        for (int rank = 0; rank < count; rank++) {
            final int index = indexes[rank];
            if (index < from || index >= to) {
                return Long.MAX_VALUE;
            }
            highest = Math.max(highest, numbers[index]);
        }
        return highest;
    }

    /** The next place of a number that is not above the bound: a loop of its own, since nearly all the time goes into it. */
    private static int next(final long[] numbers, final int from, final int to, final long bound) {
        int at = from;
        while (at < to && numbers[at] > bound) {
            at++;
        }
        return at;
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
