package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskKind;
import java.util.Set;

/**
 * Which positions a charge is about.
 *
 * @param kinds of instruments.
 * @param side of the position.
 */
public record Selection(Set<RiskKind> kinds, Side side) {
    /** Copies the kinds. */
    public Selection {
        kinds = Set.copyOf(kinds);
    }

    /** Whether it makes a difference between long and short contracts. */
    boolean isBySide() {
        return side != Side.BOTH && kinds.stream().anyMatch(kind -> kind != RiskKind.COIN);
    }

    boolean has(final Holdings holdings, final int index) {
        return side.has(holdings.lots(index))
                && kinds.contains(holdings.instrument(index).kind());
    }
}
