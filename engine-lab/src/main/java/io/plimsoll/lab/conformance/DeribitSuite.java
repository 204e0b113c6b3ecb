package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.core.margin.model.GivenCharge;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inverse futures and perpetuals under Deribit's portfolio margin, through the preset {@code deribit}; the coin is the margin
 * currency. What open orders and a market maker's protection hold is given by the case, and stands in the tree as it is.
 */
final class DeribitSuite implements Suite {
    private static final double PROFIT = 1e-13;
    private static final double MARGIN = 1e-9;
    private static final String PROTECTION = "market_maker_protection_margin";
    private static final String ORDERS = "open_orders_margin";

    @Override
    public String name() {
        return "deribit_pm";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final JsonNode stated = file.path("tolerance");
        final Tolerance profit = Tolerance.within(Fields.real(stated.path("scenario_pnl"), "absolute", PROFIT));
        final Tolerance margin = Tolerance.within(Fields.real(stated.path("margins"), "absolute", MARGIN));
        report.each(file, "cases", (each, checks) -> check(each, checks, profit, margin));
    }

    private static void check(
            final JsonNode each, final SuiteReport.Case checks, final Tolerance profit, final Tolerance margin) {
        final JsonNode inputs = Fields.required(each, "inputs");
        if (!inputs.path("settlement").asText("inverse").contains("inverse")) {
            checks.unsupported("positions that are settled in money have no published vectors");
            return;
        }
        final DeribitPortfolio portfolio = new DeribitPortfolio(inputs);
        final PortfolioMargin actual =
                PortfolioMargin.of(model(inputs, portfolio), portfolio.priced(), portfolio.scenarios());
        final JsonNode expected = Fields.required(each, "expected");
        for (final Map.Entry<String, JsonNode> vector :
                expected.path("scenario_pnl").properties()) {
            final String name = vector.getKey();
            checks.expectAll(
                    "scenario_pnl." + name,
                    Fields.decimals(expected.get("scenario_pnl"), name),
                    portfolio.profits(name),
                    profit);
        }
        if (expected.has("aggregated")) {
            final long share = Fields.rate(inputs, "pnl_offset");
            checks.expectAll(
                    "aggregated", Fields.decimals(expected, "aggregated"), portfolio.aggregated(share), profit);
        }
        checks.expect(expected, "worst_case", () -> part(actual, "grid"), margin);
        checks.expect(expected, "roll_shock", () -> part(actual, "roll shock"), margin);
        checks.expect(expected, "risk_matrix_margin", () -> actual.amount(actual.riskNode()), margin);
        checks.expect(expected, "initial_margin", actual::initial, margin);
        checks.expect(expected, "maintenance_margin", actual::maintenance, margin);
    }

    private static BigDecimal part(final PortfolioMargin margin, final String name) {
        return margin.amount(margin.find(name, AmountTree.NONE));
    }

    private static MarginModel model(final JsonNode inputs, final DeribitPortfolio portfolio) {
        final Map<String, Long> instead = new LinkedHashMap<>();
        instead.put("pnl_offset", Fields.rate(inputs, "pnl_offset"));
        instead.put("btc_min_annualised_move", Fields.rate(inputs, "roll_shock_rate"));
        if (inputs.hasNonNull("maintenance_fraction")) {
            instead.put("mm_factor", Fields.rate(inputs, "maintenance_fraction"));
        }
        final ModelText text = ModelFile.shipped("deribit", instead);
        return ModelBuilder.build(text, portfolio.plan())
                .withInitialAddOns(List.of(given(inputs, PROTECTION), given(inputs, ORDERS)));
    }

    private static GivenCharge given(final JsonNode inputs, final String key) {
        return Presets.given(key, Fields.decimal(inputs, key, BigDecimal.ZERO));
    }
}
