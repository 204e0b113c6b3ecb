package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.cli.view.StateDifference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two states. */
@Command(
        name = "diff",
        description = {
            "Compares two states: of one journal at two sequences (--at-seq, --to-seq), or of two journals. Shows prices, markets,"
                    + " parameters, ledgers, sources and accounts that were added, are gone or have changed, with both values.",
            "States are equal when their hashes are. What follows from the state, such as equity, is not shown. The answers kept"
                    + " for repeats and the trade ids kept are in the hash alone: if only they differ, the command says so."
        },
        exitCodeList = {
            "0:the states are equal",
            "1:failure",
            "2:wrong usage or configuration",
            "3:the states differ",
            "4:a journal is damaged",
            "5:a journal has a gap"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  What command 1001 did:",
            "    plimsoll state diff --at-seq 1000 --to-seq 1001",
            "  What happened since command 1000:",
            "    plimsoll state diff --at-seq 1000",
            "  Is the copy the same?",
            "    plimsoll state diff /backup/journal out/journal",
            "  Two journals after command 1000, for a script:",
            "    plimsoll state diff old/journal new/journal --at-seq 1000 --format json"
        })
final class StateDiffCommand implements Callable<Integer> {
    private static final int LINES = 100;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..2",
            paramLabel = "DIR",
            description = "Two journals to compare with each other; none: two moments of --journal.")
    private List<Path> folders = List.of();

    @Mixin
    private JournalOption journal;

    @Option(
            names = "--at-seq",
            paramLabel = "N",
            description = "State after this sequence: the first moment; with two journals, of both. Default with two"
                    + " journals: the last one of each")
    private Long atSequence;

    @Option(
            names = "--to-seq",
            paramLabel = "N",
            description = "The second moment of one journal. Default: the last sequence there is")
    private Long toSequence;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many differences. Default: " + LINES)
    private int limit = LINES;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    StateDiffCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        checkUsage();
        final boolean twoJournals = folders.size() == 2;
        final Path first = twoJournals ? JournalOption.existing(folders.get(0)) : journal.existing();
        final Path second = twoJournals ? JournalOption.existing(folders.get(1)) : first;
        final StateDifference difference =
                StateDifference.of(state(first, atSequence), state(second, twoJournals ? atSequence : toSequence));
        format.write(difference.report(limit), terminal.out());
        if (difference.count() > limit) {
            terminal.err().println("note: " + (difference.count() - limit) + " more; --limit N shows them");
        }
        if (difference.isEqual()) {
            return ExitCode.OK;
        }
        if (difference.count() == 0) {
            terminal.err()
                    .println(
                            "note: the hashes differ and nothing that is shown does: it is in answers kept for repeats,"
                                    + " trade ids kept, or groups without an account");
        }
        return ExitCode.DIFFERENCE;
    }

    private void checkUsage() {
        Checks.atLeast(spec, "--limit", 1, limit);
        if (atSequence != null) {
            Checks.atLeast(spec, "--at-seq", 1, atSequence);
        }
        if (toSequence != null) {
            Checks.atLeast(spec, "--to-seq", 1, toSequence);
        }
        if (folders.size() == 1) {
            throw wrong("two journals are needed, or none and --at-seq");
        }
        if (folders.isEmpty() && atSequence == null) {
            throw wrong("name two journals, or two moments of one with --at-seq N and --to-seq N");
        }
        if (folders.size() == 2 && toSequence != null) {
            throw wrong("--to-seq goes with one journal; --at-seq names the moment of two");
        }
    }

    private ParameterException wrong(final String text) {
        return new ParameterException(spec.commandLine(), text);
    }

    private EngineAt state(final Path folder, final Long sequence) throws IOException {
        try (Progress bar = progress.begin(terminal, "replay", "commands")) {
            return Rebuild.at(folder, sequence, bar);
        }
    }
}
