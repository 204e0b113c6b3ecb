package io.plimsoll.journal;

import java.nio.file.Path;

/**
 * Goes through the documents of a queue's segment files in order, also while they are being written. It knows files and
 * documents, not records.
 */
final class DocumentCursor implements AutoCloseable {
    private static final int HEADER_BYTES = 4;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int META_DATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int END_OF_SEGMENT = NOT_COMPLETE | META_DATA;
    private static final int ALIGNMENT = 4;
    private static final int POLLS_PER_PROBE = 64;

    /** What a move found. */
    enum Found {
        /** A whole document. */
        DOCUMENT,
        /** Nothing more, as yet. */
        END,
        /** Something that is not a document; see {@link #error}. */
        BROKEN
    }

    private final Path queue;
    private final boolean live;
    private SegmentMap map;
    private int segment;
    private long position;
    private long documentPosition;
    private int length;
    private int polls;
    private JournalError error;
    private String detail;
    private boolean torn;

    /**
     * A cursor before the first document.
     *
     * @param queue folder of the queue.
     * @param live the queue is being written: look for the next file only now and then while the last is not ended.
     */
    DocumentCursor(final Path queue, final boolean live) {
        this.queue = queue;
        this.live = live;
    }

    /** Goes to before the first document of a segment. */
    void seek(final int toSegment) {
        closeMap();
        segment = toSegment;
        position = 0;
    }

    /** The next move looks at the folder, too, if it finds nothing. */
    void lookAgain() {
        polls = POLLS_PER_PROBE - 1;
    }

    Found next() {
        while (true) {
            if (map == null) {
                final Found opened = open();
                if (opened != Found.DOCUMENT) {
                    return opened;
                }
            }
            final int header = map.reach(position, HEADER_BYTES) ? map.header(position) : 0;
            if ((header & NOT_COMPLETE) != 0 || header == 0) {
                final Found passed = passEnd(header);
                if (passed != Found.DOCUMENT) {
                    return passed;
                }
            } else if ((header & META_DATA) != 0) {
                position = after(header & LENGTH_MASK);
            } else {
                return document(header);
            }
        }
    }

    private Found document(final int header) {
        if (!map.reach(position, HEADER_BYTES + header)) {
            return broken(
                    JournalError.TRUNCATED,
                    true,
                    "a record of " + header + " bytes at " + position + ", the file has " + map.size());
        }
        documentPosition = position;
        length = header;
        position = after(header);
        return Found.DOCUMENT;
    }

    private long after(final int bytes) {
        return (position + HEADER_BYTES + bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Opens the segment's file; DOCUMENT if that went well. */
    private Found open() {
        final Path file = QueueFiles.segment(queue, segment);
        if (file.toFile().length() == 0 && QueueFiles.count(queue) <= segment + 1) {
            return Found.END;
        }
        // Asked again: the writer may have filled the file and rolled on between the two looks.
        if (file.toFile().length() > 0) {
            map = new SegmentMap(file);
            return Found.DOCUMENT;
        }
        if (file.toFile().isFile()) {
            return broken(JournalError.MISSING_FILE, true, "the file is empty, but a later one exists");
        }
        return broken(JournalError.MISSING_FILE, false, "the file is missing, but a later one exists");
    }

    /** Goes on to the next segment if there is one; DOCUMENT if so. A file cut off by a crash has no mark of its end. */
    private Found passEnd(final int header) {
        if (header != END_OF_SEGMENT && live && ++polls % POLLS_PER_PROBE != 0) {
            return Found.END;
        }
        if (QueueFiles.count(queue) <= segment + 1) {
            return Found.END;
        }
        final int again = map.reach(position, HEADER_BYTES) ? map.header(position) : 0;
        if (again == header) {
            seek(segment + 1);
        }
        return Found.DOCUMENT;
    }

    private Found broken(final JournalError kind, final boolean mayBeTorn, final String text) {
        error = kind;
        torn = mayBeTorn;
        detail = text;
        documentPosition = position;
        return Found.BROKEN;
    }

    /** Map of the segment in which the cursor is; null: its file was not opened. */
    SegmentMap map() {
        return map;
    }

    /** Where the document's bytes begin in the map's buffer. */
    int offset() {
        return map.at(documentPosition + HEADER_BYTES);
    }

    /** Bytes of the document. */
    int length() {
        return length;
    }

    /** Where the last document, or what is broken, begins in its file. */
    long documentPosition() {
        return documentPosition;
    }

    /** Where the next document will begin in its file. */
    long position() {
        return position;
    }

    int segment() {
        return segment;
    }

    Path file() {
        return QueueFiles.segment(queue, segment);
    }

    JournalError error() {
        return error;
    }

    /** Whether what is broken can be the trace of a crash. */
    boolean torn() {
        return torn;
    }

    String detail() {
        return detail;
    }

    private void closeMap() {
        if (map != null) {
            map.close();
            map = null;
        }
    }

    @Override
    public void close() {
        closeMap();
    }
}
