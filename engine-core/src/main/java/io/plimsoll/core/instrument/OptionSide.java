package io.plimsoll.core.instrument;

/** What an option is a right to. Mirrored in the schema. */
public enum OptionSide {
    /** Not an option. */
    NONE(0),
    /** Pays what the underlying is above the strike. */
    CALL(1),
    /** Pays what the underlying is below the strike. */
    PUT(2);

    private final int code;

    OptionSide(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }

    /**
     * Looks a value of the schema up.
     *
     * @param code to look up.
     * @return the side; {@link #NONE} for what names none.
     */
    public static OptionSide of(final int code) {
        return code == CALL.code ? CALL : code == PUT.code ? PUT : NONE;
    }
}
