package io.plimsoll.lab.live;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where an account would stand after a move of one underlying.
 *
 * @param move of its price, a share; -0.1 for -10 %.
 * @param price of it then, in the margin currency.
 * @param volatility move of all its volatilities as a share of them.
 * @param standing of the account; empty: an instrument cannot have such a price.
 */
public record SurfacePoint(BigDecimal move, BigDecimal price, BigDecimal volatility, Optional<Standing> standing) {
    /** {@return margin equity less maintenance margin; below 0 the account is to be liquidated} */
    public Optional<BigDecimal> left() {
        return standing.map(Standing::left);
    }
}
