package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.RecordFeed;
import io.plimsoll.cli.view.RecordFilter;
import io.plimsoll.cli.view.RecordRange;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints records. */
@Command(
        name = "dump",
        description = {
            "Prints records: each command, then its events. A line begins with epoch/sequence; .n is the number of an event"
                    + " within its command. Fields are as in the schema (docs/WIRE.md).",
            "When nothing matches, a note on stderr says so, and the exit code is 0. On damage, what stands before it is printed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  A few commands and their events:",
            "    plimsoll journal dump --from-seq 100 --to-seq 120",
            "  All that names an account, from a moment on:",
            "    plimsoll journal dump --account 7 --from 2023-06-01T00:00:00Z",
            "  Two kinds of message, for a script:",
            "    plimsoll journal dump --type Trade,StatusChanged --format json | jq .fields",
            "  The bytes of a command:",
            "    plimsoll journal dump --from-seq 42 --to-seq 42 --format hex",
            "  Alarms, also those to come, until Ctrl-C:",
            "    plimsoll journal dump --type Alarm --follow"
        })
final class JournalDumpCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption journal;

    @Mixin
    private RangeOptions range;

    @Mixin
    private SelectOptions select;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many records. Default: no limit")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--follow",
            description = "Go on as the engine writes, also through its restarts, until the limit or Ctrl-C.")
    private boolean follow;

    @Mixin
    private DumpFormatOption format;

    JournalDumpCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Checks.atLeast(spec, "--limit", 1, limit);
        final RecordRange part = range.range();
        final RecordFilter filter = select.filter();
        try (RecordFeed feed = new RecordFeed(journal.existing(), part, filter)) {
            final RecordOutput output = new RecordOutput(terminal, feed, format.printer(terminal), limit).print();
            if (follow) {
                output.follow();
            } else {
                output.noteIfNothing();
            }
        } finally {
            terminal.out().flush();
        }
        return ExitCode.OK;
    }
}
