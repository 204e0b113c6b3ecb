package io.plimsoll.config.model;

/** The charges that a margin model is put together from. */
public enum ChargeType {
    /** The sum of its parts. */
    SUM,
    /** The largest of its parts. */
    LARGEST,
    /** The smallest of its parts. */
    SMALLEST,

    /** The sum of its parts for each underlying, expiry or position alone. */
    EACH,

    /** Of each class its own part. */
    BY_CLASS,

    /** Its one part, and what funds that orders have reserved change of it. */
    RESERVED_FUNDS,

    /** An amount for each open order. */
    OPEN_ORDERS,

    /** A schedule of rates on the amount of its one part. */
    TIERS,

    /** A multiple of its one part. */
    MULTIPLE,
    /** A measure of a block of scenarios. */
    SCENARIOS,
    /** The worst loss of a block, negative where all gain. */
    LOSS,

    /** A rate of what positions are worth or hold. */
    AMOUNT,

    /** The same, taken off. */
    RELIEF,

    /** An amount for each position. */
    FIXED,

    /** A rate of the notional that grows with the open interest. */
    NOTIONAL_BY_OPEN_INTEREST,

    /** A rate of the notional that grows with the size of the position. */
    SIZE_IMPACT,

    /** What a weight that falls with the size of the position takes off a value. */
    SIZE_DISCOUNT,

    /** What a weight that moves with the venue's total takes off a coin or adds to a debt. */
    PLATFORM_WEIGHT,

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
    /** A stable coin below its peg, by the scenario risk. */
    PEG,

    /** A stable coin below its peg, by the notional. */
    PEG_NOTIONAL
}
