package io.plimsoll.bench.suite;

import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.agrona.concurrent.UnsafeBuffer;

/** Chronicle Queue as it comes: raw bytes, one appender, no checksum, no force. */
final class RawQueue implements AutoCloseable {
    private static final int BLOCK_BYTES = 64 << 20;

    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final Bytes<?> record;

    /** Records are appended from the given buffer, which must be direct. */
    RawQueue(final Path folder, final UnsafeBuffer buffer) {
        final PointerBytesStore store = new PointerBytesStore();
        store.set(buffer.addressOffset(), buffer.capacity());
        record = store.bytesForRead();
        record.singleThreadedCheckDisabled(true);
        queue = SingleChronicleQueueBuilder.single(folder.toFile())
                .blockSize(BLOCK_BYTES)
                .build();
        appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true);
    }

    /** Appends the first bytes of the buffer. */
    void append(final int length) {
        record.readPositionRemaining(0, length);
        appender.writeBytes(record);
    }

    @Override
    public void close() {
        appender.close();
        queue.close();
        record.releaseLast();
    }
}
