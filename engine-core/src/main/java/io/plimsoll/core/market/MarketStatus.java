package io.plimsoll.core.market;

/** What is allowed on a market. */
public enum MarketStatus {
    /** Orders are taken. */
    OPEN(1),
    /** Only cancels. */
    CANCEL_ONLY(2),
    /** No orders at all; trades that happened are still booked. */
    HALTED(3),
    /** For good: orders are cancelled, positions settled; so is what a late trade brings. */
    SETTLED(4);

    private final int code;

    MarketStatus(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
