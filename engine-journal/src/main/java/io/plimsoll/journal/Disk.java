package io.plimsoll.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Forces to disk. The one place, so that a test can put a failing disk in its stead. */
@FunctionalInterface
interface Disk {
    /** The machine's own. */
    Disk REAL = channel -> channel.force(false);

    /**
     * Returns when all that was written to the file is on disk.
     *
     * @param channel of the file or folder.
     * @throws IOException it may or may not be.
     */
    void force(FileChannel channel) throws IOException;

    /** Forces the entries of a folder: files made, renamed or deleted in it. */
    default void forceFolder(final Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            force(channel);
        }
    }

    /** Forces what any process wrote to a file. */
    default void forceFile(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            force(channel);
        }
    }
}
