package io.plimsoll.cli;

/** The command cannot be carried out as it was asked for; the message says what would help. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(final String message) {
        super(message);
    }
}
