package io.plimsoll.client;

/**
 * Knows which events were seen and from where to go on. Released and durable events come in an order of their own each.
 * Completions that may still lack a durable event before them wait in a ring; the newest that no longer does is the base.
 */
final class ResumeTracker {
    private static final int CAPACITY = 4096;

    private final Mark released = new Mark();
    private final Mark durable = new Mark();
    private final long[] epochs = new long[CAPACITY];
    private final long[] sequences = new long[CAPACITY];
    private final long[] chains = new long[CAPACITY];
    private int first;
    private int count;

    private long epoch;
    private long sequence;
    private long chain;
    private long durableSequence;
    private long baseEpoch;
    private long baseSequence;
    private long baseChain;

    ResumeTracker(final ResumePoint start) {
        epoch = start.epoch();
        sequence = start.sequence();
        chain = start.chain();
        durableSequence = start.durableSequence();
        baseEpoch = start.baseEpoch();
        baseSequence = start.baseSequence();
        baseChain = start.baseChain();
        if (epoch > 0) {
            released.allOf(epoch, sequence);
            durable.allOf(epoch, durableSequence);
        }
    }

    /** Nothing was seen yet and nothing earlier is wanted. */
    boolean startsNow() {
        return epoch == 0;
    }

    long epoch() {
        return epoch;
    }

    long sequence() {
        return sequence;
    }

    long durableSequence() {
        return durableSequence;
    }

    ResumePoint point() {
        return new ResumePoint(epoch, sequence, chain, durableSequence, baseEpoch, baseSequence, baseChain);
    }

    /** Whether the event is new; remembers it if so. */
    boolean accept(final EventInfo info) {
        final Mark mark = info.durable() ? durable : released;
        return mark.accept(info.epoch(), info.sequence(), info.index());
    }

    /** Whether the event takes the place of one that was seen with the same sequence and was lost since. */
    boolean replacesSeen(final EventInfo info) {
        return !info.durable() && info.sequence() == released.sequence && info.epoch() > released.epoch;
    }

    /** A new completion was handled. */
    void completed(final EventInfo info) {
        if (info.sequence() > sequence) {
            epoch = info.epoch();
            sequence = info.sequence();
            chain = info.chain();
            await();
        }
        if (info.durable()) {
            durableUpTo(info.sequence());
        } else {
            durableUpTo(durableSequence);
        }
    }

    /** Every durable event up to this sequence was seen. */
    void durableUpTo(final long upTo) {
        durableSequence = Math.max(durableSequence, upTo);
        while (count > 0 && sequences[first] <= durableSequence) {
            baseEpoch = epochs[first];
            baseSequence = sequences[first];
            baseChain = chains[first];
            first = (first + 1) % CAPACITY;
            count--;
        }
    }

    /** The engine's history goes on after this sequence; what was seen beyond it is gone. */
    void rolledBack(final long toEpoch, final long to) {
        epoch = -1;
        sequence = 0;
        chain = 0;
        baseEpoch = 0;
        baseSequence = 0;
        baseChain = 0;
        count = 0;
        durableSequence = Math.min(durableSequence, to);
        released.allOf(toEpoch, to);
        durable.allOf(toEpoch, durableSequence);
    }

    /** When the ring is full the newest are left out: the base then lags and a resume repeats a little more. */
    private void await() {
        if (count < CAPACITY) {
            final int at = (first + count) % CAPACITY;
            epochs[at] = epoch;
            sequences[at] = sequence;
            chains[at] = chain;
            count++;
        }
    }

    /** Last event seen of one of the two orders. */
    private static final class Mark {
        private long epoch;
        private long sequence;
        private long index = -1;

        private void allOf(final long ofEpoch, final long upTo) {
            epoch = ofEpoch;
            sequence = upTo;
            index = Long.MAX_VALUE;
        }

        private boolean accept(final long ofEpoch, final long ofSequence, final long ofIndex) {
            final boolean same = ofSequence == sequence;
            if (ofSequence < sequence || (same && ofEpoch <= epoch && ofIndex <= index)) {
                return false;
            }
            epoch = ofEpoch;
            sequence = ofSequence;
            index = ofIndex;
            return true;
        }
    }
}
