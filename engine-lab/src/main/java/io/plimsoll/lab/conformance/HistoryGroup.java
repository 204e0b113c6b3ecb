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
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Historical scenarios: every day of a history is one, and moves all markets as it did. */
final class HistoryGroup {
    private final List<BigDecimal> today;
    private final List<List<BigDecimal>> history = new ArrayList<>();
    private final int scenarios;

    private HistoryGroup(final JsonNode inputs) {
        today = Fields.decimals(inputs, "today");
        for (final JsonNode day : Fields.list(inputs, "history")) {
            final List<BigDecimal> levels = new ArrayList<>();
            day.forEach(level -> levels.add(Fields.number("history", level)));
            if (levels.size() != today.size()) {
                throw new CaseException(
                        "a day of the history has " + levels.size() + " levels, today has " + today.size());
            }
            history.add(levels);
        }
        if (history.size() < 2) {
            throw new CaseException("a scenario needs two days of history");
        }
        scenarios = history.size() - 1;
    }

    static void scenarios(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final HistoryGroup group = new HistoryGroup(inputs);
        final JsonNode expected = Fields.required(each, "expected");
        if (expected.has("levels")) {
            group.levels(Fields.list(expected, "levels"), checks, stated.of("levels", 0.011));
        }
        final String values = "portfolio_value_thousands";
        if (expected.has(values)) {
            final List<BigDecimal> amounts = Fields.decimals(inputs, "amount_thousands");
            final BigDecimal all = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            final List<BigDecimal> one =
                    amounts.stream().map(amount -> BigDecimal.ONE).toList();
            final List<BigDecimal> actual =
                    group.profits(one, amounts).stream().map(all::add).toList();
            checks.expectAll(values, Fields.decimals(expected, values), actual, stated.of(values, 0.1));
        }
    }

    /** The level of a market under a scenario is that of today and the profit of one unit of it. */
    private void levels(final List<JsonNode> expected, final SuiteReport.Case checks, final Tolerance tolerance) {
        for (int market = 0; market < today.size(); market++) {
            final List<BigDecimal> units = new ArrayList<>();
            for (int other = 0; other < today.size(); other++) {
                units.add(other == market ? BigDecimal.ONE : BigDecimal.ZERO);
            }
            final List<BigDecimal> profits = profits(today, units);
            for (int scenario = 0; scenario < Math.min(expected.size(), scenarios); scenario++) {
                final String quantity = "levels[" + scenario + "][" + market + "]";
                final JsonNode level = expected.get(scenario).path(market);
                checks.expect(
                        quantity,
                        Fields.number(quantity, level),
                        today.get(market).add(profits.get(scenario)),
                        tolerance);
            }
        }
    }

    /** Profit of positions in the markets under each scenario. */
    private List<BigDecimal> profits(final List<BigDecimal> prices, final List<BigDecimal> quantities) {
        if (quantities.size() != today.size()) {
            throw new CaseException(today.size() + " markets have " + quantities.size() + " amounts");
        }
        final PortfolioBuilder builder = new PortfolioBuilder(scenarios);
        for (int market = 0; market < today.size(); market++) {
            final double price = prices.get(market).doubleValue();
            final int place = builder.underlying(
                    new RiskFrame.Underlying("market", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, Rate.ONE),
                    price,
                    shocks(market),
                    LinearMarket.RULES);
            builder.contract(
                    "market",
                    RiskKind.PERPETUAL,
                    builder.perpetual(place),
                    Rate.ONE,
                    price,
                    price,
                    quantities.get(market));
        }
        return together(builder.portfolio());
    }

    private Shocks shocks(final int market) {
        final Shocks shocks = new Shocks(scenarios);
        for (int day = 1; day <= scenarios; day++) {
            final BigDecimal before = history.get(day - 1).get(market);
            final BigDecimal move = history.get(day).get(market).divide(before, MathContext.DECIMAL64);
            shocks.add(move.doubleValue(), VolatilityMove.NONE, 0, 0);
        }
        return shocks;
    }

    private List<BigDecimal> together(final PricedPortfolio portfolio) {
        final WideAccumulator tree = new WideAccumulator(scenarios);
        final PortfolioSums sums = new PortfolioSums(tree, portfolio.frame(), false);
        sums.addAll(portfolio);
        final int all = tree.take(0);
        for (int i = 0; i < sums.count(); i++) {
            tree.merge(all, sums.vector(i));
        }
        return LinearMarket.profits(tree, all, scenarios);
    }
}
