package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.RiskInstrument;

/** By what positions are added up before a charge looks at them. */
public enum Grouping {
    /** By underlying. */
    UNDERLYING,
    /** By expiry. */
    EXPIRY,
    /** By strike of an expiry. */
    STRIKE,
    /** By class of liquidity. */
    CLASS,
    /** By underlying and quote currency. */
    QUOTE;

    private static final int QUOTES = 64;

    int placeOf(final RiskInstrument instrument) {
        return switch (this) {
            case UNDERLYING -> instrument.underlying();
            case EXPIRY -> instrument.expiry();
            case STRIKE -> instrument.strike();
            case CLASS -> instrument.classOf();
            case QUOTE -> instrument.underlying() * QUOTES + instrument.quote();
        };
    }
}
