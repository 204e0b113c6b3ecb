package io.plimsoll.journal;

import io.plimsoll.sbe.RecordEnvelopeDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A record in place: reads the envelope's fields where they lie. Valid until whoever handed it out moves on.
 */
public final class RecordView {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int MASK_16 = 0xFFFF;
    private static final int MASK_8 = 0xFF;
    private static final long MASK_32 = 0xFFFF_FFFFL;

    private DirectBuffer buffer;
    private int offset;

    /** A view of nothing; wrap it before use. */
    public RecordView() {}

    /**
     * Lays the view over a record. Nothing is checked.
     *
     * @param source buffer.
     * @param at offset of the envelope.
     * @return this.
     */
    public RecordView wrap(final DirectBuffer source, final int at) {
        buffer = source;
        offset = at;
        return this;
    }

    /**
     * Buffer that holds the record.
     *
     * @return the buffer.
     */
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * Where the envelope begins.
     *
     * @return offset in {@link #buffer()}.
     */
    public int offset() {
        return offset;
    }

    /**
     * Bytes of envelope and payload.
     *
     * @return length in bytes.
     */
    public int length() {
        return RecordEnvelopes.LENGTH + payloadLength();
    }

    /**
     * Where the payload begins: its SBE message header.
     *
     * @return offset in {@link #buffer()}.
     */
    public int payloadOffset() {
        return offset + RecordEnvelopes.LENGTH;
    }

    /**
     * Bytes of the payload: SBE message header and body.
     *
     * @return length in bytes.
     */
    public int payloadLength() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.lengthEncodingOffset(), ORDER);
    }

    /**
     * Message id of the payload.
     *
     * @return SBE template id.
     */
    public int templateId() {
        return buffer.getShort(payloadOffset() + 2, ORDER) & MASK_16;
    }

    /**
     * First two bytes of every record.
     *
     * @return {@link RecordEnvelopes#MAGIC} if this is a record.
     */
    public int magic() {
        return buffer.getShort(offset, ORDER) & MASK_16;
    }

    /**
     * Layout of the envelope.
     *
     * @return version of the layout.
     */
    public int format() {
        return buffer.getByte(offset + RecordEnvelopeDecoder.formatEncodingOffset()) & MASK_8;
    }

    /**
     * What the record is.
     *
     * @return raw value of {@code RecordKind}.
     */
    public int kind() {
        return buffer.getByte(offset + RecordEnvelopeDecoder.kindEncodingOffset()) & MASK_8;
    }

    /**
     * Marks on the record, see {@code EventSink}.
     *
     * @return raw value of {@code RecordFlags}.
     */
    public int flags() {
        return buffer.getShort(offset + RecordEnvelopeDecoder.flagsEncodingOffset(), ORDER) & MASK_16;
    }

    /**
     * Schema version of the payload.
     *
     * @return schema version.
     */
    public int schemaVersion() {
        return buffer.getShort(offset + RecordEnvelopeDecoder.schemaVersionEncodingOffset(), ORDER) & MASK_16;
    }

    /**
     * Rules that applied the command.
     *
     * @return rules version.
     */
    public long rulesVersion() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.rulesVersionEncodingOffset(), ORDER) & MASK_32;
    }

    /**
     * Start of the engine that sequenced the command.
     *
     * @return epoch, from 1.
     */
    public int epoch() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.epochEncodingOffset(), ORDER);
    }

    /**
     * Number of the event within its command.
     *
     * @return index, from 0.
     */
    public int index() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.indexEncodingOffset(), ORDER);
    }

    /**
     * Sequence of the command.
     *
     * @return sequence, from 1.
     */
    public long sequence() {
        return buffer.getLong(offset + RecordEnvelopeDecoder.sequenceEncodingOffset(), ORDER);
    }

    /**
     * Time of the command.
     *
     * @return ns since 1970-01-01T00:00:00Z.
     */
    public long timeNs() {
        return buffer.getLong(offset + RecordEnvelopeDecoder.timeNsEncodingOffset(), ORDER);
    }

    /**
     * Number that the source gave the command.
     *
     * @return source sequence.
     */
    public long sourceSequence() {
        return buffer.getLong(offset + RecordEnvelopeDecoder.sourceSequenceEncodingOffset(), ORDER);
    }

    /**
     * Source of the command.
     *
     * @return source id.
     */
    public int source() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.sourceEncodingOffset(), ORDER);
    }

    /**
     * Checksum of the payload as it stands in the envelope.
     *
     * @return CRC32C.
     */
    public int payloadCrc() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.payloadCrcEncodingOffset(), ORDER);
    }

    /**
     * Highest sequence that was known to be forced to disk when the record was written.
     *
     * @return sequence.
     */
    public long durableUpTo() {
        return buffer.getLong(offset + RecordEnvelopeDecoder.durableUpToEncodingOffset(), ORDER);
    }

    /**
     * Hash over this record and all before it in its queue.
     *
     * @return chain.
     */
    public long chain() {
        return buffer.getLong(offset + RecordEnvelopeDecoder.chainEncodingOffset(), ORDER);
    }

    /**
     * Checksum of the envelope as it stands in it.
     *
     * @return CRC32C.
     */
    public int headerCrc() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.headerCrcEncodingOffset(), ORDER);
    }

    /** The bytes behind the checksum, always 0. */
    int reserved() {
        return buffer.getInt(offset + RecordEnvelopeDecoder.reservedEncodingOffset(), ORDER);
    }
}
