package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.lab.margin.PortfolioBuilder.Funds;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * Margin groups of Drift v2, through the preset {@code tiered-drift}. The venue's weights have four decimals, rounded at every
 * step; one of the last is allowed. A weight is what one dollar of a position counts.
 */
final class DriftGroups {
    private static final Tolerance WEIGHT = new Tolerance(1e-6, 1);
    private static final Tolerance MONEY = new Tolerance(1e-6, 1);
    private static final String MODEL = "tiered-drift";
    private static final int WEIGHT_DECIMALS = 4;
    private static final int MONEY_DECIMALS = 6;
    private static final int IMF_SHIFT = 4;
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private DriftGroups() {}

    static GroupedSuite suite() {
        return new GroupedSuite(
                "drift_margin",
                Map.of(
                        "size_dependent_weights", DriftGroups::sized,
                        "deposit_scaled_initial_weight", DriftGroups::deposits,
                        "unrealised_pnl_weight", DriftGroups::profit,
                        "spot_open_orders_worst_case", DriftGroups::orders,
                        "user_custom_leverage_cap", DriftGroups::capped,
                        "bounded_payoff_market", DriftGroups::bounded));
    }

    private static BigDecimal ratio(final JsonNode inputs, final String key) {
        return Fields.decimal(inputs, key).movePointLeft(WEIGHT_DECIMALS);
    }

    /** The figure of one unit, for the size of 100 million units that the preset has it for. */
    private static BigDecimal sizeFactor(final JsonNode inputs) {
        return Fields.decimal(inputs, "imf_factor_1e6")
                .movePointLeft(MONEY_DECIMALS)
                .movePointRight(IMF_SHIFT);
    }

    private static void sized(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final boolean isAsset = Fields.text(inputs, "kind").equals("asset");
        final BigDecimal weight = ratio(inputs, "base_weight_1e4");
        final FlatAccount account = new FlatAccount()
                .with(isAsset ? "init_asset" : "init_liability", weight)
                .with("maint_asset", BigDecimal.ONE)
                .with("maint_liability", BigDecimal.ONE)
                .with("imf", sizeFactor(inputs));
        weighed(account, isAsset, Fields.decimal(inputs, "size_units"), checks, each);
    }

    private static void weighed(
            final FlatAccount account,
            final boolean isAsset,
            final BigDecimal size,
            final SuiteReport.Case checks,
            final JsonNode each) {
        account.coin(account.market("coin", 0, BigDecimal.ONE), BigDecimal.ONE, isAsset ? size : size.negate());
        final PortfolioMargin margin = account.margin(MODEL);
        final BigDecimal taken = initial(margin).divide(size, MathContext.DECIMAL64);
        final BigDecimal weight = isAsset ? BigDecimal.ONE.subtract(taken) : BigDecimal.ONE.add(taken);
        checks.expect(
                Fields.required(each, "expected"), "weight_1e4", () -> weight.movePointRight(WEIGHT_DECIMALS), WEIGHT);
    }

    private static BigDecimal initial(final PortfolioMargin margin) {
        return margin.amount(margin.find(MarginTerms.INITIAL_OF_RISK, AmountTree.NONE));
    }

    private static void deposits(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal price = Fields.decimal(inputs, "price");
        final FlatAccount account = new FlatAccount()
                .with("init_asset", ratio(inputs, "initial_asset_weight_1e4"))
                .withAmount("scale_start", Fields.decimal(inputs, "scale_start_usd"));
        final int market = account.market("coin", 0, price);
        account.totals(NONE, Fields.decimal(inputs, "total_deposits").multiply(price), NONE);
        account.coin(market, price, BigDecimal.ONE);
        final PortfolioMargin margin = account.margin(MODEL);
        final BigDecimal value = margin.column(Column.VALUE);
        checks.expect(
                Fields.required(each, "expected"),
                "asset_weight_1e4",
                () -> value.subtract(initial(margin))
                        .movePointRight(WEIGHT_DECIMALS)
                        .divide(value, MathContext.DECIMAL64),
                WEIGHT);
    }

    /** Profit that is not settled counts as an asset of the class of profits. */
    private static void profit(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal profit =
                Fields.decimal(inputs, "unrealised_pnl_quote_1e6").movePointLeft(MONEY_DECIMALS);
        final FlatAccount account = new FlatAccount()
                .with("pnl_init_asset", ratio(inputs, "base_weight_1e4"))
                .with("pnl_imf", sizeFactor(inputs));
        account.coin(account.market("profit", 1, BigDecimal.ONE), BigDecimal.ONE, profit);
        final PortfolioMargin margin = account.margin(MODEL);
        checks.expect(
                Fields.required(each, "expected"),
                "weight_1e4",
                () -> profit.subtract(initial(margin))
                        .movePointRight(WEIGHT_DECIMALS)
                        .divide(profit, MathContext.DECIMAL64),
                WEIGHT);
    }

    /** The venue's requirement holds debts besides, which equity has here already. */
    private static void capped(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal price = Fields.decimal(inputs, "sol_price");
        final JsonNode weights = Fields.required(inputs, "sol_weights_1e4");
        final JsonNode rates = Fields.required(inputs, "perp_margin_ratio_1e4");
        final FlatAccount account = new FlatAccount()
                .with("init_asset", ratio(weights, "init_asset"))
                .with("init_liability", ratio(weights, "init_liability"))
                .with("maint_liability", ratio(weights, "maint_liability"))
                .with("perp_initial", ratio(rates, "initial"))
                .with("perp_maintenance", ratio(rates, "maintenance"))
                .with("user_max_margin_ratio", ratio(inputs, "user_max_margin_ratio_1e4"));
        final BigDecimal coins = Fields.decimal(inputs, "sol_balance", NONE);
        final int market = account.market("SOL", 0, price);
        account.coin(market, price, coins);
        account.perpetual(market, price, Fields.decimal(inputs, "perp_base", NONE));
        final PortfolioMargin margin = account.margin(MODEL);
        final boolean isInitial = Fields.text(inputs, "margin_type").equals("initial");
        final BigDecimal requirement = isInitial ? initial(margin) : margin.maintenance();
        final BigDecimal value = margin.column(Column.VALUE);
        final BigDecimal debt = value.min(NONE).negate();
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "margin_requirement_1e6", () -> micros(requirement.add(debt)), MONEY);
        checks.expect(expected, "total_collateral_1e6", () -> micros(value.subtract(requirement)), MONEY);
    }

    /**
     * What the account would hold with all bids or all asks filled at the oracle; the side that leaves less counts. The cash that
     * orders pay or get counts whole, beside the cash that is there.
     */
    private static void orders(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final Filled bids = filled(inputs, Fields.decimal(inputs, "open_bids_sol"));
        final Filled asks =
                filled(inputs, Fields.decimal(inputs, "open_asks_sol").negate());
        final Filled worse = bids.excess().compareTo(asks.excess()) >= 0 ? bids : asks;
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "margin_requirement_1e6", () -> micros(worse.requirement()), MONEY);
        checks.expect(expected, "total_collateral_1e6", () -> micros(worse.collateral()), MONEY);
    }

    /** An account with the orders of one side filled: the venue counts debts in its requirement. */
    private record Filled(BigDecimal requirement, BigDecimal collateral) {
        BigDecimal excess() {
            return requirement.subtract(collateral);
        }
    }

    private static Filled filled(final JsonNode inputs, final BigDecimal bought) {
        final BigDecimal price = Fields.decimal(inputs, "sol_price");
        final FlatAccount account = new FlatAccount()
                .with("init_asset", ratio(inputs, "sol_init_asset_weight_1e4"))
                .with("init_liability", ratio(inputs, "sol_init_liability_weight_1e4"))
                .with(
                        "order_margin",
                        Fields.decimal(inputs, "per_order_margin_usd_1e6").movePointLeft(MONEY_DECIMALS));
        final BigDecimal coins = Fields.decimal(inputs, "sol_deposit").add(bought);
        final int market = account.market("SOL", 0, price);
        account.coin(market, price, coins);
        for (final String side : List.of("open_bids_sol", "open_asks_sol")) {
            if (Fields.decimal(inputs, side).signum() != 0) {
                final Funds held = new Funds(market, price.doubleValue(), Fields.decimal(inputs, side));
                account.builder().reserved(side, held, held);
            }
        }
        final PortfolioMargin margin = account.margin(MODEL);
        final int addOns = margin.find(MarginTerms.INITIAL_ADD_ONS, AmountTree.NONE);
        final BigDecimal discount = margin.amount(margin.find("assets", addOns));
        final List<BigDecimal> values = List.of(
                Fields.decimal(inputs, "usdc_deposit"), bought.multiply(price).negate(), coins.multiply(price));
        final BigDecimal owned = values.stream().map(NONE::max).reduce(NONE, BigDecimal::add);
        final BigDecimal owed = values.stream().map(NONE::min).reduce(NONE, BigDecimal::add);
        return new Filled(initial(margin).subtract(discount).subtract(owed), owned.subtract(discount));
    }

    private static void bounded(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal price = Fields.decimal(inputs, "oracle");
        final BigDecimal size = Fields.decimal(inputs, "base");
        final BigDecimal profit = size.multiply(price.subtract(Fields.decimal(inputs, "entry")));
        final JsonNode expected = Fields.required(each, "expected");
        final FlatAccount account = new FlatAccount()
                .with("bounded_initial", ratio(inputs, "margin_ratio_initial_1e4"))
                .with("bounded_maintenance", ratio(inputs, "margin_ratio_maintenance_1e4"));
        account.builder()
                .given()
                .bounded(
                        "bounded",
                        account.market("bounded", 0, price),
                        price.doubleValue(),
                        Fields.real(inputs, "max_price"),
                        size);
        final PortfolioMargin margin = account.margin(MODEL);
        checks.expect(expected, "init_margin_1e6", () -> micros(initial(margin)), MONEY);
        checks.expect(expected, "maint_margin_1e6", () -> micros(margin.maintenance()), MONEY);
        final PortfolioMargin held = profits(inputs, profit);
        checks.expect(expected, "init_upnl_1e6", () -> micros(profit.subtract(initial(held))), MONEY);
        checks.expect(expected, "maint_upnl_1e6", () -> micros(profit.subtract(held.maintenance())), MONEY);
    }

    private static PortfolioMargin profits(final JsonNode inputs, final BigDecimal profit) {
        final FlatAccount account = new FlatAccount()
                .with("pnl_init_asset", ratio(inputs, "upnl_weight_init_1e4"))
                .with("pnl_maint_asset", ratio(inputs, "upnl_weight_maint_1e4"))
                .with("init_liability", BigDecimal.ONE)
                .with("maint_liability", BigDecimal.ONE);
        account.coin(account.market("profit", 1, BigDecimal.ONE), BigDecimal.ONE, profit);
        return account.margin(MODEL);
    }

    private static BigDecimal micros(final BigDecimal amount) {
        return amount.movePointRight(MONEY_DECIMALS);
    }
}
