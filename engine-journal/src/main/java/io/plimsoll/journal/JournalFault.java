package io.plimsoll.journal;

/**
 * Writing or forcing failed. What was given to the journal since the last success may or may not be on disk: the engine
 * must stop at once, nothing it did since may leave, and a new start recovers what is there.
 */
public final class JournalFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalFault(final String message, final Throwable cause) {
        super(message, cause);
    }
}
