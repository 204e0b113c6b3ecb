package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.RecordFeed;
import io.plimsoll.cli.view.RecordFilter;
import io.plimsoll.cli.view.RecordPrinter;
import io.plimsoll.cli.view.RecordRange;
import io.plimsoll.cli.view.RecordTail;
import io.plimsoll.journal.JournalRecords;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the last records, then those that come. */
@Command(
        name = "tail",
        description = {
            "Prints the last records, in the form of 'journal dump'; with --follow then those that the engine writes, also"
                    + " through its restarts, until the limit or Ctrl-C, which ends it with exit code 0.",
            "If the last command has no events, the engine died before they were written; the next start writes them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  The last 20 records:",
            "    plimsoll journal tail",
            "  The last state hash:",
            "    plimsoll journal tail -n 1 --type CheckpointTaken",
            "  Changes of status from now on, until Ctrl-C:",
            "    plimsoll journal tail -n 0 --follow --type StatusChanged,MarginCall",
            "  An account, for a script:",
            "    plimsoll journal tail --follow --account 7 --format json"
        })
final class JournalTailCommand implements Callable<Integer> {
    private static final int RECORDS = 20;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption journal;

    @Option(
            names = {"-n", "--records"},
            paramLabel = "N",
            description = "So many of the last records. Default: " + RECORDS)
    private int count = RECORDS;

    @Mixin
    private SelectOptions select;

    @Option(names = "--follow", description = "Go on as the engine writes.")
    private boolean follow;

    @Option(names = "--limit", paramLabel = "N", description = "Follow at most so many records. Default: no limit")
    private long limit = Long.MAX_VALUE;

    @Mixin
    private DumpFormatOption format;

    JournalTailCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Checks.atLeast(spec, "--records", 0, count);
        Checks.atLeast(spec, "--limit", 1, limit);
        final RecordFilter filter = select.filter();
        final Path folder = journal.existing();
        try (RecordFeed feed = new RecordFeed(folder, RecordRange.ALL, filter)) {
            final RecordPrinter printer = format.printer(terminal);
            final int printed = RecordTail.print(feed, JournalRecords.lastSequence(folder), count, printer);
            terminal.out().flush();
            if (follow) {
                new RecordOutput(terminal, feed, printer, limit).follow();
            } else if (printed == 0 && count > 0) {
                terminal.err().println("note: no record matches");
            }
        } finally {
            terminal.out().flush();
        }
        return ExitCode.OK;
    }
}
