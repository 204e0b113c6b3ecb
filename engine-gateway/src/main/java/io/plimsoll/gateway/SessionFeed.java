package io.plimsoll.gateway;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.journal.EventReader;
import io.plimsoll.journal.RecordView;
import org.agrona.DirectBuffer;

/**
 * One of a session's two orders of events: those released once journaled, or those released once on disk. Live, records
 * are offered as they are appended, in batches; when the client does not keep up, the feed goes back to reading the journal until it has caught
 * up. Egress never waits for a client.
 */
final class SessionFeed {
    private static final int ADMIN_ACTION_TRIES = 3;

    private final boolean durableKind;
    private final SeekService seeks;
    private final EventHead head;
    private Mode mode = Mode.LIVE;
    private SessionBacklog backlog;
    private SeekService.Seek seek;
    private EventReader reader;
    private boolean held;
    private long afterSequence;
    private long sentSequence;
    private int sentIndex = Integer.MAX_VALUE;
    private long readSequence;
    private int readIndex = Integer.MAX_VALUE;

    private enum Mode {
        LIVE,
        SEEKING,
        READING
    }

    SessionFeed(final boolean durableKind, final SeekService seeks, final EventHead head) {
        this.durableKind = durableKind;
        this.seeks = seeks;
        this.head = head;
    }

    /** Starts with the events after a command that come from now on. */
    void startLive(final long after) {
        afterSequence = after;
        sentSequence = after;
        mode = Mode.LIVE;
    }

    /** Starts with the journal, right after a command. */
    void startReading(final EventReader positioned, final long positionedAfter, final long after) {
        afterSequence = after;
        sentSequence = after;
        readSequence = positionedAfter;
        readIndex = Integer.MAX_VALUE;
        reader = positioned;
        mode = Mode.READING;
    }

    boolean isLive() {
        return mode == Mode.LIVE;
    }

    /** Takes a record that is being released now, for {@link #flush} to let go; falls back to the journal without room. */
    void offerLive(
            final ExclusivePublication publication,
            final DirectBuffer record,
            final int offset,
            final int length,
            final long sequence,
            final int index) {
        if (mode != Mode.LIVE || sequence <= afterSequence) {
            return;
        }
        if (backlog == null) {
            backlog = new SessionBacklog(publication.maxPayloadLength());
        }
        if (!backlog.add(record, offset, length, sequence, index)) {
            offerAlone(publication, record, offset, length, sequence, index);
        }
    }

    /** A record that is longer than a message is offered at once; when others wait before it there is no more room. */
    private void offerAlone(
            final ExclusivePublication publication,
            final DirectBuffer record,
            final int offset,
            final int length,
            final long sequence,
            final int index) {
        flush(publication, Long.MAX_VALUE);
        if (backlog.isEmpty() && offer(publication, record, offset, length)) {
            sent(sequence, index);
        } else {
            fallBack(sequence);
        }
    }

    /** Lets go what waits, as much as the publication takes, but no message that goes beyond a sequence. */
    int flush(final ExclusivePublication publication, final long upTo) {
        int flushed = 0;
        while (backlog != null && !backlog.isEmpty()) {
            final RecordBatch message = backlog.first();
            if (message.lastSequence() > upTo || !offer(publication, message.buffer(), 0, message.length())) {
                break;
            }
            sent(message.lastSequence(), message.lastIndex());
            backlog.removeFirst();
            flushed++;
        }
        return flushed;
    }

    private boolean waits() {
        return backlog != null && !backlog.isEmpty();
    }

    /** Goes back to the journal, to read from the events of this command on, or from those that wait still. */
    void fallBack(final long sequence) {
        if (mode == Mode.LIVE) {
            final long from = waits() ? backlog.first().firstSequence() : sequence;
            mode = Mode.SEEKING;
            readSequence = from - 1;
            readIndex = Integer.MAX_VALUE;
            seek = seeks.after(from - 1);
            if (backlog != null) {
                backlog.clear();
            }
        }
    }

    /** Goes on catching up, not beyond a sequence; gives the number of records looked at. */
    int catchUp(final ExclusivePublication publication, final int limit, final long upTo) {
        if (mode == Mode.SEEKING && seek.isDone()) {
            reader = seek.reader();
            seek = null;
            held = false;
            mode = Mode.READING;
        }
        int looked = 0;
        while (mode == Mode.READING && looked < limit && step(publication, upTo)) {
            looked++;
        }
        return looked;
    }

    private boolean step(final ExclusivePublication publication, final long upTo) {
        if (!held && !reader.next()) {
            goLiveAtHead();
            return false;
        }
        held = true;
        final RecordView record = reader.record();
        if (durableKind && record.sequence() > head.durableReleased()) {
            goLive();
            return false;
        }
        if (record.sequence() > upTo) {
            return false;
        }
        final boolean ours = (record.flags() & EventSink.DURABLE_STREAM) != 0 == durableKind;
        if (ours && isNew(record) && !offer(publication, record.buffer(), record.offset(), record.length())) {
            return false;
        }
        if (ours && isNew(record)) {
            sent(record.sequence(), record.index());
        }
        readSequence = record.sequence();
        readIndex = (record.flags() & EventSink.LAST_OF_COMMAND) == 0 ? record.index() : Integer.MAX_VALUE;
        held = false;
        return true;
    }

    private boolean isNew(final RecordView record) {
        return record.sequence() > afterSequence
                && (record.sequence() > sentSequence
                        || (record.sequence() == sentSequence && record.index() > sentIndex));
    }

    private void sent(final long sequence, final int index) {
        sentSequence = sequence;
        sentIndex = index;
    }

    /** At the end of the journal: live if that is where egress is. The durable kind is live when nothing released is left. */
    private void goLiveAtHead() {
        if (durableKind || (readSequence == head.sequence() && readIndex == head.index())) {
            goLive();
        }
    }

    private void goLive() {
        mode = Mode.LIVE;
        closeReader();
    }

    /** Every event of this order up to here has been offered to the client and taken. */
    long completeUpTo() {
        if (mode == Mode.LIVE && waits()) {
            return backlog.first().firstSequence() - 1;
        }
        if (mode == Mode.LIVE) {
            return durableKind ? head.durableReleased() : head.completeSequence();
        }
        final long complete = readIndex == Integer.MAX_VALUE ? readSequence : readSequence - 1;
        return Math.max(complete, 0);
    }

    private static boolean offer(
            final ExclusivePublication publication, final DirectBuffer buffer, final int offset, final int length) {
        long result = publication.offer(buffer, offset, length);
        for (int i = 0; result == Publication.ADMIN_ACTION && i < ADMIN_ACTION_TRIES; i++) {
            result = publication.offer(buffer, offset, length);
        }
        return result > 0;
    }

    void close() {
        if (seek != null) {
            seek.abandon();
        }
        closeReader();
        backlog = null;
        mode = Mode.LIVE;
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        held = false;
    }
}
