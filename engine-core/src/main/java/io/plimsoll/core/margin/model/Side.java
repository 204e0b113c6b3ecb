package io.plimsoll.core.margin.model;

/** Which positions a charge is about, by their sign. */
public enum Side {
    /** Bought. */
    LONG,
    /** Sold. */
    SHORT,
    /** All. */
    BOTH;

    /** Whether a position of this many lots is meant; none of 0 lots is. */
    boolean has(final long lots) {
        return this == BOTH ? lots != 0 : this == LONG ? lots > 0 : lots < 0;
    }
}
