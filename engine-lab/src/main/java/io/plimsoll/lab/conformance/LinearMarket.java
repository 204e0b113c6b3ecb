package io.plimsoll.lab.conformance;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.SkewRule;
import io.plimsoll.core.math.VolatilityRules;
import io.plimsoll.core.risk.WideAccumulator;
import io.plimsoll.lab.margin.PortfolioBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What cases without options have in common. */
final class LinearMarket {
    /** Nothing has an option, so volatilities do not matter. */
    static final VolatilityRules RULES =
            new VolatilityRules(0, 0, 0, 0, 1, 0, Double.POSITIVE_INFINITY, SkewRule.NONE, SkewRule.NONE);

    private LinearMarket() {}

    /** Shares of scenarios of which all counts. */
    static long[] undamped(final int scenarios) {
        final long[] shares = new long[scenarios];
        Arrays.fill(shares, Rate.ONE);
        return shares;
    }

    /** Profits and losses of a vector, scenario by scenario. */
    static List<BigDecimal> profits(final WideAccumulator tree, final int vector, final int scenarios) {
        final List<BigDecimal> profits = new ArrayList<>();
        for (int scenario = 0; scenario < scenarios; scenario++) {
            final int loss = tree.loss("scenario", scenario, vector, scenario);
            profits.add(
                    tree.exact(loss).movePointLeft(PortfolioBuilder.MINOR_SCALE).negate());
        }
        return profits;
    }
}
