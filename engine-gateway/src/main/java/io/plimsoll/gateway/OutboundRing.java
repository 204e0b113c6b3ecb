package io.plimsoll.gateway;

import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.EventSink;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Events on their way from the engine to egress, bounded. The engine waits when it is full.
 *
 * <p>Egress takes the events of a command only when the command is complete, so that one which breaks an invariant half-way
 * leaves nothing outside. A command with more events than there is room for is let out piece by piece.
 */
final class OutboundRing implements EventSink {
    /** Bytes before the event: sequence, time, source sequence, source, index, flags, stamp. */
    static final int HEADER_LENGTH = 48;

    private static final int SEQUENCE = 0;
    private static final int TIME = 8;
    private static final int SOURCE_SEQUENCE = 16;
    private static final int SOURCE = 24;
    private static final int INDEX = 28;
    private static final int FLAGS = 32;
    private static final int STAMP = 40;
    private static final int MESSAGE_TYPE = 1;

    private final RingBuffer ring;
    private final Runnable whileFull;
    private long sequence;
    private long timeNs;
    private long sourceSequence;
    private long stampNs;
    private int source;
    private final AtomicLong visibleSequence;

    /**
     * An empty ring.
     *
     * @param bytes capacity; a power of two.
     * @param lastSequence last command before this start.
     * @param whileFull run while the engine waits: what makes room, or an idle step.
     */
    OutboundRing(final int bytes, final long lastSequence, final Runnable whileFull) {
        this.ring = new OneToOneRingBuffer(
                new UnsafeBuffer(ByteBuffer.allocateDirect(bytes + RingBufferDescriptor.TRAILER_LENGTH)));
        this.whileFull = whileFull;
        visibleSequence = new AtomicLong(lastSequence);
    }

    /** The following events are of this command. */
    void command(final CommandSlot slot) {
        sequence = slot.sequence();
        timeNs = slot.timeNs();
        stampNs = slot.stampNs();
        source = CommandFrames.source(slot.frame(), 0);
        sourceSequence = CommandFrames.sourceSequence(slot.frame(), 0);
    }

    /** The command is complete. */
    void completed() {
        visibleSequence.lazySet(sequence);
    }

    /** Events up to this command may be taken. Any thread. */
    long visibleSequence() {
        return visibleSequence.get();
    }

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        int claim = ring.tryClaim(MESSAGE_TYPE, HEADER_LENGTH + length);
        while (claim < 0) {
            visibleSequence.lazySet(sequence);
            whileFull.run();
            claim = ring.tryClaim(MESSAGE_TYPE, HEADER_LENGTH + length);
        }
        final var buffer = ring.buffer();
        buffer.putLong(claim + SEQUENCE, sequence);
        buffer.putLong(claim + TIME, timeNs);
        buffer.putLong(claim + SOURCE_SEQUENCE, sourceSequence);
        buffer.putInt(claim + SOURCE, source);
        buffer.putInt(claim + INDEX, index);
        buffer.putInt(claim + FLAGS, flags);
        buffer.putLong(claim + STAMP, stampNs);
        buffer.putBytes(claim + HEADER_LENGTH, event, offset, length);
        ring.commit(claim);
    }

    int read(final ControlledMessageHandler handler, final int limit) {
        return ring.controlledRead(handler, limit);
    }

    /** Bytes that wait, about. Any thread. */
    long fill() {
        return ring.size();
    }

    static long sequence(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + SEQUENCE);
    }

    static long timeNs(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + TIME);
    }

    static long sourceSequence(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + SOURCE_SEQUENCE);
    }

    static int source(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + SOURCE);
    }

    static int index(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + INDEX);
    }

    static int flags(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + FLAGS);
    }

    static long stampNs(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + STAMP);
    }
}
