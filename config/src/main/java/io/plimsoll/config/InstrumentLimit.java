package io.plimsoll.config;

import java.util.Locale;

/** A limit on orders in an instrument; without it there is none. */
public enum InstrumentLimit {
    /** Largest notional of an order at its limit price, in millionths of the margin currency. */
    ORDER_VALUE_MAX,
    /** Largest position of all accounts of a group together, orders included, in lots. */
    GROUP_POSITION_MAX,
    /** Largest open interest, in lots. */
    OPEN_INTEREST_MAX,
    /** Largest distance of a limit from the mark on the side that trades at once, in parts per million; without it that of the venue. */
    TAKING_BAND,
    /** Largest distance of a limit from the mark on the side that rests, in parts per million; without it that of the venue. */
    RESTING_BAND;

    /** {@return its key in the file} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
