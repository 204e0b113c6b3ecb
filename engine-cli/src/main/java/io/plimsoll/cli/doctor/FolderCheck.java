package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A folder of the engine belongs to its user alone. */
final class FolderCheck implements Check {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Machine machine;
    private final String what;
    private final Path folder;

    FolderCheck(final Machine machine, final String what, final Path folder) {
        this.machine = machine;
        this.what = what;
        this.folder = folder;
    }

    @Override
    public String name() {
        return what + " folder";
    }

    @Override
    public Finding look() {
        final Path nearest = machine.nearest(folder);
        if (!machine.isWritable(nearest)) {
            return Finding.fail(
                    nearest + " is not writable for this user", "give it to the engine's user, or set another folder");
        }
        if (!machine.isFolder(folder)) {
            return Finding.ok(folder + " is not there yet; it will be made in " + nearest);
        }
        final Optional<Set<PosixFilePermission>> permissions = machine.permissions(folder);
        if (permissions.isEmpty()) {
            return Finding.notCheckedOn(machine);
        }
        final Set<PosixFilePermission> ofOthers = EnumSet.copyOf(permissions.get());
        ofOthers.removeAll(OWNER);
        final String found = folder + " is " + PosixFilePermissions.toString(permissions.get());
        if (ofOthers.isEmpty()) {
            return Finding.ok(found);
        }
        ofOthers.retainAll(WRITE_OF_OTHERS);
        return ofOthers.isEmpty()
                ? Finding.warn(found + ": others can look into it", "chmod 700 " + folder)
                : Finding.fail(found + ": others can write to it", "chmod 700 " + folder);
    }
}
