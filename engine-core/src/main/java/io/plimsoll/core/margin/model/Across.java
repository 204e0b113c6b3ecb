package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;

/**
 * How the underlyings of a portfolio help each other.
 *
 * @param rule the rule.
 * @param share of {@link Rule#BLEND}: how much of correlation counts; of {@link Rule#ALIGNED_GAIN}: how much of a gain.
 * @param most of an aligned gain: the largest that counts, in minor units.
 */
public record Across(Rule rule, long share, long most) {
    /** The rules there are. All are monotone in every scenario's profit and loss. */
    public enum Rule {
        /** Not at all: each alone, and the sum. */
        SUM,
        /** Fully: one measure of the sum of all. */
        TOGETHER,
        /** A share of the measure of all that move together, and the rest of each alone. */
        BLEND,
        /** As {@link #BLEND} within each group of underlyings, groups not at all. */
        BLEND_IN_GROUPS,
        /** In each scenario losses are added whole and of gains a share. */
        ALIGNED_GAIN
    }

    /** Each alone. */
    public static final Across SUM = new Across(Rule.SUM, 0, Long.MAX_VALUE);

    /** All together. */
    public static final Across TOGETHER = new Across(Rule.TOGETHER, 0, Long.MAX_VALUE);

    /** Checks the share. */
    public Across {
        if (share < 0 || share > Rate.ONE) {
            throw new IllegalArgumentException("a share of " + share + " x 10^-15 is not within [0, 1]");
        }
    }
}
