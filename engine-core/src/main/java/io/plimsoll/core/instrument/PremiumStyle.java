package io.plimsoll.core.instrument;

/** When an option's premium is paid. Mirrored in the schema. */
public enum PremiumStyle {
    /** Not an option. */
    NONE(0),
    /** At the trade; the position counts at its market value and has no cost. */
    PREMIUM(1),
    /** Never as such: the position gains and loses like a future. */
    FUTURES(2);

    private final int code;

    PremiumStyle(final int code) {
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
     * @return the style; {@link #NONE} for what names none.
     */
    public static PremiumStyle of(final int code) {
        return code == PREMIUM.code ? PREMIUM : code == FUTURES.code ? FUTURES : NONE;
    }
}
