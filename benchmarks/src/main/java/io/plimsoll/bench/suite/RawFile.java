package io.plimsoll.bench.suite;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.DirectBuffer;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The least an append can be: a length and the bytes, copied to the next place of a mapped file whose pages are new. The
 * length is written last, with release, so that a reader never sees half a record.
 */
final class RawFile implements AutoCloseable {
    private static final int BLOCK_BYTES = 64 << 20;
    private static final int ALIGNMENT = 4;

    private final FileChannel channel;
    private final UnsafeBuffer block = new UnsafeBuffer();
    private MappedByteBuffer mapped;
    private long blocks;
    private int at;

    RawFile(final Path file) throws IOException {
        Files.createDirectories(file.getParent());
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        map();
    }

    private void map() throws IOException {
        IoUtil.unmap(mapped);
        mapped = channel.map(FileChannel.MapMode.READ_WRITE, blocks * BLOCK_BYTES, BLOCK_BYTES);
        block.wrap(mapped);
        blocks++;
        at = 0;
    }

    void append(final DirectBuffer record, final int length) throws IOException {
        final int next = at + Integer.BYTES + length + ALIGNMENT - 1 & -ALIGNMENT;
        if (next > BLOCK_BYTES - Integer.BYTES) {
            map();
            append(record, length);
            return;
        }
        block.putBytes(at + Integer.BYTES, record, 0, length);
        block.putIntRelease(at, length);
        at = next;
    }

    @Override
    public void close() throws IOException {
        block.wrap(0, 0);
        IoUtil.unmap(mapped);
        channel.close();
    }
}
