package io.plimsoll.journal;

/**
 * Finds where the last generation validly ends. Its longest valid prefix counts, unless a surviving record proves that
 * more had been forced to disk: then something was lost that must not be lost, and nothing is cut.
 */
final class TailCheck {
    private final Generation generation;
    private final RecoveryListener listener;
    private long proof;

    private TailCheck(final Generation generation, final RecoveryListener listener) {
        this.generation = generation;
        this.listener = listener;
    }

    /**
     * Checks both queues of a generation.
     *
     * @param generation the last one.
     * @param listener hears of a cut.
     * @return where it ends.
     * @throws JournalException it is damaged in a way that no crash explains, or a proven record is missing.
     */
    static JournalEnd check(final Generation generation, final RecoveryListener listener) {
        return new TailCheck(generation, listener).run();
    }

    private JournalEnd run() {
        try (QueueCursor commands = new QueueCursor(generation, RecordEnvelopes.KIND_COMMAND, false);
                QueueCursor events = new QueueCursor(generation, RecordEnvelopes.KIND_EVENT, false)) {
            long timeNs = generation.start().lastTimeNs();
            while (commands.next()) {
                prove(commands.record().durableUpTo());
                timeNs = commands.record().timeNs();
            }
            judge(commands);
            final long last = commands.check().sequence();
            long eventsSequence = generation.start().eventsSequence();
            long eventChain = generation.start().eventChain();
            while (events.next()) {
                prove(events.record().durableUpTo());
                if (events.check().complete() && events.check().sequence() <= last) {
                    eventsSequence = events.check().sequence();
                    eventChain = events.check().completeChain();
                }
            }
            judge(events);
            if (proof > last) {
                throw lost(commands, last);
            }
            reportEvents(events, eventsSequence);
            final JournalEnd end =
                    new JournalEnd(last, timeNs, commands.check().completeChain(), eventsSequence, eventChain);
            checkClosing(end, commands);
            return end;
        }
    }

    private void prove(final long durableUpTo) {
        proof = Math.max(proof, durableUpTo);
    }

    /** What ends a queue must be its end, or the trace of a crash. */
    private void judge(final QueueCursor cursor) {
        final boolean tooShort = generation.end() != null && !cursor.atEnd();
        if (tooShort || (cursor.failed() && !cursor.torn())) {
            throw cursor.failure();
        }
        prove(SurvivorScan.durableUpTo(cursor, generation.epoch()));
        if (cursor.failed() && cursor.check().kind() == RecordEnvelopes.KIND_COMMAND) {
            listener.onCut(
                    generation.epoch(),
                    Generation.COMMANDS,
                    cursor.check().sequence(),
                    cursor.failure().getMessage());
        }
    }

    private void reportEvents(final QueueCursor events, final long kept) {
        if (events.failed()) {
            listener.onCut(
                    generation.epoch(),
                    Generation.EVENTS,
                    kept,
                    events.failure().getMessage());
        } else if (events.check().sequence() > kept || !events.check().complete()) {
            listener.onCut(
                    generation.epoch(),
                    Generation.EVENTS,
                    kept,
                    "events up to " + events.check().sequence() + '/'
                            + events.check().index() + " are incomplete or without a command");
        }
    }

    private JournalException lost(final QueueCursor commands, final long last) {
        final String detail = "a surviving record proves that commands up to " + proof
                + " were forced to disk, the valid ones end at " + last;
        final JournalError error = commands.failed() ? commands.failure().error() : JournalError.TRUNCATED;
        return new JournalException(
                error,
                generation.epoch(),
                commands.documents().file(),
                last + 1,
                commands.failed() ? commands.failure().getMessage() + "; " + detail : detail);
    }

    private void checkClosing(final JournalEnd end, final QueueCursor commands) {
        if (generation.end() != null && !generation.end().equals(end)) {
            throw new JournalException(
                    JournalError.BROKEN_CHAIN,
                    generation.epoch(),
                    commands.documents().file(),
                    end.lastSequence(),
                    "it was closed at " + generation.end() + " and ends at " + end);
        }
    }
}
