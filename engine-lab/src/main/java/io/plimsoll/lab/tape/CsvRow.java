package io.plimsoll.lab.tape;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of a {@link CsvFile}, read by column name. Knows where it stands, so that every complaint says so. */
public final class CsvRow {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NUMBER_MAX = 1_000_000_000_000L;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final int columnsNeeded;
    private final Map<String, Integer> indexByName = new HashMap<>();
    private CsvRecord record;
    private long lastTimeNs = Long.MIN_VALUE;
    private long lastTimeLine;

    CsvRow(final String file, final List<String> columns, final List<String> header) {
        this.file = file;
        int needed = 0;
        for (final String column : columns) {
            final int index = indexOf(header, column);
            if (index < 0) {
                throw new TapeException(
                        file + ":1: no column '" + column + "'; there are " + String.join(", ", header));
            }
            indexByName.put(column, index);
            needed = Math.max(needed, index + 1);
        }
        columnsNeeded = needed;
    }

    private static int indexOf(final List<String> header, final String column) {
        return names(header).indexOf(column);
    }

    /** Names of columns, without the mark that some programs begin a file with. */
    static List<String> names(final List<String> header) {
        return header.stream()
                .map(name -> name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name)
                .toList();
    }

    CsvRow at(final CsvRecord next) {
        record = next;
        if (next.getFieldCount() < columnsNeeded) {
            throw fault("only " + next.getFieldCount() + " fields, " + columnsNeeded + " are needed");
        }
        return this;
    }

    /** {@return line on which the row starts, from 1} */
    public long line() {
        return record.getStartingLineNumber();
    }

    /**
     * Text of a column.
     *
     * @param column name.
     * @return text, not empty.
     * @throws TapeException when it is empty.
     */
    public String text(final String column) {
        final String text = record.getField(indexByName.get(column));
        if (text.isEmpty()) {
            throw fault("column '" + column + "' is empty");
        }
        return text;
    }

    /**
     * Whether a column says nothing.
     *
     * @param column name.
     * @return true when it is empty.
     */
    public boolean isEmpty(final String column) {
        return record.getField(indexByName.get(column)).isEmpty();
    }

    /**
     * One of a few words.
     *
     * @param column name.
     * @param words that are allowed.
     * @return index of the word.
     * @throws TapeException when it is another.
     */
    public int oneOf(final String column, final String... words) {
        final String text = text(column);
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals(text)) {
                return i;
            }
        }
        throw fault("column '" + column + "' is '" + text + "', must be one of " + Arrays.toString(words));
    }

    /**
     * A decimal number.
     *
     * @param column name.
     * @return the exact number.
     * @throws TapeException when it is none.
     */
    public Decimal decimal(final String column) {
        try {
            return Decimal.parse(text(column));
        } catch (final NumberFormatException e) {
            throw new TapeException(where() + "column '" + column + "': " + e.getMessage(), e);
        }
    }

    /**
     * A decimal number above zero, at most 10^12: with 6 decimals it still fits a long.
     *
     * @param column name.
     * @return the exact number.
     * @throws TapeException when it is none, not positive, or too large.
     */
    public Decimal positive(final String column) {
        final Decimal number = decimal(column);
        if (number.unscaled() <= 0) {
            throw fault("column '" + column + "' is " + number + ", must be above 0");
        }
        if (number.unscaled() / Decimal.powerOfTen(number.scale()) > NUMBER_MAX) {
            throw fault("column '" + column + "' is " + number + ", too large");
        }
        return number;
    }

    /**
     * An amount of money in units of {@code 10^-decimals}.
     *
     * @param column name.
     * @param decimals of the unit.
     * @return units.
     * @throws TapeException when it is no number, has more decimals, or is too large.
     */
    public long amount(final String column, final int decimals) {
        final Decimal number = decimal(column);
        if (number.scale() > decimals) {
            throw fault("column '" + column + "' is " + number + ", more than " + decimals + " decimals");
        }
        try {
            return number.units(decimals);
        } catch (final ArithmeticException e) {
            throw new TapeException(where() + "column '" + column + "' is " + number + ", too large", e);
        }
    }

    /**
     * A time in UTC, {@code 2023-02-28T21:10:23Z}, not before that of the row before.
     *
     * @param column name.
     * @return ns since 1970-01-01T00:00:00Z.
     * @throws TapeException when it is none, or goes back.
     */
    public long timeNs(final String column) {
        final String text = text(column);
        try {
            final Instant instant = Instant.parse(text);
            return inOrder(
                    text, Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano()));
        } catch (final DateTimeParseException | ArithmeticException e) {
            throw new TapeException(
                    where() + "column '" + column + "': '" + text + "' is no time in UTC like 2023-02-28T21:10:23Z", e);
        }
    }

    /**
     * A day, {@code 2023-02-28}.
     *
     * @param column name.
     * @return the day.
     * @throws TapeException when it is none.
     */
    public LocalDate day(final String column) {
        try {
            return LocalDate.parse(text(column));
        } catch (final DateTimeParseException e) {
            throw new TapeException(
                    where() + "column '" + column + "': '" + text(column) + "' is no day like 2023-02-28", e);
        }
    }

    /**
     * A time in whole seconds since 1970-01-01T00:00:00Z, not before that of the row before.
     *
     * @param column name.
     * @return ns since 1970-01-01T00:00:00Z.
     * @throws TapeException when it is none, or goes back.
     */
    public long epochSecondsAsNs(final String column) {
        final Decimal number = positive(column);
        if (number.scale() != 0 || number.unscaled() > Long.MAX_VALUE / SECOND_NS) {
            throw fault("column '" + column + "' is " + number + ", must be whole seconds since 1970");
        }
        return inOrder(number.toString(), number.unscaled() * SECOND_NS);
    }

    private long inOrder(final String text, final long timeNs) {
        if (timeNs < lastTimeNs) {
            throw fault("time " + text + " is before that of line " + lastTimeLine + "; rows must be in order of time");
        }
        lastTimeNs = timeNs;
        lastTimeLine = line();
        return timeNs;
    }

    /**
     * A complaint about this row.
     *
     * @param what is wrong.
     * @return to throw.
     */
    public TapeException fault(final String what) {
        return new TapeException(where() + what);
    }

    private String where() {
        return file + ":" + line() + ": ";
    }
}
