package io.plimsoll.cli;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Report;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** {@code --format}, for commands that answer with a report. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), json or csv. Amounts are exact decimals, as texts in JSON.")
    private Format format = Format.TABLE;

    Format format() {
        return format;
    }

    void write(final Report report, final PrintWriter out) {
        format.write(report, out);
    }
}
