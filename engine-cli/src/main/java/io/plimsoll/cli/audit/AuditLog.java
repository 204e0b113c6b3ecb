package io.plimsoll.cli.audit;

import io.plimsoll.cli.log.EngineLog;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.EventReader;
import io.plimsoll.journal.JournalException;
import io.plimsoll.journal.RecordView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Follows the event journal on a thread of its own and writes the audit log. It reads what is on disk already and nothing
 * that a loss of power could take back. After a restart it goes on behind the file's last line: nothing is lost or twice.
 */
public final class AuditLog implements AutoCloseable {
    private static final long WAIT_MS = 50;
    private static final long RETRY_MS = 1_000;
    private static final long CLOSE_MS = 30_000;

    private final Path journal;
    private final Path path;
    private final LongSupplier durableSequence;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "plimsoll-audit");
    private AuditFile file;
    private EventReader reader;
    private boolean held;

    private AuditLog(final Path journal, final Path path, final LongSupplier durableSequence) {
        this.journal = journal;
        this.path = path;
        this.durableSequence = durableSequence;
    }

    /**
     * Starts to write. Without a file it begins with the journal's first event.
     *
     * @param journal folder of the journal.
     * @param file to be added to.
     * @param durableSequence last command on disk.
     * @return to be closed when the engine has stopped.
     * @throws AuditException the file is of another journal, or no audit log, or in use.
     * @throws IOException the file cannot be written.
     */
    public static AuditLog start(final Path journal, final Path file, final LongSupplier durableSequence)
            throws IOException {
        final AuditLog log = new AuditLog(journal, file, durableSequence);
        log.open();
        log.thread.setDaemon(true);
        log.thread.start();
        return log;
    }

    private void open() throws IOException {
        file = AuditFile.open(path);
        try {
            reader = new EventReader(journal);
            held = false;
            resume();
        } catch (final RuntimeException failure) {
            shut();
            throw failure;
        }
    }

    /** Goes to behind the event of the file's last line, and makes sure that this journal holds it. */
    private void resume() {
        final AuditLine.Place last = file.last();
        if (last == null) {
            return;
        }
        reader.seekAfter(last.sequence() - 1);
        while (reader.next()) {
            final RecordView event = reader.record();
            if (event.sequence() > last.sequence()) {
                break;
            }
            if (event.sequence() == last.sequence() && event.index() == last.index()) {
                if (Texts.hash(event.chain()).equals(last.chain())) {
                    return;
                }
                break;
            }
        }
        throw new AuditException("the audit log '" + path + "' is not of this journal: its last line is of sequence "
                + last.sequence() + ", where the journal holds something else; name another file");
    }

    private void run() {
        boolean more = true;
        while (more) {
            try {
                if (file == null) {
                    open();
                }
                follow();
                more = false;
            } catch (final IOException failure) {
                complain("audit_retry", "the audit log cannot be written; the next try is in a second", failure);
                shut();
                more = !pause(RETRY_MS);
            } catch (final JournalException | AuditException failure) {
                complain("audit_stopped", "the audit log ends; the engine goes on", failure);
                more = false;
            }
        }
        shut();
    }

    private void follow() throws IOException {
        boolean last = false;
        while (true) {
            if (isReady()) {
                held = false;
                if (AuditLine.isWanted(reader.record())) {
                    file.add(AuditLine.of(reader.record()));
                }
            } else {
                file.flush();
                if (last) {
                    return;
                }
                // Once more after the signal: what was released before it must be there.
                last = pause(WAIT_MS);
            }
        }
    }

    /** Whether there is another event whose command is on disk. */
    private boolean isReady() {
        held = held || reader.next();
        return held && reader.record().sequence() <= durableSequence.getAsLong();
    }

    /** Waits a moment; says whether it is time to end. */
    private boolean pause(final long ms) {
        try {
            return closing.await(ms, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            return true;
        }
    }

    private void complain(final String event, final String message, final Exception failure) {
        EngineLog.logger()
                .atError()
                .addKeyValue("event", event)
                .addKeyValue("file", path)
                .addKeyValue("cause", failure.getMessage())
                .log(message);
    }

    private void shut() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        if (file != null) {
            try {
                file.close();
            } catch (final IOException failure) {
                complain("audit_retry", "the audit log could not be closed", failure);
            }
            file = null;
        }
    }

    /** Writes what is left and ends. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
