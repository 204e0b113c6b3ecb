package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.sbe.RecordEnvelopeDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class DurableQueueTest {
    private final List<Long> taken = new ArrayList<>();
    private final DurableQueue queue =
            new DurableQueue((record, offset, length, sequence, index) -> taken.add(sequence));

    @Test
    void handsOutInOrderWhatIsOnDiskAndKeepsTheRest() {
        for (long sequence = 1; sequence <= 5; sequence++) {
            add(sequence, 100);
        }

        assertThat(queue.release(3)).isEqualTo(3);
        assertThat(taken).containsExactly(1L, 2L, 3L);
        assertThat(queue.release(3)).isZero();
        assertThat(queue.release(9)).isEqualTo(2);
        assertThat(taken).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void leavesNothingBehindWhereverTheRingWraps() {
        // 40,000 records of 200 to 299 bytes go round the ring of 1 MiB about nine times, at ever other places.
        for (long sequence = 1; sequence <= 40_000; sequence++) {
            add(sequence, 200 + (int) (sequence % 100));
            queue.release(sequence);
            assertThat(taken).hasSize((int) sequence);
        }
        assertThat(taken).isSorted();
    }

    @Test
    void saysWhenItIsFullBeforeARecordIsLost() {
        long sequence = 0;
        while (queue.hasRoom()) {
            add(++sequence, 1_000);
        }
        final long last = sequence;

        queue.release(last);

        assertThat(taken).hasSize((int) last);
        assertThat(queue.hasRoom()).isTrue();
    }

    private void add(final long sequence, final int length) {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[RecordEnvelopes.LENGTH + length]);
        record.putLong(RecordEnvelopeDecoder.sequenceEncodingOffset(), sequence, ByteOrder.LITTLE_ENDIAN);
        record.putInt(RecordEnvelopeDecoder.lengthEncodingOffset(), length, ByteOrder.LITTLE_ENDIAN);
        queue.add(record, 0, record.capacity());
    }
}
