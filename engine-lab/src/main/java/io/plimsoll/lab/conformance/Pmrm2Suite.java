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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Portfolios of Derive's PMRM_2, through the preset {@code pmrm2}. Their initial margin is compared as it is before ours is kept
 * from falling below the maintenance margin: one of the cases has a smaller factor for it.
 */
final class Pmrm2Suite implements Suite {
    private static final String NAME = "derive_pmrm2";
    private static final int BASIS_MOVES = 2;
    private static final double RELATIVE = 1e-8;
    private static final double ABSOLUTE = 1e-8;
    private static final double NEARLY_ZERO = 1e-10;

    /** Names of the file, and of the preset. */
    private static final Map<String, String> CONTINGENCIES =
            Map.of("perp", "perpetuals", "collateral", "collateral", "option", "short options");

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
        final JsonNode stated = file.path("tolerance");
        final Tolerance tolerance = new Tolerance(
                Fields.real(stated, "relative", RELATIVE),
                Fields.real(stated, "absolute", ABSOLUTE),
                Fields.real(stated, "absolute_if_abs_expected_below", NEARLY_ZERO));
        report.each(file, "cases", (each, checks) -> check(file, each, checks, tolerance));
    }

    private static void check(
            final JsonNode file, final JsonNode each, final SuiteReport.Case checks, final Tolerance tolerance) {
        final Map<String, BigDecimal> parameters = new TreeMap<>();
        Fields.putAll(parameters, Fields.required(file, "default_params"));
        Fields.putAll(parameters, Fields.optional(each, "param_overrides"));
        final JsonNode set = Fields.required(Fields.required(file, "scenario_sets"), Fields.text(each, "scenario_set"));
        final Pmrm2Portfolio portfolio = new Pmrm2Portfolio(set, parameters);
        portfolio.read(Fields.required(each, "inputs"));
        final ScenarioPlan plan = portfolio.plan();
        final MarginModel model = ModelBuilder.build(model(parameters), plan);
        final PortfolioMargin margin = PortfolioMargin.of(model, portfolio.priced(), plan.count());
        compare(Fields.required(each, "expected"), margin, portfolio, new Checks(checks, tolerance));
    }

    /** The checks of a case with the tolerance of all of them. */
    private record Checks(SuiteReport.Case of, Tolerance tolerance) {
        void expect(final JsonNode expected, final String key, final Supplier<BigDecimal> actual) {
            of.expect(expected, key, actual, tolerance);
        }
    }

    private static ModelText model(final Map<String, BigDecimal> parameters) {
        final Map<String, Long> instead = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (!NOT_IN_THE_MODEL.contains(name)) {
                instead.put(name, Fields.rate(value));
            }
        });
        return ModelFile.shipped("pmrm2", instead);
    }

    private static void compare(
            final JsonNode expected,
            final PortfolioMargin margin,
            final Pmrm2Portfolio portfolio,
            final Checks checks) {
        final BigDecimal value = margin.column(Column.VALUE);
        final BigDecimal equity = value.add(portfolio.cash()).add(portfolio.accrued());
        checks.expect(expected, "portfolio_mtm", () -> equity);
        checks.expect(expected, "maintenance_margin_balance", () -> equity.subtract(margin.maintenance()));
        checks.expect(
                expected,
                "initial_margin_balance",
                () -> equity.subtract(margin.amount(margin.find(MarginTerms.INITIAL_OF_RISK, AmountTree.NONE))));
        if (expected.has("scenario_pnl")) {
            final List<BigDecimal> profits = new ArrayList<>();
            for (int s = 0; s < portfolio.scenarios(); s++) {
                profits.add(margin.profitUnder(s));
            }
            checks.of()
                    .expectAll("scenario_pnl", Fields.decimals(expected, "scenario_pnl"), profits, checks.tolerance());
        }
        checks.expect(expected, "basis_contingency_pnl", () -> loss(margin, "basis", AmountTree.NONE));
        compareContingencies(expected, margin, checks);
    }

    private static void compareContingencies(
            final JsonNode expected, final PortfolioMargin margin, final Checks checks) {
        final int both = margin.find(MarginTerms.ADD_ONS, AmountTree.NONE);
        final int initial = margin.find(MarginTerms.INITIAL_ADD_ONS, AmountTree.NONE);
        final JsonNode maintenanceParts = expected.path("mm_contingencies");
        final JsonNode initialParts = expected.path("im_contingencies");
        CONTINGENCIES.forEach((theirs, ours) -> {
            checks.expect(maintenanceParts, theirs, () -> loss(margin, ours, both));
            checks.expect(initialParts, theirs, () -> loss(margin, ours, initial));
        });
        checks.expect(initialParts, "oracle", () -> loss(margin, "price confidence", initial));
    }

    private static BigDecimal loss(final PortfolioMargin margin, final String name, final int above) {
        return margin.amount(margin.find(name, above)).negate();
    }

    static int basisMoves() {
        return BASIS_MOVES;
    }
}
