package io.plimsoll.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer: named values, then tables. Amounts are decimal texts in whole units, so that no reader rounds them. */
public final class Report {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Rows> tables = new ArrayList<>();

    /**
     * Adds a named value.
     *
     * @param name key, in snake case.
     * @param value text, whole number or boolean.
     * @return this.
     */
    public Report field(final String name, final Object value) {
        fields.put(name, value);
        return this;
    }

    /**
     * Adds a table.
     *
     * @param table to add.
     * @return this.
     */
    public Report table(final Rows table) {
        tables.add(table);
        return this;
    }

    /** {@return the named values in their order} */
    public Map<String, Object> fields() {
        return fields;
    }

    /** {@return the tables in their order} */
    public List<Rows> tables() {
        return tables;
    }
}
