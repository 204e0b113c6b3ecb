package io.plimsoll.core.risk;

/** What an instrument is to a margin model. */
public enum RiskKind {
    /** A coin that is held. */
    COIN,
    /** A contract without expiry. */
    PERPETUAL,
    /** A contract with expiry. */
    FUTURE,
    /** A European call. */
    CALL,
    /** A European put. */
    PUT;

    /** {@return whether it is a call or a put} */
    public boolean isOption() {
        return this == CALL || this == PUT;
    }
}
