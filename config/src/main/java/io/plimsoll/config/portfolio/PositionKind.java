package io.plimsoll.config.portfolio;

/** What a position is in. */
public enum PositionKind {
    /** A coin that is held as collateral, or owed. */
    COIN,
    /** A linear contract without expiry. */
    PERPETUAL,
    /** A linear contract with expiry. */
    FUTURE,
    /** A European call. */
    CALL,
    /** A European put. */
    PUT
}
