package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.ReplayReport;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.ReplayVerifier;
import io.plimsoll.journal.VerifyResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rebuilds the state from a journal and says what it came to. */
@Command(name = "replay", description = "Rebuilds the state from the journal, as fast as it goes, and prints its hash.")
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JournalOption journal;

    @Mixin
    private UntilOptions until;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    @Option(
            names = "--verify",
            description = "Compare every event with the one in the journal; exit code 3 at the first difference.")
    private boolean verify;

    ReplayCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final Path folder = journal.existing();
        final MarginEngine engine = new MarginEngine(JournalReplayer.limits(folder));
        final long startNs = terminal.nanoTime().getAsLong();
        final VerifyResult result;
        try (Progress bar = progress.begin(terminal, verify ? "verify" : "replay", "commands")) {
            final ReplayProgress listener = new ReplayProgress(bar);
            result = verify
                    ? ReplayVerifier.verify(folder, engine, until.point(), listener)
                    : new VerifyResult(
                            JournalReplayer.replay(folder, engine, until.point(), listener), 0, Optional.empty());
        }
        final long elapsedNs = terminal.nanoTime().getAsLong() - startNs;
        if (result.difference().isEmpty()) {
            until.check(result.replay());
        }
        format.write(ReplayReport.of(folder, result, verify, elapsedNs), terminal.out());
        if (result.difference().isEmpty()) {
            return ExitCode.OK;
        }
        terminal.err()
                .println("error: sequence " + result.difference().get().sequence() + ", event "
                        + result.difference().get().index() + ": replay differs from the journal");
        return ExitCode.DIFFERENCE;
    }
}
