package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Sum128;
import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.Lowest;

/**
 * The worst numbers of a run: which they are, and the highest and the lowest of them. Of equal numbers the one with the lower index is the
 * worse. Reuse the object.
 *
 * <p>A portfolio moves little from one trade to the next, so what was found last time is nearly what is found this time. It is hidden
 * first, and a pass over the run looks for what is lower than its highest number. Where that is much, all is looked at afresh; what is
 * found does not depend on it.
 */
final class Tail {
    private static final int HALF = 32;
    private static final long LOWER_HALF = (1L << HALF) - 1;

    /** Before anybody has asked which of the numbers found is the highest. */
    private static final int UNKNOWN = -1;

    /** Of such numbers as many as there are scenarios at most add up without overflow. */
    private static final long SMALL = Long.MAX_VALUE / ScenarioSet.SCENARIOS_MAX;

    private final Lowest lowest = ArrayLoops.fastest().lowest();
    private final TailBound bound = new TailBound();
    private long[] values = new long[64];
    private int[] indexes = new int[64];
    private int size;
    private int from;
    private int to;
    private long highest;
    private int highestAt;
    private long least;
    private long total;

    /**
     * Finds the {@code count} lowest numbers of {@code numbers[first..end)}. Numbers are hidden in place, and are as before when it
     * returns.
     */
    void select(final long[] numbers, final int first, final int end, final int count) {
        final int asked = Math.min(count, end - first);
        final boolean isKnown = first == from && end == to && asked == size;
        from = first;
        to = end;
        size = asked;
        if (!isKnown || !again(numbers)) {
            ensure(asked);
            lowest.find(numbers, from, to, size, bound.of(numbers, from, to, size), values, indexes);
            hide(numbers);
            show(numbers);
        }
    }

    private void ensure(final int count) {
        if (count >= values.length) {
            values = new long[2 * count];
            indexes = new int[2 * count];
        }
    }

    /** Begins with what was found last time; false when much else is as low, and nothing is found. */
    private boolean again(final long[] numbers) {
        hide(numbers);
        boolean isLittle = highest != Long.MAX_VALUE;
        int others = 0;
        int at = lowest.next(numbers, from, to, highest);
        while (at < to && isLittle) {
            replaceHighest(numbers, at);
            isLittle = ++others <= size / 2;
            at = lowest.next(numbers, at + 1, to, highest);
        }
        show(numbers);
        return isLittle;
    }

    /** Takes the numbers from where they were found; on the way they are measured. */
    private void hide(final long[] numbers) {
        long sum = 0;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            final int place = indexes[i];
            final long value = numbers[place];
            numbers[place] = Long.MAX_VALUE;
            values[i] = value;
            sum += value;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        total = sum;
        least = low;
        highest = high;
        highestAt = UNKNOWN;
    }

    /** Numbers stand again where they stood. */
    private void show(final long[] numbers) {
        for (int i = 0; i < size; i++) {
            numbers[indexes[i]] = values[i];
        }
    }

    /** What was the highest is shown again, where another number is the worse. */
    private void replaceHighest(final long[] numbers, final int index) {
        final long number = numbers[index];
        if (number < highest || index < highestIndex()) {
            final int at = findHighest();
            numbers[indexes[at]] = highest;
            values[at] = number;
            indexes[at] = index;
            total += number - highest;
            least = Math.min(least, number);
            highest = most();
            highestAt = UNKNOWN;
        }
    }

    private long most() {
        long most = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, values[i]);
        }
        return most;
    }

    /** In a loop of its own, since mostly nothing is worse and nobody asks: of equal numbers that with the highest index. */
    private int findHighest() {
        if (highestAt == UNKNOWN) {
            int at = UNKNOWN;
            for (int i = 0; i < size; i++) {
                if (values[i] == highest && (at == UNKNOWN || indexes[i] > indexes[at])) {
                    at = i;
                }
            }
            highestAt = at;
        }
        return highestAt;
    }

    /** The highest number found. */
    long highest() {
        return highest;
    }

    /** Where it stands. */
    int highestIndex() {
        return indexes[findHighest()];
    }

    /** Where the lowest number stands. */
    int lowestIndex() {
        int index = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            if (values[i] == least) {
                index = Math.min(index, indexes[i]);
            }
        }
        return index;
    }

    /** Adds all numbers found times a factor below 2^31 to a sum. */
    void addTimes(final long factor, final Sum128 sum) {
        if (-SMALL <= least && highest <= SMALL) {
            sum.addTimes(total, factor);
        } else {
            addHalvesTimes(factor, sum);
        }
    }

    /** Upper and lower halves are summed apart, since both fit. */
    private void addHalvesTimes(final long factor, final Sum128 sum) {
        long upper = 0;
        long lower = 0;
        for (int i = 0; i < size; i++) {
            upper += values[i] >> HALF;
            lower += values[i] & LOWER_HALF;
        }
        sum.addTimes(upper, factor << HALF);
        sum.addTimes(lower, factor);
    }
}
