package io.plimsoll.journal;

import io.plimsoll.core.wire.EventSink;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;

/**
 * Appends events to the running generation. One thread: {@link #command} once for each command, then {@link #stage} for
 * each of its events in order, and {@link #write} when those that wait for the event have it. What is staged and not
 * written when the process dies is made again from its command.
 */
public final class EventJournal {
    /** Records of the largest size for which there is room between two writes. */
    static final int STAGED_RECORDS = 4;

    private final RecordWriter writer;
    private final SegmentedQueue queue;
    private final QueueProgress progress;
    private final AtomicLong durable;
    private final int epoch;
    private long sequence;
    private int nextIndex;
    private int staged;
    private long stagedSequence;
    private long stagedChain;
    private boolean open;
    private int addedFlags;
    private long chain;
    private long completeChain;
    private boolean faulted;

    EventJournal(
            final SegmentedQueue queue,
            final RecordWriter writer,
            final int epoch,
            final JournalEnd start,
            final AtomicLong durable) {
        this.queue = queue;
        this.writer = writer;
        this.epoch = epoch;
        this.durable = durable;
        progress = new QueueProgress(start.eventsSequence());
        sequence = start.eventsSequence();
        chain = start.eventChain();
        completeChain = chain;
        stagedSequence = sequence;
        stagedChain = chain;
        writer.kind(RecordEnvelopes.KIND_EVENT, epoch);
    }

    /**
     * Says which command the following events belong to. They carry the epoch of this start.
     *
     * @param commandSequence the last one plus 1.
     * @param timeNs of the command, ns since 1970-01-01T00:00:00Z.
     * @param source of the command.
     * @param sourceSequence of the command.
     * @throws JournalFault the events before are not complete or the sequence is not the next; the engine must stop.
     */
    public void command(final long commandSequence, final long timeNs, final int source, final long sourceSequence) {
        if (open || faulted || commandSequence != sequence + 1) {
            faulted = true;
            throw new JournalFault(
                    "events of command " + commandSequence + " after " + sequence + (open ? ", not complete" : ""),
                    null);
        }
        writer.place(commandSequence, timeNs, source, sourceSequence);
        sequence = commandSequence;
        nextIndex = 0;
        open = true;
    }

    /** The following commands were sequenced by an earlier start, and their events may have been seen. */
    void repeatFrom(final int commandEpoch) {
        addedFlags = EventSink.REPEATED;
        writer.kind(RecordEnvelopes.KIND_EVENT, commandEpoch);
    }

    /** The following commands are of this start again. */
    void endRepeat() {
        addedFlags = 0;
        writer.kind(RecordEnvelopes.KIND_EVENT, epoch);
    }

    /**
     * Appends one event: {@link #stage} and {@link #write}.
     *
     * @param index number of the event within its command, from 0.
     * @param flags as given by the engine.
     * @param event buffer with SBE header and body.
     * @param offset of the SBE header.
     * @param length of header and body.
     * @throws JournalFault the append failed or the index is not the next; the engine must stop.
     */
    public void append(final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        stage(index, flags, event, offset, length);
        write();
    }

    /**
     * Makes the record of one event, for {@link #write} to append. When it returns, {@link #recordBuffer()} holds the
     * record as it goes on the wire. Without room for it, those before it are written first.
     *
     * @param index number of the event within its command, from 0.
     * @param flags as given by the engine.
     * @param event buffer with SBE header and body.
     * @param offset of the SBE header.
     * @param length of header and body.
     * @throws JournalFault an append failed or the index is not the next; the engine must stop.
     */
    public void stage(final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        if (faulted || !open || index != nextIndex) {
            faulted = true;
            throw new JournalFault("event " + sequence + '/' + index + " instead of " + nextIndex, null);
        }
        if (staged > 0 && writer.hasRoomBehind()) {
            writer.moveBehind();
        } else {
            write();
            writer.moveToBegin();
        }
        faulted = true;
        writer.payload(index, flags | addedFlags, event, offset, length);
        chain = writer.seal(chain, durable.get());
        staged++;
        nextIndex++;
        if ((flags & EventSink.LAST_OF_COMMAND) != 0) {
            open = false;
            stagedSequence = sequence;
            stagedChain = chain;
        }
        faulted = false;
    }

    /**
     * Appends what is staged.
     *
     * @throws JournalFault an append failed; the engine must stop.
     */
    public void write() {
        if (staged > 0 && !faulted) {
            faulted = true;
            writeStaged();
            faulted = false;
        }
    }

    private void writeStaged() {
        int at = 0;
        for (; staged > 0; staged--) {
            final int length = writer.lengthAt(at);
            queue.append(at, length);
            at = RecordWriter.behind(at, length);
        }
        completeChain = stagedChain;
        progress.reached(stagedSequence, queue.segment());
    }

    /**
     * Where the record staged last stands, envelope first, from {@link #recordOffset}. Valid until the next is staged.
     *
     * @return buffer.
     */
    public DirectBuffer recordBuffer() {
        return writer.buffer();
    }

    /**
     * Where in the buffer the record staged last begins.
     *
     * @return offset of its envelope.
     */
    public int recordOffset() {
        return writer.offset();
    }

    /**
     * Length of the record staged last.
     *
     * @return bytes of envelope and payload.
     */
    public int recordLength() {
        return writer.length();
    }

    /**
     * Chain of the record staged last.
     *
     * @return chain.
     */
    public long lastChain() {
        return chain;
    }

    /**
     * Last command of which all events are appended; any thread may ask.
     *
     * @return sequence.
     */
    public long completeSequence() {
        return progress.sequence();
    }

    long completeChain() {
        return completeChain;
    }

    QueueProgress progress() {
        return progress;
    }

    SegmentedQueue queue() {
        return queue;
    }

    boolean faulted() {
        return faulted;
    }
}
