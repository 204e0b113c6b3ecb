package io.plimsoll.config.portfolio;

import java.math.BigDecimal;
import java.util.List;

/**
 * A portfolio file: a market and positions in it.
 *
 * @param timeNs valuation time, ns since 1970.
 * @param rate interest rate, x 10^15.
 * @param underlyings in the order of the file.
 * @param cash in the margin currency.
 * @param positions in the order of the file.
 */
public record PortfolioText(
        long timeNs, long rate, List<UnderlyingText> underlyings, BigDecimal cash, List<PositionText> positions) {
    /** Copies the lists. */
    public PortfolioText {
        underlyings = List.copyOf(underlyings);
        positions = List.copyOf(positions);
    }
}
