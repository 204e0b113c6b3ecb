package io.plimsoll.lab.whatif;

/** A market or a portfolio that makes no sense. The message says what is wrong and what is allowed. */
public final class MarketException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one line.
     */
    public MarketException(final String message) {
        super(message);
    }
}
