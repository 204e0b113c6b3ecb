package io.plimsoll.config.scenario;

/** What a scenario does to volatilities. */
public enum VolatilityMove {
    /** They stay. */
    NONE,
    /** They rise by the range of the rule, more for short expiries. */
    UP,
    /** They fall by the range of the rule, more for short expiries. */
    DOWN,
    /** The skew tilts: strikes above the forward rise, those below fall, by k = ln(K/F). */
    LINEAR,
    /** The smile bends: strikes far from the forward rise, by k = |ln(K/F)|. */
    ABSOLUTE
}
