package io.plimsoll.gateway;

import org.agrona.DirectBuffer;

/**
 * Released records that a client's publication has not taken yet, packed into messages, oldest first. Bounded: it carries a
 * session over moments in which the media driver or the client did not get a processor; a client that is slower than that
 * reads the journal. One thread.
 */
final class SessionBacklog {
    private static final int MESSAGES = 256;

    private final RecordBatch[] messages = new RecordBatch[MESSAGES];
    private final int messageBytes;
    private int first;
    private int count;

    /** Messages of at most so many bytes; memory is taken for as many as are needed. */
    SessionBacklog(final int messageBytes) {
        this.messageBytes = messageBytes;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Adds a record; false: there is no room for it. */
    boolean add(final DirectBuffer record, final int offset, final int length, final long sequence, final int index) {
        if (count == 0 || !at(count - 1).hasRoom(length)) {
            if (count == MESSAGES || length > messageBytes) {
                return false;
            }
            count++;
            at(count - 1).clear();
        }
        at(count - 1).add(record, offset, length, sequence, index);
        return true;
    }

    /** The oldest message; there is one. */
    RecordBatch first() {
        return at(0);
    }

    /** The oldest message was taken. */
    void removeFirst() {
        count--;
        // A client that keeps up is served from the same memory over and over, which is in the cache.
        first = count == 0 ? 0 : (first + 1) % MESSAGES;
    }

    void clear() {
        count = 0;
        first = 0;
    }

    private RecordBatch at(final int place) {
        final int slot = (first + place) % MESSAGES;
        if (messages[slot] == null) {
            messages[slot] = new RecordBatch(messageBytes);
        }
        return messages[slot];
    }
}
