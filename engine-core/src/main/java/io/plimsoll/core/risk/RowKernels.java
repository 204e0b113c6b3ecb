package io.plimsoll.core.risk;

/** The loops over scenarios, plain so that the compiler turns them into vector instructions. */
final class RowKernels {
    /** Older compilers make no vector instructions of a loop over two widths, which is then slower than one that reads twice as much. */
    private static final boolean IS_NARROW_FASTER = Runtime.version().feature() >= 25;

    private RowKernels() {}

    /** {@code sums[i] += lots * row[i]} for the first {@code count} numbers, from whichever form of the row is faster. */
    static void addTimes(final long[] sums, final long lots, final RiskRow row, final int count) {
        if (isReadNarrow(row)) {
            addTimes(sums, lots, row.packed(), count);
        } else {
            addTimes(sums, lots, row.numbers(), count);
        }
    }

    /** Whether the form of a row in 32 bits is there and the faster one. */
    static boolean isReadNarrow(final RiskRow row) {
        return IS_NARROW_FASTER && row.isPacked();
    }

    /** {@code sums[i] += lots * row[i]} of numbers in 32 bits. */
    static void addTimes(final long[] sums, final long lots, final int[] row, final int count) {
        if (lots == (int) lots) {
            addTimes(sums, (int) lots, row, count);
        } else {
            addTimesWide(sums, lots, row, count);
        }
    }

    /** The same of numbers in 32 bits, of which products with lots in 32 bits are one short multiplication. */
    private static void addTimes(final long[] sums, final int lots, final int[] row, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += (long) lots * row[i];
        }
    }

    /** The same with lots of any size. */
    private static void addTimesWide(final long[] sums, final long lots, final int[] row, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += lots * row[i];
        }
    }

    /** {@code sums[i] += lots * row[i]} for the first {@code count} numbers. */
    static void addTimes(final long[] sums, final long lots, final long[] row, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += lots * row[i];
        }
    }

    /** {@code sums[i] += others[i]} for the numbers from one to before another. */
    static void add(final long[] sums, final long[] others, final int from, final int to) {
        for (int i = from; i < to; i++) {
            sums[i] += others[i];
        }
    }

    /** {@code losses[i] += min(0, lots * row[i])}, from whichever form of the row is faster. */
    static void addLosses(final long[] losses, final long lots, final RiskRow row, final int from, final int to) {
        if (isReadNarrow(row) && lots == (int) lots) {
            addLosses(losses, (int) lots, row.packed(), from, to);
        } else {
            addLosses(losses, lots, row.numbers(), from, to);
        }
    }

    private static void addLosses(final long[] losses, final int lots, final int[] row, final int from, final int to) {
        for (int i = from; i < to; i++) {
            losses[i] += notPositive((long) lots * row[i]);
        }
    }

    private static void addLosses(
            final long[] losses, final long lots, final long[] row, final int from, final int to) {
        for (int i = from; i < to; i++) {
            losses[i] += notPositive(lots * row[i]);
        }
    }

    /** The lower of a number and 0, without a branch: compilers before 25 make no vector instruction of Math.min. */
    private static long notPositive(final long number) {
        return number & (number >> (Long.SIZE - 1));
    }

    /** {@code losses[i] -= |lots * row[i]|}. */
    static void addSizes(final long[] losses, final long lots, final RiskRow row, final int from, final int to) {
        final long[] numbers = row.numbers();
        for (int i = from; i < to; i++) {
            losses[i] -= Math.abs(lots * numbers[i]);
        }
    }

    /** Takes losses from what is not positive, and adds their size to what is. */
    static void enlarge(final long[] sums, final long[] losses, final int from, final int to) {
        for (int i = from; i < to; i++) {
            sums[i] += sums[i] > 0 ? -losses[i] : losses[i];
        }
    }

    /** Index of the lowest number of {@code numbers[from..to)}, the first of equals. */
    static int lowest(final long[] numbers, final int from, final int to) {
        int at = from;
        for (int i = from + 1; i < to; i++) {
            if (numbers[i] < numbers[at]) {
                at = i;
            }
        }
        return at;
    }
}
