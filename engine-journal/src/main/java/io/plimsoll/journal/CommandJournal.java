package io.plimsoll.journal;

import io.plimsoll.core.wire.CommandFrames;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;

/** Appends commands to the running generation. One thread. */
public final class CommandJournal {
    private final RecordWriter writer;
    private final SegmentedQueue queue;
    private final QueueProgress progress;
    private final AtomicLong durable;
    private long sequence;
    private long timeNs;
    private long chain;
    private boolean faulted;

    /** Goes on after a point: begins the queue with a record that says so. */
    CommandJournal(
            final SegmentedQueue queue,
            final RecordWriter writer,
            final int epoch,
            final JournalEnd start,
            final AtomicLong durable) {
        this.queue = queue;
        this.writer = writer;
        this.durable = durable;
        progress = new QueueProgress(start.lastSequence());
        sequence = start.lastSequence();
        timeNs = start.lastTimeNs();
        chain = start.commandChain();
        writer.kind(RecordEnvelopes.KIND_COMMAND, epoch);
    }

    /**
     * Appends one command. When it returns, the command survives the death of the process, not yet of the machine.
     *
     * @param commandSequence the last one plus 1.
     * @param commandTimeNs of the sequencer, ns since 1970-01-01T00:00:00Z.
     * @param frame buffer with SBE header and body.
     * @param offset of the SBE header.
     * @param length of header and body.
     * @throws JournalFault the append failed or the sequence is not the next; the engine must stop.
     */
    public void append(
            final long commandSequence,
            final long commandTimeNs,
            final DirectBuffer frame,
            final int offset,
            final int length) {
        if (faulted || commandSequence != sequence + 1) {
            faulted = true;
            throw new JournalFault("command " + commandSequence + " after " + sequence, null);
        }
        faulted = true;
        writer.place(
                commandSequence,
                commandTimeNs,
                CommandFrames.source(frame, offset),
                CommandFrames.sourceSequence(frame, offset));
        writer.payload(0, 0, frame, offset, length);
        chain = writer.seal(chain, durable.get());
        queue.append(writer.offset(), writer.length());
        sequence = commandSequence;
        timeNs = commandTimeNs;
        progress.reached(sequence, queue.segment());
        faulted = false;
    }

    /**
     * Last command appended; any thread may ask.
     *
     * @return sequence.
     */
    public long journaledSequence() {
        return progress.sequence();
    }

    QueueProgress progress() {
        return progress;
    }

    SegmentedQueue queue() {
        return queue;
    }

    long lastTimeNs() {
        return timeNs;
    }

    long lastChain() {
        return chain;
    }

    boolean faulted() {
        return faulted;
    }
}
