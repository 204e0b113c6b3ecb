package io.plimsoll.config.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Volatilities of one expiry in one of three forms.
 *
 * @param flat one volatility for all strikes, x 10^15.
 * @param svi a, b, rho, m, sigma of raw SVI, x 10^15; empty: not this form.
 * @param points volatilities by strike, ascending; empty: not this form.
 */
public record SmileText(Optional<Long> flat, List<Long> svi, List<Point> points) {
    /** Copies the lists. */
    public SmileText {
        svi = List.copyOf(svi);
        points = List.copyOf(points);
    }

    /**
     * The volatility of a strike.
     *
     * @param strike strike.
     * @param volatility per root of a year, x 10^15.
     */
    public record Point(BigDecimal strike, long volatility) {}
}
