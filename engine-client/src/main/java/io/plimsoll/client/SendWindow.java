package io.plimsoll.client;

import java.util.BitSet;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands that were sent and not answered yet, by source sequence. Frames from {@link #head()} on are kept; those before
 * {@link #cursor()} were handed to the transport, those from it up to {@link #next()} wait to be sent again.
 */
final class SendWindow {
    /** Room for one frame: the longest command. */
    static final int FRAME_BYTES = 1024;

    private static final int CACHE_LINE = 64;

    private final int mask;
    private final UnsafeBuffer frames;
    private final int[] lengths;
    private final BitSet answered;
    private long head = 1;
    private long cursor = 1;
    private long next = 1;

    SendWindow(final int capacity) {
        mask = capacity - 1;
        frames = new UnsafeBuffer(BufferUtil.allocateDirectAligned(capacity * FRAME_BYTES, CACHE_LINE));
        lengths = new int[capacity];
        answered = new BitSet(capacity);
    }

    /** Source sequence of the oldest unanswered frame; equal to {@link #next()} when there is none. */
    long head() {
        return head;
    }

    /** Source sequence of the frame to hand to the transport next. */
    long cursor() {
        return cursor;
    }

    /** Source sequence that the next new command gets. */
    long next() {
        return next;
    }

    boolean isEmpty() {
        return head == next;
    }

    boolean isFull() {
        return next - head > mask;
    }

    boolean mustResend() {
        return cursor < next;
    }

    int size() {
        return (int) (next - head);
    }

    UnsafeBuffer buffer() {
        return frames;
    }

    int offset(final long sourceSequence) {
        return slot(sourceSequence) * FRAME_BYTES;
    }

    int length(final long sourceSequence) {
        return lengths[slot(sourceSequence)];
    }

    boolean isAnswered(final long sourceSequence) {
        return answered.get(slot(sourceSequence));
    }

    /** Takes in the frame written at {@code offset(next())}, which the transport accepted. */
    void commit(final int length) {
        assert !isFull() && cursor == next : "commit while frames wait to be sent again";
        lengths[slot(next)] = length;
        answered.clear(slot(next));
        next++;
        cursor = next;
    }

    /** One frame was handed to the transport again. */
    void resent() {
        assert cursor < next;
        cursor++;
    }

    /** A frame was answered; frees what is answered without a hole. */
    void answer(final long sourceSequence) {
        if (!holds(sourceSequence)) {
            return;
        }
        answered.set(slot(sourceSequence));
        while (head < next && answered.get(slot(head))) {
            head++;
        }
        cursor = Math.max(cursor, head);
    }

    boolean holds(final long sourceSequence) {
        return sourceSequence >= head && sourceSequence < next;
    }

    /** Everything from this frame on has to be handed to the transport again. */
    void rewind(final long sourceSequence) {
        cursor = Math.max(head, Math.min(sourceSequence, cursor));
    }

    /** Drops this frame and all after it; answers how many unanswered ones went. */
    int truncate(final long sourceSequence) {
        final long from = Math.max(sourceSequence, head);
        int dropped = 0;
        for (long s = from; s < next; s++) {
            dropped += answered.get(slot(s)) ? 0 : 1;
        }
        next = from;
        cursor = Math.min(cursor, next);
        return dropped;
    }

    /** Drops everything and goes on with this number; answers how many unanswered frames went. */
    int reset(final long nextSourceSequence) {
        final int dropped = truncate(head);
        head = nextSourceSequence;
        cursor = nextSourceSequence;
        next = nextSourceSequence;
        return dropped;
    }

    private int slot(final long sourceSequence) {
        return (int) sourceSequence & mask;
    }
}
