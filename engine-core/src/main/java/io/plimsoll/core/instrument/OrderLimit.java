package io.plimsoll.core.instrument;

/** A limit on orders in an instrument that an administrator sets. Until then there is none. */
public enum OrderLimit {
    /** Largest notional of an order at its limit price, in millionths of the margin currency. */
    ORDER_VALUE_MAX(0),
    /** Largest position of all accounts of a group together, orders included, in lots. */
    GROUP_LOTS_MAX(1),
    /** Largest open interest, in lots. */
    OPEN_INTEREST_MAX(2),
    /** Largest distance of a limit from the mark on the side that trades at once, in parts per million; none: that of the venue. */
    TAKING_BAND_PPM(3),
    /** Largest distance of a limit from the mark on the side that rests, in parts per million; none: that of the venue. */
    RESTING_BAND_PPM(4);

    /** No limit. */
    public static final long UNLIMITED = 1L << 60;

    private final int index;

    OrderLimit(final int index) {
        this.index = index;
    }

    /** {@return its place; part of the hash, never changed} */
    int index() {
        return index;
    }

    /** {@return how many there are} */
    static int count() {
        return 5;
    }
}
