package io.plimsoll.config.model;

/** What a roll charge is taken of. */
public enum RollNetting {
    /** The part of long and short expiries that offset each other. */
    OFFSET,
    /** Every contract, without netting. */
    GROSS
}
