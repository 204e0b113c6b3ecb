package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.SkewRule;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.math.VolatilityRules;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.conformance.FillSequence.Contract;
import io.plimsoll.lab.conformance.FillSequence.Fill;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Worked examples that venues print: those of margin and of profit and loss. */
final class VenueGroups {
    private static final double AMOUNT = 1e-9;
    private static final double DAYS_PER_YEAR = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private VenueGroups() {}

    static GroupedSuite suite() {
        return new GroupedSuite(
                "venue_worked_examples",
                Map.ofEntries(
                        Map.entry("order_margin_open_size", OrderGroups::openSize),
                        Map.entry("order_risk_check", OrderGroups::check),
                        Map.entry("position_limit", OrderGroups::limit),
                        Map.entry("price_band", OrderGroups::band),
                        Map.entry("portfolio_borrowing", VenueGroups::borrowing),
                        Map.entry("maintenance_tiers", VenueGroups::tiers),
                        Map.entry("option_standard_margin", OptionGroups::check),
                        Map.entry("inverse_contract_pnl", VenueGroups::inverse),
                        Map.entry("linear_pnl_and_margin_loan", VenueGroups::linear),
                        Map.entry("scenario_pnl_linear_future", VenueGroups::scenarios),
                        Map.entry("stablecoin_settled_entry_cost", VenueGroups::cost),
                        Map.entry("inverse_tiered_maintenance", TierGroups::inverse),
                        Map.entry("legacy_scenario_contingencies", VenueGroups::contingencies),
                        Map.entry("funding_index", FundingGroups::index),
                        Map.entry("funding_rate_clamp", FundingGroups::clamp)));
    }

    static Tolerance tolerance(final JsonNode each) {
        return Tolerance.within(Fields.real(each, "tolerance", AMOUNT));
    }

    /** A coin counts a share of its value; health is what counts over what is borrowed. */
    private static void borrowing(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        if (!expected.has("borrowable") && !expected.has("health_pct")) {
            checks.unsupported("liquidation of borrowers is not there yet");
            return;
        }
        final boolean isWeighted = inputs.has("ltv_weighted_value");
        final BigDecimal price = Fields.decimal(inputs, "price", BigDecimal.ONE);
        final BigDecimal amount =
                isWeighted ? Fields.decimal(inputs, "ltv_weighted_value") : Fields.decimal(inputs, "amount");
        final FlatAccount account = new FlatAccount().with("ltv", Fields.decimal(inputs, "ltv", BigDecimal.ONE));
        account.coin(account.market("coin", 0, price), price, amount);
        final PortfolioMargin margin = account.margin("tiered-hyperliquid");
        final BigDecimal counted = margin.column(Column.VALUE).subtract(margin.maintenance());
        checks.expect(expected, "borrowable", () -> counted, tolerance(each));
        checks.expect(
                expected,
                "health_pct",
                () -> counted.multiply(HUNDRED).divide(Fields.decimal(inputs, "borrowed"), MathContext.DECIMAL64),
                tolerance(each));
    }

    private static void tiers(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final List<BigDecimal> rates = new ArrayList<>();
        for (final BigDecimal leverage : Fields.decimals(each, "max_leverage")) {
            rates.add(BigDecimal.ONE.divide(leverage.multiply(BigDecimal.valueOf(2)), MathContext.DECIMAL64));
        }
        final Tolerance tolerance = new Tolerance(1e-9, 0);
        checks.expectAll("maintenance_rate", Fields.decimals(each, "maintenance_rate"), rates, tolerance);
        checks.expectAll(
                "maintenance_deduction",
                Fields.decimals(each, "maintenance_deduction"),
                TierGroups.deductions(Fields.decimals(each, "floors"), rates),
                tolerance);
    }

    private static void inverse(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final BigDecimal value = Fields.decimal(inputs, "usd_value");
        final Tolerance tolerance = tolerance(each);
        if (!inputs.has("exit")) {
            checks.unsupported("what opening above the mark loses is a part of order margin");
            return;
        }
        final BigDecimal entry = Fields.decimal(inputs, "entry");
        final BigDecimal exit = Fields.decimal(inputs, "exit");
        final BigDecimal size = value.multiply(Fields.decimal(inputs, "side", BigDecimal.ONE));
        final BigDecimal profit = profit(Contract.INVERSE, size, entry, exit);
        checks.expect(expected, "pnl_coin", () -> profit, tolerance);
        checks.expect(
                expected,
                "return_on_entry_pct",
                () -> profit.multiply(HUNDRED).multiply(entry).divide(value, MathContext.DECIMAL64),
                tolerance);
        checks.expect(
                expected,
                "initial_margin_coin",
                () -> value.divide(entry.multiply(Fields.decimal(inputs, "leverage")), MathContext.DECIMAL64),
                tolerance);
    }

    private static BigDecimal profit(
            final Contract contract, final BigDecimal size, final BigDecimal entry, final BigDecimal mark) {
        final FillSequence sequence = new FillSequence(
                contract, BigDecimal.ZERO, List.of(new Fill(size, entry, BigDecimal.ZERO)), List.of(mark));
        sequence.next();
        return sequence.unrealised(mark);
    }

    private static void linear(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(
                expected,
                "pnl",
                () -> profit(
                        Contract.LINEAR,
                        Fields.decimal(inputs, "size"),
                        Fields.decimal(inputs, "entry"),
                        Fields.decimal(inputs, "mark")),
                tolerance(each));
        checks.expect(expected, "maintenance", () -> loan(inputs), tolerance(each));
    }

    private static BigDecimal loan(final JsonNode inputs) {
        final FlatAccount account = new FlatAccount().with("loan_mmr", Fields.decimal(inputs, "rate"));
        final int market = account.market("coin", 0, BigDecimal.ONE);
        account.coin(market, BigDecimal.ONE, Fields.decimal(inputs, "loan").negate());
        return account.margin("tiered-binance").maintenance();
    }

    private static void scenarios(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final List<BigDecimal> moves = Fields.decimals(inputs, "moves");
        final Shocks shocks = new Shocks(moves.size());
        moves.forEach(move -> shocks.add(1 + move.doubleValue(), VolatilityMove.NONE, 0, 0));
        final PortfolioBuilder builder = new PortfolioBuilder(moves.size());
        final double index = Fields.real(inputs, "index");
        final int place = builder.perpetual(builder.underlying(
                new RiskFrame.Underlying("ETH", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, Rate.ONE),
                index,
                shocks,
                LinearMarket.RULES,
                LinearMarket.undamped(moves.size())));
        builder.contract(
                "future",
                RiskKind.FUTURE,
                place,
                Rate.ONE,
                Fields.real(inputs, "forward"),
                index,
                Fields.decimal(inputs, "size"));
        final PortfolioMargin margin = PortfolioMargin.of(
                Presets.grid("pmrm2", Map.of("mm_perp", Fields.rate(inputs, "contingency_rate")), moves.size()),
                builder.portfolio(),
                moves.size());
        final List<BigDecimal> profits = new ArrayList<>();
        for (int s = 0; s < moves.size(); s++) {
            profits.add(margin.profitUnder(s));
        }
        final JsonNode expected = Fields.required(each, "expected");
        final JsonNode stated = each.path("tolerance");
        checks.expectAll(
                "pnl", Fields.decimals(expected, "pnl"), profits, Tolerance.within(Fields.real(stated, "pnl", AMOUNT)));
        checks.expect(
                expected,
                "contingency",
                () -> margin.amount(margin.find("perpetuals", AmountTree.NONE)),
                Tolerance.within(Fields.real(stated, "contingency", AMOUNT)));
    }

    /** A price in dollars is booked in the stable coin that the contract settles in. */
    private static void cost(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        if (!inputs.has("size")) {
            checks.unsupported("the case has no single fill");
            return;
        }
        final BigDecimal size = Fields.decimal(inputs, "size");
        final BigDecimal price =
                Fields.decimal(inputs, "usd_price").divide(Fields.decimal(inputs, "usdc"), new MathContext(12));
        final FillSequence sequence = new FillSequence(
                Contract.LINEAR, BigDecimal.ZERO, List.of(new Fill(size, price, BigDecimal.ZERO)), List.of(price));
        final BigDecimal average = sequence.next().averagePrice();
        checks.expect(expected, "avg_entry", () -> average, tolerance(each));
        checks.expect(expected, "cost", () -> average.multiply(size), tolerance(each));
    }

    /** Older rules: their charges are those of other presets, with coin as the margin currency. */
    private static void contingencies(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        if (inputs.has("sizes_at_strike")) {
            final BigDecimal charged = shorts(Fields.decimals(inputs, "sizes_at_strike"), Fields.rate(inputs, "rate"));
            checks.expect(expected, "contingency_btc", () -> charged, tolerance(each));
            checks.expect(
                    expected,
                    "net_short",
                    () -> charged.divide(Fields.decimal(inputs, "rate"), MathContext.DECIMAL64),
                    tolerance(each));
        } else if (inputs.has("futures")) {
            final BigDecimal charged = offsets(Fields.decimals(inputs, "futures"), Fields.rate(inputs, "rate"));
            checks.expect(expected, "contingency_btc", () -> charged, tolerance(each));
        } else if (inputs.has("base")) {
            checks.expect(expected, "vol_shock_pct", () -> shock(inputs), tolerance(each));
        } else {
            checks.unsupported("no charge is known for " + inputs);
        }
    }

    private static BigDecimal shorts(final List<BigDecimal> sizes, final long rate) {
        final PortfolioBuilder builder = new PortfolioBuilder(0);
        final int expiry = expiry(builder, underlying(builder));
        boolean isCall = true;
        for (final BigDecimal size : sizes) {
            builder.option("option", expiry, isCall, 1, 1, size);
            isCall = !isCall;
        }
        final PortfolioMargin margin =
                PortfolioMargin.of(Presets.grid("pmrm2", Map.of("mm_option", rate), 0), builder.portfolio(), 0);
        return margin.amount(margin.find("short options", margin.find(MarginTerms.ADD_ONS, AmountTree.NONE)));
    }

    private static BigDecimal offsets(final List<BigDecimal> sizes, final long rate) {
        final PortfolioBuilder builder = new PortfolioBuilder(0);
        final int underlying = underlying(builder);
        for (final BigDecimal size : sizes) {
            builder.contract("future", RiskKind.FUTURE, expiry(builder, underlying), Rate.ONE, 1, 1, size);
        }
        final PortfolioMargin margin =
                PortfolioMargin.of(Presets.grid("span", Map.of("spread_rate", rate), 0), builder.portfolio(), 0);
        return margin.amount(margin.find("spread charge", AmountTree.NONE));
    }

    private static int underlying(final PortfolioBuilder builder) {
        return builder.underlying(
                new RiskFrame.Underlying("BTC", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, Rate.ONE),
                1,
                new Shocks(0),
                LinearMarket.RULES);
    }

    private static int expiry(final PortfolioBuilder builder, final int underlying) {
        return builder.expiry(new RiskFrame.Expiry(underlying, true, Rate.ONE, 0, Rate.ONE), 0, 1, 1, 0);
    }

    private static BigDecimal shock(final JsonNode inputs) {
        final double power = Fields.real(inputs, "power");
        final VolatilityRules rules = new VolatilityRules(
                Fields.real(inputs, "base"),
                0,
                power,
                power,
                1,
                0,
                Double.POSITIVE_INFINITY,
                SkewRule.NONE,
                SkewRule.NONE);
        final double years = Fields.real(inputs, "days") / DAYS_PER_YEAR;
        final double moved = rules.moved(VolatilityMove.UP, 0, 1, rules.term(years), years, 0);
        return Fields.result(moved - 1).multiply(HUNDRED);
    }
}
