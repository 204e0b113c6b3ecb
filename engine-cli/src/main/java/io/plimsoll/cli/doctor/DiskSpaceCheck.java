package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/** The disk has room for the journal to go on. */
final class DiskSpaceCheck implements Check {
    /** Commands and events. */
    private static final int QUEUES = 2;

    private static final int COMFORTABLE_ROLLS = 10;

    private final Machine machine;
    private final Path journal;
    private final long rollBytes;

    DiskSpaceCheck(final Machine machine, final Path journal, final long rollBytes) {
        this.machine = machine;
        this.journal = journal;
        this.rollBytes = rollBytes;
    }

    @Override
    public String name() {
        return "disk space";
    }

    @Override
    public Finding look() {
        final Path folder = machine.nearest(journal);
        final Optional<Machine.Space> space = machine.space(folder);
        if (space.isEmpty()) {
            return Finding.fail("no file system at " + folder, "set journal.folder to a folder that can be made");
        }
        final long free = space.get().free();
        final String found =
                Amounts.bytes(free) + " free at " + folder + "; a journal file grows to " + Amounts.bytes(rollBytes);
        if (free < QUEUES * rollBytes) {
            return Finding.fail(
                    found, "free some, or set journal.folder to a larger disk: a full disk stops the engine");
        }
        return free < COMFORTABLE_ROLLS * QUEUES * rollBytes
                ? Finding.warn(found, "watch it, or set journal.folder to a larger disk: a full disk stops the engine")
                : Finding.ok(found);
    }
}
