package io.plimsoll.journal;

import java.nio.file.Files;
import java.nio.file.Path;

/** Goes through the records of one queue of one generation, each checked, up to where the generation is known to end. */
final class QueueCursor implements AutoCloseable {
    private final Generation generation;
    private final boolean commands;
    private final Path queue;
    private final DocumentCursor documents;
    private final RecordCheck check;
    private long end;
    private boolean endKnown;
    private boolean failed;
    private boolean brokenDocument;
    private boolean payloadToo = true;

    /**
     * A cursor before the first record.
     *
     * @param generation to read; where it ends bounds the cursor.
     * @param kind of the records, which names the queue.
     * @param live whether the queue may be growing.
     */
    QueueCursor(final Generation generation, final int kind, final boolean live) {
        this.generation = generation;
        commands = kind == RecordEnvelopes.KIND_COMMAND;
        queue = commands ? generation.commands() : generation.events();
        documents = new DocumentCursor(queue, live);
        check = new RecordCheck(generation, kind);
        endAt(generation.end());
    }

    /** Bounds the cursor; null leaves it as it is. */
    void endAt(final JournalEnd known) {
        if (known != null) {
            endKnown = true;
            end = commands ? known.lastSequence() : known.eventsSequence();
        }
    }

    /** Leaves out the payload's checksum until further notice: for passing over records quickly. */
    void checkPayload(final boolean on) {
        payloadToo = on;
    }

    /** Goes to the first record of a segment; what stands before it is taken on trust. */
    void seek(final int segment) {
        documents.seek(segment);
        check.startAnywhere();
    }

    /**
     * Moves to the next record.
     *
     * @return false at the end, as far as it is there; or something is wrong: see {@link #failed}.
     */
    boolean next() {
        if (failed || atEnd()) {
            return false;
        }
        final DocumentCursor.Found found = documents.next();
        if (found == DocumentCursor.Found.END) {
            return false;
        }
        brokenDocument = found == DocumentCursor.Found.BROKEN;
        failed = brokenDocument || !check.accept(documents.map(), documents.offset(), documents.length(), payloadToo);
        return !failed;
    }

    /** Whether the last record of the generation was reached; false if it is not known. */
    boolean atEnd() {
        return endKnown && (check.sequence() > end || (check.complete() && check.sequence() == end));
    }

    /** Whether something is wrong. */
    boolean failed() {
        return failed;
    }

    /** Whether what is wrong can be the trace of a crash. */
    boolean torn() {
        return brokenDocument ? documents.torn() : check.torn();
    }

    /** What is wrong, or that the queue ends too early. */
    JournalException failure() {
        final long expected = check.complete() ? check.sequence() + 1 : check.sequence();
        if (failed) {
            return new JournalException(
                    brokenDocument ? documents.error() : check.error(),
                    generation.epoch(),
                    documents.file(),
                    expected,
                    brokenDocument ? documents.detail() : check.detail());
        }
        final boolean exists = Files.exists(documents.file());
        return new JournalException(
                exists ? JournalError.TRUNCATED : JournalError.MISSING_FILE,
                generation.epoch(),
                documents.file(),
                expected,
                (exists ? "the queue ends here" : "there is no such file") + ", but goes up to " + end);
    }

    RecordView record() {
        return check.record();
    }

    /** State of the check: where the cursor is. */
    RecordCheck check() {
        return check;
    }

    DocumentCursor documents() {
        return documents;
    }

    Path queue() {
        return queue;
    }

    Generation generation() {
        return generation;
    }

    @Override
    public void close() {
        documents.close();
    }
}
