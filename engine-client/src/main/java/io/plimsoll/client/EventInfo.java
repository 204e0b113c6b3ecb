package io.plimsoll.client;

import io.plimsoll.sbe.RecordEnvelopeDecoder;
import org.agrona.DirectBuffer;

/** Identity of an event: what its envelope says. Valid during the callback that received it. */
public final class EventInfo {
    private final RecordEnvelopeDecoder envelope = new RecordEnvelopeDecoder();

    EventInfo() {}

    EventInfo wrap(final DirectBuffer buffer, final int offset) {
        envelope.wrap(buffer, offset);
        return this;
    }

    /**
     * Start of the engine that sequenced the command.
     *
     * @return epoch, from 1.
     */
    public long epoch() {
        return envelope.epoch();
    }

    /**
     * Sequence of the command that made the event.
     *
     * @return sequence, gapless over all epochs, from 1.
     */
    public long sequence() {
        return envelope.sequence();
    }

    /**
     * Number of the event within its command.
     *
     * @return index, from 0.
     */
    public int index() {
        return (int) envelope.index();
    }

    /**
     * Time of the command.
     *
     * @return ns since 1970-01-01T00:00:00Z.
     */
    public long timeNs() {
        return envelope.timeNs();
    }

    /**
     * Source of the command.
     *
     * @return source id; 0: the engine's own host.
     */
    public int source() {
        return envelope.source();
    }

    /**
     * Number that the source gave the command.
     *
     * @return source sequence.
     */
    public long sourceSequence() {
        return envelope.sourceSequence();
    }

    /**
     * Highest sequence known to be forced to disk when the event was written.
     *
     * @return sequence.
     */
    public long durableSequence() {
        return envelope.durableUpTo();
    }

    /**
     * Whether this is the completion, the last event of its command.
     *
     * @return true for the completion.
     */
    public boolean lastOfCommand() {
        return envelope.flags().lAST_OF_COMMAND();
    }

    /**
     * Whether the event was written anew by a recovery.
     *
     * @return true if so.
     */
    public boolean repeated() {
        return envelope.flags().rEPEATED();
    }

    /**
     * Whether the event was held back until its command was forced to disk.
     *
     * @return true if so.
     */
    public boolean durable() {
        return envelope.flags().dURABLE_STREAM();
    }

    long chain() {
        return envelope.chain();
    }

    int payloadLength() {
        return (int) envelope.length();
    }
}
