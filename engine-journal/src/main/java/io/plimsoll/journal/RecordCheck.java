package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.EventSink;
import java.util.zip.CRC32C;

/**
 * Checks records one after the other: whole, of a version this build reads, of the right generation, and each the one
 * that must follow the one before.
 */
final class RecordCheck {
    private final CRC32C crc = new CRC32C();
    private final RecordView record = new RecordView();
    private final Generation generation;
    private final int kind;
    private boolean started;
    private boolean anchored = true;
    private long sequence;
    private int index;
    private boolean complete = true;
    private long chain;
    private long completeChain;
    private JournalError error;
    private boolean torn;
    private String detail;

    /** Checks a queue of a generation from its beginning. */
    RecordCheck(final Generation generation, final int kind) {
        this.generation = generation;
        this.kind = kind;
        final JournalEnd start = generation.start();
        final boolean commands = kind == RecordEnvelopes.KIND_COMMAND;
        sequence = commands ? start.lastSequence() : start.eventsSequence();
        chain = commands ? start.commandChain() : start.eventChain();
        completeChain = chain;
    }

    /** The next record is the first of a later segment: takes its place in the order and its chain as they are. */
    void startAnywhere() {
        anchored = false;
        started = true;
    }

    /**
     * Checks the next record and remembers it.
     *
     * @param map with the record.
     * @param offset of the record in the map's buffer.
     * @param length of the document that holds it.
     * @param payloadToo whether the payload's checksum is computed.
     * @return whether it is good; if not, see {@link #error}.
     */
    boolean accept(final SegmentMap map, final int offset, final int length, final boolean payloadToo) {
        record.wrap(map.buffer(), offset);
        if (!isWhole(map, offset, length, payloadToo) || !isReadable()) {
            return false;
        }
        if (record.kind() == RecordEnvelopes.KIND_GENERATION_START) {
            return acceptStart();
        }
        if (!isInPlace()) {
            return false;
        }
        sequence = record.sequence();
        index = record.index();
        complete = kind == RecordEnvelopes.KIND_COMMAND || (record.flags() & EventSink.LAST_OF_COMMAND) != 0;
        chain = record.chain();
        completeChain = complete ? chain : completeChain;
        anchored = true;
        return true;
    }

    private boolean isWhole(final SegmentMap map, final int offset, final int length, final boolean payloadToo) {
        if (length < RecordEnvelopes.LENGTH || length > RecordEnvelopes.RECORD_LENGTH_MAX) {
            return fail(JournalError.BAD_CRC, true, "a document of " + length + " bytes is not a record");
        }
        if (record.magic() != RecordEnvelopes.MAGIC) {
            return fail(JournalError.BAD_CRC, true, "it begins with 0x" + Integer.toHexString(record.magic()));
        }
        final int headerCrc = RecordEnvelopes.crc32c(crc, map.bytes(), offset, RecordEnvelopes.HEADER_CRC_OFFSET);
        if (headerCrc != record.headerCrc() || record.reserved() != 0) {
            return fail(JournalError.BAD_CRC, true, crcText("envelope", headerCrc, record.headerCrc()));
        }
        if (record.length() != length) {
            return fail(JournalError.BAD_CRC, true, "a record of " + record.length() + " bytes in " + length);
        }
        if (payloadToo) {
            final int payloadCrc =
                    RecordEnvelopes.crc32c(crc, map.bytes(), record.payloadOffset(), record.payloadLength());
            if (payloadCrc != record.payloadCrc()) {
                return fail(JournalError.BAD_CRC, true, crcText("payload", payloadCrc, record.payloadCrc()));
            }
        }
        return true;
    }

    private static String crcText(final String what, final int computed, final int stored) {
        return String.format("CRC32C of the %s is %08x, it says %08x", what, computed, stored);
    }

    private boolean isReadable() {
        if (record.format() != RecordEnvelopes.FORMAT) {
            return fail(JournalError.UNKNOWN_VERSION, false, "envelope format " + record.format());
        }
        if (record.schemaVersion() > RecordEnvelopes.SCHEMA_VERSION || record.schemaVersion() < 1) {
            return fail(JournalError.UNKNOWN_VERSION, false, "schema version " + record.schemaVersion());
        }
        if (record.rulesVersion() != MarginEngine.RULES_VERSION) {
            return fail(JournalError.UNKNOWN_VERSION, false, "rules version " + record.rulesVersion());
        }
        return true;
    }

    private boolean acceptStart() {
        if (started) {
            return fail(JournalError.BROKEN_CHAIN, false, "a generation starts in the middle of a queue");
        }
        if (record.epoch() != generation.epoch()) {
            return wrongEpoch();
        }
        if (record.sequence() != generation.start().lastSequence() || record.chain() != chain) {
            return fail(JournalError.BROKEN_CHAIN, false, "the first record does not continue what its manifest says");
        }
        started = true;
        return true;
    }

    private boolean isInPlace() {
        if (record.kind() != kind) {
            return fail(JournalError.BROKEN_CHAIN, false, "a record of kind " + record.kind() + " in this queue");
        }
        if (!started) {
            return fail(JournalError.GAP, false, "the generation's first record is missing");
        }
        if (!isOfEpoch()) {
            return wrongEpoch();
        }
        if (!anchored) {
            return true;
        }
        final long expected = complete ? sequence + 1 : sequence;
        final int expectedIndex = complete ? 0 : index + 1;
        if (record.sequence() != expected || record.index() != expectedIndex) {
            return fail(
                    JournalError.GAP,
                    false,
                    "expected " + expected + '/' + expectedIndex + ", found " + record.sequence() + '/'
                            + record.index());
        }
        final long expectedChain =
                RecordEnvelopes.chain(chain, record.payloadCrc(), record.sequence(), record.index(), kind);
        return record.chain() == expectedChain
                || fail(
                        JournalError.BROKEN_CHAIN,
                        false,
                        String.format("the chain should be %016x, it is %016x", expectedChain, record.chain()));
    }

    /** Events of commands before this generation are repeats, made by its recovery. */
    private boolean isOfEpoch() {
        final boolean repeated = (record.flags() & EventSink.REPEATED) != 0;
        if (record.sequence() <= generation.start().lastSequence()) {
            return record.epoch() < generation.epoch() && (repeated || kind == RecordEnvelopes.KIND_COMMAND);
        }
        return record.epoch() == generation.epoch() && !repeated;
    }

    private boolean wrongEpoch() {
        return fail(
                JournalError.WRONG_GENERATION,
                false,
                "sequence " + record.sequence() + " with epoch " + record.epoch() + " in generation "
                        + generation.epoch());
    }

    private boolean fail(final JournalError kindOfError, final boolean mayBeTorn, final String text) {
        error = kindOfError;
        torn = mayBeTorn;
        detail = text;
        return false;
    }

    /** Kind of the queue's records. */
    int kind() {
        return kind;
    }

    /** View of the record checked last. */
    RecordView record() {
        return record;
    }

    /** Sequence of the last good record. */
    long sequence() {
        return sequence;
    }

    /** Number of the last good record within its command. */
    int index() {
        return index;
    }

    /** Whether the last good record ends its command. */
    boolean complete() {
        return complete;
    }

    /** Last command of which all records are there. */
    long completeSequence() {
        return complete ? sequence : sequence - 1;
    }

    /** Chain of the last good record that ends its command. */
    long completeChain() {
        return completeChain;
    }

    JournalError error() {
        return error;
    }

    /** Whether what is wrong can be the trace of a crash. */
    boolean torn() {
        return torn;
    }

    String detail() {
        return detail;
    }
}
