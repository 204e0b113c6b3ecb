package io.plimsoll.gateway;

import io.plimsoll.core.wire.CommandFrames;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A place in the ring: a command with its stamp. Preallocated, used over and over. */
final class CommandSlot {
    private final UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(CommandFrames.COMMAND_LENGTH_MAX));
    private int length;
    private long sequence;
    private long timeNs;
    private long stampNs;

    void set(
            final long newSequence,
            final long newTimeNs,
            final long newStampNs,
            final DirectBuffer source,
            final int offset,
            final int newLength) {
        sequence = newSequence;
        timeNs = newTimeNs;
        stampNs = newStampNs;
        length = newLength;
        frame.putBytes(0, source, offset, newLength);
    }

    UnsafeBuffer frame() {
        return frame;
    }

    int length() {
        return length;
    }

    long sequence() {
        return sequence;
    }

    long timeNs() {
        return timeNs;
    }

    /** Monotonic time at which the command was sequenced, if its latency is measured; else 0. */
    long stampNs() {
        return stampNs;
    }
}
