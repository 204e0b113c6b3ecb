package io.plimsoll.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Forces the segment files of one queue, each from where the last force left off. */
final class QueueForcer implements AutoCloseable {
    private final Path queue;
    private final Disk disk;
    private int segment;
    private FileChannel channel;

    QueueForcer(final Path queue, final Disk disk) {
        this.queue = queue;
        this.disk = disk;
    }

    /**
     * Returns when all segments up to one, and the folder's entries for them, are on disk.
     *
     * @param upToSegment last segment that holds something to force.
     */
    void force(final int upToSegment) throws IOException {
        boolean newFile = channel == null;
        open();
        disk.force(channel);
        while (segment < upToSegment) {
            close();
            segment++;
            newFile = true;
            open();
            disk.force(channel);
        }
        if (newFile) {
            disk.forceFolder(queue);
        }
    }

    private void open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(QueueFiles.segment(queue, segment), StandardOpenOption.WRITE);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
