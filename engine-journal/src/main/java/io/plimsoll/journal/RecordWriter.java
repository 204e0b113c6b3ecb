package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Builds one record at a time in a buffer of its own, without allocation: place, then payload, then seal. */
final class RecordWriter {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
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
    private static final int CHAIN = RecordEnvelopeEncoder.chainEncodingOffset();

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(RecordEnvelopes.RECORD_LENGTH_MAX);
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final CRC32C crc = new CRC32C();
    private int payloadLength;

    RecordWriter() {
        buffer.putShort(0, (short) RecordEnvelopes.MAGIC, ORDER);
        buffer.putByte(RecordEnvelopeEncoder.formatEncodingOffset(), (byte) RecordEnvelopes.FORMAT);
        buffer.putShort(
                RecordEnvelopeEncoder.schemaVersionEncodingOffset(), (short) RecordEnvelopes.SCHEMA_VERSION, ORDER);
        buffer.putInt(RecordEnvelopeEncoder.rulesVersionEncodingOffset(), MarginEngine.RULES_VERSION, ORDER);
    }

    /** What kind of record it is and which start of the engine it belongs to. */
    void kind(final int kind, final int epoch) {
        buffer.putByte(KIND, (byte) kind);
        buffer.putInt(EPOCH, epoch, ORDER);
    }

    /** Which command it belongs to. */
    void place(final long sequence, final long timeNs, final int source, final long sourceSequence) {
        buffer.putLong(SEQUENCE, sequence, ORDER);
        buffer.putLong(TIME, timeNs, ORDER);
        buffer.putLong(SOURCE_SEQUENCE, sourceSequence, ORDER);
        buffer.putInt(SOURCE, source, ORDER);
    }

    /** Its number within the command, its marks and its payload. */
    void payload(final int index, final int flags, final DirectBuffer source, final int offset, final int length) {
        if (length < 0 || length > RecordEnvelopes.RECORD_LENGTH_MAX - RecordEnvelopes.LENGTH) {
            throw new JournalFault("payload of " + length + " bytes does not fit in a record", null);
        }
        buffer.putInt(INDEX, index, ORDER);
        buffer.putShort(FLAGS, (short) flags, ORDER);
        buffer.putInt(LENGTH, length, ORDER);
        buffer.putBytes(RecordEnvelopes.LENGTH, source, offset, length);
        payloadLength = length;
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
        final long chain = RecordEnvelopes.chain(
                previousChain,
                payloadCrc,
                buffer.getLong(SEQUENCE, ORDER),
                buffer.getInt(INDEX, ORDER),
                buffer.getByte(KIND));
        finish(payloadCrc, chain, durableUpTo);
        return chain;
    }

    /** Adds checksums and a chain that is carried over as it is: for the first record of a queue. */
    void sealCarrying(final long chain, final long durableUpTo) {
        finish(payloadCrc(), chain, durableUpTo);
    }

    private int payloadCrc() {
        return RecordEnvelopes.crc32c(crc, bytes, RecordEnvelopes.LENGTH, payloadLength);
    }

    private void finish(final int payloadCrc, final long chain, final long durableUpTo) {
        buffer.putInt(PAYLOAD_CRC, payloadCrc, ORDER);
        buffer.putLong(DURABLE, durableUpTo, ORDER);
        buffer.putLong(CHAIN, chain, ORDER);
        final int headerCrc = RecordEnvelopes.crc32c(crc, bytes, 0, RecordEnvelopes.HEADER_CRC_OFFSET);
        buffer.putInt(RecordEnvelopes.HEADER_CRC_OFFSET, headerCrc, ORDER);
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int length() {
        return RecordEnvelopes.LENGTH + payloadLength;
    }
}
