package io.plimsoll.lab.live;

import java.math.BigDecimal;
import java.util.List;

/**
 * Margin equity against maintenance margin as price and volatilities of one underlying move.
 *
 * @param underlying its symbol.
 * @param price of it now, in the margin currency.
 * @param step of prices at which liquidation is looked for.
 * @param revalued where the account would stand with rows made from the prices now: every point but the one without a move has rows of
 *     its own.
 * @param isBelow whether the account is below its maintenance margin now: what is crossed is the way back.
 * @param below the nearest crossing at lower prices.
 * @param above the nearest crossing at higher prices.
 * @param points one for each move of the price with each of the volatilities; prices change last.
 */
public record LiquidationSurface(
        String underlying,
        BigDecimal price,
        BigDecimal step,
        Standing revalued,
        boolean isBelow,
        Crossing below,
        Crossing above,
        List<SurfacePoint> points) {
    /** Copies the list. */
    public LiquidationSurface {
        points = List.copyOf(points);
    }
}
