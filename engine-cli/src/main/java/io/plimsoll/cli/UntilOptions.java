package io.plimsoll.cli;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.ReplayResult;
import io.plimsoll.journal.Until;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --to-seq} and {@code --until}: where a replay stops. */
final class UntilOptions {
    private static final long SECOND_NS = 1_000_000_000L;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--to-seq", paramLabel = "N", description = "Stop after the command with this sequence.")
    private Long toSequence;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Stop after the last command up to this time, such as 2023-06-01T00:00:00Z.")
    private Instant until;

    /** The point that both options together name: the earlier one. */
    Until point() {
        if (toSequence != null && toSequence < 1) {
            throw new ParameterException(spec.commandLine(), "--to-seq is " + toSequence + "; allowed: from 1");
        }
        return new Until(
                toSequence == null ? Long.MAX_VALUE : toSequence, until == null ? Long.MAX_VALUE : nanos(until));
    }

    /** Says so when the journal ends before the sequence that was asked for. */
    void check(final ReplayResult result) {
        if (toSequence != null && until == null && result.lastSequence() < toSequence) {
            throw new UsageException("there is no sequence " + toSequence + "; the journal ends at "
                    + result.lastSequence() + ", " + Texts.time(result.lastTimeNs()));
        }
    }

    private long nanos(final Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano());
        } catch (final ArithmeticException e) {
            throw new ParameterException(
                    spec.commandLine(), "--until is " + instant + "; allowed: years 1678 to 2262", e);
        }
    }
}
