package io.plimsoll.cli.audit;

/** A file cannot be this engine's audit log; the message says what would help. */
public final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditException(final String message) {
        super(message);
    }
}
