package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.JournalStatistics;
import io.plimsoll.cli.view.RecordFilter;
import io.plimsoll.cli.view.RecordRange;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts what is in the journal. */
@Command(
        name = "stat",
        description = {
            "Counts what is in the journal: records and bytes by message, commands by source, refusals by reason, the span of"
                    + " sequence and time, checkpoints and the last state hash.",
            "Bytes are those of records with their envelope; commands/s is by the journal's own time. When nothing matches, all"
                    + " counts are 0 and so is the exit code."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  All of it:",
            "    plimsoll journal stat",
            "  From a moment on, for a script:",
            "    plimsoll journal stat --from 2023-06-01T00:00:00Z --format json",
            "  Records that name an account:",
            "    plimsoll journal stat --account 7",
            "  Commands by source, refusals by reason:",
            "    plimsoll journal stat --type command"
        })
final class JournalStatCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JournalOption journal;

    @Mixin
    private RangeOptions range;

    @Mixin
    private SelectOptions select;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    JournalStatCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final RecordRange wanted = range.range();
        final RecordFilter filter = select.filter();
        final Path folder = journal.existing();
        final JournalStatistics statistics;
        try (Progress bar = progress.begin(terminal, "count", "records")) {
            statistics = JournalStatistics.of(folder, wanted, filter, records -> bar.at(records, 0));
        }
        format.write(statistics.report(folder), terminal.out());
        return ExitCode.OK;
    }
}
