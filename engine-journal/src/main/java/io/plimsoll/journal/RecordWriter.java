package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Builds records in a buffer of its own, without allocation: place, then payload, then seal. A record takes the place of the
 * one before it, or stands behind it where that is still wanted.
 */
final class RecordWriter {
    /** Records begin with a line of the cache: what is copied and summed up begins on words. */
    private static final int ALIGNMENT = 64;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int FORMAT = RecordEnvelopeEncoder.formatEncodingOffset();
    private static final int SCHEMA_VERSION = RecordEnvelopeEncoder.schemaVersionEncodingOffset();
    private static final int RULES_VERSION = RecordEnvelopeEncoder.rulesVersionEncodingOffset();
    private static final int KIND = RecordEnvelopeEncoder.kindEncodingOffset();
    private static final int FLAGS = RecordEnvelopeEncoder.flagsEncodingOffset();
    private static final int LENGTH = RecordEnvelopeEncoder.lengthEncodingOffset();
    private static final int EPOCH = RecordEnvelopeEncoder.epochEncodingOffset();
    private static final int INDEX = RecordEnvelopeEncoder.indexEncodingOffset();
    private static final int SEQUENCE = RecordEnvelopeEncoder.sequenceEncodingOffset();
    private static final int TIME = RecordEnvelopeEncoder.timeNsEncodingOffset();
    private static final int SOURCE_SEQUENCE = RecordEnvelopeEncoder.sourceSequenceEncodingOffset();
    private static final int SOURCE = RecordEnvelopeEncoder.sourceEncodingOffset();
    private static final int PAYLOAD_CRC = RecordEnvelopeEncoder.payloadCrcEncodingOffset();
    private static final int DURABLE = RecordEnvelopeEncoder.durableUpToEncodingOffset();
    private static final int RESERVED = RecordEnvelopeEncoder.reservedEncodingOffset();
    private static final int CHAIN = RecordEnvelopeEncoder.chainEncodingOffset();

    private final ByteBuffer bytes;
    private final UnsafeBuffer buffer;
    private final CRC32C crc = new CRC32C();
    private int kind;
    private int epoch;
    private long sequence;
    private long timeNs;
    private int source;
    private long sourceSequence;
    private int offset;
    private int index;
    private int payloadLength;

    /** A writer with room for so many records of the largest size. */
    RecordWriter(final int records) {
        bytes = BufferUtil.allocateDirectAligned(records * RecordEnvelopes.RECORD_LENGTH_MAX, ALIGNMENT);
        buffer = new UnsafeBuffer(bytes);
        moveTo(0);
    }

    /** What kind the following records are of and which start of the engine they belong to. */
    void kind(final int newKind, final int newEpoch) {
        kind = newKind;
        epoch = newEpoch;
    }

    /** Which command the following records belong to. */
    void place(final long newSequence, final long newTimeNs, final int newSource, final long newSourceSequence) {
        sequence = newSequence;
        timeNs = newTimeNs;
        source = newSource;
        sourceSequence = newSourceSequence;
    }

    /** Whether a record of any size finds room behind this one. */
    boolean hasRoomBehind() {
        return behind(offset, length()) + RecordEnvelopes.RECORD_LENGTH_MAX <= buffer.capacity();
    }

    /** The next record stands behind this one; {@link #hasRoomBehind} holds. */
    void moveBehind() {
        moveTo(behind(offset, length()));
    }

    /** What is the same in all records is written once for each place, and stays at the beginning. */
    private void moveTo(final int newOffset) {
        offset = newOffset;
        buffer.putShort(offset, (short) RecordEnvelopes.MAGIC, ORDER);
        buffer.putByte(offset + FORMAT, (byte) RecordEnvelopes.FORMAT);
        buffer.putShort(offset + SCHEMA_VERSION, (short) RecordEnvelopes.SCHEMA_VERSION, ORDER);
        buffer.putInt(offset + RULES_VERSION, MarginEngine.RULES_VERSION, ORDER);
        buffer.putInt(offset + RESERVED, 0, ORDER);
    }

    /** Where a record stands that is behind another one. */
    static int behind(final int at, final int length) {
        return BitUtil.align(at + length, ALIGNMENT);
    }

    /** Length of a record that stands in the buffer. */
    int lengthAt(final int at) {
        return RecordEnvelopes.LENGTH + buffer.getInt(at + LENGTH, ORDER);
    }

    /** The next record stands at the beginning. */
    void moveToBegin() {
        offset = 0;
    }

    /** The record's number within the command, its marks and its payload. */
    void payload(final int newIndex, final int flags, final DirectBuffer from, final int at, final int length) {
        if (length < 0 || length > RecordEnvelopes.RECORD_LENGTH_MAX - RecordEnvelopes.LENGTH) {
            throw new JournalFault("payload of " + length + " bytes does not fit in a record", null);
        }
        index = newIndex;
        payloadLength = length;
        buffer.putByte(offset + KIND, (byte) kind);
        buffer.putShort(offset + FLAGS, (short) flags, ORDER);
        buffer.putInt(offset + EPOCH, epoch, ORDER);
        buffer.putInt(offset + INDEX, index, ORDER);
        buffer.putLong(offset + SEQUENCE, sequence, ORDER);
        buffer.putLong(offset + TIME, timeNs, ORDER);
        buffer.putLong(offset + SOURCE_SEQUENCE, sourceSequence, ORDER);
        buffer.putInt(offset + SOURCE, source, ORDER);
        buffer.putInt(offset + LENGTH, length, ORDER);
        buffer.putBytes(offset + RecordEnvelopes.LENGTH, from, at, length);
    }

    /**
     * Adds checksums and the record's own chain.
     *
     * @param previousChain of the record before it.
     * @param durableUpTo highest sequence known to be forced.
     * @return chain of this record.
     */
    long seal(final long previousChain, final long durableUpTo) {
        final int payloadCrc = payloadCrc();
        final long chain = RecordEnvelopes.chain(previousChain, payloadCrc, sequence, index, kind);
        finish(payloadCrc, chain, durableUpTo);
        return chain;
    }

    /** Adds checksums and a chain that is carried over as it is: for the first record of a queue. */
    void sealCarrying(final long chain, final long durableUpTo) {
        finish(payloadCrc(), chain, durableUpTo);
    }

    private int payloadCrc() {
        return RecordEnvelopes.crc32c(crc, bytes, offset + RecordEnvelopes.LENGTH, payloadLength);
    }

    private void finish(final int payloadCrc, final long chain, final long durableUpTo) {
        buffer.putInt(offset + PAYLOAD_CRC, payloadCrc, ORDER);
        buffer.putLong(offset + DURABLE, durableUpTo, ORDER);
        buffer.putLong(offset + CHAIN, chain, ORDER);
        final int headerCrc = RecordEnvelopes.crc32c(crc, bytes, offset, RecordEnvelopes.HEADER_CRC_OFFSET);
        buffer.putInt(offset + RecordEnvelopes.HEADER_CRC_OFFSET, headerCrc, ORDER);
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    /** Where the record begins in the buffer. */
    int offset() {
        return offset;
    }

    int length() {
        return RecordEnvelopes.LENGTH + payloadLength;
    }
}
