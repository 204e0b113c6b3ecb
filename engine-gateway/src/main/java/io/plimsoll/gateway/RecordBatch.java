package io.plimsoll.gateway;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records on their way to one client, one after the other in one message: each message costs both sides about as much as a
 * record does, and a client that polls between two of them takes the memory away that the second one is written to.
 */
final class RecordBatch {
    private final UnsafeBuffer buffer;
    private int length;
    private long firstSequence;
    private long lastSequence;
    private int lastIndex;

    /** Room for so many bytes: what goes in one message. */
    RecordBatch(final int bytes) {
        buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes));
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean hasRoom(final int bytes) {
        return length + bytes <= buffer.capacity();
    }

    /** Adds a record; {@link #hasRoom} holds. */
    void add(final DirectBuffer record, final int offset, final int bytes, final long sequence, final int index) {
        if (length == 0) {
            firstSequence = sequence;
        }
        buffer.putBytes(length, record, offset, bytes);
        length += bytes;
        lastSequence = sequence;
        lastIndex = index;
    }

    void clear() {
        length = 0;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    /** Command of the first record. */
    long firstSequence() {
        return firstSequence;
    }

    /** Command of the last record. */
    long lastSequence() {
        return lastSequence;
    }

    /** Index of the last record within its command. */
    int lastIndex() {
        return lastIndex;
    }
}
