package io.plimsoll.bench.suite;

import io.plimsoll.core.wire.EventSink;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** Events between engine and egress: index and flags before each. */
final class EventRing implements EventSink {
    static final int HEADER_LENGTH = 8;

    private static final int BYTES = 4 << 20;
    private static final int FLAGS_AT = 4;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES + RingBufferDescriptor.TRAILER_LENGTH)));

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        final int claim = ring.tryClaim(1, HEADER_LENGTH + length);
        ring.buffer().putInt(claim, index);
        ring.buffer().putInt(claim + FLAGS_AT, flags);
        ring.buffer().putBytes(claim + HEADER_LENGTH, event, offset, length);
        ring.commit(claim);
    }

    int take(final MessageHandler handler) {
        return ring.read(handler);
    }

    static int index(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset);
    }

    static int flags(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + FLAGS_AT);
    }
}
