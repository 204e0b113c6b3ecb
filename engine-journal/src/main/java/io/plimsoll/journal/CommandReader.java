package io.plimsoll.journal;

import java.nio.file.Path;

/**
 * Reads the commands of a journal over all its generations, as far as they are there; also beside the engine that writes
 * it. Read-only, one thread.
 */
public final class CommandReader implements AutoCloseable {
    private final QueueReader reader;

    /**
     * A reader that stands at the beginning.
     *
     * @param folder of the journal.
     * @throws JournalException a manifest is damaged or of another version.
     */
    public CommandReader(final Path folder) {
        reader = new QueueReader(folder, RecordEnvelopes.KIND_COMMAND, false);
    }

    /**
     * Goes to after a command.
     *
     * @param sequence of the command; 0: to the beginning.
     * @return whether that command is there.
     * @throws JournalException the journal is damaged on the way there.
     */
    public boolean seekAfter(final long sequence) {
        return reader.seekAfter(sequence);
    }

    /**
     * Moves to the next command.
     *
     * @return false if there is none.
     * @throws JournalException the journal is damaged; says exactly where.
     */
    public boolean next() {
        boolean moved = reader.next();
        while (moved && reader.record().kind() != RecordEnvelopes.KIND_COMMAND) {
            moved = reader.next();
        }
        return moved;
    }

    /**
     * The command moved to. Valid until the next call of any method.
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
