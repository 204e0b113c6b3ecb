package io.plimsoll.core.math;

/** What a scenario does to the volatility of an option. */
public enum VolatilityMove {
    /** Nothing. */
    NONE,
    /** Raises it by the range, more at short expiries; never below a floor. */
    UP,
    /** Lowers it by the range, more at short expiries. */
    DOWN,
    /** Tilts the smile: in proportion to log-moneyness, up to a cap. */
    LINEAR,
    /** Bends the smile: in proportion to the size of log-moneyness, up to a cap. */
    ABSOLUTE,
    /** Moves it by the scenario's own share, more at short expiries. */
    SHARE
}
