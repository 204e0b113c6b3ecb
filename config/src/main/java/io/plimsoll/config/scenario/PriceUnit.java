package io.plimsoll.config.scenario;

/** What the price move of a grid scenario is a share of. */
public enum PriceUnit {
    /** The price range of the underlying's class. */
    RANGE,
    /** The price itself. */
    SPOT
}
