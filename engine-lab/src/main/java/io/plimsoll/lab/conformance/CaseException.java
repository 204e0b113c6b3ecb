package io.plimsoll.lab.conformance;

import java.io.Serial;

/** A case file that is not as the format says. */
public final class CaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what and where.
     */
    public CaseException(final String message) {
        super(message);
    }

    /**
     * Says what is wrong.
     *
     * @param message what and where.
     * @param cause what it came from.
     */
    public CaseException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
