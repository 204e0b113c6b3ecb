package io.plimsoll.core.risk;

/** The loops over scenarios, plain so that the compiler turns them into vector instructions. */
final class RowKernels {
    private RowKernels() {}

    /** {@code sums[i] += lots * row[i]} for the first {@code count} numbers. */
    static void addTimes(final long[] sums, final long lots, final long[] row, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += lots * row[i];
        }
    }

    /** {@code sums[i] += others[i]} for the first {@code count} numbers. */
    static void add(final long[] sums, final long[] others, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += others[i];
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
