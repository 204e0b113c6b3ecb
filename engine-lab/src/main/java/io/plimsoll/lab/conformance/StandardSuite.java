package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Accounts of Derive's standard manager, through the preset {@code standard}. Balances are equity less requirement. */
final class StandardSuite implements Suite {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-9;
    private static final String COIN_FACTOR = "base_margin_factor";

    @Override
    public String name() {
        return "derive_srm";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final JsonNode stated = file.path("tolerance").path("cases");
        final Tolerance tolerance =
                new Tolerance(Fields.real(stated, "relative", RELATIVE), Fields.real(stated, "absolute", ABSOLUTE));
        final Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        Fields.putAll(parameters, Fields.required(file, "default_params"));
        final Map<String, BigDecimal> ofPortfolios = new LinkedHashMap<>(parameters);
        Fields.putAll(ofPortfolios, file.path("portfolio_param_overrides"));
        report.each(file, "cases", (each, checks) -> exact(each, checks, tolerance, parameters));
        report.each(file, "portfolio_cases", (each, checks) -> truncated(each, checks, ofPortfolios));
    }

    private static void exact(
            final JsonNode each,
            final SuiteReport.Case checks,
            final Tolerance tolerance,
            final Map<String, BigDecimal> parameters) {
        final Balances actual = balances(each, parameters);
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "initial_margin_balance", actual::initial, tolerance);
        checks.expect(expected, "maintenance_margin_balance", actual::maintenance, tolerance);
        checks.expect(expected, "mark_to_market", actual::markToMarket, tolerance);
    }

    /** Figures that are printed as whole dollars, cut towards zero. */
    private static void truncated(
            final JsonNode each, final SuiteReport.Case checks, final Map<String, BigDecimal> parameters) {
        final Balances actual = balances(each, parameters);
        final JsonNode expected = Fields.required(each, "expected");
        final Tolerance equal = Tolerance.within(0);
        checks.expect(expected, "initial_margin_balance_truncated", () -> whole(actual.initial()), equal);
        checks.expect(expected, "maintenance_margin_balance_truncated", () -> whole(actual.maintenance()), equal);
    }

    private static BigDecimal whole(final BigDecimal amount) {
        return amount.setScale(0, RoundingMode.DOWN);
    }

    /** What is left of equity, and the value of all positions. */
    private record Balances(BigDecimal initial, BigDecimal maintenance, BigDecimal markToMarket) {}

    private static Balances balances(final JsonNode each, final Map<String, BigDecimal> given) {
        final Map<String, BigDecimal> parameters = new LinkedHashMap<>(given);
        Fields.putAll(parameters, Fields.optional(each, "param_overrides"));
        final StandardPortfolio portfolio = new StandardPortfolio(Fields.required(each, "inputs"));
        // The venue counts coins at their price in dollars, and their share of equity in the stable coin.
        parameters.computeIfPresent(COIN_FACTOR, (key, factor) -> factor.multiply(portfolio.stablePrice()));
        final Map<String, Long> instead = new LinkedHashMap<>();
        parameters.forEach((name, value) -> instead.put(name, Fields.rate(value)));
        final MarginModel model = ModelBuilder.build(ModelFile.shipped("standard", instead), portfolio.plan());
        final PortfolioMargin margin =
                PortfolioMargin.of(model, portfolio.priced(), portfolio.plan().count());
        final BigDecimal value = margin.column(Column.VALUE).add(portfolio.accrued());
        final BigDecimal equity = value.add(portfolio.cash());
        final BigDecimal initial = margin.amount(margin.find(MarginTerms.INITIAL_OF_RISK, AmountTree.NONE));
        return new Balances(equity.subtract(initial), equity.subtract(margin.maintenance()), value);
    }
}
