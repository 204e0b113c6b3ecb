package io.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write: a lock of the operating system on a file in the journal's folder, held for life.
 *
 * <p>The system drops a process's lock as soon as the process closes any handle of the file, so a journal that this
 * process holds already is refused without touching the file.
 */
final class JournalLock implements AutoCloseable {
    static final String FILE = "LOCK";

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private JournalLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock and writes down who holds it.
     *
     * @param journal folder.
     * @return the lock.
     * @throws JournalLockedException another process holds it, or this one already does.
     */
    static JournalLock take(final Path journal) {
        try {
            final Path file = journal.toRealPath().resolve(FILE);
            if (!HELD.add(file)) {
                throw refused(file, ProcessHandle.current().pid());
            }
            boolean taken = false;
            try {
                final JournalLock lock = lock(file);
                taken = true;
                return lock;
            } finally {
                if (!taken) {
                    HELD.remove(file);
                }
            }
        } catch (final IOException failure) {
            throw new JournalFault("cannot take the lock of " + journal, failure);
        }
    }

    @SuppressWarnings("resource") // the lock lives as long as its channel
    private static JournalLock lock(final Path file) throws IOException {
        final FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw refused(file, holder(file));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new JournalLock(file, channel);
    }

    /**
     * Process that has a journal open for writing, told without touching the lock.
     *
     * @param journal folder.
     * @return its id; 0: none, as far as this machine can tell.
     */
    static long writer(final Path journal) throws IOException {
        final Path file = journal.toRealPath().resolve(FILE);
        final long self = ProcessHandle.current().pid();
        if (HELD.contains(file)) {
            return self;
        }
        final long pid = Files.exists(file) ? holder(file) : 0;
        final boolean alive =
                pid != 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return alive && pid != self ? pid : 0;
    }

    private static long holder(final Path file) throws IOException {
        final String text = Files.readString(file, StandardCharsets.US_ASCII).trim();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static JournalLockedException refused(final Path file, final long pid) {
        return new JournalLockedException(
                "the journal " + file.getParent() + " is open for writing in process " + (pid == 0 ? "unknown" : pid),
                pid);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException failure) {
            throw new JournalFault("cannot let go of the lock " + file, failure);
        } finally {
            HELD.remove(file);
        }
    }
}
