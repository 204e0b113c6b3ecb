package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.core.margin.model.Across;
import io.plimsoll.core.margin.model.Measure;
import io.plimsoll.core.margin.model.ScenarioCharge;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts under OKX's portfolio margin, through the preset {@code okx}; each risk unit is an underlying. */
final class OkxSuite implements Suite {
    private static final double AMOUNT = 1e-9;
    private static final String UNIT = "underlying";

    @Override
    public String name() {
        return "okx_pm";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final Tolerance tolerance = Tolerance.within(Fields.real(file.path("tolerance"), "absolute", AMOUNT));
        report.each(file, "cases", (each, checks) -> account(each, checks, tolerance));
        report.each(file, "composition_cases", (each, checks) -> composition(each, checks, tolerance));
    }

    private static void account(final JsonNode each, final SuiteReport.Case checks, final Tolerance tolerance) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final OkxPortfolio portfolio = new OkxPortfolio(inputs);
        final Map<String, Long> instead = new LinkedHashMap<>();
        instead.put("imr_factor", Fields.rate(inputs, "imr_factor"));
        instead.put("borrow_mmr_rate", Fields.rate(inputs, "borrow_mmr_rate"));
        instead.put("borrow_imr_rate", Fields.rate(inputs, "borrow_imr_rate"));
        instead.putAll(portfolio.rates());
        final PortfolioMargin margin = PortfolioMargin.of(
                ModelBuilder.build(ModelFile.shipped("okx", instead), portfolio.plan()),
                portfolio.priced(),
                portfolio.plan().count());
        final JsonNode expected = Fields.required(each, "expected");
        final List<JsonNode> units = Fields.list(expected, "units");
        for (int i = 0; i < units.size(); i++) {
            unit(new Unit(units.get(i), i), checks, tolerance, portfolio, margin, Fields.decimal(inputs, "imr_factor"));
        }
        checks.expect(expected, "derivatives_mmr", () -> margin.amount(margin.riskNode()), tolerance);
        checks.expect(expected, "equity_usd", portfolio::equity, tolerance);
        checks.expect(expected, "upl_usd", portfolio::profit, tolerance);
        checks.expect(expected, "borrow_mmr", () -> borrowed(margin, "maintenance add-ons"), tolerance);
        checks.expect(expected, "borrow_imr", () -> borrowed(margin, "initial add-ons"), tolerance);
        checks.expect(expected, "total_mmr", margin::maintenance, tolerance);
        checks.expect(expected, "total_imr", margin::initial, tolerance);
    }

    private static BigDecimal borrowed(final PortfolioMargin margin, final String list) {
        return margin.amount(margin.find("MR8", margin.find(list, AmountTree.NONE)));
    }

    /** What is expected of a risk unit, and its place. */
    private record Unit(JsonNode expected, int place) {}

    private static void unit(
            final Unit unit,
            final SuiteReport.Case checks,
            final Tolerance tolerance,
            final OkxPortfolio portfolio,
            final PortfolioMargin margin,
            final BigDecimal initialFactor) {
        final JsonNode expected = unit.expected();
        final String name = Fields.text(expected, "risk_unit") + ".";
        final int node = margin.findOf(UNIT, unit.place());
        final OkxPortfolio alone = portfolio.unit(unit.place());
        final PortfolioMargin grid = alone.grid();
        final List<BigDecimal> near = new ArrayList<>();
        for (int s = 0; s < alone.near().count(); s++) {
            near.add(grid.profitUnder(s));
        }
        final Map<String, BigDecimal> actual = new LinkedHashMap<>();
        actual.put("delta_usd", grid.column(Column.DELTA));
        actual.put("mr1", alone.worst(alone.near()));
        actual.put("mr2", BigDecimal.ZERO);
        actual.put("mr3", margin.amount(margin.find("MR3", node)));
        actual.put("mr4", margin.amount(margin.find("MR4", node)));
        actual.put("mr5", margin.amount(margin.find("MR5", node)));
        actual.put("mr6", alone.worst(alone.far()));
        actual.put("mr7", margin.amount(margin.find("MR7", node)));
        actual.put("mr9", margin.amount(margin.find("MR9", AmountTree.NONE)));
        actual.put("mmr", margin.amount(node));
        actual.put("imr", margin.amount(node).multiply(initialFactor));
        actual.put("upl_usd", alone.profit());
        actual.put("float_pnl_quote", alone.profitInQuote());
        actual.forEach((key, value) -> {
            if (expected.hasNonNull(key)) {
                checks.expect(name + key, Fields.decimal(expected, key), value, tolerance);
            }
        });
        if (expected.has("mr1_scenario_pnl")) {
            checks.expectAll(name + "mr1_scenario_pnl", Fields.decimals(expected, "mr1_scenario_pnl"), near, tolerance);
        }
    }

    /** Components are given as amounts: a book of one million units of money that loses them. */
    private static void composition(final JsonNode each, final SuiteReport.Case checks, final Tolerance tolerance) {
        final JsonNode inputs = Fields.required(each, "inputs");
        for (final String amount : List.of("mr3", "mr5")) {
            if (Fields.decimal(inputs, amount, BigDecimal.ZERO).signum() != 0) {
                checks.unsupported("an amount of " + amount + " needs options, and the case has none");
                return;
            }
        }
        final OkxPortfolio portfolio = OkxPortfolio.losing(List.of(
                Fields.decimal(inputs, "mr_core", BigDecimal.ZERO),
                Fields.decimal(inputs, "mr1", BigDecimal.ZERO),
                Fields.decimal(inputs, "mr2", BigDecimal.ZERO),
                Fields.decimal(inputs, "mr6", BigDecimal.ZERO)));
        final Map<String, Long> instead = new LinkedHashMap<>();
        instead.put("mr4_rate_1", OkxPortfolio.rateOf(Fields.decimal(inputs, "mr4", BigDecimal.ZERO)));
        instead.put(
                "mr7_rate_1",
                OkxPortfolio.rateOf(Fields.decimal(inputs, "mr7_raw", Fields.decimal(inputs, "mr7", BigDecimal.ZERO))));
        instead.put("mr4_annualised_1", 0L);
        instead.putAll(tiers(Fields.list(inputs, "mr7_tiers")));
        final PortfolioMargin margin = PortfolioMargin.of(
                ModelBuilder.build(ModelFile.shipped("okx", instead), portfolio.plan()),
                portfolio.priced(),
                portfolio.plan().count());
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "mr7_adjusted", () -> margin.amount(margin.find("MR7", AmountTree.NONE)), tolerance);
        checks.expect(
                expected,
                "mmr_before_scaling",
                () -> margin.amount(margin.find("MR1 to MR6", AmountTree.NONE)),
                tolerance);
        checks.expect(expected, "mmr", margin::maintenance, tolerance);
    }

    /** Upper bounds and multipliers; the last tier has no bound. */
    private static Map<String, Long> tiers(final List<JsonNode> tiers) {
        final Map<String, Long> instead = new LinkedHashMap<>();
        for (int i = 0; i < tiers.size(); i++) {
            instead.put(
                    "mr7_times_" + (i + 1),
                    Fields.rate(Fields.number("multiplier", tiers.get(i).path(1))));
            if (i < tiers.size() - 1) {
                final BigDecimal bound = Fields.number("bound", tiers.get(i).path(0));
                instead.put("mr7_floor_" + (i + 2), Fields.rate(Fields.millions(bound)));
            }
        }
        return instead;
    }

    static ScenarioCharge worst(final ScenarioBlock block) {
        return new ScenarioCharge("worst", block, Measure.WORST, Across.SUM);
    }
}
