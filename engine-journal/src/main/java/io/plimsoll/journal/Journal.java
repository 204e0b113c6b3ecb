package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;

/** Opens a journal for writing. */
public final class Journal {
    private Journal() {}

    /**
     * Takes the lock, rebuilds the engine from what is there and opens the next generation. It may be killed at any point
     * and called again. During recovery the engine's events come here: a host joins its own dispatcher to the engine
     * afterwards.
     *
     * @param settings where and how.
     * @param engine an empty engine; afterwards in the state after the last valid command.
     * @param listener hears how it goes on.
     * @return the open journal.
     * @throws JournalLockedException another process has it open.
     * @throws JournalException it is damaged, from another version or from an engine with other limits.
     * @throws JournalFault a file could not be written or forced.
     */
    public static OpenedJournal open(
            final JournalSettings settings, final MarginEngine engine, final RecoveryListener listener) {
        return open(settings, engine, listener, Disk.REAL);
    }

    static OpenedJournal open(
            final JournalSettings settings,
            final MarginEngine engine,
            final RecoveryListener listener,
            final Disk disk) {
        return new Recovery(settings, engine, listener, disk).run();
    }
}
