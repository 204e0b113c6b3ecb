package io.plimsoll.cli.view;

import io.plimsoll.journal.JournalRecords;
import io.plimsoll.journal.RecordView;
import java.nio.file.Path;

/** The records of a part of a journal that pass a filter, one after the other. */
public final class RecordFeed implements AutoCloseable {
    private final JournalRecords records;
    private final RecordRange range;
    private final RecordFilter filter;
    private boolean past;

    /**
     * A feed that stands before the first record of the range.
     *
     * @param folder of the journal.
     * @param range which part.
     * @param filter which records.
     */
    public RecordFeed(final Path folder, final RecordRange range, final RecordFilter filter) {
        this.range = range;
        this.filter = filter;
        records = new JournalRecords(folder);
        records.seekAfter(range.fromSequence() - 1);
    }

    /** Goes to before the first record of a later command, or back. */
    void seekAfter(final long sequence) {
        records.seekAfter(sequence);
    }

    /**
     * Moves to the next record that is wanted.
     *
     * @return false if there is none, or none yet.
     */
    public boolean next() {
        while (moves()) {
            if (filter.takes(records.record())) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next record of the range, whether or not the filter takes it. */
    boolean moves() {
        while (!past && records.next()) {
            past = range.isBehind(records.record());
            if (!past && !range.isBefore(records.record())) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the range has been gone through, so that nothing can follow} */
    public boolean isPast() {
        return past;
    }

    /** From now on events stay behind their command, and a move that finds nothing looks for new files. */
    public void follow() {
        records.inOrder();
        records.lookAgain();
    }

    /** {@return the record moved to, valid until the next move} */
    public RecordView record() {
        return records.record();
    }

    @Override
    public void close() {
        records.close();
    }
}
