package io.plimsoll.journal;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Whole records that wait to be appended, one after the other in memory. */
final class SealedRecords {
    private static final int BYTES = 256 << 10;
    private static final int RECORDS = 512;

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));
    private final int[] ends = new int[RECORDS];
    private int count;

    /** The memory they stand in. */
    UnsafeBuffer buffer() {
        return buffer;
    }

    /** Adds a copy of a record, which fits when nothing waits; false: there is no room now. */
    boolean add(final DirectBuffer record, final int length) {
        final int offset = offset(count);
        if (count == RECORDS || offset + length > BYTES) {
            return false;
        }
        buffer.putBytes(offset, record, 0, length);
        ends[count++] = offset + length;
        return true;
    }

    int count() {
        return count;
    }

    int offset(final int record) {
        return record == 0 ? 0 : ends[record - 1];
    }

    int length(final int record) {
        return ends[record] - offset(record);
    }

    void clear() {
        count = 0;
    }
}
