package io.plimsoll.config.model;

/** The charges that a margin model is put together from. */
public enum ChargeType {
    /** The sum of its parts. */
    SUM,
    /** The largest of its parts. */
    LARGEST,
    /** A multiple of its one part. */
    MULTIPLE,
    /** A measure of a block of scenarios. */
    SCENARIOS,
    /** Basis risk of each expiry. */
    EXPIRY_BASIS,
    /** A rate of the notional. */
    NOTIONAL,
    /** Haircuts on coins. */
    HAIRCUT,
    /** A minimum for short options. */
    SHORT_OPTIONS,
    /** What closing options costs. */
    OPTION_CLOSE_OUT,
    /** Risk that expiries that offset each other move apart. */
    ROLL,
    /** Risk that volatilities of expiries that offset each other move apart. */
    VEGA_OFFSET,
    /** Risk that quote currencies that offset each other move apart. */
    QUOTE_HEDGE,
    /** Risk that interest rates move in parallel. */
    INTEREST,
    /** Risk of a position that is large beside what is traded. */
    CONCENTRATION,
    /** Funding that perpetuals will pay next. */
    FUNDING,
    /** More for everybody where much is open. */
    OPEN_INTEREST,
    /** Doubtful prices. */
    CONFIDENCE,
    /** A stable coin below its peg. */
    PEG
}
