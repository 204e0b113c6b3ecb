package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of the media driver is in memory and has room for its streams. */
final class SharedMemoryCheck implements Check {
    /** A client has a stream in each direction, and a stream has three terms. */
    private static final int TERMS_PER_CLIENT = 6;

    /** Counters, errors and commands of the driver. */
    private static final long FIXED = 16L << 20;

    private final Machine machine;
    private final Path directory;
    private final long termBytes;
    private final int sessions;

    SharedMemoryCheck(final Machine machine, final Path directory, final long termBytes, final int sessions) {
        this.machine = machine;
        this.directory = directory;
        this.termBytes = termBytes;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "shared memory";
    }

    @Override
    public Finding look() {
        final Path folder = machine.nearest(directory);
        final Optional<Machine.Space> space = machine.space(folder);
        if (space.isEmpty()) {
            return Finding.fail("no file system at " + folder, "set aeron.directory to a folder in shared memory");
        }
        final long perClient = TERMS_PER_CLIENT * termBytes;
        final long wanted = FIXED + sessions * perClient;
        final long free = space.get().free();
        final String found = folder + " (" + space.get().type() + ") has " + Amounts.bytes(free) + " free of "
                + Amounts.bytes(space.get().total()) + "; " + sessions + " clients take up to " + Amounts.bytes(wanted);
        if (free < FIXED + perClient) {
            return Finding.fail(found, "make it larger (docker: shm_size) or set a smaller aeron.term-bytes");
        }
        if (free < wanted) {
            return Finding.warn(
                    found, "make it larger (docker: shm_size) or set a smaller aeron.term-bytes or sessions.max");
        }
        return machine.isLinux() && !space.get().type().equals("tmpfs")
                ? Finding.warn(found, "set aeron.directory to a folder in /dev/shm: a disk makes messages slow")
                : Finding.ok(found);
    }
}
