package io.plimsoll.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Folders that hold what nobody but the engine's user may change: the journal and the media driver's shared memory. Where the
 * file system knows no owners nothing is checked.
 */
final class FolderSafety {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final Path OWN_PROCESS = Path.of("/proc/self");

    private FolderSafety() {}

    /**
     * Refuses a folder that others can change, or could have put there. A folder that does not exist is fine.
     *
     * @param what the folder is, for the message.
     * @return whether others can look into it.
     * @throws IllegalStateException it is not safe; the message says what to do.
     */
    static boolean check(final String what, final Path folder) {
        if (!isPosix() || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            refuseForeignLink(what, folder);
            final PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
            if (!attributes.owner().equals(self())) {
                throw new IllegalStateException(what + " '" + folder + "' belongs to "
                        + attributes.owner().getName() + "; run as that user, or give this engine another folder");
            }
            final Set<PosixFilePermission> permissions = attributes.permissions();
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new IllegalStateException("others can write to " + what + " '" + folder + "' ("
                        + PosixFilePermissions.toString(permissions)
                        + "); make sure that nothing in it is theirs, then: chmod 700 '" + folder + "'");
            }
            return !OWNER_ONLY.containsAll(permissions);
        } catch (final IOException failure) {
            throw new UncheckedIOException("cannot look at " + what + " '" + folder + "': " + failure, failure);
        }
    }

    /** In a folder like /dev/shm anybody can make a link of any name, and it would lead the engine's files elsewhere. */
    private static void refuseForeignLink(final String what, final Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)
                && !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self())) {
            throw new IllegalStateException(what + " '" + folder + "' is a link that "
                    + Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName()
                    + " made; remove it, or give this engine another folder");
        }
    }

    /**
     * Takes everybody else's rights to a folder away.
     *
     * @throws IllegalStateException it is not this user's, or a link.
     */
    static void tighten(final String what, final Path folder) {
        if (!isPosix()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        } catch (final IOException failure) {
            throw new UncheckedIOException("cannot make " + what + " '" + folder + "' private: " + failure, failure);
        }
        check(what, folder);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** The user that this process runs as; its id is that of the files it makes. */
    private static UserPrincipal self() throws IOException {
        return Files.exists(OWN_PROCESS)
                ? Files.getOwner(OWN_PROCESS)
                : FileSystems.getDefault()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }
}
