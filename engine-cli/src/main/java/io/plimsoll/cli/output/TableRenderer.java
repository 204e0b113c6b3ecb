package io.plimsoll.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a report for people: names and values in two columns, then aligned tables. */
final class TableRenderer {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(\\.[0-9]+)?( %)?|-");

    private TableRenderer() {}

    static void write(final Report report, final PrintWriter out) {
        final int width =
                report.fields().keySet().stream().mapToInt(String::length).max().orElse(0);
        report.fields()
                .forEach((name, value) -> out.println(padded(name.replace('_', ' '), width, false) + "  " + value));
        boolean first = report.fields().isEmpty();
        for (final Rows table : report.tables()) {
            if (!first) {
                out.println();
            }
            if (report.tables().size() > 1 || !report.fields().isEmpty()) {
                out.println(table.name().replace('_', ' '));
            }
            write(table, out);
            first = false;
        }
    }

    private static void write(final Rows table, final PrintWriter out) {
        if (table.rows().isEmpty()) {
            out.println("(none)");
            return;
        }
        final List<String> header = table.columns().stream()
                .map(name -> name.replace('_', ' ').toUpperCase(Locale.ROOT))
                .toList();
        final int[] widths = new int[header.size()];
        final boolean[] numeric = new boolean[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = header.get(column).length();
            numeric[column] = true;
            for (final List<Object> row : table.rows()) {
                final String cell = row.get(column).toString();
                widths[column] = Math.max(widths[column], cell.length());
                numeric[column] &= NUMBER.matcher(cell).matches();
            }
        }
        out.println(line(header, widths, numeric));
        for (final List<Object> row : table.rows()) {
            out.println(line(row.stream().map(Object::toString).toList(), widths, numeric));
        }
    }

    private static String line(final List<String> cells, final int[] widths, final boolean[] numeric) {
        final List<String> padded = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            padded.add(padded(cells.get(column), widths[column], numeric[column]));
        }
        return String.join("  ", padded).stripTrailing();
    }

    private static String padded(final String text, final int width, final boolean toTheRight) {
        final String space = " ".repeat(width - text.length());
        return toTheRight ? space + text : text + space;
    }
}
