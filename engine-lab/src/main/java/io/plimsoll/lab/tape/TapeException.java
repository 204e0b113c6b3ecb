package io.plimsoll.lab.tape;

/** A tape that cannot be used. The message says what is wrong, where, and what to do; it is meant for the user. */
public final class TapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A tape that cannot be used.
     *
     * @param message what is wrong and where.
     */
    public TapeException(final String message) {
        super(message);
    }

    /**
     * A tape that cannot be used because something else failed.
     *
     * @param message what is wrong and where.
     * @param cause what failed.
     */
    public TapeException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
