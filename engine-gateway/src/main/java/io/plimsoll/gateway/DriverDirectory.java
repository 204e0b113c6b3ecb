package io.plimsoll.gateway;

import io.aeron.CncFileDescriptor;
import io.aeron.CommonContext;
import java.io.File;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import org.agrona.IoUtil;

/** Where an embedded media driver keeps its files: nobody else's are there, and nobody else can look into them. */
final class DriverDirectory {
    private static final String WHAT = "the media driver's directory";
    private static final long DRIVER_SILENCE_MS = 2_500;

    private DriverDirectory() {}

    /**
     * An embedded driver deletes what it finds. A driver that was killed leaves a fresh heartbeat behind for a moment; its
     * process tells the difference.
     *
     * @throws IllegalStateException a driver runs there, or others could have put something there.
     */
    static void refuseForeign(final String directory) {
        FolderSafety.check(WHAT, Path.of(directory));
        final File folder = new File(directory);
        if (CommonContext.isDriverActive(folder, DRIVER_SILENCE_MS, message -> {}) && isProcessAlive(folder)) {
            throw new IllegalStateException(
                    "a media driver runs in " + directory + "; give this engine another directory");
        }
    }

    /** Takes everybody else's rights away. The driver has made the directory anew, as the process's umask says. */
    static void makePrivate(final String directory) {
        FolderSafety.tighten(WHAT, Path.of(directory));
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
