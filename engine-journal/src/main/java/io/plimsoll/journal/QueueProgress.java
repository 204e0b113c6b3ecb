package io.plimsoll.journal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far a queue is, told by the thread that appends to those that ask and force. */
final class QueueProgress {
    private final AtomicLong sequence;
    private final AtomicInteger segment = new AtomicInteger();

    QueueProgress(final long sequence) {
        this.sequence = new AtomicLong(sequence);
    }

    /** All records of commands up to this one are in the segments up to this one. */
    void reached(final long atSequence, final int inSegment) {
        segment.lazySet(inSegment);
        sequence.lazySet(atSequence);
    }

    long sequence() {
        return sequence.get();
    }

    /** To be read after {@link #sequence}. */
    int segment() {
        return segment.get();
    }
}
