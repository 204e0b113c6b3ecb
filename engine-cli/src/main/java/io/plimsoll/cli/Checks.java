package io.plimsoll.cli;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.ReplayResult;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of options' values that several commands share. */
final class Checks {
    private static final long SECOND_NS = 1_000_000_000L;

    private Checks() {}

    /** The value, when it is at least so much. */
    static long atLeast(final CommandSpec spec, final String option, final long min, final long value) {
        if (value < min) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + "; allowed: from " + min);
        }
        return value;
    }

    /** That a replay came as far as the sequence that was asked for. */
    static void reached(final long sequence, final ReplayResult result) {
        if (result.lastSequence() < sequence) {
            throw new UsageException("there is no sequence " + sequence + "; the journal ends at "
                    + result.lastSequence() + ", " + Texts.time(result.lastTimeNs()));
        }
    }

    /** A moment in ns since 1970-01-01T00:00:00Z. */
    static long nanos(final CommandSpec spec, final String option, final Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano());
        } catch (final ArithmeticException e) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + instant + "; allowed: years 1678 to 2262", e);
        }
    }
}
