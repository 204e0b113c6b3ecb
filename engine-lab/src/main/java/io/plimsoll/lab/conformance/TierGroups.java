package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Schedules of maintenance rates, through the presets {@code tiered-binance} and {@code tiered-vega}. */
final class TierGroups {
    private static final double RELATIVE = 2e-6;
    private static final String BINANCE = "tiered-binance";
    private static final int TIERS = 10;
    private static final int CENTS = 5;
    private static final BigDecimal FAR = BigDecimal.valueOf(1_000_000_000);

    private TierGroups() {}

    static GroupedSuite liquidationPrices() {
        return new GroupedSuite("liquidation_price", Map.of("tier_cases", TierGroups::deductions));
    }

    static GroupedSuite vega() {
        return new GroupedSuite(
                "vega_margin_funding",
                Map.of(
                        "margin_cases", TierGroups::levels,
                        "funding_margin_cases", FundingGroups::margin,
                        "twap_cases", FundingGroups::twap,
                        "funding_rate_cases", FundingGroups::rate));
    }

    /** A tier's deduction is its rate times its floor less the margin there. */
    private static void deductions(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final List<BigDecimal> floors = new ArrayList<>();
        final List<BigDecimal> rates = new ArrayList<>();
        for (final JsonNode tier : Fields.list(Fields.required(each, "inputs"), "tiers")) {
            floors.add(Fields.number("floor", tier.path(0)));
            rates.add(Fields.number("rate", tier.path(1)));
        }
        checks.expectAll(
                "maintenance_amounts",
                Fields.decimals(Fields.required(each, "expected"), "maintenance_amounts"),
                deductions(floors, rates),
                new Tolerance(RELATIVE, 0));
    }

    static List<BigDecimal> deductions(final List<BigDecimal> floors, final List<BigDecimal> rates) {
        final List<BigDecimal> deductions = new ArrayList<>();
        for (int i = 0; i < floors.size(); i++) {
            final FlatAccount account = schedule(new FlatAccount(), floors, rates);
            account.perpetual(account.market("market", 0, BigDecimal.ONE), BigDecimal.ONE, floors.get(i));
            final BigDecimal margin = account.margin(BINANCE).maintenance();
            deductions.add(floors.get(i).multiply(rates.get(i)).subtract(margin));
        }
        return deductions;
    }

    /** Tiers that a venue does not have are far away and have the last rate. */
    static FlatAccount schedule(
            final FlatAccount account, final List<BigDecimal> floors, final List<BigDecimal> rates) {
        if (floors.size() > TIERS || floors.size() != rates.size()) {
            throw new CaseException(floors.size() + " floors and " + rates.size() + " rates; at most " + TIERS);
        }
        for (int i = 0; i < TIERS; i++) {
            final boolean isThere = i < floors.size();
            account.with("rate_" + (i + 1), rates.get(isThere ? i : rates.size() - 1));
            if (i > 0) {
                account.withAmount(
                        "floor_" + (i + 1),
                        isThere
                                ? floors.get(i)
                                : FAR.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.TEN));
            }
        }
        return account;
    }

    /** Levels above the maintenance margin are multiples of it: the model is asked with each as the initial one. */
    private static void levels(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final Tolerance tolerance = new Tolerance(1e-6, 1);
        for (final Map.Entry<String, JsonNode> level :
                Fields.required(inputs, "scaling").properties()) {
            final PortfolioMargin margin = margin(inputs, Fields.number(level.getKey(), level.getValue()));
            checks.expect(expected, level.getKey(), () -> units(margin.initial()), tolerance);
            checks.expect(expected, "maintenance", () -> units(margin.maintenance()), tolerance);
        }
    }

    /** The venue's amounts have five decimals. */
    private static PortfolioMargin margin(final JsonNode inputs, final BigDecimal level) {
        final BigDecimal price = Fields.decimal(inputs, "mark_price").movePointLeft(CENTS);
        final FlatAccount account = new FlatAccount()
                .with("linear_slippage", Fields.decimal(inputs, "linear_slippage_factor"))
                .with("risk_factor", Fields.decimal(inputs, "risk_factor"))
                .with("initial_level", level);
        account.perpetual(account.market("market", 0, price), price, Fields.decimal(inputs, "size"));
        return account.margin("tiered-vega");
    }

    private static BigDecimal units(final BigDecimal amount) {
        return amount.movePointRight(CENTS);
    }

    /** The part of a position's value in coin inside each tier pays its rate. */
    static void inverse(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal coins =
                Fields.decimal(inputs, "contracts").divide(Fields.decimal(inputs, "entry"), MathContext.DECIMAL64);
        final BigDecimal width = Fields.decimal(inputs, "tier_width");
        final List<BigDecimal> rates = Fields.decimals(inputs, "tier_rates");
        final List<BigDecimal> floors = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            floors.add(width.multiply(BigDecimal.valueOf(i)));
        }
        final FlatAccount account = schedule(new FlatAccount(), floors, rates)
                .with("initial_rate", BigDecimal.ONE.divide(Fields.decimal(inputs, "leverage"), MathContext.DECIMAL64));
        account.builder()
                .inverse("inverse", RiskKind.PERPETUAL, account.market("coin", 0, BigDecimal.ONE), Rate.ONE, coins);
        final PortfolioMargin margin = account.margin(BINANCE);
        final Tolerance tolerance = Tolerance.within(Fields.real(each, "tolerance", 1e-12));
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "position_value", () -> margin.column(Column.NOTIONAL), tolerance);
        checks.expect(expected, "initial_margin", () -> initial(margin), tolerance);
        checks.expect(each.path("computed"), "maintenance_margin", margin::maintenance, tolerance);
    }

    private static BigDecimal initial(final PortfolioMargin margin) {
        return margin.amount(margin.find(MarginTerms.INITIAL_OF_RISK, AmountTree.NONE));
    }
}
