package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.lab.live.AccountChange;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of the commands that show a state: which journal, and as of which command. */
final class AtOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private JournalOption journal;

    @Option(
            names = "--at-seq",
            paramLabel = "N",
            description = "Show the state after the command with this sequence. Default: the last one")
    private Long atSequence;

    @Mixin
    private ProgressOption progress;

    /** What changed for an account since an earlier moment, if that is asked for. */
    Optional<AccountChange> change(
            final Terminal terminal, final SinceOption since, final EngineAt now, final long account)
            throws IOException {
        try (Progress bar = progress.begin(terminal, "compare", "commands")) {
            return since.change(now, journal.existing(), account, bar);
        }
    }

    /** Replays the journal into an engine of its own; the journal is only read. */
    EngineAt engine(final Terminal terminal) throws IOException {
        final Long sequence = atSequence == null ? null : Checks.atLeast(spec, "--at-seq", 1, atSequence);
        try (Progress bar = progress.begin(terminal, "replay", "commands")) {
            return Rebuild.at(journal.existing(), sequence, bar);
        }
    }
}
