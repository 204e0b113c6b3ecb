package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.FundingIndex;
import io.plimsoll.core.market.FundingRule;
import io.plimsoll.core.market.TimeWeightedMean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Funding, through the classes of the live engine: {@link FundingRule} for rates, {@link TimeWeightedMean} for means,
 * {@link FundingIndex} for what positions pay. Prices and amounts are held with nine decimals.
 */
final class FundingGroups {
    private static final int DECIMALS = 9;
    private static final long PERIOD_HOURS = 8;
    private static final long BOUND = Long.MAX_VALUE / 4;
    private static final double EXACT = 1e-12;
    private static final double VEGA = 1e-9;

    private FundingGroups() {}

    static GroupedSuite derive() {
        return new GroupedSuite("derive_liquidation_funding", Map.of("funding_cases", FundingGroups::hourly));
    }

    /** An index in whole units of nine decimals, without bits behind the point. */
    private static FundingIndex indexAt(final long value) {
        final FundingIndex index = new FundingIndex(0, BOUND);
        index.add(value);
        return index;
    }

    /** dYdX: the index is in millionths of a quantum, and so is what is received. */
    static void settlement(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final FundingIndex index = indexAt(Fields.whole(inputs, "funding_index_now"));
        final long received = index.received(
                Fields.whole(inputs, "size_base_quantums"), Fields.whole(inputs, "funding_index_position"));
        checks.expect(
                Fields.required(each, "expected"),
                "settlement_ppm",
                () -> BigDecimal.valueOf(received),
                Tolerance.within(0));
    }

    /** dYdX gives the maintenance margin as a fraction of the initial one. */
    static void boundOfMargins(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final int initial = Math.toIntExact(Fields.whole(inputs, "initial_margin_ppm"));
        final int fraction = Math.toIntExact(Fields.whole(inputs, "maintenance_fraction_ppm"));
        final int maintenance = Math.toIntExact(FixedPoint.rateOfFloor(initial, fraction));
        final long bound =
                FundingRule.boundPpm(Math.toIntExact(Fields.whole(inputs, "clamp_factor_ppm")), initial, maintenance);
        checks.expect(
                Fields.required(each, "expected"),
                "max_abs_funding_rate_ppm",
                () -> BigDecimal.valueOf(bound),
                Tolerance.within(0));
    }

    /** Vega: the payment is that of a lot of the external price. */
    static void margin(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final long external = units(Fields.decimal(inputs, "external_twap"));
        final long rate = rule(inputs).rate(premium(inputs));
        final FundingIndex index = indexAt(FundingIndex.change(external, rate, 1, 1));
        final long owed = -index.received(Fields.whole(inputs, "position"), 0);
        final long margin = units(Fields.decimal(inputs, "futures_maintenance_margin"))
                + Rate.timesCeil(Math.max(0, owed), Fields.rate(inputs, "margin_funding_factor"));
        final Tolerance tolerance = Tolerance.within(VEGA);
        checks.expect(expected, "funding_payment", () -> amount(index.value()), tolerance);
        checks.expect(expected, "maintenance_margin", () -> amount(margin), tolerance);
    }

    static void rate(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final long rate = rule(inputs).rate(premium(inputs));
        checks.expect(
                Fields.required(each, "expected"),
                "funding_rate",
                () -> BigDecimal.valueOf(rate, Rate.SCALE),
                Tolerance.within(VEGA));
    }

    private static long premium(final JsonNode inputs) {
        final long internal = units(Fields.decimal(inputs, "internal_twap"));
        return FundingRule.premium(internal, internal, units(Fields.decimal(inputs, "external_twap")));
    }

    private static FundingRule rule(final JsonNode inputs) {
        final BigDecimal interest = Fields.decimal(inputs, "interest_rate", BigDecimal.ZERO)
                .multiply(Fields.decimal(inputs, "delta_t_years", BigDecimal.ZERO));
        final BigDecimal most = BigDecimal.valueOf(FundingRule.FIGURE_MAX, Rate.SCALE);
        return new FundingRule(
                Fields.rate(interest),
                Fields.rate(inputs, "clamp_lower"),
                Fields.rate(inputs, "clamp_upper"),
                Fields.rate(Fields.decimal(inputs, "scaling_factor", BigDecimal.ONE)),
                Fields.rate(Fields.decimal(inputs, "rate_lower", most.negate())),
                Fields.rate(Fields.decimal(inputs, "rate_upper", most)));
    }

    static void twap(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final long period = Fields.whole(inputs, "period_minutes");
        for (final String side : new String[] {"internal", "external"}) {
            checks.expect(
                    expected,
                    side + "_twap",
                    () -> mean(Fields.required(inputs, side), period),
                    Tolerance.within(VEGA));
        }
    }

    private static BigDecimal mean(final JsonNode prices, final long period) {
        final TimeWeightedMean mean = new TimeWeightedMean();
        mean.sample(0, units(Fields.decimal(prices, "previous")));
        for (final JsonNode update : Fields.list(prices, "updates")) {
            mean.sample(
                    Fields.number("minute", update.path(0)).longValueExact(),
                    units(Fields.number("price", update.path(1))));
        }
        return amount(mean.mean(period));
    }

    /** Paradex: the index moves by price difference x hours / 8. */
    static void index(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final long start = units(Fields.decimal(inputs, "index0"));
        final FundingIndex index = indexAt(start);
        int place = 0;
        for (final JsonNode segment : Fields.list(inputs, "segments")) {
            final long mark = units(Fields.decimal(segment, "mark"));
            final long spot = units(Fields.decimal(segment, "spot"));
            final long hours = Fields.whole(segment, "hours");
            index.add(FundingIndex.change(spot, FundingRule.premium(mark, mark, spot), hours, PERIOD_HOURS));
            final BigDecimal usdc = Fields.decimal(inputs, "usdc");
            final BigDecimal accrued =
                    amount(index.received(Fields.whole(inputs, "size"), start)).multiply(usdc);
            checks.expect(
                    "index[" + place + "]",
                    Fields.decimals(expected, "index").get(place),
                    amount(index.value()),
                    VenueGroups.tolerance(each));
            checks.expect(
                    "accrued_pnl[" + place + "]",
                    Fields.decimals(expected, "accrued_pnl").get(place),
                    accrued,
                    VenueGroups.tolerance(each));
            place++;
        }
    }

    /** Hyperliquid: the premium of impact prices, and a clamp that is the same either way. */
    static void clamp(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final long premium = FundingRule.premium(
                units(Fields.decimal(inputs, "impact_bid", BigDecimal.ZERO)),
                units(Fields.decimal(inputs, "impact_ask", BigDecimal.ZERO)),
                units(Fields.decimal(inputs, "oracle")));
        final long clamp = Fields.rate(inputs, "clamp");
        final FundingRule rule = new FundingRule(
                Fields.rate(inputs, "interest"),
                -clamp,
                clamp,
                Rate.ONE,
                -FundingRule.FIGURE_MAX,
                FundingRule.FIGURE_MAX);
        checks.expect(expected, "premium", () -> BigDecimal.valueOf(premium, Rate.SCALE), VenueGroups.tolerance(each));
        checks.expect(
                expected,
                "rate",
                () -> BigDecimal.valueOf(rule.rate(premium), Rate.SCALE),
                VenueGroups.tolerance(each));
    }

    /** Derive: the premium over so many hours, a constant, and a cap. */
    private static void hourly(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final JsonNode terms = Fields.required(Fields.required(group, "params"), "funding");
        final long hours = Fields.whole(terms, "convergence_hours");
        final BigDecimal period = BigDecimal.valueOf(hours);
        final long fixed = Fields.rate(Fields.decimal(terms, "static_rate").multiply(period));
        final long cap = Fields.rate(Fields.decimal(terms, "cap_per_hour").multiply(period));
        final long index = units(Fields.decimal(inputs, "index"));
        final long premium = FundingRule.premium(
                index + units(Fields.decimal(inputs, "impact_bid_minus_index")),
                index + units(Fields.decimal(inputs, "impact_ask_minus_index")),
                index);
        final long rate = new FundingRule(fixed, fixed, fixed, Rate.ONE, -cap, cap).rate(premium);
        checks.expect(
                expected,
                "rate_per_hour",
                () -> BigDecimal.valueOf(FundingIndex.change(Rate.ONE, rate, 1, hours), Rate.SCALE),
                Tolerance.within(EXACT));
        checks.expect(
                expected,
                "funding_received",
                () -> amount(indexAt(FundingIndex.change(index, rate, Fields.whole(inputs, "hours"), hours))
                        .received(Fields.whole(inputs, "size"), 0)),
                Tolerance.within(EXACT));
    }

    private static long units(final BigDecimal amount) {
        return amount.movePointRight(DECIMALS)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    private static BigDecimal amount(final long units) {
        return BigDecimal.valueOf(units, DECIMALS);
    }
}
