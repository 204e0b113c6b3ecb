package io.plimsoll.cli.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * How long it took to have a few KiB safe on disk.
 *
 * @param count of writes, each with a force.
 * @param p50Ns half of them took at most this, ns.
 * @param p99Ns 99 of 100 took at most this, ns.
 */
record ForceSample(int count, long p50Ns, long p99Ns) {
    private static final int BLOCK = 4_096;

    /** Writes a file in a folder, forces it after each block, and deletes it. */
    static ForceSample take(final Path folder, final int count) throws IOException {
        final Path file = Files.createTempFile(folder, ".plimsoll-doctor-", ".tmp");
        final long[] tookNs = new long[count];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            for (int i = 0; i < count; i++) {
                block.clear();
                final long startNs = System.nanoTime();
                while (block.hasRemaining()) {
                    channel.write(block);
                }
                channel.force(false);
                tookNs[i] = System.nanoTime() - startNs;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(tookNs);
        return new ForceSample(count, tookNs[count / 2], tookNs[count - 1 - count / 100]);
    }
}
