package io.plimsoll.config.portfolio;

/** What a position is in. */
public enum PositionKind {
    /** A coin that is held as collateral, or owed. */
    COIN,
    /** A linear contract without expiry. */
    PERPETUAL,
    /** A linear contract with expiry. */
    FUTURE,
    /** A perpetual that is worth a fixed amount of the margin currency at every price and pays profit and loss in coin. */
    INVERSE_PERPETUAL,
    /** The same with expiry. */
    INVERSE_FUTURE,
    /** A European call. */
    CALL,
    /** A European put. */
    PUT;

    /** {@return whether it is an option} */
    public boolean isOption() {
        return this == CALL || this == PUT;
    }

    /** {@return whether it is a future of either kind} */
    public boolean isFuture() {
        return this == FUTURE || this == INVERSE_FUTURE;
    }

    /** {@return whether it pays in coin and is counted in the margin currency} */
    public boolean isInverse() {
        return this == INVERSE_PERPETUAL || this == INVERSE_FUTURE;
    }
}
