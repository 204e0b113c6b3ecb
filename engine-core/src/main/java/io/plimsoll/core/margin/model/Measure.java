package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.ScenarioBlock;

/**
 * What is read off the profits and losses of a block of scenarios.
 *
 * @param kind worst loss, expected shortfall or value at risk.
 * @param levelPpm level of the latter two; 0 for the worst loss.
 */
public record Measure(Kind kind, int levelPpm) {
    /** The measures there are. */
    public enum Kind {
        /** The largest loss. */
        WORST,
        /** The mean of the losses beyond a level. */
        SHORTFALL,
        /** The loss at a level. */
        VALUE_AT_RISK
    }

    /** The largest loss. */
    public static final Measure WORST = new Measure(Kind.WORST, 0);

    /** Checks the level. */
    public Measure {
        if (levelPpm < 0 || levelPpm >= FixedPoint.PPM) {
            throw new IllegalArgumentException("a level of " + levelPpm + " ppm is not within [0, 1)");
        }
    }

    /** Adds the leaf; nothing is lost under no scenarios. */
    int read(
            final Accumulator accumulator,
            final String name,
            final long key,
            final int vector,
            final ScenarioBlock block) {
        if (block.count() == 0) {
            return accumulator.amount(name, key, 0, 0);
        }
        return switch (kind) {
            case WORST -> accumulator.worst(name, key, vector, block);
            case SHORTFALL -> accumulator.shortfall(name, key, vector, block, levelPpm);
            case VALUE_AT_RISK -> accumulator.valueAtRisk(name, key, vector, block, levelPpm);
        };
    }
}
