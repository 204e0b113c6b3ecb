package io.plimsoll.config.model;

/** Words that stand in a margin model's file. */
public final class ModelWords {
    /** How sums are kept. */
    public enum Sums {
        /** One sum for each underlying. */
        BY_UNDERLYING,
        /** One sum for each expiry of an underlying. */
        BY_EXPIRY
    }

    /** Scenario blocks. */
    public enum Block {
        /** Scenarios that move one underlying, those that bend the smile among them. */
        GRID,
        /** Scenarios that move everything together. */
        JOINT,
        /** Named stress. */
        STRESS
    }

    /** Measures. */
    public enum Measure {
        /** The largest loss. */
        WORST,
        /** Expected shortfall. */
        SHORTFALL,
        /** Value at risk. */
        VALUE_AT_RISK
    }

    /** Rules across underlyings. */
    public enum Across {
        /** Each alone, and the sum. */
        SUM,
        /** All together. */
        TOGETHER,
        /** A share of all together, the rest of each alone. */
        BLEND,
        /** The same within each group. */
        BLEND_IN_GROUPS,
        /** Losses whole, of gains a share. */
        ALIGNED_GAIN
    }

    /** Kinds of instruments. */
    public enum Kind {
        /** A coin that is held. */
        COIN,
        /** A contract without expiry. */
        PERPETUAL,
        /** A contract with expiry. */
        FUTURE,
        /** A European call. */
        CALL,
        /** A European put. */
        PUT
    }

    /** Which haircut. */
    public enum Haircut {
        /** That of both margins. */
        BOTH,
        /** What the initial margin takes besides. */
        INITIAL
    }

    private ModelWords() {}
}
