package io.plimsoll.config.scenario;

/** Where the move of an underlying in a stress event comes from. */
public enum StressSource {
    /** From bars of four hours or less. */
    INTRADAY,
    /** From daily closes. */
    CLOSES,
    /** The underlying has no prices of that time: the worst move of its class, else of all. */
    CLASS,
    /** A known figure in whole per cents. */
    ROUNDED
}
