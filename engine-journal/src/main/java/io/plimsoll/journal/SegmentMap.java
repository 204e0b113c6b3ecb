package io.plimsoll.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A segment file mapped read-only, a window at a time.
 *
 * <p>Chronicle's own tailer is not used for reading: it passes over a missing file without a word, waits on an empty one
 * and opens the queue's shared metadata for writing. What is read here is the file's documented layout alone: documents
 * one after the other, each a 4-byte header and its bytes, padded to 4.
 */
final class SegmentMap implements AutoCloseable {
    private static final long WINDOW = 64 << 20;
    private static final long PAGE = 4096;

    private final Path file;
    private final FileChannel channel;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private MappedByteBuffer window;
    private long windowStart;
    private long windowLength;

    SegmentMap(final Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Makes bytes of the file readable.
     *
     * @param position of the first in the file.
     * @param length number of bytes.
     * @return whether the file is long enough.
     */
    boolean reach(final long position, final int length) {
        final boolean mapped = position >= windowStart && position + length <= windowStart + windowLength;
        return mapped || map(position, length);
    }

    private boolean map(final long position, final int length) {
        try {
            final long size = channel.size();
            if (position + length > size) {
                return false;
            }
            unmap();
            windowStart = position / PAGE * PAGE;
            windowLength = Math.min(WINDOW, size - windowStart);
            window = channel.map(FileChannel.MapMode.READ_ONLY, windowStart, windowLength);
            window.order(ByteOrder.LITTLE_ENDIAN);
            buffer.wrap(window);
            return true;
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Document header at a position that was reached; read in order with what stands behind it. */
    int header(final long position) {
        return buffer.getIntVolatile(at(position));
    }

    /** Offset in {@link #buffer()} of a position that was reached. */
    int at(final long position) {
        return (int) (position - windowStart);
    }

    /** The window as a buffer. */
    UnsafeBuffer buffer() {
        return buffer;
    }

    /** The window as bytes, for checksums; position and limit are free to change. */
    ByteBuffer bytes() {
        return window;
    }

    long size() {
        try {
            return channel.size();
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file() {
        return file;
    }

    private void unmap() {
        buffer.wrap(0, 0);
        BufferUtil.free(window);
        window = null;
        windowStart = 0;
        windowLength = 0;
    }

    @Override
    public void close() {
        unmap();
        try {
            channel.close();
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
