package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.cli.view.ProcyclicalityReport;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalRecords;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.RecordView;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.journal.Until;
import io.plimsoll.lab.procyclicality.Procyclicality;
import io.plimsoll.lab.procyclicality.ProcyclicalityRecorder;
import io.plimsoll.lab.procyclicality.WorstBy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.agrona.DirectBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows by how much margins rose day by day though accounts held still. */
@Command(
        name = "procyclicality",
        description = {
            "By how much initial margins rose because prices, volatilities, models or parameters changed, not because accounts"
                    + " traded: at the end of each UTC day the portfolio that an account had at the end of the day before is"
                    + " margined again, by an engine rebuilt from the journal, and put over what it was asked for then.",
            "Margins are without orders, in the margin currency; ratios are rounded up. What expires on a day is left out of it"
                    + " on both sides. Peak over trough is of the portfolio at the end of the day before the first, held to the"
                    + " last. Accounts come by their worst day, by --sort; csv has a row for each account and day."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  The ten accounts whose margins rose by the largest amount on a day:",
            "    plimsoll account procyclicality --sort rise --limit 10",
            "  One account in a week:",
            "    plimsoll account procyclicality 7 --from 2023-03-06 --to 2023-03-12",
            "  Every account and day, for a spreadsheet:",
            "    plimsoll account procyclicality --format csv > rises.csv"
        })
final class AccountProcyclicalityCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Accounts. Default: all")
    private List<Long> ids = List.of();

    @Mixin
    private JournalOption journal;

    @Mixin
    private DaysOptions days;

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            description = "What makes a day a bad one: ratio (default), after over before, or rise, the amount.")
    private WorstBy by = WorstBy.RATIO;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many accounts. Default: no limit")
    private int limit = Integer.MAX_VALUE;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    AccountProcyclicalityCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Checks.atLeast(spec, "--limit", 1, limit);
        final Path folder = journal.existing();
        final DaysOptions.Days wanted = days.of(folder);
        final MarginEngine engine = new MarginEngine(JournalReplayer.limits(folder));
        final Set<Long> asked = Set.copyOf(ids);
        final ProcyclicalityRecorder recorder = new ProcyclicalityRecorder(
                engine, wanted.first(), wanted.last(), id -> asked.isEmpty() || asked.contains(id));
        final EngineAt at;
        try (Progress bar = progress.begin(terminal, "replay", "commands")) {
            final long last = days.endsEarly() ? 0 : JournalRecords.lastSequence(folder);
            final Until until = Until.time(ProcyclicalityRecorder.endOf(wanted.last()));
            final ReplayListener heard = new Heard(recorder, new ReplayProgress(bar, last));
            at = new EngineAt(engine, JournalReplayer.replay(folder, engine, until, heard));
        }
        ids.forEach(id -> AccountCommand.account(at, id));
        final Procyclicality seen = recorder.end();
        days.check(wanted, seen);
        format.write(ProcyclicalityReport.of(at, wanted.last(), seen, by, limit, format.format()), terminal.out());
        ids.stream()
                .distinct()
                .filter(id -> seen.accounts().stream().noneMatch(each -> each.account() == id))
                .forEach(id -> terminal.err().println("note: account " + id + " has no figure for any of these days"));
        return ExitCode.OK;
    }

    /** Hands what a replay tells to those who follow it. */
    private record Heard(ProcyclicalityRecorder recorder, ReplayListener progress) implements ReplayListener {
        @Override
        public void onCommand(final RecordView command) {
            recorder.command(command.timeNs());
        }

        @Override
        public void onEvent(
                final int index, final int flags, final DirectBuffer event, final int offset, final int length) {}

        @Override
        public void onProgress(final long sequence, final long lastSequence) {
            progress.onProgress(sequence, lastSequence);
        }
    }
}
