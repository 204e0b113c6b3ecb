package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.view.AcceptedCommands;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.Until;
import io.plimsoll.lab.live.AccountChange;
import io.plimsoll.lab.live.ChangeStep;
import io.plimsoll.lab.live.PartialReplay;
import io.plimsoll.lab.live.Standing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --since-seq}: what changed for an account since an earlier command. */
final class SinceOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--since-seq",
            paramLabel = "M",
            description = "Also show what changed since the command with this sequence: trades and money, time, prices,"
                    + " volatilities, parameters. Replays the journal seven times more. Default: no comparison")
    private Long since;

    /** The change, if it is asked for. */
    Optional<AccountChange> change(final EngineAt now, final Path folder, final long account, final Progress bar) {
        if (since == null) {
            return Optional.empty();
        }
        Checks.atLeast(spec, "--since-seq", 1, since);
        final long to = now.result().lastSequence();
        if (since >= to) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since-seq is " + since + "; allowed: before the moment shown, which is " + to);
        }
        final AcceptedCommands accepted = new AcceptedCommands(since, bar::at);
        JournalReplayer.replay(folder, new MarginEngine(JournalReplayer.limits(folder)), Until.sequence(to), accepted);
        final EngineAt then = Rebuild.at(folder, since, bar);
        final Standing before = Standing.of(then.engine(), account);
        final PartialReplay revalued = new PartialReplay(then.engine(), Optional.empty());
        revalued.end(then.result().lastTimeNs());
        final List<Standing> steps = new ArrayList<>();
        for (final ChangeStep step : ChangeStep.values()) {
            final EngineAt copy = Rebuild.at(folder, since, bar);
            accepted.play(folder, to, now.result().lastTimeNs(), new PartialReplay(copy.engine(), Optional.of(step)));
            steps.add(Standing.of(copy.engine(), account));
        }
        return Optional.of(AccountChange.of(
                since, before, Standing.of(then.engine(), account), steps, Standing.of(now.engine(), account)));
    }
}
