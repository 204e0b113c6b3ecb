package io.plimsoll.gateway;

import io.plimsoll.core.wire.EventSink;

/** How far the events are: the last one appended, the last command complete, what the disk let go. One thread moves it. */
final class EventHead {
    private long sequence;
    private int index = Integer.MAX_VALUE;
    private long completeSequence;
    private volatile long durableReleased;

    EventHead(final long completeSequence) {
        this.sequence = completeSequence;
        this.completeSequence = completeSequence;
    }

    void appended(final long newSequence, final int newIndex, final int flags) {
        sequence = newSequence;
        if ((flags & EventSink.LAST_OF_COMMAND) == 0) {
            index = newIndex;
        } else {
            index = Integer.MAX_VALUE;
            completeSequence = newSequence;
        }
    }

    void durableReleased(final long upTo) {
        durableReleased = upTo;
    }

    /** Command of the last event appended. */
    long sequence() {
        return sequence;
    }

    /** Index of the last event appended; the largest int when its command is complete. */
    int index() {
        return index;
    }

    /** Last command all of whose events are appended. */
    long completeSequence() {
        return completeSequence;
    }

    /** Every durable event up to here has been released. Any thread. */
    long durableReleased() {
        return durableReleased;
    }
}
