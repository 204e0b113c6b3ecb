package io.plimsoll.core.engine;

/** What a definition is about. Mirrored in the schema. */
public enum Definition {
    /** A sender of commands. */
    SOURCE(1),
    /** An asset. */
    ASSET(2),
    /** A table of margin tiers. */
    TIER_TABLE(3),
    /** An instrument. */
    INSTRUMENT(4),
    /** An owner of accounts. */
    GROUP(5),
    /** A margin account. */
    ACCOUNT(6),
    /** Funding of a perpetual; the id is the instrument's. */
    FUNDING(7),
    /** Haircuts of an asset; the id is the asset's. */
    HAIRCUTS(20),
    /** A schedule of fees. */
    FEE_SCHEDULE(21),
    /** An asset as a claim on another one; the id is that of the claim. */
    CLAIM(22);

    private final int code;

    Definition(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
