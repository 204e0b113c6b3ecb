package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.plimsoll.core.wire.EventSink;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordEnvelopesTest {
    private static final UnsafeBuffer PAYLOAD = new UnsafeBuffer("123456789".getBytes(StandardCharsets.US_ASCII));

    @Test
    void writesTheLayoutThatIsDocumented() {
        final RecordWriter writer = new RecordWriter(1);
        writer.kind(RecordEnvelopes.KIND_EVENT, 3);
        writer.place(0x0102030405060708L, 42, 7, 9);
        writer.payload(5, EventSink.LAST_OF_COMMAND, PAYLOAD, 0, 9);
        final long chain = writer.seal(11, 99);
        final RecordView view = new RecordView().wrap(writer.buffer(), 0);

        assertThat(RecordEnvelopes.LENGTH).isEqualTo(80);
        assertThat(writer.length()).isEqualTo(89).isEqualTo(view.length());
        assertThat(writer.buffer().getByte(0)).isEqualTo((byte) 'P');
        assertThat(writer.buffer().getByte(1)).isEqualTo((byte) 'L');
        assertThat(writer.buffer().getByte(24)).isEqualTo((byte) 8);
        assertThat(view.kind()).isEqualTo(2);
        assertThat(view.epoch()).isEqualTo(3);
        assertThat(view.sequence()).isEqualTo(0x0102030405060708L);
        assertThat(view.timeNs()).isEqualTo(42);
        assertThat(view.source()).isEqualTo(7);
        assertThat(view.sourceSequence()).isEqualTo(9);
        assertThat(view.index()).isEqualTo(5);
        assertThat(view.flags()).isEqualTo(EventSink.LAST_OF_COMMAND);
        assertThat(view.durableUpTo()).isEqualTo(99);
        assertThat(view.chain()).isEqualTo(chain);
        // The check value of CRC-32C, the checksum of the digits 1 to 9.
        assertThat(view.payloadCrc()).isEqualTo(0xE3069283);
    }

    @Test
    void chainsDependOnEverythingThatMakesARecordAndOnNothingElse() {
        final Set<Long> chains = new HashSet<>();
        final long chain = RecordEnvelopes.chain(1, 2, 3, 4, 2);
        chains.add(chain);
        chains.add(RecordEnvelopes.chain(9, 2, 3, 4, 2));
        chains.add(RecordEnvelopes.chain(1, 9, 3, 4, 2));
        chains.add(RecordEnvelopes.chain(1, 2, 9, 4, 2));
        chains.add(RecordEnvelopes.chain(1, 2, 3, 9, 2));
        chains.add(RecordEnvelopes.chain(1, 2, 3, 4, 1));
        assertThat(chains).hasSize(6);

        final RecordWriter writer = new RecordWriter(1);
        writer.kind(RecordEnvelopes.KIND_EVENT, 3);
        writer.place(3, 42, 7, 9);
        writer.payload(4, 0, PAYLOAD, 0, 9);
        final long first = writer.seal(1, 0);
        writer.kind(RecordEnvelopes.KIND_EVENT, 8);
        writer.payload(4, EventSink.REPEATED, PAYLOAD, 0, 9);
        assertThat(writer.seal(1, 77)).isEqualTo(first);
    }

    @Test
    void chainsStayAsTheyWereWrittenYearsAgo() {
        // Golden: changing the mix makes every existing journal unreadable.
        assertThat(Long.toHexString(RecordEnvelopes.chain(0, 0xE3069283, 1, 0, 1)))
                .isEqualTo("e6c88d3c1abd8b48");
    }

    @Test
    void appendsWithoutAllocating(@TempDir final Path folder) {
        final Host host = Host.open(JournalSettings.of(folder).withBlockBytes(64 << 20));
        final UnsafeBuffer frame = new Script().frame(10);
        append(host.journal(), frame, 1, 50_000);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        append(host.journal(), frame, 50_001, 100_000);
        // Less than a byte an append: what Chronicle allocates now and then when it maps or indexes.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
        host.crash();
    }

    private static void append(
            final OpenedJournal journal, final UnsafeBuffer frame, final long from, final int count) {
        for (long sequence = from; sequence < from + count; sequence++) {
            journal.commands().append(sequence, sequence, frame, 0, frame.capacity());
            journal.events().command(sequence, sequence, 0, sequence);
            journal.events().append(0, EventSink.LAST_OF_COMMAND, frame, 0, frame.capacity());
        }
    }
}
