package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.WideAccumulator;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PricedPortfolio;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.util.List;

/** Inverse contracts of one underlying, priced in coin under the price moves of a case. */
final class DeribitPortfolio {
    private final ScenarioPlan plan;
    private final PricedPortfolio portfolio;

    DeribitPortfolio(final JsonNode inputs) {
        final List<BigDecimal> moves = Fields.decimals(inputs, "price_moves");
        if (moves.isEmpty()) {
            throw new CaseException("'price_moves' is empty");
        }
        plan = ScenarioPlan.of(moves.size(), 0, 0, 0, 0);
        final Shocks shocks = new Shocks(moves.size());
        for (final BigDecimal move : moves) {
            shocks.add(spot(move), VolatilityMove.NONE, 0, 0);
        }
        final PortfolioBuilder builder = new PortfolioBuilder(plan.count());
        final int coin = builder.underlying(
                new RiskFrame.Underlying("coin", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, Rate.ONE),
                1,
                shocks,
                LinearMarket.RULES,
                LinearMarket.undamped(moves.size()));
        final int place = builder.perpetual(coin);
        for (final JsonNode position : Fields.list(inputs, "positions")) {
            final String name = Fields.text(position, "instrument");
            builder.inverse(
                    name,
                    name.endsWith("-PERPETUAL") ? RiskKind.PERPETUAL : RiskKind.FUTURE,
                    place,
                    Rate.ONE,
                    Fields.decimal(position, "size_coin"));
        }
        portfolio = builder.portfolio();
    }

    private static double spot(final BigDecimal move) {
        final BigDecimal factor = BigDecimal.ONE.add(move);
        if (factor.signum() <= 0) {
            throw new CaseException("a price move of " + move + " leaves no price");
        }
        return factor.doubleValue();
    }

    PricedPortfolio priced() {
        return portfolio;
    }

    ScenarioPlan plan() {
        return plan;
    }

    int scenarios() {
        return plan.count();
    }

    /** Profit or loss of a position under each scenario. */
    List<BigDecimal> profits(final String name) {
        final WideAccumulator tree = new WideAccumulator(scenarios());
        final int vector = tree.take(0);
        boolean isThere = false;
        for (int i = 0; i < portfolio.count(); i++) {
            if (portfolio.name(i).equals(name)) {
                tree.addTimes(vector, portfolio.lots(i), portfolio.instrument(i).row());
                isThere = true;
            }
        }
        if (!isThere) {
            throw new CaseException("there is no position in '" + name + "'");
        }
        return LinearMarket.profits(tree, vector, scenarios());
    }

    /** Profit or loss of all, of gains a share. */
    List<BigDecimal> aggregated(final long share) {
        final WideAccumulator tree = new WideAccumulator(scenarios());
        final PortfolioSums sums = new PortfolioSums(tree, portfolio.frame(), false);
        sums.addAll(portfolio);
        final int counted = tree.take(0);
        for (int i = 0; i < sums.count(); i++) {
            tree.mergeGains(counted, sums.vector(i), plan.grid(), share, Long.MAX_VALUE);
        }
        return LinearMarket.profits(tree, counted, scenarios());
    }
}
