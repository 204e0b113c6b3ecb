package io.plimsoll.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A named table. Cells are texts, whole numbers or booleans. */
public final class Rows {
    private final String name;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param name of the table, a key in JSON.
     * @param columns names of the columns, keys in JSON.
     */
    public Rows(final String name, final String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells one a column.
     * @return this.
     */
    public Rows add(final Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns, not " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** {@return name of the table} */
    public String name() {
        return name;
    }

    /** {@return names of the columns} */
    public List<String> columns() {
        return columns;
    }

    /** {@return the rows, each with one cell a column} */
    public List<List<Object>> rows() {
        return rows;
    }
}
