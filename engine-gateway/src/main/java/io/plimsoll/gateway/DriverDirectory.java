package io.plimsoll.gateway;

import io.aeron.CncFileDescriptor;
import io.aeron.CommonContext;
import java.io.File;
import java.nio.MappedByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.agrona.IoUtil;

/** Where an embedded media driver keeps its files, and whether somebody else's are there. */
final class DriverDirectory {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long DRIVER_SILENCE_MS = 2_500;

    private DriverDirectory() {}

    /** The engine's own: in shared memory where there is some, named after user and journal. */
    static String of(final Path journalFolder) {
        final CRC32C name = new CRC32C();
        name.update(journalFolder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        final Path parent =
                Files.isWritable(SHARED_MEMORY) ? SHARED_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        return parent.resolve("plimsoll-" + System.getProperty("user.name") + '-' + Long.toHexString(name.getValue()))
                .toString();
    }

    /**
     * An embedded driver deletes what it finds. A driver that was killed leaves a fresh heartbeat behind for a moment; its
     * process tells the difference.
     *
     * @throws IllegalStateException a driver runs there.
     */
    static void refuseForeign(final String directory) {
        final File folder = new File(directory);
        if (CommonContext.isDriverActive(folder, DRIVER_SILENCE_MS, message -> {}) && isProcessAlive(folder)) {
            throw new IllegalStateException(
                    "a media driver runs in " + directory + "; give this engine another directory");
        }
    }

    private static boolean isProcessAlive(final File folder) {
        final File file = new File(folder, CncFileDescriptor.CNC_FILE);
        final MappedByteBuffer mapped = IoUtil.mapExistingFile(file, CncFileDescriptor.CNC_FILE);
        try {
            final long pid = CncFileDescriptor.pid(CncFileDescriptor.createMetaDataBuffer(mapped));
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        } finally {
            IoUtil.unmap(mapped);
        }
    }
}
