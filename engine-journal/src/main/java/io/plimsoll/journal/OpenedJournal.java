package io.plimsoll.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A journal that this process has open for writing: its generation's two queues and the lock. */
public final class OpenedJournal implements AutoCloseable {
    private final Path folder;
    private final int epoch;
    private final JournalEnd start;
    private final CommandJournal commands;
    private final EventJournal events;
    private final Forcer forcer;
    private final Disk disk;
    private JournalLock lock;

    OpenedJournal(
            final Path folder,
            final int epoch,
            final JournalEnd start,
            final CommandJournal commands,
            final EventJournal events,
            final Forcer forcer,
            final Disk disk) {
        this.folder = folder;
        this.epoch = epoch;
        this.start = start;
        this.commands = commands;
        this.events = events;
        this.forcer = forcer;
        this.disk = disk;
    }

    /** From now on the lock is let go of when this is closed. */
    OpenedJournal holding(final JournalLock taken) {
        lock = taken;
        return this;
    }

    /**
     * This start of the engine: number of its generation.
     *
     * @return epoch, from 1.
     */
    public int epoch() {
        return epoch;
    }

    /**
     * Last command that recovery found; the next one gets this plus 1.
     *
     * @return sequence; 0: none.
     */
    public long lastSequence() {
        return start.lastSequence();
    }

    /**
     * Time of that command; the next one must not be earlier.
     *
     * @return ns since 1970-01-01T00:00:00Z; 0: none.
     */
    public long lastTimeNs() {
        return start.lastTimeNs();
    }

    /**
     * Queue of commands.
     *
     * @return for one thread to append to.
     */
    public CommandJournal commands() {
        return commands;
    }

    /**
     * Queue of events.
     *
     * @return for one thread to append to.
     */
    public EventJournal events() {
        return events;
    }

    /**
     * What forces both queues to disk.
     *
     * @return for one thread to call.
     */
    public Forcer forcer() {
        return forcer;
    }

    /**
     * Forces what is there, notes that the generation is whole and lets go of the lock. The threads that append and
     * force must have stopped. After a {@link JournalFault} nothing is forced or noted.
     *
     * @throws JournalFault the last force or the note failed.
     */
    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            if (!forcer.faulted() && !commands.faulted() && !events.faulted()) {
                forcer.forceAll();
                noteClosing();
            }
        } catch (final IOException failure) {
            throw new JournalFault("cannot note that generation " + epoch + " is closed", failure);
        } finally {
            release();
        }
    }

    private void noteClosing() throws IOException {
        final JournalEnd end = new JournalEnd(
                commands.journaledSequence(),
                commands.lastTimeNs(),
                commands.lastChain(),
                events.completeSequence(),
                events.completeChain());
        final Path note = folder.resolve(Manifest.CLOSING_NOTE);
        KeyValueFile.prepare(note, Manifest.closingNote(epoch, end), disk);
        KeyValueFile.commit(note, disk);
    }

    /** Closes files and queues without forcing or noting anything, as a crash would. */
    void release() {
        try {
            forcer.close();
        } catch (final IOException failure) {
            throw new JournalFault("cannot close the files of generation " + epoch, failure);
        } finally {
            commands.queue().close();
            events.queue().close();
            if (lock != null) {
                lock.close();
                lock = null;
            }
        }
    }
}
