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
        STRESS,
        /** What an expiry's options pay at each of its strikes, at a price of 0, and not at all. */
        PAYOFF,
        /** What calls pay for a rise beyond all strikes by one forward price. */
        BEYOND
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

    /** Sides of positions. */
    public enum Side {
        /** Bought. */
        LONG,
        /** Sold. */
        SHORT,
        /** All. */
        BOTH
    }

    /** What a portfolio is taken apart into. */
    public enum Part {
        /** All of one underlying. */
        UNDERLYING,
        /** All of one expiry. */
        EXPIRY,
        /** One position. */
        POSITION
    }

    /** What a rate is taken of. */
    public enum Column {
        /** Market value. */
        VALUE,
        /** What the position is about. */
        NOTIONAL,
        /** Its size at its own price: the value change when the underlying doubles, to first order. */
        DELTA,
        /** By how much an option is out of the money. */
        OUT_OF_THE_MONEY,
        /** How many units of the underlying it holds, each counted as one of the margin currency. */
        UNITS
    }

    /** Powers of a position's size. */
    public enum Power {
        /** One. */
        LINEAR,
        /** One half. */
        ROOT
    }

    /** Totals of a venue. */
    public enum Total {
        /** What is deposited of a coin. */
        DEPOSITS,
        /** What is borrowed of it. */
        BORROWS
    }

    private ModelWords() {}
}
