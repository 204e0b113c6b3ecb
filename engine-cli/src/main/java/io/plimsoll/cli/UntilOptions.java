package io.plimsoll.cli;

import io.plimsoll.journal.JournalRecords;
import io.plimsoll.journal.ReplayResult;
import io.plimsoll.journal.Until;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --to-seq} and {@code --until}: where a replay stops. */
final class UntilOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--to-seq",
            paramLabel = "N",
            description = "Stop after the command with this sequence. Default: the last one")
    private Long toSequence;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Stop after the last command up to this time, such as 2023-06-01T00:00:00Z. Default: the end")
    private Instant until;

    /** The point that both options together name: the earlier one. */
    Until point() {
        return new Until(
                toSequence == null ? Long.MAX_VALUE : Checks.atLeast(spec, "--to-seq", 1, toSequence),
                until == null ? Long.MAX_VALUE : Checks.nanos(spec, "--until", until));
    }

    /** The sequence at which a replay will end, for its progress; 0: not known, since a time is to stop it. */
    long lastSequence(final Path folder) {
        return until != null ? 0 : Math.min(point().sequence(), JournalRecords.lastSequence(folder));
    }

    /** Says so when the journal ends before the sequence that was asked for. */
    void check(final ReplayResult result) {
        if (toSequence != null && until == null) {
            Checks.reached(toSequence, result);
        }
    }
}
