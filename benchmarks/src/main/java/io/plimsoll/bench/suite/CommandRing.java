package io.plimsoll.bench.suite;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.plimsoll.core.wire.CommandFrames;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.LangUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** The ring between ingress, journal and engine, as the live host has it on few cores: one thread puts and takes. */
final class CommandRing {
    private static final int SLOTS = 256;

    private final RingBuffer<Slot> ring = RingBuffer.createSingleProducer(Slot::new, SLOTS, new YieldingWaitStrategy());
    private final EventPoller<Slot> journal = ring.newPoller();
    private final EventPoller<Slot> engine = ring.newPoller();

    CommandRing() {
        ring.addGatingSequences(journal.getSequence(), engine.getSequence());
    }

    /** A command with its stamp. */
    static final class Slot {
        final UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(CommandFrames.COMMAND_LENGTH_MAX));
        int length;
        long sequence;
        long timeNs;
    }

    void put(final long sequence, final long timeNs, final DirectBuffer frame, final int length) {
        final long cursor = ring.next();
        final Slot slot = ring.get(cursor);
        slot.sequence = sequence;
        slot.timeNs = timeNs;
        slot.length = length;
        slot.frame.putBytes(0, frame, 0, length);
        ring.publish(cursor);
    }

    void takeForJournal(final EventPoller.Handler<Slot> handler) {
        take(journal, handler);
    }

    void takeForEngine(final EventPoller.Handler<Slot> handler) {
        take(engine, handler);
    }

    private static void take(final EventPoller<Slot> poller, final EventPoller.Handler<Slot> handler) {
        try {
            poller.poll(handler);
        } catch (final Exception failure) {
            LangUtil.rethrowUnchecked(failure);
        }
    }
}
