package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.lab.tape.CsvFile;
import io.plimsoll.lab.tape.CsvRow;
import io.plimsoll.lab.tape.Decimal;
import io.plimsoll.lab.tape.TapeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CSV file of daily prices: {@code date}, a close, and {@code open,high,low} where it has them. Blank, zero or
 * contradictory closes are reported and left out.
 */
public final class DailyFile {
    private static final String DATE = "date";
    private static final String OPEN = "open";
    private static final String HIGH = "high";
    private static final String LOW = "low";

    private final CsvFile file;
    private final String closeColumn;
    private final boolean hasRange;
    private final Consumer<DataIssue> issues;

    private DailyFile(
            final CsvFile file, final String closeColumn, final boolean hasRange, final Consumer<DataIssue> issues) {
        this.file = file;
        this.closeColumn = closeColumn;
        this.hasRange = hasRange;
        this.issues = issues;
    }

    /**
     * Reads a history.
     *
     * @param path of the file, plain or gzip.
     * @param symbol that it is of.
     * @param closeColumn name of the column of closes.
     * @param calendar days on which there should be a row.
     * @param issues takes what is wrong and was put right.
     * @return the history.
     * @throws TapeException when the file cannot be read, has no such column, a day that is none, or no usable row.
     */
    public static DailySeries read(
            final Path path,
            final String symbol,
            final String closeColumn,
            final Calendar calendar,
            final Consumer<DataIssue> issues) {
        final CsvFile file = CsvFile.of(path);
        final boolean hasRange = file.columns().containsAll(List.of(OPEN, HIGH, LOW));
        final List<DailyClose> rows = new DailyFile(file, closeColumn, hasRange, issues).rows();
        final List<DailyClose> closes = new DailyChecks(file.name(), calendar, issues).repaired(rows);
        if (closes.isEmpty()) {
            throw new TapeException(file.name() + ": has no row with a usable close");
        }
        return new DailySeries(symbol, calendar, closes);
    }

    private List<DailyClose> rows() {
        final List<DailyClose> rows = new ArrayList<>();
        final List<String> columns = new ArrayList<>(List.of(DATE, closeColumn));
        if (hasRange) {
            columns.addAll(List.of(OPEN, HIGH, LOW));
        }
        file.read(columns, row -> add(row, rows));
        return rows;
    }

    private void add(final CsvRow row, final List<DailyClose> rows) {
        final double close = number(row, closeColumn);
        if (!(close > 0)) {
            final String text = row.isEmpty(closeColumn) ? "blank" : "'" + row.text(closeColumn) + "'";
            report(row, IssueKind.BAD_CLOSE, "the close is " + text + "; the day is left out");
        } else if (hasRange && (number(row, LOW) > close || number(row, HIGH) < close)) {
            report(
                    row,
                    IssueKind.OUTSIDE_RANGE,
                    "the close, " + row.text(closeColumn) + ", is not between low, " + row.text(LOW) + ", and high, "
                            + row.text(HIGH) + "; the day is left out");
        } else {
            rows.add(new DailyClose(row.line(), row.day(DATE), hasRange ? number(row, OPEN) : Double.NaN, close));
        }
    }

    /** A number; NaN for what is none. */
    private static double number(final CsvRow row, final String column) {
        if (row.isEmpty(column)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(Decimal.parse(row.text(column)).toString());
        } catch (final NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void report(final CsvRow row, final IssueKind kind, final String text) {
        issues.accept(new DataIssue(file.name(), row.line(), kind, text));
    }
}
