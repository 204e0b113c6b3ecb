package io.plimsoll.bench.suite;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.Journal;
import io.plimsoll.journal.JournalSettings;
import io.plimsoll.journal.OpenedJournal;
import io.plimsoll.journal.RecoveryListener;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A journal with what forces it, as in the live host. */
final class BenchJournal implements AutoCloseable {
    private static final long FORCE_PAUSE_NS = 50_000;

    private final OpenedJournal opened;
    private final Thread forcer;
    private volatile boolean isRunning = true;

    BenchJournal(final Path folder, final MarginEngine engine) {
        opened = Journal.open(JournalSettings.of(folder), engine, RecoveryListener.NONE);
        forcer = new Thread(this::force, "bench-force");
        forcer.setDaemon(true);
        forcer.start();
    }

    private void force() {
        while (isRunning) {
            opened.forcer().doWork();
            LockSupport.parkNanos(FORCE_PAUSE_NS);
        }
    }

    OpenedJournal opened() {
        return opened;
    }

    @Override
    public void close() throws InterruptedException {
        isRunning = false;
        forcer.join();
        opened.close();
    }
}
