package io.plimsoll.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Goes through the commands or the events of a journal over all its generations. Each generation is read exactly as far
 * as it is known to be valid; the last one, if it is still growing, as far as it is there.
 */
final class QueueReader implements AutoCloseable {
    private static final int POLLS_PER_REFRESH = 256;

    private final Path journal;
    private final int kind;
    private final boolean live;
    private List<Generation> generations;
    private int current = -1;
    private QueueCursor cursor;
    private int polls;
    private long skipSequence;
    private int skipIndex;

    /**
     * A reader that looks for itself what is there.
     *
     * @param journal folder.
     * @param kind of the records.
     * @param live whether to follow into generations that begin later.
     */
    QueueReader(final Path journal, final int kind, final boolean live) {
        this.journal = journal;
        this.kind = kind;
        this.live = live;
        generations = Generations.read(journal);
    }

    /** A reader of given generations. */
    QueueReader(final List<Generation> generations, final int kind) {
        this.journal = null;
        this.kind = kind;
        this.live = false;
        this.generations = generations;
    }

    /** Goes to before the first record. */
    void seekToStart() {
        closeCursor();
        current = -1;
        skipSequence = 0;
    }

    /**
     * Moves to the next record; the first records of generations are among them.
     *
     * @return false if there is none, or none yet.
     * @throws JournalException something is wrong; the reader is of no further use.
     */
    boolean next() {
        while (cursor != null || openNext()) {
            if (cursor.next()) {
                if (!wasDelivered()) {
                    return true;
                }
            } else if (!passEnd()) {
                return false;
            }
        }
        return false;
    }

    /** The next move looks at the folder, too, if it finds nothing: for those who ask seldom. */
    void lookAgain() {
        polls = POLLS_PER_REFRESH - 1;
        if (cursor != null) {
            cursor.documents().lookAgain();
        }
    }

    /** An event that a new generation repeats although this reader had it before its own generation was cut. */
    private boolean wasDelivered() {
        if (skipSequence == 0) {
            return false;
        }
        final RecordView record = cursor.record();
        return record.sequence() < skipSequence || (record.sequence() == skipSequence && record.index() <= skipIndex);
    }

    /** At the end of the cursor: goes on to the next generation if there is one. */
    private boolean passEnd() {
        if (cursor.failed()) {
            throw cursor.failure();
        }
        if (cursor.atEnd()) {
            checkEnd();
            return openNext() || (live && refreshed() && openNext());
        }
        if (generations.get(current).end() != null) {
            throw cursor.failure();
        }
        return live && refreshed();
    }

    private boolean openNext() {
        if (current + 1 >= generations.size() && !(live && current < 0 && refreshed())) {
            return false;
        }
        closeCursor();
        current++;
        cursor = new QueueCursor(generations.get(current), kind, live && current + 1 == generations.size());
        return true;
    }

    private void checkEnd() {
        final JournalEnd end = generations.get(current).end();
        final boolean commands = kind == RecordEnvelopes.KIND_COMMAND;
        final long sequence = commands ? end.lastSequence() : end.eventsSequence();
        final long chain = commands ? end.commandChain() : end.eventChain();
        if (cursor.check().sequence() == sequence && cursor.check().completeChain() != chain) {
            throw new JournalException(
                    JournalError.BROKEN_CHAIN,
                    generations.get(current).epoch(),
                    cursor.documents().file(),
                    sequence,
                    "the chain at the end is not the one that the next generation took over");
        }
    }

    /** Looks now and then whether another generation has begun; if so, the one before is cut where it says. */
    private boolean refreshed() {
        if (++polls % POLLS_PER_REFRESH != 0) {
            return false;
        }
        final Path next = Generation.folder(journal, generations.size() + 1);
        if (!Files.exists(next.resolve(Manifest.FILE))) {
            return false;
        }
        generations = Generations.read(journal);
        if (cursor != null) {
            rollBack(generations.get(current).end());
        }
        return true;
    }

    private void rollBack(final JournalEnd end) {
        final RecordCheck check = cursor.check();
        if (check.sequence() > end.lastSequence()) {
            throw new JournalException(
                    JournalError.ROLLED_BACK,
                    generations.get(current).epoch() + 1,
                    generations.get(current).folder(),
                    end.lastSequence(),
                    "sequence " + check.sequence() + " was read, the journal was cut after " + end.lastSequence());
        }
        cursor.endAt(end);
        if (check.sequence() > end.eventsSequence()) {
            skipSequence = check.sequence();
            skipIndex = check.index();
        }
    }

    /**
     * Goes to after the last record of a command, or as near before it as there are records.
     *
     * @param sequence of the command; 0: to the beginning.
     * @return whether that record is there; if so {@link #record()} is a view of it.
     */
    boolean seekAfter(final long sequence) {
        seekToStart();
        if (sequence <= 0 || generations.isEmpty()) {
            return sequence == 0;
        }
        int target = 0;
        while (target + 1 < generations.size() && startOf(generations.get(target + 1)) < sequence) {
            target++;
        }
        open(target, sequence);
        cursor.checkPayload(false);
        boolean found = false;
        while (!found && cursor.check().completeSequence() < sequence && cursor.next()) {
            found = cursor.check().complete() && cursor.check().sequence() == sequence;
        }
        if (cursor.failed()) {
            throw cursor.failure();
        }
        cursor.checkPayload(true);
        return found;
    }

    /** Goes to after the last record that is there. */
    void seekToEnd() {
        seekToStart();
        if (!generations.isEmpty()) {
            seekAfter(Long.MAX_VALUE);
        }
    }

    private long startOf(final Generation generation) {
        final JournalEnd start = generation.start();
        return kind == RecordEnvelopes.KIND_COMMAND ? start.lastSequence() : start.eventsSequence();
    }

    private void open(final int target, final long sequence) {
        closeCursor();
        current = target;
        cursor = new QueueCursor(generations.get(target), kind, live && target + 1 == generations.size());
        int segment = QueueFiles.count(cursor.queue()) - 1;
        while (segment > 0 && !beginsBefore(cursor.queue(), segment, sequence)) {
            segment--;
        }
        if (segment > 0) {
            cursor.seek(segment);
        }
    }

    private static boolean beginsBefore(final Path queue, final int segment, final long sequence) {
        try (DocumentCursor documents = new DocumentCursor(queue, false)) {
            documents.seek(segment);
            return documents.next() == DocumentCursor.Found.DOCUMENT
                    && documents.segment() == segment
                    && documents.length() >= RecordEnvelopes.LENGTH
                    && new RecordView()
                                    .wrap(documents.map().buffer(), documents.offset())
                                    .sequence()
                            <= sequence;
        }
    }

    /** View of the record moved to. */
    RecordView record() {
        return cursor.record();
    }

    /** The cursor; null before the first record. */
    QueueCursor cursor() {
        return cursor;
    }

    /** What is known to be there. */
    List<Generation> generations() {
        return generations;
    }

    private void closeCursor() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    @Override
    public void close() {
        closeCursor();
    }
}
