package io.plimsoll.journal;

import io.plimsoll.core.wire.EventSink;
import java.nio.file.Path;

/**
 * Goes through all records of a journal in order: each command, then its events; also beside the engine that writes it,
 * and through its restarts. Read-only, one thread.
 *
 * <p>Commands whose events are not there yet come without them. Once {@link #inOrder()} was called, the reader waits for
 * them instead; events that come late are delivered when they come.
 */
public final class JournalRecords implements AutoCloseable {
    private final QueueReader commands;
    private final QueueReader events;
    private RecordView record;
    private long after;
    private long sequence;
    private boolean complete = true;
    private boolean eventWaits;
    private boolean inOrder;

    /**
     * A reader that stands at the beginning.
     *
     * @param folder of the journal.
     * @throws JournalException a manifest is damaged or of another version.
     */
    public JournalRecords(final Path folder) {
        commands = new QueueReader(folder, RecordEnvelopes.KIND_COMMAND, true);
        events = new QueueReader(folder, RecordEnvelopes.KIND_EVENT, true);
    }

    /**
     * Last command that is there now; of a damaged journal the last one before the damage, which whoever reads there hears of.
     *
     * @param folder of the journal.
     * @return its sequence; 0: none.
     * @throws JournalException a manifest is damaged or of another version.
     */
    public static long lastSequence(final Path folder) {
        try (QueueReader reader = new QueueReader(folder, RecordEnvelopes.KIND_COMMAND, false)) {
            return last(reader);
        }
    }

    private static long last(final QueueReader reader) {
        try {
            reader.seekToEnd();
        } catch (final JournalException damaged) {
            return reader.cursor().check().sequence();
        }
        return reader.cursor() == null ? 0 : reader.cursor().check().sequence();
    }

    /**
     * Goes to after a command and its events.
     *
     * @param toSequence of the command; 0: to the beginning; beyond the end: to the end.
     * @throws JournalException the journal is damaged on the way there.
     */
    public void seekAfter(final long toSequence) {
        commands.seekAfter(toSequence);
        events.seekAfter(toSequence);
        after = toSequence;
        sequence = toSequence;
        complete = true;
        eventWaits = false;
    }

    /** From now on a command waits for the events of the one before it. */
    public void inOrder() {
        inOrder = true;
    }

    /** The next move looks at the folder, too, if it finds nothing: for those who ask seldom. */
    public void lookAgain() {
        commands.lookAgain();
        events.lookAgain();
    }

    /**
     * Moves to the next record. At the end it may be called as often as one likes.
     *
     * @return false if there is none yet.
     * @throws JournalException the journal is damaged, or was rolled back to before what was delivered.
     */
    public boolean next() {
        if (nextEvent()) {
            return true;
        }
        return (complete || !inOrder) && nextCommand();
    }

    private boolean nextEvent() {
        while (eventWaits || move(events, RecordEnvelopes.KIND_EVENT)) {
            final RecordView event = events.record();
            eventWaits = event.sequence() > sequence;
            if (eventWaits) {
                return false;
            }
            if (event.sequence() > after) {
                record = event;
                complete = event.sequence() == sequence && (event.flags() & EventSink.LAST_OF_COMMAND) != 0;
                return true;
            }
        }
        return false;
    }

    private boolean nextCommand() {
        if (!move(commands, RecordEnvelopes.KIND_COMMAND)) {
            return false;
        }
        record = commands.record();
        sequence = record.sequence();
        complete = false;
        return true;
    }

    /** Moves to the next record that is not about a generation. */
    private static boolean move(final QueueReader reader, final int kind) {
        boolean moved = reader.next();
        while (moved && reader.record().kind() != kind) {
            moved = reader.next();
        }
        return moved;
    }

    /**
     * The record moved to. Valid until the next call of any method.
     *
     * @return view of the record.
     */
    public RecordView record() {
        return record;
    }

    @Override
    public void close() {
        commands.close();
        events.close();
    }
}
