package io.plimsoll.journal;

import io.plimsoll.core.wire.EventSink;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * Compares the events that replay makes with those that are stored: byte for byte where this build's schema version wrote
 * them, by the state hashes of checkpoints where another did.
 */
final class EventComparison {
    private static final String NOTHING = "no event";

    private final QueueReader stored;
    private final int schemaVersion;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CheckpointTakenDecoder checkpoint = new CheckpointTakenDecoder();
    private boolean loaded;
    private long sequence;
    private boolean byHash;
    private long storedHash;
    private long compared;
    private EventDifference difference;

    /**
     * Compares with stored events from their beginning.
     *
     * @param stored reader of events.
     * @param schemaVersion whose events are compared byte for byte.
     */
    EventComparison(final QueueReader stored, final int schemaVersion) {
        this.stored = stored;
        this.schemaVersion = schemaVersion;
    }

    /** Begins a command. */
    void command(final long commandSequence) {
        sequence = commandSequence;
        byHash = load() && stored.record().schemaVersion() != schemaVersion;
        if (byHash) {
            skipStored();
        }
    }

    /**
     * Compares the next event of the command.
     *
     * @return whether it is the same; if not, see {@link #difference}.
     */
    boolean isSame(final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        if (byHash) {
            return isSameCheckpoint(index, event, offset, length);
        }
        if (!load() || stored.record().sequence() != sequence || stored.record().index() != index) {
            final RecordView found = loaded ? stored.record() : null;
            return differs(index, found, RecordDump.describe(event, offset, length));
        }
        final RecordView record = stored.record();
        if ((record.flags() & ~EventSink.REPEATED) != flags
                || record.payloadLength() != length
                || !sameBytes(record, event, offset, length)) {
            return differs(index, record, RecordDump.describe(event, offset, length));
        }
        compared++;
        loaded = false;
        return true;
    }

    /** After the last command: the stored events must be used up as far as they were complete. */
    boolean isExhausted() {
        return !load() || differs(stored.record().index(), stored.record(), NOTHING);
    }

    /** Whether there is no further stored event to compare with. */
    boolean atStoredEnd() {
        return !byHash && !load();
    }

    private boolean load() {
        while (!loaded && stored.next()) {
            loaded = stored.record().kind() == RecordEnvelopes.KIND_EVENT;
        }
        return loaded;
    }

    /** Passes over the stored events of the command; keeps the state hash if one is a checkpoint. */
    private void skipStored() {
        storedHash = 0;
        while (load() && stored.record().sequence() == sequence) {
            final RecordView record = stored.record();
            if (record.templateId() == CheckpointTakenDecoder.TEMPLATE_ID) {
                storedHash = stateHash(record.buffer(), record.payloadOffset());
            }
            loaded = false;
        }
    }

    private boolean isSameCheckpoint(final int index, final DirectBuffer event, final int offset, final int length) {
        header.wrap(event, offset);
        if (header.templateId() != CheckpointTakenDecoder.TEMPLATE_ID || storedHash == stateHash(event, offset)) {
            return true;
        }
        difference = new EventDifference(
                stored.cursor().generation().epoch(),
                sequence,
                index,
                String.format("state hash %016x", storedHash),
                RecordDump.describe(event, offset, length));
        return false;
    }

    private long stateHash(final DirectBuffer event, final int offset) {
        return checkpoint.wrapAndApplyHeader(event, offset, header).stateHash();
    }

    private static boolean sameBytes(
            final RecordView record, final DirectBuffer event, final int offset, final int length) {
        final DirectBuffer buffer = record.buffer();
        final int from = record.payloadOffset();
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            if (buffer.getLong(from + i) != event.getLong(offset + i)) {
                return false;
            }
        }
        for (; i < length; i++) {
            if (buffer.getByte(from + i) != event.getByte(offset + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean differs(final int index, final RecordView found, final String replayed) {
        final int generation =
                stored.cursor() == null ? 0 : stored.cursor().generation().epoch();
        final String text = found == null
                ? NOTHING
                : found.sequence() + "/" + found.index() + ' '
                        + RecordDump.describe(found.buffer(), found.payloadOffset(), found.payloadLength());
        difference = new EventDifference(generation, sequence, index, text, replayed);
        return false;
    }

    /** Number of events found the same. */
    long compared() {
        return compared;
    }

    /** The difference found; null: none. */
    EventDifference difference() {
        return difference;
    }
}
