package io.plimsoll.cli;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.JournalExport;
import io.plimsoll.cli.view.RecordFeed;
import io.plimsoll.cli.view.RecordFilter;
import io.plimsoll.cli.view.RecordRange;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes records to CSV files. */
@Command(
        name = "export",
        description = {
            "Writes records to CSV files with one column a field: epoch, sequence, index, time (ISO 8601, UTC; empty before the"
                    + " engine had one), source, source_sequence, then the fields of the message. A folder gets one file a"
                    + " message, such as Trade.csv; a name ending in .csv takes one message.",
            "A column's name ends in its unit: _lots, _ticks, _minor (minor units of the asset: whole units x 10^scale), _usd_e6"
                    + " (millionths of the margin currency), _e10 (price x 10^10), _ppm, _ns. Hashes are 16 hexadecimal"
                    + " digits, flags true or false, repeating groups JSON.",
            "Files appear when they are whole, all or none; what exists is not replaced. A message that is named and does not"
                    + " occur gets a file with a header alone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  One kind of message, to a file:",
            "    plimsoll journal export --type Trade -o trades.csv",
            "  Two kinds, to a folder:",
            "    plimsoll journal export --type Trade,BalanceChanged -o out/csv",
            "  All that names an account, from a moment on:",
            "    plimsoll journal export --account 7 --from 2023-06-01T00:00:00Z -o out/seven",
            "  Then ask questions:",
            "    duckdb -c \"select instrument, sum(lots) from 'out/csv/Trade.csv' group by 1\""
        })
final class JournalExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption journal;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR|FILE",
            required = true,
            description = "Where to: a folder, made if need be, or a file whose name ends in .csv.")
    private Path target;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private RangeOptions range;

    @Mixin
    private SelectOptions select;

    @Mixin
    private ProgressOption progress;

    JournalExportCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final RecordRange part = range.range();
        final RecordFilter filter = select.filter();
        final Path folder = journal.existing();
        try (RecordFeed feed = new RecordFeed(folder, part, filter);
                JournalExport export = begin();
                Progress bar = progress.begin(terminal, "export", "rows")) {
            Format.TABLE.write(export.write(feed, rows -> bar.at(rows, 0)), terminal.out());
            if (export.rows() == 0) {
                terminal.err().println("note: no record matches");
            }
        }
        return ExitCode.OK;
    }

    private JournalExport begin() throws Exception {
        try {
            return JournalExport.open(target, select.types(), force);
        } catch (final IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
