package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RecordBatchTest {
    private final RecordBatch batch = new RecordBatch(10);
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[] {1, 2, 3, 4, 5});

    @Test
    void packsRecordsOneRightAfterTheOther() {
        batch.add(record, 0, 3, 7, 0);
        batch.add(record, 2, 3, 7, 1);
        batch.add(record, 0, 2, 8, 0);

        final byte[] packed = new byte[batch.length()];
        batch.buffer().getBytes(0, packed);
        assertThat(packed).containsExactly(1, 2, 3, 3, 4, 5, 1, 2);
        assertThat(batch.firstSequence()).isEqualTo(7);
        assertThat(batch.lastSequence()).isEqualTo(8);
        assertThat(batch.lastIndex()).isZero();
    }

    @Test
    void hasRoomUpToItsLastByte() {
        batch.add(record, 0, 5, 1, 0);

        assertThat(batch.hasRoom(5)).isTrue();
        assertThat(batch.hasRoom(6)).isFalse();
    }

    @Test
    void beginsAnewWhenCleared() {
        batch.add(record, 0, 5, 1, 0);
        batch.clear();

        assertThat(batch.isEmpty()).isTrue();
        batch.add(record, 0, 5, 9, 2);
        assertThat(batch.firstSequence()).isEqualTo(9);
    }
}
