package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SealedRecordsTest {
    private static final int BYTES = 256 << 10;
    private static final int RECORDS = 512;

    private final SealedRecords sealed = new SealedRecords();
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[RecordEnvelopes.RECORD_LENGTH_MAX]);

    @Test
    void keepsRecordsOneAfterTheOther() {
        record.putByte(0, (byte) 7);
        assertThat(sealed.add(record, 100)).isTrue();
        record.putByte(0, (byte) 8);
        assertThat(sealed.add(record, 50)).isTrue();

        assertThat(sealed.count()).isEqualTo(2);
        assertThat(sealed.offset(1)).isEqualTo(100);
        assertThat(sealed.length(1)).isEqualTo(50);
        assertThat(sealed.buffer().getByte(0)).isEqualTo((byte) 7);
        assertThat(sealed.buffer().getByte(100)).isEqualTo((byte) 8);
    }

    @Test
    void hasRoomForSoManyBytesAndSoManyRecords() {
        for (int i = 0; i < BYTES / RecordEnvelopes.RECORD_LENGTH_MAX; i++) {
            assertThat(sealed.add(record, RecordEnvelopes.RECORD_LENGTH_MAX)).isTrue();
        }
        assertThat(sealed.add(record, 1)).isFalse();

        sealed.clear();
        for (int i = 0; i < RECORDS; i++) {
            assertThat(sealed.add(record, 1)).isTrue();
        }
        assertThat(sealed.add(record, 1)).isFalse();
    }
}
