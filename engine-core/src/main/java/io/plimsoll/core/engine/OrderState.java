package io.plimsoll.core.engine;

/** What became of an order. Mirrored in the schema. */
public enum OrderState {
    /** Rests; its margin is counted. */
    OPEN(1),
    /** Nothing remains. */
    FILLED(2),
    /** Taken away. */
    CANCELLED(3);

    private final int code;

    OrderState(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
