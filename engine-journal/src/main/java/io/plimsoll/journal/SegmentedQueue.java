package io.plimsoll.journal;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A queue being written: the one class that calls Chronicle Queue. One appender, one thread, raw bytes; segments roll by
 * size and never by the clock; nothing is forced here.
 */
final class SegmentedQueue implements AutoCloseable {
    private static final int HEADER_BYTES = 4;
    private static final long APPEND_TIMEOUT_MS = 5_000;

    static {
        // Another process never takes the write lock away: the journal has a lock of its own.
        System.setProperty("queue.force.unlock.mode", "NEVER");
        setIfAbsent("chronicle.disk.monitor.disable");
        setIfAbsent("chronicle.analytics.disable");
        setIfAbsent("chronicle.announcer.disable");
    }

    private final Path folder;
    private final long rollBytes;
    private final SegmentClock clock = new SegmentClock();
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final Bytes<?> record;
    private long segmentBytes;

    /** Opens a queue in a folder that holds none yet; records are appended from the given buffer. */
    SegmentedQueue(final Path folder, final JournalSettings settings, final UnsafeBuffer buffer) {
        this.folder = folder;
        this.rollBytes = settings.rollBytes();
        final PointerBytesStore store = new PointerBytesStore();
        store.set(buffer.addressOffset(), buffer.capacity());
        record = store.bytesForRead();
        // One thread opens, another appends, the first closes: one at a time, handed over by the host.
        record.singleThreadedCheckDisabled(true);
        queue = SingleChronicleQueueBuilder.single(folder.toFile())
                .rollCycle(QueueFiles.CYCLE)
                .timeProvider(clock)
                .blockSize(settings.blockBytes())
                .doubleBuffer(false)
                .syncMode(SyncMode.NONE)
                .timeoutMS(APPEND_TIMEOUT_MS)
                .checkInterrupts(false)
                .storeFileListener(SegmentedQueue::onFileReleased)
                .build();
        appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true);
    }

    /**
     * Appends some bytes of the buffer as one record. A record that fails half-way stays uncommitted: readers do not see it.
     */
    void append(final int offset, final int length) {
        try {
            if (segmentBytes >= rollBytes) {
                clock.segment++;
                segmentBytes = 0;
            }
            record.readPositionRemaining(offset, length);
            appender.writeBytes(record);
            segmentBytes += HEADER_BYTES + length;
        } catch (final Throwable failure) {
            throw new JournalFault("append to " + folder + " failed", failure);
        }
    }

    /** Segment of the last record appended. */
    int segment() {
        return clock.segment;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        appender.close();
        queue.close();
        record.releaseLast();
    }

    private static void onFileReleased(final int cycle, final File file) {
        // Nothing to do: the default would log.
    }

    private static void setIfAbsent(final String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }

    /** Counts segments as days; only the append that rolls moves it. */
    private static final class SegmentClock implements TimeProvider {
        private int segment;

        @Override
        public long currentTimeMillis() {
            return TimeUnit.DAYS.toMillis(segment);
        }

        @Override
        public long currentTimeMicros() {
            return TimeUnit.DAYS.toMicros(segment);
        }

        @Override
        public long currentTimeNanos() {
            return TimeUnit.DAYS.toNanos(segment);
        }
    }
}
