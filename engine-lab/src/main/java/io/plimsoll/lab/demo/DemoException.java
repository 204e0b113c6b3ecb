package io.plimsoll.lab.demo;

/** The demo cannot go on. The message says why; it is meant for the user. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * The demo cannot go on.
     *
     * @param message why.
     */
    public DemoException(final String message) {
        super(message);
    }

    /**
     * The demo cannot go on because something else failed.
     *
     * @param message why.
     * @param cause what failed.
     */
    public DemoException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
