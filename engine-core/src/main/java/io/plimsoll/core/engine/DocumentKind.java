package io.plimsoll.core.engine;

/** What a document is. Mirrored in the schema. */
public enum DocumentKind {
    /** Scenarios and the underlyings that they move. Id 1; one is in force. */
    SCENARIO_SET(1),
    /** A margin model of accounts in portfolio mode, for the scenario set in force. Id 1 is that of new accounts. */
    MARGIN_MODEL(2),
    /** Volatilities of one expiry of an underlying; the id is that of the asset. */
    SURFACE(3);

    private final int code;

    DocumentKind(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }

    private static final DocumentKind[] KINDS = values();

    /**
     * Looks a value of the schema up.
     *
     * @param code to look up.
     * @return the kind, or null when there is none.
     */
    public static DocumentKind of(final int code) {
        return code >= 1 && code <= KINDS.length ? KINDS[code - 1] : null;
    }
}
