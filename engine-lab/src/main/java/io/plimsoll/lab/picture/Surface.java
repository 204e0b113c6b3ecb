package io.plimsoll.lab.picture;

import io.plimsoll.lab.whatif.Equity;
import io.plimsoll.lab.whatif.MarginLevels;
import io.plimsoll.lab.whatif.Market;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.Shock;
import io.plimsoll.lab.whatif.UnderlyingMarket;
import io.plimsoll.lab.whatif.WhatIf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Profit, margins and equity of a portfolio over moves of price and volatility, each cell a what-if of its own.
 *
 * @param grid the moves.
 * @param rows of cells, one a move of volatilities, with one cell a move of prices.
 */
public record Surface(SurfaceGrid grid, List<List<SurfaceCell>> rows) {
    /** Hears how far a computation is. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A part is done.
         *
         * @param done so far.
         * @param all in the end.
         */
        void at(long done, long all);
    }

    /**
     * A move between those of the grid.
     *
     * @param spot relative move of prices.
     * @param volatility relative move of volatilities.
     */
    public record Move(double spot, double volatility) {}

    /** Copies the rows. */
    public Surface {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Computes the surface.
     *
     * @param book market and portfolio.
     * @param preset the margin model.
     * @param wanted the moves; rises beyond the largest price that can be computed with are left out.
     * @param progress hears of every cell.
     * @return the surface.
     * @throws io.plimsoll.lab.whatif.MarketException when the underlying is not in the market, or a cell cannot be computed.
     */
    public static Surface of(
            final PortfolioBook book, final Preset preset, final SurfaceGrid wanted, final Listener progress) {
        wanted.underlying().ifPresent(book.market()::underlying);
        final SurfaceGrid grid = wanted.within(book.market());
        final BigDecimal before = netAssetValue(
                WhatIf.levels(book.portfolio(), book.market(), preset).equity());
        final List<List<SurfaceCell>> rows = new ArrayList<>();
        for (final BigDecimal volatility : grid.volatilities()) {
            final List<SurfaceCell> row = new ArrayList<>();
            for (final BigDecimal spot : grid.spots()) {
                row.add(cell(moved(book, grid, spot, volatility), preset, before));
                progress.at((long) rows.size() * grid.spots().size() + row.size(), grid.count());
            }
            rows.add(row);
        }
        return new Surface(grid, rows);
    }

    private static SurfaceCell cell(final PortfolioBook book, final Preset preset, final BigDecimal before) {
        final MarginLevels levels = WhatIf.levels(book.portfolio(), book.market(), preset);
        final BigDecimal value = netAssetValue(levels.equity());
        return new SurfaceCell(
                value.subtract(before),
                levels.initial(),
                levels.maintenance(),
                levels.equity().total(),
                value);
    }

    private static BigDecimal netAssetValue(final Equity equity) {
        return equity.total().subtract(equity.haircuts());
    }

    /**
     * The portfolio after a move.
     *
     * @param book market and portfolio.
     * @param grid says what moves.
     * @param spot relative move of prices.
     * @param volatility relative move of volatilities.
     * @return another book.
     */
    static PortfolioBook moved(
            final PortfolioBook book, final SurfaceGrid grid, final BigDecimal spot, final BigDecimal volatility) {
        final PortfolioBook all = book.after(Shock.of(spot, volatility, BigDecimal.ZERO));
        return grid.underlying()
                .map(name -> new PortfolioBook(only(name, all.market(), book.market()), all.portfolio()))
                .orElse(all);
    }

    private static Market only(final String name, final Market moved, final Market still) {
        final List<UnderlyingMarket> underlyings = new ArrayList<>();
        for (int i = 0; i < still.underlyings().size(); i++) {
            final boolean moves = still.underlyings().get(i).name().equals(name);
            underlyings.add((moves ? moved : still).underlyings().get(i));
        }
        return new Market(still.time(), still.rate(), underlyings);
    }

    /**
     * Where the margin status changes; between neighbouring cells by linear interpolation.
     *
     * @param line which change.
     * @return the lines, the longest first; none: it does not change within the grid.
     */
    public List<List<Move>> line(final StatusLine line) {
        return contour(cell -> line.headroom(cell).doubleValue(), 0);
    }

    List<List<Move>> contour(final ToDoubleFunction<SurfaceCell> height, final double level) {
        return Contour.of(
                grid.spots().stream().mapToDouble(BigDecimal::doubleValue).toArray(),
                grid.volatilities().stream()
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray(),
                rows.stream()
                        .map(row -> row.stream().mapToDouble(height).toArray())
                        .toArray(double[][]::new),
                level);
    }
}
