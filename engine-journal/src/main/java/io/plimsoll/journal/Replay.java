package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.sbe.GenerationStartDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import java.util.List;
import org.agrona.DirectBuffer;

/** Applies the commands of given generations to an engine. Recovery, replay and verification are this and a listener. */
final class Replay {
    private static final int PROGRESS_MASK = (1 << 16) - 1;

    private final QueueReader reader;
    private final MarginEngine engine;
    private final ReplayListener listener;
    private final CommandDispatcher dispatcher;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final GenerationStartDecoder start = new GenerationStartDecoder();
    private final long lastKnown;
    private int epoch;
    private long sequence;
    private long timeNs;
    private long events;

    Replay(final QueueReader reader, final MarginEngine engine, final ReplayListener listener) {
        this.reader = reader;
        this.engine = engine;
        this.listener = listener;
        dispatcher = new CommandDispatcher(engine, this::onEvent);
        final List<Generation> generations = reader.generations();
        final JournalEnd end = generations.isEmpty()
                ? null
                : generations.get(generations.size() - 1).end();
        lastKnown = end == null ? 0 : end.lastSequence();
        Generations.checkLimits(generations, engine.limits());
    }

    private void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        events++;
        listener.onEvent(index, flags, event, offset, length);
    }

    /** Applies commands until the end or the given point. */
    ReplayResult run(final Until until) {
        while (reader.next()) {
            final RecordView record = reader.record();
            if (record.kind() == RecordEnvelopes.KIND_GENERATION_START) {
                checkStateHash(record);
            } else if (until.takes(record.sequence(), record.timeNs())) {
                apply(record);
            } else {
                break;
            }
        }
        return result();
    }

    /** What was done so far. */
    ReplayResult result() {
        return new ReplayResult(epoch, sequence, timeNs, events, engine.stateHash());
    }

    private void apply(final RecordView record) {
        epoch = record.epoch();
        sequence = record.sequence();
        timeNs = record.timeNs();
        listener.onCommand(record);
        dispatcher.onCommand(sequence, timeNs, record.buffer(), record.payloadOffset(), record.payloadLength());
        if ((sequence & PROGRESS_MASK) == 0) {
            listener.onProgress(sequence, lastKnown);
        }
    }

    /** The generation says what state it began with. */
    private void checkStateHash(final RecordView record) {
        start.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
        final long hash = engine.stateHash();
        if (start.stateHash() != hash) {
            throw new JournalException(
                    JournalError.DIFFERENCE,
                    record.epoch(),
                    reader.cursor().documents().file(),
                    record.sequence(),
                    String.format("the state hash is %016x, the journal says %016x", hash, start.stateHash()));
        }
    }
}
