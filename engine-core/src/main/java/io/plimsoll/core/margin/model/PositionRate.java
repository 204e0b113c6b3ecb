package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;

/** A rate that depends on the position it is taken of. */
@FunctionalInterface
public interface PositionRate {
    /**
     * The rate of a position.
     *
     * @param frame underlyings, and what the venue holds of them.
     * @param instrument what the position is in.
     * @param tree where the vector lives.
     * @param vector columns of the size of the position, and of what others of the group hold where that counts.
     * @return by {@link io.plimsoll.core.fixed.Rate}, not negative.
     */
    long of(RiskFrame frame, RiskInstrument instrument, Accumulator tree, int vector);

    /** {@return whether it grows with the size of the position: then that of the whole group counts} */
    default boolean isBySize() {
        return false;
    }
}
