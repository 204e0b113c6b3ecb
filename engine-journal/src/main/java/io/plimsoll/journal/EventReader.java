package io.plimsoll.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * Follows the events of a journal over all its generations, also beside the engine that writes it. One thread. Events
 * that a recovery cut are skipped; an event that was delivered is not delivered again.
 */
public final class EventReader implements AutoCloseable {
    private final QueueReader reader;
    private long resumeSequence;

    /**
     * A reader that stands at the beginning.
     *
     * @param folder of the journal.
     * @throws JournalException a manifest is damaged or of another version.
     */
    public EventReader(final Path folder) {
        reader = new QueueReader(folder, RecordEnvelopes.KIND_EVENT, true);
    }

    /** Goes to before the first event. */
    public void seekToStart() {
        reader.seekToStart();
        resumeSequence = 0;
    }

    /** Goes to after the last event that is there now. */
    public void seekToEnd() {
        reader.seekToEnd();
        resumeSequence = reader.cursor() == null ? 0 : reader.cursor().check().completeSequence();
    }

    /**
     * Goes to after the completion that a subscriber saw last.
     *
     * @param epoch of that record.
     * @param sequence of that record; 0: none seen, goes to the beginning.
     * @param chain of that record.
     * @return whether the journal holds it; if not, {@link #resumeSequence()} is where both part.
     * @throws JournalException the journal is damaged on the way there.
     */
    public Resume seek(final int epoch, final long sequence, final long chain) {
        final List<Generation> generations = reader.generations();
        if (sequence > 0 && epoch >= 1 && epoch <= generations.size()) {
            final JournalEnd end = generations.get(epoch - 1).end();
            if (epoch < generations.size() && sequence > end.lastSequence()) {
                return rollBackTo(end.lastSequence());
            }
            if (!reader.seekAfter(sequence)) {
                resumeSequence = reader.cursor().check().completeSequence();
                return rollBackTo(resumeSequence);
            }
            final RecordView record = reader.record();
            if (record.epoch() == epoch && record.chain() == chain) {
                resumeSequence = sequence;
                return Resume.OK;
            }
        }
        seekToStart();
        return sequence == 0 ? Resume.OK : Resume.ROLLED_BACK;
    }

    /**
     * Goes to after the last event of a command, or as near before it as there are events, without comparing anything.
     *
     * @param sequence of the command; 0: goes to the beginning.
     * @throws JournalException the journal is damaged on the way there.
     */
    public void seekAfter(final long sequence) {
        rollBackTo(sequence);
    }

    private Resume rollBackTo(final long sequence) {
        reader.seekAfter(sequence);
        resumeSequence = sequence;
        return Resume.ROLLED_BACK;
    }

    /**
     * Where the last seek went: events of later commands follow.
     *
     * @return sequence; 0: the beginning.
     */
    public long resumeSequence() {
        return resumeSequence;
    }

    /**
     * Moves to the next event. At the end it may be called as often as one likes: it then costs a read of memory, and
     * now and then a look at the folder.
     *
     * @return false if there is none yet.
     * @throws JournalException the journal is damaged, or was rolled back to before what was delivered.
     */
    public boolean next() {
        boolean moved = reader.next();
        while (moved && reader.record().kind() != RecordEnvelopes.KIND_EVENT) {
            moved = reader.next();
        }
        return moved;
    }

    /**
     * The event moved to. Valid until the next call of any method.
     *
     * @return view of the record.
     */
    public RecordView record() {
        return reader.record();
    }

    @Override
    public void close() {
        reader.close();
    }
}
