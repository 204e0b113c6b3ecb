package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.EventDifference;
import io.plimsoll.journal.ReplayResult;
import io.plimsoll.journal.VerifyResult;
import java.nio.file.Path;

/** What a replay came to. */
public final class ReplayReport {
    private static final int MILLIS_SCALE = 3;
    private static final long MILLISECOND_NS = 1_000_000L;

    private ReplayReport() {}

    /**
     * Reports a replay.
     *
     * @param folder of the journal.
     * @param verified what was done and found.
     * @param wasVerified whether events were compared.
     * @param elapsedNs how long it took.
     * @return the report.
     */
    public static Report of(
            final Path folder, final VerifyResult verified, final boolean wasVerified, final long elapsedNs) {
        final ReplayResult replay = verified.replay();
        final long elapsedMs = elapsedNs / MILLISECOND_NS;
        final Report report = new Report()
                .field("journal", folder)
                .field("epoch", replay.epoch())
                .field("sequence", replay.lastSequence())
                .field("time", Texts.time(replay.lastTimeNs()))
                .field("events", replay.events())
                .field("state_hash", Texts.hash(replay.stateHash()))
                .field("seconds", Texts.amount(elapsedMs, MILLIS_SCALE))
                .field("commands_per_second", replay.lastSequence() * 1_000 / Math.max(1, elapsedMs))
                .field("events_per_second", replay.events() * 1_000 / Math.max(1, elapsedMs));
        if (wasVerified) {
            report.field("events_compared", verified.eventsCompared())
                    .field("equal", verified.difference().isEmpty());
            verified.difference().ifPresent(difference -> describe(report, difference));
        }
        return report;
    }

    private static void describe(final Report report, final EventDifference difference) {
        report.field("difference_generation", difference.generation())
                .field("difference_sequence", difference.sequence())
                .field("difference_index", difference.index())
                .field("stored", difference.stored())
                .field("replayed", difference.replayed());
    }
}
