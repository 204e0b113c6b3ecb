package io.plimsoll.gateway;

import io.plimsoll.core.wire.EventSink;
import java.util.concurrent.atomic.AtomicLong;

/** How far the events are: the last one released, the last command complete, what the disk let go. One thread moves it. */
final class EventHead {
    private long sequence;
    private int index = Integer.MAX_VALUE;
    private final AtomicLong completeSequence;
    private volatile long durableReleased;

    EventHead(final long completeSequence) {
        this.sequence = completeSequence;
        this.completeSequence = new AtomicLong(completeSequence);
    }

    void released(final long newSequence, final int newIndex, final int flags) {
        sequence = newSequence;
        if ((flags & EventSink.LAST_OF_COMMAND) == 0) {
            index = newIndex;
        } else {
            index = Integer.MAX_VALUE;
            completeSequence.lazySet(newSequence);
        }
    }

    void durableReleased(final long upTo) {
        durableReleased = upTo;
    }

    /** Command of the last event released. */
    long sequence() {
        return sequence;
    }

    /** Index of the last event released; the largest int when its command is complete. */
    int index() {
        return index;
    }

    /** Last command all of whose events are released. Any thread. */
    long completeSequence() {
        return completeSequence.get();
    }

    /** Every durable event up to here has been released. Any thread. */
    long durableReleased() {
        return durableReleased;
    }
}
