package io.plimsoll.core.margin;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.AlwaysLoss;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * What orders bring to an account: what they could lose under each scenario, beside what it holds; what it would hold with those of
 * the worse side filled; and the delta that they could bring. The account's own sums stay as they are. Reuse the object.
 */
final class OrderSums {
    private final AlwaysLoss alwaysLoss;
    private final PortfolioSums losses;
    private final HeldList held;

    OrderSums(
            final Accumulator accumulator,
            final RiskFrame frame,
            final boolean byExpiry,
            final AlwaysLoss alwaysLoss,
            final int underlyings) {
        this.alwaysLoss = alwaysLoss;
        this.losses = new PortfolioSums(accumulator, frame, byExpiry);
        this.held = new HeldList(new Exposure(underlyings));
    }

    /** Begins with no order of an account. */
    void begin(final AccountSums account) {
        losses.clear();
        account.listPositions(held);
        held.exposure().copy(account.group().exposure());
    }

    /** Begins with the orders that were counted in elsewhere. */
    void begin(final OrderSums other) {
        losses.copy(other.losses);
        held.copy(other.held);
    }

    /** Counts an order in. */
    void add(final RiskInstrument row, final long signedLots, final long loss) {
        losses.addLosses(row, alwaysLoss, signedLots, loss);
        held.exposure().order(row.underlying(), signedLots * row.row().column(Column.DELTA));
    }

    /** What is held, or would be; coins are added when all else is said. */
    HeldList held() {
        return held;
    }

    /** Counts the orders in into sums of what is held; some scenarios count them by the sign of that. */
    void count(final PortfolioSums into) {
        into.countLosses(losses, alwaysLoss);
    }
}
