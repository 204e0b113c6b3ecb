package io.plimsoll.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a report as CSV. A single table, or named values alone, come as they are; a report that has both, or several
 * tables, comes in long form, one line a value, since CSV has but one table.
 */
public final class CsvRenderer {
    private CsvRenderer() {}

    static void write(final Report report, final PrintWriter out) {
        final boolean fields = !report.fields().isEmpty();
        if (!fields && report.tables().size() == 1) {
            final Rows table = report.tables().get(0);
            out.println(line(table.columns()));
            table.rows().forEach(row -> out.println(line(row)));
        } else if (fields && report.tables().isEmpty()) {
            out.println(line(List.copyOf(report.fields().keySet())));
            out.println(line(List.copyOf(report.fields().values())));
        } else {
            writeLong(report, out);
        }
    }

    private static void writeLong(final Report report, final PrintWriter out) {
        out.println("table,row,name,value");
        for (final Map.Entry<String, Object> field : report.fields().entrySet()) {
            out.println(line(List.of("", "", field.getKey(), field.getValue())));
        }
        for (final Rows table : report.tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    final Object value = table.rows().get(row).get(column);
                    out.println(
                            line(List.of(table.name(), row + 1, table.columns().get(column), value)));
                }
            }
        }
    }

    /**
     * One line of CSV.
     *
     * @param cells of the line.
     * @return the cells, quoted where they must be.
     */
    public static String line(final List<?> cells) {
        return cells.stream().map(cell -> quoted(cell.toString())).collect(Collectors.joining(","));
    }

    private static String quoted(final String cell) {
        final boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
