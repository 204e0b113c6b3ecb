package io.plimsoll.core.risk;

/** Why an instrument has no row: positions in it are margined by tiers. */
public enum RowFault {
    /** It has one, or nothing was tried yet. */
    NONE,
    /** It was settled: nobody holds it any more. */
    SETTLED,
    /** It has no usable mark, or an option's underlying no index price. */
    NO_PRICE,
    /** No surface gives an option its volatility, or none of its expiry. */
    NO_SURFACE,
    /** A lot is worth more than a million of the margin currency, or the largest position does not fit whole minor units. */
    TOO_LARGE,
    /** The smallest move of the scenario set moves a lot by fewer than {@value Revaluation#LEAST_UNITS} risk units. */
    TOO_COARSE;

    /** {@return whether the terms of the instrument are to blame, and no price or surface that may come} */
    public boolean isOfTerms() {
        return this == TOO_LARGE || this == TOO_COARSE;
    }
}
