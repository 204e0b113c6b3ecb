package io.plimsoll.core.math;

/** In plain Java: an insertion into a short list, of what is not above a bound that the list closes while it fills. */
final class PlainLowest implements Lowest {
    @Override
    public void find(
            final long[] numbers,
            final int from,
            final int to,
            final int count,
            final long bound,
            final long[] values,
            final int[] indexes) {
        int size = 0;
        int at = next(numbers, from, to, bound);
        while (at < to) {
            insert(numbers[at], at, size < count ? size++ : count - 1, values, indexes);
            if (size == count && values[count - 1] == Long.MIN_VALUE) {
                return;
            }
            at = next(numbers, at + 1, to, size < count ? bound : values[count - 1] - 1);
        }
    }

    /** The next place of a number that is not above the bound: a loop of its own, since nearly all the time goes into it. */
    @Override
    public int next(final long[] numbers, final int from, final int to, final long bound) {
        int at = from;
        while (at < to && numbers[at] > bound) {
            at++;
        }
        return at;
    }

    /** Puts a number into a sorted list, of which what stands at {@code place} is given up. */
    private static void insert(
            final long number, final int index, final int place, final long[] values, final int[] indexes) {
        int at = place;
        while (at > 0 && number < values[at - 1]) {
            values[at] = values[at - 1];
            indexes[at] = indexes[at - 1];
            at--;
        }
        values[at] = number;
        indexes[at] = index;
    }
}
