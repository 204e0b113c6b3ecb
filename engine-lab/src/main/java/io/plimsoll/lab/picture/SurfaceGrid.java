package io.plimsoll.lab.picture;

import io.plimsoll.lab.whatif.Expiry;
import io.plimsoll.lab.whatif.Market;
import io.plimsoll.lab.whatif.UnderlyingMarket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moves that a surface is computed at.
 *
 * @param spots relative moves of prices, -0.5 for -50 %, ascending by even steps.
 * @param volatilities relative moves of volatilities, ascending by even steps.
 * @param underlying the one that moves; empty: all of them, by the same relative move.
 */
public record SurfaceGrid(List<BigDecimal> spots, List<BigDecimal> volatilities, Optional<String> underlying) {
    /** Prices from -50 % to +50 % by 2.5 %, volatilities from -50 % to +100 % of themselves by 12.5 %; all move. */
    public static final SurfaceGrid DEFAULT =
            new SurfaceGrid(steps("0.025", -20, 20), steps("0.125", -4, 8), Optional.empty());

    /** Copies the lists. */
    public SurfaceGrid {
        spots = List.copyOf(spots);
        volatilities = List.copyOf(volatilities);
        if (spots.size() < 2 || volatilities.size() < 2) {
            throw new IllegalArgumentException("a surface needs two moves each way at least");
        }
    }

    private static List<BigDecimal> steps(final String step, final int from, final int to) {
        final List<BigDecimal> moves = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            moves.add(new BigDecimal(step).multiply(BigDecimal.valueOf(i)));
        }
        return moves;
    }

    /**
     * The same where one underlying moves alone, price and volatilities.
     *
     * @param name of the underlying.
     * @return another grid.
     */
    public SurfaceGrid alone(final String name) {
        return new SurfaceGrid(spots, volatilities, Optional.of(name));
    }

    /** The same without rises beyond the largest price that can be computed with. */
    SurfaceGrid within(final Market market) {
        double highest = 0;
        for (final UnderlyingMarket each : market.underlyings()) {
            if (underlying.map(each.name()::equals).orElse(true)) {
                highest = Math.max(highest, Math.max(each.price(), each.perpetual()));
                for (final Expiry expiry : each.expiries()) {
                    highest = Math.max(highest, Math.max(expiry.forward(), expiry.future()));
                }
            }
        }
        final double most = highest;
        return new SurfaceGrid(
                spots.stream()
                        .filter(move ->
                                move.signum() <= 0 || most * (1 + move.doubleValue()) <= UnderlyingMarket.PRICE_MAX)
                        .toList(),
                volatilities,
                underlying);
    }

    /** {@return number of cells} */
    int count() {
        return spots.size() * volatilities.size();
    }
}
