package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.Charge;
import io.plimsoll.core.margin.model.GivenCharge;
import io.plimsoll.core.margin.model.LargestOf;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.SumOf;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Portfolios with published risk arrays under SPAN, through the preset {@code span}. */
final class SpanSuite implements Suite {
    private static final Tolerance EXACT = Tolerance.within(0);
    private static final String SCANNING = "scanning risk";

    @Override
    public String name() {
        return "span_example";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final JsonNode arrays = Fields.required(file, "arrays");
        report.each(file, "cases", (each, checks) -> arrays(arrays, each, checks));
        report.each(file, "composition_cases", SpanSuite::composition);
        final JsonNode linear = Fields.optional(file, "linear_array_check");
        if (linear.isObject()) {
            report.one(linear, "linear_array_check", (each, checks) -> linear(file, each, checks));
        }
    }

    private static void arrays(final JsonNode arrays, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode quantities = Fields.required(Fields.required(each, "inputs"), "quantities");
        final int count = arrays.elements().next().size();
        final Commodity commodity = new Commodity(count, List.of());
        for (final Map.Entry<String, JsonNode> held : quantities.properties()) {
            final String name = held.getKey();
            commodity
                    .builder
                    .given()
                    .array(
                            name,
                            name.endsWith("CALL")
                                    ? RiskKind.CALL
                                    : name.endsWith("PUT") ? RiskKind.PUT : RiskKind.FUTURE,
                            commodity.place,
                            Fields.decimals(arrays, name),
                            BigDecimal.ZERO,
                            Fields.decimal(quantities, name));
        }
        final PortfolioMargin margin = commodity.margin();
        final JsonNode expected = Fields.required(each, "expected");
        checks.expectAll("array", Fields.decimals(expected, "array"), profits(margin, count), EXACT);
        checks.expect(expected, "scanning_risk", () -> named(margin, SCANNING), EXACT);
    }

    private static List<BigDecimal> profits(final PortfolioMargin margin, final int count) {
        final List<BigDecimal> profits = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            profits.add(margin.profitUnder(s));
        }
        return profits;
    }

    private static BigDecimal named(final PortfolioMargin margin, final String name) {
        return margin.amount(margin.find(name, AmountTree.NONE));
    }

    /** The array of a future follows from the scan range: moves as fractions of it, a share of the extreme ones. */
    private static void linear(final JsonNode file, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode parameters = Fields.required(file, "params");
        final BigDecimal range = Fields.decimal(inputs, "price_scan_range_usd");
        final List<BigDecimal> fractions = Fields.decimals(parameters, "scenario_price_fraction");
        final Commodity commodity = new Commodity(fractions.size(), Fields.decimals(parameters, "scenario_weight"));
        final List<BigDecimal> changes =
                fractions.stream().map(fraction -> fraction.multiply(range)).toList();
        commodity
                .builder
                .given()
                .array(
                        "future",
                        RiskKind.FUTURE,
                        commodity.place,
                        changes,
                        BigDecimal.ZERO,
                        Fields.decimal(inputs, "quantity"));
        checks.expectAll(
                "array",
                Fields.decimals(Fields.required(each, "expected"), "array"),
                profits(commodity.margin(), fractions.size()),
                Tolerance.within(Fields.real(each, "tolerance", 0)));
    }

    /** Scan range times net position, with amounts that the case gives for everything else. */
    private static void composition(final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        if (Fields.decimal(inputs, "intercommodity_discount", BigDecimal.ZERO).signum() != 0) {
            checks.unsupported("credits between commodities are not in the preset");
            return;
        }
        final Commodity commodity = new Commodity(2, List.of());
        if (inputs.has("price_scan_range")) {
            final BigDecimal range = Fields.decimal(inputs, "price_scan_range");
            commodity
                    .builder
                    .given()
                    .array(
                            "future",
                            RiskKind.FUTURE,
                            commodity.place,
                            List.of(range, range.negate()),
                            BigDecimal.ZERO,
                            Fields.decimal(inputs, "net_position"));
        } else {
            final BigDecimal risk = Fields.decimal(inputs, "scan_risk");
            commodity
                    .builder
                    .given()
                    .array(
                            "portfolio",
                            RiskKind.FUTURE,
                            commodity.place,
                            List.of(risk, risk.negate()),
                            BigDecimal.ZERO,
                            BigDecimal.ONE);
        }
        final BigDecimal value = Fields.decimal(inputs, "net_option_value", BigDecimal.ZERO);
        commodity
                .builder
                .given()
                .array(
                        "options",
                        RiskKind.CALL,
                        commodity.place,
                        List.of(BigDecimal.ZERO, BigDecimal.ZERO),
                        value,
                        BigDecimal.ONE);
        final PortfolioMargin margin =
                commodity.margin(given(inputs, "intracommodity_spread_charge"), given(inputs, "short_option_minimum"));
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "scan_risk", () -> named(margin, SCANNING), EXACT);
        checks.expect(
                expected,
                "margin_requirement",
                () -> margin.maintenance().subtract(margin.column(Column.VALUE)),
                EXACT);
    }

    private static GivenCharge given(final JsonNode inputs, final String key) {
        return Presets.given(key, Fields.decimal(inputs, key, BigDecimal.ZERO));
    }

    /** One combined commodity. */
    private static final class Commodity {
        final ScenarioPlan plan;
        final PortfolioBuilder builder;
        final int place;

        Commodity(final int scenarios, final List<BigDecimal> weights) {
            plan = ScenarioPlan.of(scenarios, 0, 0, 0, 0);
            builder = new PortfolioBuilder(plan);
            final Shocks shocks = new Shocks(scenarios);
            final long[] counted = new long[scenarios];
            Arrays.fill(counted, Rate.ONE);
            for (int s = 0; s < scenarios; s++) {
                shocks.add(1, VolatilityMove.NONE, 0, 0);
                counted[s] = s < weights.size() ? Fields.rate(weights.get(s)) : Rate.ONE;
            }
            place = builder.perpetual(builder.underlying(
                    new RiskFrame.Underlying("commodity", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, Rate.ONE),
                    1,
                    shocks,
                    LinearMarket.RULES,
                    counted));
        }

        PortfolioMargin margin() {
            return PortfolioMargin.of(model(), builder.portfolio(), plan.count());
        }

        private MarginModel model() {
            return ModelBuilder.build(ModelFile.shipped("span", Map.of()), plan);
        }

        /** With a spread charge and a minimum that are given as amounts. */
        PortfolioMargin margin(final Charge spread, final Charge least) {
            final MarginModel model = model();
            final Charge risk = new LargestOf("risk", List.of(new SumOf("sum", List.of(model.risk(), spread)), least));
            return PortfolioMargin.of(model.withRisk(risk), builder.portfolio(), plan.count());
        }
    }
}
