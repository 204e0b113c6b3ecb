package io.plimsoll.journal;

/** Another process has the journal open for writing. */
public final class JournalLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long pid;

    JournalLockedException(final String message, final long pid) {
        super(message);
        this.pid = pid;
    }

    /**
     * Process that holds the lock, as it wrote down itself.
     *
     * @return process id; 0: unknown.
     */
    public long pid() {
        return pid;
    }
}
