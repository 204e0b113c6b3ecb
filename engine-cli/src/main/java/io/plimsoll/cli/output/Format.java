package io.plimsoll.cli.output;

import java.io.PrintWriter;
import java.util.Locale;

/** Form of an answer. */
public enum Format {
    /** For people. */
    TABLE,
    /** One JSON object. */
    JSON,
    /** Comma-separated, RFC 4180. */
    CSV;

    /**
     * Writes a report in this form.
     *
     * @param report to write.
     * @param out where to.
     */
    public void write(final Report report, final PrintWriter out) {
        switch (this) {
            case TABLE -> TableRenderer.write(report, out);
            case JSON -> JsonRenderer.write(report, out);
            case CSV -> CsvRenderer.write(report, out);
        }
        out.flush();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
