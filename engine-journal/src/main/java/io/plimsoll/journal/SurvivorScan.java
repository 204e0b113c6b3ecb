package io.plimsoll.journal;

import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Looks for whole envelopes behind the point where a queue stops being readable: what they say of the force stays true
 * even if they cannot be reached.
 */
final class SurvivorScan {
    private static final int STEP = 4;
    private static final int MASK_16 = 0xFFFF;

    private SurvivorScan() {}

    /**
     * Highest proof behind a cursor.
     *
     * @param cursor that can go no further.
     * @param epoch of the generation.
     * @return highest {@code durableUpTo} of a surviving envelope; 0: none.
     */
    static long durableUpTo(final QueueCursor cursor, final int epoch) {
        final DocumentCursor documents = cursor.documents();
        if ((documents.map() == null && !cursor.failed()) || cursor.atEnd()) {
            return 0;
        }
        long proof = 0;
        long from = cursor.failed() ? documents.documentPosition() : documents.position();
        final int count = QueueFiles.count(cursor.queue());
        for (int segment = documents.segment(); segment < count; segment++) {
            if (QueueFiles.segment(cursor.queue(), segment).toFile().length() > 0) {
                try (SegmentMap map = new SegmentMap(QueueFiles.segment(cursor.queue(), segment))) {
                    proof = Math.max(proof, scan(map, from, epoch));
                }
            }
            from = 0;
        }
        return proof;
    }

    private static long scan(final SegmentMap map, final long from, final int epoch) {
        final CRC32C crc = new CRC32C();
        final RecordView record = new RecordView();
        long proof = 0;
        long position = from;
        while (map.reach(position, RecordEnvelopes.LENGTH)) {
            final int offset = map.at(position);
            if ((map.buffer().getShort(offset, ByteOrder.LITTLE_ENDIAN) & MASK_16) == RecordEnvelopes.MAGIC
                    && isEnvelope(map, record.wrap(map.buffer(), offset), crc)
                    && record.epoch() == epoch) {
                proof = Math.max(proof, record.durableUpTo());
            }
            position += STEP;
        }
        return proof;
    }

    private static boolean isEnvelope(final SegmentMap map, final RecordView record, final CRC32C crc) {
        return RecordEnvelopes.crc32c(crc, map.bytes(), record.offset(), RecordEnvelopes.HEADER_CRC_OFFSET)
                == record.headerCrc();
    }
}
