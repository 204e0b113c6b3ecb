package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.AccountTimeline;
import io.plimsoll.cli.view.RecordRange;
import io.plimsoll.journal.JournalRecords;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the story of an account. */
@Command(
        name = "timeline",
        description = {
            "Tells the story of an account from the journal: money, trades with position and realised P&L, orders, refusals,"
                    + " changes of status with equity and maintenance margin at that moment, margin calls, liquidation requests;"
                    + " each with the command that caused it.",
            "Amounts are in whole units of their asset, equity and margin in the margin currency, prices in ticks. When nothing"
                    + " happened, a note on stderr says so, and the exit code is 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  All that happened to an account:",
            "    plimsoll account timeline 7",
            "  How its status changed:",
            "    plimsoll account timeline 7 --status-only",
            "  The first 50 things from a moment on:",
            "    plimsoll account timeline 7 --from 2023-06-01T00:00:00Z --limit 50",
            "  For a spreadsheet:",
            "    plimsoll account timeline 7 --format csv > account-7.csv"
        })
final class AccountTimelineCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The account; 0 is the error account.")
    private long id;

    @Mixin
    private JournalOption journal;

    @Mixin
    private RangeOptions range;

    @Option(names = "--status-only", description = "Only changes of status, margin calls and liquidation requests.")
    private boolean statusOnly;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many lines. Default: no limit")
    private int limit = Integer.MAX_VALUE;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    AccountTimelineCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Checks.atLeast(spec, "--limit", 1, limit);
        final RecordRange wanted = range.range();
        final Path folder = journal.existing();
        final long last = Math.min(wanted.toSequence(), JournalRecords.lastSequence(folder));
        final AccountTimeline timeline;
        try (Progress bar = progress.begin(terminal, "read", "commands")) {
            timeline = AccountTimeline.of(folder, id, wanted, statusOnly, limit, sequence -> bar.at(sequence, last));
        }
        if (!timeline.isNamed()) {
            throw new UsageException(
                    "nothing up to there names account " + id + "; 'plimsoll account ls' lists accounts");
        }
        format.write(timeline.report(), terminal.out());
        if (timeline.isEmpty()) {
            terminal.err().println("note: nothing happened to account " + id + " there");
        }
        return ExitCode.OK;
    }
}
