package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * A rate for as long as the stable coin in which margin is counted is below a price: {@code max(0, threshold - price) x factor}.
 *
 * @param threshold price of the stable coin.
 * @param factor rate for each whole unit that the price is lower.
 */
public record PegRate(long threshold, long factor) implements PositionRate {
    @Override
    public long of(final RiskFrame frame, final RiskInstrument instrument, final Accumulator tree, final int vector) {
        return Rate.timesCeil(Math.max(0, threshold - frame.stablePrice()), factor);
    }
}
