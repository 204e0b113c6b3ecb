package io.plimsoll.core.risk;

/**
 * The worst numbers of a run, sorted. Of equal numbers the one with the lower index is the worse. Reuse the object; what it
 * finds does not depend on what it found before, only how long that takes.
 *
 * <p>A run is read as {@value #ROWS} rows, and the least of every column is found by a loop that the compiler turns into vector
 * instructions. Where the worst numbers lie below a threshold, only columns whose least does are looked at again. The threshold is
 * that of the last run, which was likely much the same; when it lets too few or too many pass, it is the count-th lowest of the
 * columns, below or at which there are at least so many numbers.
 */
final class Tail {
    private static final int ROWS = 8;
    private static final int SHORT_RUN = 128;

    private long[] values = new long[64];
    private int[] indexes = new int[64];
    private long[] columns = new long[128];
    private int size;
    private long threshold = Long.MIN_VALUE;

    /** Finds the {@code count} lowest numbers of {@code numbers[from..to)}, at least one; lowest first. */
    void select(final long[] numbers, final int from, final int to, final int count) {
        ensure(count, to - from);
        final int width = (to - from) / ROWS;
        if (to - from < SHORT_RUN || width < 2 * count) {
            size = 0;
            insertAll(numbers, from, to, count);
            return;
        }
        leastOfColumns(numbers, from, width);
        if (!isBelow(width, count)) {
            threshold = lowestOfColumns(width, count);
        }
        gather(numbers, from, to, width, count);
        if (size < count) {
            threshold = lowestOfColumns(width, count);
            gather(numbers, from, to, width, count);
        }
        threshold = values[count - 1];
    }

    private void leastOfColumns(final long[] numbers, final int from, final int width) {
        for (int j = 0; j < width; j++) {
            columns[j] = Math.min(numbers[from + j], numbers[from + width + j]);
        }
        for (int row = 2; row < ROWS; row++) {
            final int start = from + row * width;
            for (int j = 0; j < width; j++) {
                columns[j] = Math.min(columns[j], numbers[start + j]);
            }
        }
    }

    /** Whether the threshold lets about the right number of columns pass. */
    private boolean isBelow(final int width, final int count) {
        int passed = 0;
        for (int j = 0; j < width; j++) {
            passed += columns[j] <= threshold ? 1 : 0;
        }
        return passed >= count / 2 && passed <= 2 * count;
    }

    /** The count-th lowest of the columns. */
    private long lowestOfColumns(final int width, final int count) {
        size = 0;
        insertAll(columns, 0, width, count);
        return values[count - 1];
    }

    private void gather(final long[] numbers, final int from, final int to, final int width, final int count) {
        size = 0;
        for (int j = 0; j < width; j++) {
            if (columns[j] <= threshold) {
                for (int i = from + j; i < from + ROWS * width; i += width) {
                    consider(numbers[i], i, count);
                }
            }
        }
        for (int i = from + ROWS * width; i < to; i++) {
            consider(numbers[i], i, count);
        }
        // What is above the threshold was seen only in columns that pass: it may not be among the lowest.
        while (size > 0 && values[size - 1] > threshold) {
            size--;
        }
    }

    private void insertAll(final long[] numbers, final int from, final int to, final int count) {
        for (int i = from; i < to; i++) {
            consider(numbers[i], i, count);
        }
    }

    private void consider(final long number, final int index, final int count) {
        if (size < count) {
            insert(number, index, size++);
        } else if (isWorse(number, index, count - 1)) {
            insert(number, index, count - 1);
        }
    }

    private boolean isWorse(final long number, final int index, final int rank) {
        return number < values[rank] || (number == values[rank] && index < indexes[rank]);
    }

    /** Puts a number where it belongs at or before a rank; what is there moves up. */
    private void insert(final long number, final int index, final int rank) {
        int at = rank;
        while (at > 0 && isWorse(number, index, at - 1)) {
            values[at] = values[at - 1];
            indexes[at] = indexes[at - 1];
            at--;
        }
        values[at] = number;
        indexes[at] = index;
    }

    private void ensure(final int count, final int numbers) {
        if (count > values.length) {
            values = new long[2 * count];
            indexes = new int[2 * count];
        }
        if (numbers / ROWS > columns.length) {
            columns = new long[numbers / ROWS];
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
