package io.plimsoll.gateway;

import com.lmax.disruptor.RingBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.CachedNanoClock;

/** Gives commands their sequence and time and puts them on the ring. One thread. */
final class Sequencer {
    private final RingBuffer<CommandSlot> ring;
    private final SequencerClock clock;
    private final CachedNanoClock counter;
    private final HostFrames host = new HostFrames();
    private final GatewayCounters counters;
    private long sequence;
    private long lastTimeNs;
    private int places = 1;

    Sequencer(
            final RingBuffer<CommandSlot> ring,
            final SequencerClock clock,
            final CachedNanoClock counter,
            final GatewayCounters counters,
            final long lastSequence) {
        this.ring = ring;
        this.clock = clock;
        this.counter = counter;
        this.counters = counters;
        this.sequence = lastSequence;
    }

    /** Monotonic time of this round of the agents: read once, because reading it takes longer than taking a command. */
    void now(final long nowNs) {
        counter.update(nowNs);
    }

    /** Whether another command finds room, beside a place that is kept for the host. */
    boolean hasRoom() {
        return ring.hasAvailableCapacity(places);
    }

    /** Whether another command of the host finds room. */
    boolean hasRoomForHost() {
        return ring.hasAvailableCapacity(1);
    }

    /** Keeps a place for a command of the host, or no longer. */
    void keepPlace(final boolean keep) {
        places = keep ? 2 : 1;
    }

    /** Commands on the ring that journal or engine have not taken yet. */
    long waiting() {
        return ring.getBufferSize() - ring.remainingCapacity();
    }

    /** Sequences a frame that has been checked; {@link #hasRoom} holds. */
    void sequence(final DirectBuffer frame, final int offset, final int length) {
        final long cursor = ring.next();
        lastTimeNs = clock.next();
        final long stampNs = LatencySamples.isSampled(++sequence) ? System.nanoTime() : 0;
        ring.get(cursor).set(sequence, lastTimeNs, stampNs, frame, offset, length);
        ring.publish(cursor);
        counters.sequenced(sequence);
    }

    /** Sequences a tick of the host; {@link #hasRoom} holds. */
    void tick() {
        sequence(host.buffer(), 0, host.tick(sequence + 1));
    }

    /** Sequences a checkpoint of the host; {@link #hasRoom} holds. */
    void checkpoint() {
        sequence(host.buffer(), 0, host.checkpoint(sequence + 1));
    }

    /** Sequences a slice of the engine's own work; {@link #hasRoomForHost} holds. */
    void goOn() {
        sequence(host.buffer(), 0, host.goOn(sequence + 1));
    }

    /** Sequences a look at the volatilities; {@link #hasRoomForHost} holds. */
    void volatilityFix() {
        sequence(host.buffer(), 0, host.volatilityFix(sequence + 1));
    }

    /** Sequences that a source has no session any more; {@link #hasRoom} holds. */
    void sourceDisconnected(final int source) {
        sequence(host.buffer(), 0, host.sourceDisconnected(sequence + 1, source));
    }

    SequencerClock clock() {
        return clock;
    }

    long lastSequence() {
        return sequence;
    }

    /** Time of the last command sequenced since the start, ns since 1970; 0: none. */
    long lastTimeNs() {
        return lastTimeNs;
    }
}
