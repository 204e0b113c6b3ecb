package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Replays a journal and compares what the engine makes now with what it made then: events byte for byte within one schema
 * version, by state hash across. Read-only.
 */
public final class ReplayVerifier {
    private ReplayVerifier() {}

    /**
     * Replays and compares. Commands whose events are not there yet, at the end of a journal that is being written or was
     * not closed in order, are applied and not compared.
     *
     * @param folder of the journal.
     * @param engine an empty engine with the limits of the journal.
     * @param until where to stop.
     * @param listener hears commands, events and progress.
     * @return what was found; a difference is a result, not an error.
     * @throws JournalException the journal is damaged; says exactly where.
     */
    public static VerifyResult verify(
            final Path folder, final MarginEngine engine, final Until until, final ReplayListener listener) {
        try (QueueReader commands = new QueueReader(folder, RecordEnvelopes.KIND_COMMAND, false);
                QueueReader events = new QueueReader(folder, RecordEnvelopes.KIND_EVENT, false)) {
            final Comparing comparing =
                    new Comparing(new EventComparison(events, RecordEnvelopes.SCHEMA_VERSION), listener);
            final Replay replay = new Replay(commands, engine, comparing);
            ReplayResult result;
            try {
                result = replay.run(until);
            } catch (final Difference found) {
                result = replay.result();
            }
            return new VerifyResult(
                    result, comparing.comparison.compared(), Optional.ofNullable(comparing.comparison.difference()));
        }
    }

    /** Leaves the replay at the first difference. */
    private static final class Difference extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Difference() {
            super(null, null, false, false);
        }
    }

    /** Passes everything on and compares on the way. */
    private static final class Comparing implements ReplayListener {
        private final EventComparison comparison;
        private final ReplayListener listener;

        Comparing(final EventComparison comparison, final ReplayListener listener) {
            this.comparison = comparison;
            this.listener = listener;
        }

        @Override
        public void onCommand(final RecordView command) {
            listener.onCommand(command);
            comparison.command(command.sequence());
        }

        @Override
        public void onEvent(
                final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
            listener.onEvent(index, flags, event, offset, length);
            if (!comparison.atStoredEnd() && !comparison.isSame(index, flags, event, offset, length)) {
                throw new Difference();
            }
        }

        @Override
        public void onProgress(final long sequence, final long lastSequence) {
            listener.onProgress(sequence, lastSequence);
        }
    }
}
