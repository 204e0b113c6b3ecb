package io.plimsoll.journal;

import io.plimsoll.sbe.RecordEnvelopeDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/** Changes a record so that only a replay can tell: every checksum and the chain are right. */
final class Forgery {
    private Forgery() {}

    /** Adds one to a byte of a record's payload; the records behind it no longer follow. */
    static void changePayload(final Records.Place place, final Records.Place before, final int at) throws IOException {
        final byte[] bytes = Records.read(place.file(), place.position(), place.length());
        bytes[RecordEnvelopes.LENGTH + at]++;
        final long chain =
                RecordEnvelopes.chain(view(before).chain(), seal(bytes), place.sequence(), place.index(), place.kind());
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(RecordEnvelopeDecoder.chainEncodingOffset(), chain);
        seal(bytes);
        Records.write(place.file(), place.position(), bytes);
    }

    /** Makes both checksums of a record right; returns that of the payload. */
    static int seal(final byte[] record) {
        final ByteBuffer buffer = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        final CRC32C crc = new CRC32C();
        crc.update(record, RecordEnvelopes.LENGTH, record.length - RecordEnvelopes.LENGTH);
        final int payloadCrc = (int) crc.getValue();
        buffer.putInt(RecordEnvelopeDecoder.payloadCrcEncodingOffset(), payloadCrc);
        crc.reset();
        crc.update(record, 0, RecordEnvelopes.HEADER_CRC_OFFSET);
        buffer.putInt(RecordEnvelopes.HEADER_CRC_OFFSET, (int) crc.getValue());
        return payloadCrc;
    }

    private static RecordView view(final Records.Place place) throws IOException {
        return new RecordView().wrap(new UnsafeBuffer(Records.read(place.file(), place.position(), place.length())), 0);
    }
}
