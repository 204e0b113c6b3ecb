package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Portfolios of Derive's PMRM_2, through the preset {@code pmrm2}. Their initial margin is compared as it is before ours is kept
 * from falling below the maintenance margin: one of the cases has a smaller factor for it.
 */
final class Pmrm2Suite implements Suite {
    private static final String NAME = "derive_pmrm2";
    private static final int BASIS_MOVES = 2;
    private static final Set<String> NOT_IN_THE_MODEL = Set.of(
            "vol_range_up",
            "vol_range_down",
            "short_term_power",
            "long_term_power",
            "dte_floor_days",
            "min_vol_up_shock",
            "skew_linear_cap",
            "skew_linear_cbase",
            "skew_abs_cap",
            "skew_abs_cbase",
            "skew_min_k_star",
            "skew_width_scale",
            "skew_vol_static",
            "skew_vol_scale");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final Tolerance tolerance = new Tolerance(
                Numbers.real(file.get("tolerance"), "relative"), Numbers.real(file.get("tolerance"), "absolute"));
        for (final JsonNode each : file.get("cases")) {
            try (SuiteReport.Case checks = report.open(each.get("id").textValue())) {
                check(file, each, checks, tolerance);
            }
        }
    }

    private static void check(
            final JsonNode file, final JsonNode each, final SuiteReport.Case checks, final Tolerance tolerance) {
        final Map<String, BigDecimal> parameters = new TreeMap<>();
        file.get("default_params")
                .properties()
                .forEach(entry -> parameters.put(entry.getKey(), Numbers.decimal(entry.getValue())));
        each.get("param_overrides")
                .properties()
                .forEach(entry -> parameters.put(entry.getKey(), Numbers.decimal(entry.getValue())));
        final JsonNode set =
                file.get("scenario_sets").get(each.get("scenario_set").textValue());
        final Pmrm2Portfolio portfolio = new Pmrm2Portfolio(set, parameters);
        portfolio.read(each.get("inputs"));
        final ScenarioPlan plan = portfolio.plan();
        final MarginModel model = ModelBuilder.build(model(parameters), plan);
        final PortfolioMargin margin = PortfolioMargin.of(model, portfolio.priced(), plan.count());
        compare(each, margin, portfolio, checks, tolerance);
    }

    private static ModelText model(final Map<String, BigDecimal> parameters) {
        final Map<String, Long> instead = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (!NOT_IN_THE_MODEL.contains(name)) {
                instead.put(name, Numbers.rate(value));
            }
        });
        return ModelFile.shipped("pmrm2", instead);
    }

    private static void compare(
            final JsonNode each,
            final PortfolioMargin margin,
            final Pmrm2Portfolio portfolio,
            final SuiteReport.Case checks,
            final Tolerance tolerance) {
        final JsonNode expected = each.get("expected");
        final BigDecimal value = margin.column(Column.VALUE);
        final BigDecimal equity = value.add(portfolio.cash()).add(portfolio.accrued());
        checks.expect("portfolio_mtm", Numbers.decimal(expected, "portfolio_mtm"), equity, tolerance);
        checks.expect(
                "maintenance_margin_balance",
                Numbers.decimal(expected, "maintenance_margin_balance"),
                equity.subtract(margin.maintenance()),
                tolerance);
        checks.expect(
                "initial_margin_balance",
                Numbers.decimal(expected, "initial_margin_balance"),
                equity.subtract(margin.amount(margin.find(MarginTerms.INITIAL_OF_RISK, AmountTree.NONE))),
                tolerance);
        compareScenarios(expected, margin, checks, tolerance);
        compareContingencies(expected, margin, checks, tolerance);
    }

    private static void compareScenarios(
            final JsonNode expected,
            final PortfolioMargin margin,
            final SuiteReport.Case checks,
            final Tolerance tolerance) {
        final JsonNode profits = expected.get("scenario_pnl");
        for (int s = 0; s < profits.size(); s++) {
            checks.expect("scenario_pnl[" + s + "]", Numbers.decimal(profits.get(s)), margin.profitUnder(s), tolerance);
        }
        final int basis = margin.find("basis", AmountTree.NONE);
        checks.expect(
                "basis_contingency_pnl",
                Numbers.decimal(expected, "basis_contingency_pnl"),
                margin.amount(basis).negate(),
                tolerance);
    }

    private static void compareContingencies(
            final JsonNode expected,
            final PortfolioMargin margin,
            final SuiteReport.Case checks,
            final Tolerance tolerance) {
        final int both = margin.find("add-ons", AmountTree.NONE);
        final int initial = margin.find("initial add-ons", AmountTree.NONE);
        final JsonNode maintenanceParts = expected.get("mm_contingencies");
        final JsonNode initialParts = expected.get("im_contingencies");
        final Map<String, String> names =
                Map.of("perp", "perpetuals", "collateral", "collateral", "option", "short options");
        names.forEach((theirs, ours) -> {
            expectLoss(
                    "mm_contingencies." + theirs, maintenanceParts.get(theirs), margin, both, ours, checks, tolerance);
            expectLoss(
                    "im_contingencies." + theirs, initialParts.get(theirs), margin, initial, ours, checks, tolerance);
        });
        expectLoss(
                "im_contingencies.oracle",
                initialParts.get("oracle"),
                margin,
                initial,
                "price confidence",
                checks,
                tolerance);
    }

    private static void expectLoss(
            final String quantity,
            final JsonNode expected,
            final PortfolioMargin margin,
            final int above,
            final String name,
            final SuiteReport.Case checks,
            final Tolerance tolerance) {
        final BigDecimal actual = margin.amount(margin.find(name, above)).negate();
        checks.expect(quantity, Numbers.decimal(expected), actual, tolerance);
    }

    static int basisMoves() {
        return BASIS_MOVES;
    }
}
