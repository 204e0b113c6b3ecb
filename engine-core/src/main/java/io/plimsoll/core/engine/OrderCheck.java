package io.plimsoll.core.engine;

/** How the margin of an order was checked. Mirrored in the schema. */
public enum OrderCheck {
    /** It was not: the order did not become larger. */
    NONE(0),
    /** By a bound: free margin is at least what is said. */
    BOUND(1),
    /** In full: free margin is what is said. */
    EXACT(2);

    private final int code;

    OrderCheck(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
