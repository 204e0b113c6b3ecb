package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.StressSource;

/**
 * What a price did in an event.
 *
 * @param down to the trough, a share of the price before, above -1 and at most 0.
 * @param up from the trough, a share of the price there, from 0.
 * @param source of the figures.
 */
public record Move(double down, double up, StressSource source) {
    /** The larger of two moves, each side by itself. */
    Move worse(final Move other) {
        return new Move(Math.min(down, other.down), Math.max(up, other.up), source);
    }
}
