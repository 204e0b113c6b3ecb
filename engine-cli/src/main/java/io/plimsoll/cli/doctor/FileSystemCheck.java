package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The journal is on a disk of this machine. */
final class FileSystemCheck implements Check {
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs", "devtmpfs");
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "afs", "lustre", "virtiofs");

    private final Machine machine;
    private final Path journal;

    FileSystemCheck(final Machine machine, final Path journal) {
        this.machine = machine;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "file system";
    }

    @Override
    public Finding look() {
        final Path folder = machine.nearest(journal);
        final Optional<String> type = machine.space(folder).map(Machine.Space::type);
        if (type.isEmpty()) {
            return Finding.fail("no file system at " + folder, "set journal.folder to a folder that can be made");
        }
        final String found = type.get() + " at " + folder;
        if (MEMORY.contains(type.get())) {
            return Finding.fail(found + ": gone with the power", "set journal.folder to a folder on a disk");
        }
        if (NETWORK.contains(type.get()) || type.get().startsWith("fuse")) {
            return Finding.warn(
                    found + ": locks and forced writes depend on another machine",
                    "set journal.folder to a disk of this machine");
        }
        return type.get().equals("overlay")
                ? Finding.warn(found + ": gone with the container", "mount a volume there")
                : Finding.ok(found);
    }
}
