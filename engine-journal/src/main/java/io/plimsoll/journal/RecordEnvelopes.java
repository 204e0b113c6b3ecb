package io.plimsoll.journal;

import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RecordEnvelopeDecoder;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import io.plimsoll.sbe.RecordKind;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The envelope: its constants, checksums and chain. */
public final class RecordEnvelopes {
    /** Bytes of the envelope. */
    public static final int LENGTH = RecordEnvelopeEncoder.ENCODED_LENGTH;

    /** First two bytes of every record: the letters PL. */
    public static final int MAGIC = 0x4C50;

    /** Layout that this build writes and reads. */
    public static final int FORMAT = 1;

    /** Schema version that this build writes; it reads this and every earlier one. */
    public static final int SCHEMA_VERSION = MessageHeaderDecoder.SCHEMA_VERSION;

    /** Longest record, envelope included. */
    public static final int RECORD_LENGTH_MAX = 64 << 10;

    /** Kind of a command's record. */
    public static final int KIND_COMMAND = RecordKind.COMMAND.value();

    /** Kind of an event's record. */
    public static final int KIND_EVENT = RecordKind.EVENT.value();

    /** Kind of the first record of a queue. */
    public static final int KIND_GENERATION_START = RecordKind.GENERATION_START.value();

    static final int HEADER_CRC_OFFSET = RecordEnvelopeDecoder.headerCrcEncodingOffset();

    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long MASK_32 = 0xFFFF_FFFFL;
    private static final int SHIFT_32 = 32;
    private static final int SHIFT_1 = 30;
    private static final int SHIFT_2 = 27;
    private static final int SHIFT_3 = 31;
    private static final int KIND_SHIFT = 56;

    private RecordEnvelopes() {}

    /**
     * Chain of a record: mixes what stands before it with what it is. It does not depend on epoch, flags or {@code
     * durableUpTo}, so that an event that recovery regenerates gets the chain it had.
     *
     * @param previous chain of the record before it in its queue; 0 for the first of a journal.
     * @param payloadCrc CRC32C of its payload.
     * @param sequence of its command.
     * @param index of the event; 0 for a command.
     * @param kind of the record.
     * @return chain.
     */
    public static long chain(
            final long previous, final int payloadCrc, final long sequence, final int index, final int kind) {
        final long place = ((long) kind << KIND_SHIFT) ^ ((long) index << SHIFT_32) ^ (payloadCrc & MASK_32);
        return mix64(mix64(previous + STEP ^ sequence) + STEP ^ place);
    }

    /** Spreads every bit of the input over all bits of the result; a bijection. */
    private static long mix64(final long value) {
        long z = value;
        z = (z ^ (z >>> SHIFT_1)) * MIX_1;
        z = (z ^ (z >>> SHIFT_2)) * MIX_2;
        return z ^ (z >>> SHIFT_3);
    }

    /**
     * CRC32C of a part of a buffer; leaves the buffer's position and limit changed.
     *
     * @param crc to use.
     * @param buffer with the bytes.
     * @param offset of the first.
     * @param length number of bytes.
     * @return checksum.
     */
    static int crc32c(final CRC32C crc, final ByteBuffer buffer, final int offset, final int length) {
        buffer.limit(offset + length).position(offset);
        crc.reset();
        crc.update(buffer);
        return (int) crc.getValue();
    }
}
