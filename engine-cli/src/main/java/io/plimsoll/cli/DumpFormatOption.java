package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.DumpFormat;
import io.plimsoll.cli.view.RecordPrinter;
import picocli.CommandLine.Option;

/** {@code --format}, for commands that print records. */
final class DumpFormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json (an object a line), csv (fields as JSON in the last column) or hex.")
    private DumpFormat format = DumpFormat.TEXT;

    RecordPrinter printer(final Terminal terminal) {
        return format.printer(terminal.out());
    }
}
