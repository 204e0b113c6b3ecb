package io.plimsoll.config.scenario;

import io.plimsoll.config.ConfigError;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.Nearest;
import io.plimsoll.config.YamlFile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of a CSV file of a scenario set: lines that begin with {@code #} are comments, the first other one names the
 * columns, no field has a comma or quotes. Errors are collected with line and column.
 */
final class CsvRows {
    private static final int ERRORS_MAX = 20;

    private final String file;
    private final List<ConfigError> errors = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private Row header;

    CsvRows(final YamlFile file) {
        this.file = file.name();
        int line = 0;
        for (final String text : file.text().lines().toList()) {
            line++;
            if (!text.startsWith("#")) {
                add(new Row(line, text.split(",", -1)));
            }
        }
        if (header == null) {
            error(0, 0, "has no line of column names");
            throwIfAny();
        }
    }

    private void add(final Row row) {
        if (header == null) {
            header = row;
        } else if (row.fields.length == header.fields.length) {
            rows.add(row);
        } else {
            error(row.line, 1, "has " + row.fields.length + " fields, the columns are " + header.fields.length);
        }
    }

    /** Sees that all columns are there, once, and no others. */
    void checkColumns(final List<String> columns) {
        checkColumns(columns, List.of());
    }

    /** The same with columns that may be there or not. */
    void checkColumns(final List<String> columns, final List<String> optional) {
        final List<String> known = new ArrayList<>(columns);
        known.addAll(optional);
        final Set<String> found = new HashSet<>();
        for (int i = 0; i < header.fields.length; i++) {
            final String column = header.fields[i];
            if (!known.contains(column)) {
                header.error(i, "unknown column '" + column + "'" + Nearest.question(column, known));
            } else if (!found.add(column)) {
                header.error(i, "column '" + column + "' is there twice");
            }
        }
        for (final String column : columns) {
            if (!found.contains(column)) {
                error(header.line, 1, "no column '" + column + "'");
            }
        }
        throwIfAny();
    }

    /** Where a column is; below 0 where it is not. */
    int column(final String name) {
        return List.of(header.fields).indexOf(name);
    }

    List<Row> rows() {
        return rows;
    }

    /** An error of the file as a whole. */
    void error(final String problem) {
        error(0, 0, problem);
    }

    private void error(final int line, final int column, final String problem) {
        errors.add(new ConfigError(file, line, column, problem));
        if (errors.size() >= ERRORS_MAX) {
            errors.add(new ConfigError(file, 0, 0, "more errors are not shown"));
            throwIfAny();
        }
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
    }

    /** A line with its fields. What does not convert is reported and answered with a placeholder. */
    final class Row {
        private final int line;
        private final String[] fields;

        Row(final int line, final String[] fields) {
            this.line = line;
            this.fields = fields;
        }

        int line() {
            return line;
        }

        String text(final int index) {
            return fields[index];
        }

        LocalDate date(final int index) {
            try {
                return LocalDate.parse(fields[index]);
            } catch (final DateTimeParseException e) {
                error(index, "is '" + fields[index] + "', not a day such as 2020-03-12");
                return LocalDate.EPOCH;
            }
        }

        int whole(final int index, final int min, final int max) {
            try {
                final int value = Integer.parseInt(fields[index]);
                if (value >= min && value <= max) {
                    return value;
                }
                error(index, "is " + value + "; allowed: " + min + " to " + max);
            } catch (final NumberFormatException e) {
                error(index, "is '" + fields[index] + "', not a whole number; allowed: " + min + " to " + max);
            }
            return min;
        }

        /** A decimal strictly above {@code above}, at most {@code max}. */
        long femto(final int index, final long above, final long max) {
            final String allowed = "; allowed: above " + Femto.text(above) + ", up to " + Femto.text(max);
            try {
                final long value = Femto.parse(fields[index]);
                if (value > above && value <= max) {
                    return value;
                }
                error(index, "is " + fields[index] + allowed);
            } catch (final IllegalArgumentException e) {
                error(index, e.getMessage() + allowed);
            }
            return max;
        }

        /** The same of a column that may not be there: 0 then. */
        long optionalFemto(final int index, final long above, final long max) {
            return index < 0 ? 0 : femto(index, above, max);
        }

        /** Reports what is wrong with a field. */
        void error(final int index, final String problem) {
            int column = 1;
            for (int i = 0; i < index; i++) {
                column += fields[i].length() + 1;
            }
            final String name = this == header || header == null ? "" : header.fields[index] + " ";
            CsvRows.this.error(line, column, name + problem);
        }
    }
}
