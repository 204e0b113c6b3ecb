package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.ReplayResult;
import io.plimsoll.journal.Until;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    /** Replays the journal into an engine of its own; the journal is only read. */
    EngineAt engine(final Terminal terminal) throws IOException {
        if (atSequence != null && atSequence < 1) {
            throw new ParameterException(spec.commandLine(), "--at-seq is " + atSequence + "; allowed: from 1");
        }
        final Path folder = journal.existing();
        final MarginEngine engine = new MarginEngine(JournalReplayer.limits(folder));
        final Until until = atSequence == null ? Until.END : Until.sequence(atSequence);
        final ReplayResult result;
        try (Progress bar = progress.begin(terminal, "replay", "commands")) {
            result = JournalReplayer.replay(folder, engine, until, new ReplayProgress(bar));
        }
        if (atSequence != null && result.lastSequence() < atSequence) {
            throw new UsageException("there is no sequence " + atSequence + "; the journal ends at "
                    + result.lastSequence() + ", " + Texts.time(result.lastTimeNs()));
        }
        return new EngineAt(engine, result);
    }
}
