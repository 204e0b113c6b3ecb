package io.plimsoll.journal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that nobody but their owner can look into. */
final class OwnerOnly {
    private static final String PERMISSIONS = "rwx------";

    private OwnerOnly() {}

    /** Makes a folder, and those above it, unless it is there; takes everybody else's rights away; forces its entry. */
    static void makeFolder(final Path folder, final Disk disk) throws IOException {
        final boolean isNew = !Files.isDirectory(folder);
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(PERMISSIONS));
        }
        if (isNew) {
            disk.forceFolder(folder.toAbsolutePath().getParent());
        }
    }
}
