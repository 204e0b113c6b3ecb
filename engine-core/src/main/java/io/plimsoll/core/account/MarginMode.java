package io.plimsoll.core.account;

/** How an account's requirement is formed. */
public enum MarginMode {
    /** One pool, the sum of position requirements by notional tier. */
    CROSS(1),
    /** The requirement of the whole over scenarios. */
    PORTFOLIO(2),
    /** A pocket: one instrument and one settlement asset, apart from all else its owner has. */
    ISOLATED(3);

    private final int code;

    MarginMode(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
