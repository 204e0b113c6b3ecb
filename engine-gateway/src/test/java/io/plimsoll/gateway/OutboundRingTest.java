package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.wire.EventSink;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.ControlledMessageHandler.Action;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class OutboundRingTest {
    private static final int CAPACITY = 1 << 12;

    private final UnsafeBuffer event = new UnsafeBuffer(new byte[300]);
    private final List<Integer> taken = new ArrayList<>();
    private OutboundRing ring;

    @Test
    void showsACommandOnlyWhenItIsComplete() {
        ring = new OutboundRing(CAPACITY, 0, () -> {});
        begin(1);
        ring.onEvent(0, 0, event, 0, 10);
        assertThat(ring.visibleSequence()).isZero();

        ring.onEvent(1, EventSink.LAST_OF_COMMAND, event, 0, 10);
        ring.completed();

        assertThat(ring.visibleSequence()).isEqualTo(1);
    }

    @Test
    void waitsForRoomAndLetsALargeCommandOutPieceByPiece() {
        // 40 events of 340 bytes with their head: about three times what there is room for.
        ring = new OutboundRing(CAPACITY, 0, this::takeAll);
        begin(1);
        for (int index = 0; index < 40; index++) {
            ring.onEvent(index, 0, event, 0, event.capacity());
        }
        takeAll();

        assertThat(taken).hasSize(40).isSorted();
    }

    private void begin(final long sequence) {
        final CommandSlot slot = new CommandSlot();
        final UnsafeBuffer frame = new UnsafeBuffer(TestGenesis.frames().get(0));
        slot.set(sequence, 0, 0, frame, 0, frame.capacity());
        ring.command(slot);
    }

    private void takeAll() {
        assertThat(ring.visibleSequence()).isEqualTo(1);
        // A read may find only the padding at the end of the buffer: two in a row that find nothing are the end.
        int empty = 0;
        while (empty < 2) {
            final int read = ring.read(
                    (type, buffer, offset, length) -> {
                        taken.add(OutboundRing.index(buffer, offset));
                        return Action.COMMIT;
                    },
                    Integer.MAX_VALUE);
            empty = read == 0 ? empty + 1 : 0;
        }
    }
}
