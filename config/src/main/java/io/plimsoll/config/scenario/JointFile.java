package io.plimsoll.config.scenario;

import io.plimsoll.config.YamlFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Reads the CSV file of a joint block: {@code date,weight}, then {@code BTC.z,BTC.vol} and, where it has one, {@code BTC.basis} for every underlying. */
final class JointFile {
    private static final String DATE = "date";
    private static final String WEIGHT = "weight";
    private static final long Z_MAX = 100 * Femto.ONE;
    private static final long VOLATILITY_MAX = 5 * Femto.ONE;
    private static final long BASIS_MAX = 5 * Femto.ONE;
    private static final int BREAK_MAX = 5;

    private final CsvRows csv;
    private final ScenarioSetText.Joint terms;
    private final List<String> symbols;

    private JointFile(final CsvRows csv, final ScenarioSetText.Joint terms, final List<String> symbols) {
        this.csv = csv;
        this.terms = terms;
        this.symbols = symbols;
    }

    static JointBlock read(final YamlFile file, final ScenarioSetText.Joint terms, final List<String> symbols) {
        return new JointFile(new CsvRows(file), terms, symbols).read();
    }

    private JointBlock read() {
        final List<String> columns = new ArrayList<>(List.of(DATE, WEIGHT));
        symbols.forEach(symbol -> columns.addAll(List.of(symbol + ".z", symbol + ".vol")));
        csv.checkColumns(columns, symbols.stream().map(JointFile::basis).toList());
        final List<JointBlock.Row> rows = new ArrayList<>();
        for (final CsvRows.Row row : csv.rows()) {
            rows.add(day(row, rows.isEmpty() ? null : rows.get(rows.size() - 1).date()));
        }
        final long total = rows.stream().mapToLong(JointBlock.Row::weight).sum();
        if (total != JointBlock.WEIGHT_TOTAL) {
            csv.error("the weights sum to " + total + "; allowed: " + JointBlock.WEIGHT_TOTAL);
        }
        csv.throwIfAny();
        return new JointBlock(terms.horizonHours(), terms.lambdaFemto(), terms.calendar(), rows);
    }

    private JointBlock.Row day(final CsvRows.Row row, final LocalDate before) {
        final int index = csv.column(DATE);
        final LocalDate date = row.date(index);
        if (before != null && !before.equals(LocalDate.EPOCH) && !date.equals(LocalDate.EPOCH)) {
            checkOrder(row, index, before, date);
        }
        final List<JointBlock.Residual> residuals = new ArrayList<>();
        for (final String symbol : symbols) {
            residuals.add(new JointBlock.Residual(
                    row.femto(csv.column(symbol + ".z"), -Z_MAX, Z_MAX),
                    row.femto(csv.column(symbol + ".vol"), -VOLATILITY_MAX, VOLATILITY_MAX),
                    row.optionalFemto(csv.column(basis(symbol)), -BASIS_MAX, BASIS_MAX)));
        }
        return new JointBlock.Row(date, row.whole(csv.column(WEIGHT), 1, JointBlock.WEIGHT_TOTAL), residuals);
    }

    private static String basis(final String symbol) {
        return symbol + ".basis";
    }

    private void checkOrder(final CsvRows.Row row, final int index, final LocalDate before, final LocalDate date) {
        final long days = ChronoUnit.DAYS.between(before, date);
        if (days == 0) {
            row.error(index, "is " + date + " again");
        } else if (days < 0) {
            row.error(index, "is " + date + ", before the line above, " + before);
        } else if (days > (terms.calendar() == Calendar.EVERY_DAY ? 1 : BREAK_MAX)) {
            row.error(index, "is " + date + ", " + (days - 1) + " days are missing after " + before);
        } else if (terms.calendar() == Calendar.WEEKDAYS && isWeekend(date)) {
            row.error(index, "is " + date + ", a weekend; the calendar is weekdays");
        }
    }

    private static boolean isWeekend(final LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
