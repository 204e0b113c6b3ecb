package io.plimsoll.cli.view;

import java.io.PrintWriter;
import java.util.Locale;

/** Form of a dump. */
public enum DumpFormat {
    /** A line for people. */
    TEXT,
    /** A JSON object a line. */
    JSON,
    /** Comma-separated; the message's fields are JSON in the last column. */
    CSV,
    /** The record's bytes, envelope and payload, 16 a line. */
    HEX;

    /**
     * A printer of this form.
     *
     * @param out where to.
     * @return the printer.
     */
    public RecordPrinter printer(final PrintWriter out) {
        return switch (this) {
            case TEXT -> new TextPrinter(out);
            case JSON -> new JsonPrinter(out);
            case CSV -> new CsvPrinter(out);
            case HEX -> new HexPrinter(out);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
