package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Sum128;
import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.Lowest;

/**
 * The worst numbers of a run, sorted. Of equal numbers the one with the lower index is the worse. Reuse the object.
 *
 * <p>A portfolio moves little from one trade to the next. So the highest number at the places that were found last time is a
 * bound that few others are below, and nothing above it is looked at twice. Where those places say nothing, the bound is loose;
 * what is found does not depend on it.
 */
final class Tail {
    private static final int HALF = 32;
    private static final long LOWER_HALF = (1L << HALF) - 1;

    private final Lowest lowest = ArrayLoops.fastest().lowest();
    private long[] values = new long[64];
    private int[] indexes = new int[64];
    private int size;

    /** Finds the {@code count} lowest numbers of {@code values[from..to)}; lowest first. */
    void select(final long[] numbers, final int from, final int to, final int count) {
        final long bound = bound(numbers, from, to, count);
        ensure(count);
        size = Math.min(count, to - from);
        lowest.find(numbers, from, to, size, bound, values, indexes);
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

    private void ensure(final int count) {
        if (count >= values.length) {
            values = new long[2 * count];
            indexes = new int[2 * count];
        }
    }

    /** Number found: what was asked for, or all there are. */
    int size() {
        return size;
    }

    /** Adds the lowest numbers times a factor below 2^31 to a sum; upper and lower halves are summed apart, since both fit. */
    void addTimes(final long factor, final int count, final Sum128 sum) {
        long upper = 0;
        long lower = 0;
        for (int rank = 0; rank < count; rank++) {
            upper += values[rank] >> HALF;
            lower += values[rank] & LOWER_HALF;
        }
        sum.addTimes(upper, factor << HALF);
        sum.addTimes(lower, factor);
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
