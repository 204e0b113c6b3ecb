package io.plimsoll.gateway;

import io.plimsoll.core.wire.EventEncoder;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** Records that wait for the disk, in order. Bounded: when it is full, egress waits for the disk too. One thread. */
final class DurableQueue {
    private static final int BYTES = 1 << 20;
    private static final int RECORD_TYPE = 1;
    private static final int LARGEST = RecordEnvelopes.LENGTH + EventEncoder.EVENT_LENGTH_MAX + 64;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES + RingBufferDescriptor.TRAILER_LENGTH)));
    private final ControlledMessageHandler handler = this::onRecord;
    private final RecordView view = new RecordView();
    private final Taker taker;
    private long upTo;
    private boolean mustWait;
    private int released;

    /** Takes the records that may leave. */
    @FunctionalInterface
    interface Taker {
        void take(DirectBuffer record, int offset, int length, long sequence, int index);
    }

    DurableQueue(final Taker taker) {
        this.taker = taker;
    }

    /** Whether a record of any size finds room, at the ring's wrap too. */
    boolean hasRoom() {
        return BYTES - ring.size() > 2 * LARGEST;
    }

    void add(final DirectBuffer record, final int offset, final int length) {
        if (!ring.write(RECORD_TYPE, record, offset, length)) {
            throw new IllegalStateException("no room for a record that waits for the disk");
        }
    }

    /** Hands out all records up to a sequence; gives their number. A read that finds only padding is not the end. */
    int release(final long sequence) {
        upTo = sequence;
        mustWait = false;
        released = 0;
        while (!mustWait && ring.size() > 0) {
            ring.controlledRead(handler, Integer.MAX_VALUE);
        }
        return released;
    }

    private ControlledMessageHandler.Action onRecord(
            final int type, final MutableDirectBuffer buffer, final int offset, final int length) {
        view.wrap(buffer, offset);
        if (view.sequence() > upTo) {
            mustWait = true;
            return ControlledMessageHandler.Action.ABORT;
        }
        taker.take(buffer, offset, length, view.sequence(), view.index());
        released++;
        return ControlledMessageHandler.Action.CONTINUE;
    }
}
