package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.risk.Column;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Margin groups of dYdX v4, through the preset {@code tiered-dydx}. The venue counts in millionths of a dollar and rounds each
 * step; one of them is allowed. A rate in parts per million is the margin of a position of one dollar.
 */
final class DydxGroups {
    private static final Tolerance ONE_UNIT = new Tolerance(1e-6, 1);
    private static final int QUANTUMS = 6;
    private static final int CLASSES = 4;
    private static final BigDecimal DOLLAR = BigDecimal.valueOf(1_000_000);
    private static final String MODEL = "tiered-dydx";
    private static final String CASH = "USDC";

    private DydxGroups() {}

    static GroupedSuite suite() {
        return new GroupedSuite(
                "dydx_margin",
                Map.of(
                        "funding_rate_clamp_ppm", FundingGroups::boundOfMargins,
                        "funding_settlement_ppm", FundingGroups::settlement,
                        "maintenance_margin_ppm", DydxGroups::rates,
                        "initial_margin_quote_quantums", DydxGroups::ofNotional,
                        "open_interest_scaled_imf_ppm", DydxGroups::rates,
                        "margin_requirements", DydxGroups::requirements,
                        "net_notional", DydxGroups::requirements,
                        "account_net_collateral_and_margin", DydxGroups::account));
    }

    private static void rates(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final PortfolioMargin margin = ofNotional(Fields.required(each, "inputs"), DOLLAR);
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "maintenance_margin_ppm", () -> quantums(margin.maintenance()), ONE_UNIT);
        checks.expect(expected, "effective_imf_ppm", () -> quantums(margin.initial()), ONE_UNIT);
    }

    private static void ofNotional(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final PortfolioMargin margin = ofNotional(inputs, Fields.decimal(inputs, "position_notional"));
        checks.expect(Fields.required(each, "expected"), "initial_margin", () -> quantums(margin.initial()), ONE_UNIT);
    }

    private static PortfolioMargin ofNotional(final JsonNode inputs, final BigDecimal notional) {
        final FlatAccount account = tier(new FlatAccount(), inputs, 1);
        final int market = account.market("market", 0, BigDecimal.ONE);
        account.totals(
                dollars(Fields.decimal(inputs, "open_interest_notional", BigDecimal.ZERO)),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        account.perpetual(market, BigDecimal.ONE, dollars(notional));
        return account.margin(MODEL);
    }

    private static FlatAccount tier(final FlatAccount account, final JsonNode tier, final int classOf) {
        final BigDecimal none = BigDecimal.ZERO;
        return account.with("imf_" + classOf, dollars(Fields.decimal(tier, "initial_margin_ppm", none)))
                .with("mmf_" + classOf, dollars(Fields.decimal(tier, "maintenance_fraction_ppm", none)))
                .withAmount("oi_lower_" + classOf, dollars(Fields.decimal(tier, "open_interest_lower_cap", none)))
                .withAmount("oi_upper_" + classOf, dollars(Fields.decimal(tier, "open_interest_upper_cap", none)));
    }

    private static void requirements(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final int resolution = Math.toIntExact(Fields.whole(inputs, "atomic_resolution"));
        final BigDecimal price = Fields.decimal(inputs, "oracle_price")
                .scaleByPowerOfTen(Math.toIntExact(Fields.whole(inputs, "price_exponent")));
        final FlatAccount account = tier(new FlatAccount(), inputs, 1);
        final int market = account.market("market", 0, price);
        account.totals(
                Fields.decimal(inputs, "open_interest_base_quantums", BigDecimal.ZERO)
                        .scaleByPowerOfTen(resolution)
                        .multiply(price),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        account.perpetual(market, price, quantity(inputs, "size_base_quantums", resolution));
        final PortfolioMargin margin = account.margin(MODEL);
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "initial_margin", () -> quantums(margin.initial()), ONE_UNIT);
        checks.expect(expected, "maintenance_margin", () -> quantums(margin.maintenance()), ONE_UNIT);
        checks.expect(expected, "net_notional", () -> quantums(margin.column(Column.DELTA)), ONE_UNIT);
    }

    /** Net collateral is cash, what contracts are worth at the oracle, and funding that is not settled yet. */
    private static void account(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final Map<String, BigDecimal> sizes = new LinkedHashMap<>();
        BigDecimal cash = Fields.decimal(inputs, "usdc");
        for (final JsonNode position : Fields.list(inputs, "positions")) {
            final BigDecimal size = Fields.decimal(position, "size_base_quantums");
            sizes.merge(Fields.text(position, "perpetual"), size, BigDecimal::add);
            cash = cash.add(funding(position, size));
        }
        for (final JsonNode update : Fields.list(inputs, "hypothetical_updates")) {
            final String name = Fields.text(update, "asset_or_perpetual");
            final BigDecimal delta = Fields.decimal(update, "delta");
            if (name.equals(CASH)) {
                cash = cash.add(delta);
            } else {
                sizes.merge(name, delta, BigDecimal::add);
            }
        }
        final PortfolioMargin margin = margin(group, sizes);
        final BigDecimal collateral = cash.add(quantums(margin.column(Column.DELTA)));
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "net_collateral", () -> collateral, ONE_UNIT);
        checks.expect(expected, "initial_margin", () -> quantums(margin.initial()), ONE_UNIT);
        checks.expect(expected, "maintenance_margin", () -> quantums(margin.maintenance()), ONE_UNIT);
    }

    private static BigDecimal funding(final JsonNode position, final BigDecimal size) {
        final BigDecimal then = Fields.decimal(position, "funding_index_position", BigDecimal.ZERO);
        return dollars(then.subtract(Fields.decimal(position, "funding_index_now", BigDecimal.ZERO))
                .multiply(size));
    }

    private static PortfolioMargin margin(final JsonNode group, final Map<String, BigDecimal> sizes) {
        final FlatAccount account = new FlatAccount();
        final List<String> names = new ArrayList<>(sizes.keySet());
        if (names.size() > CLASSES) {
            throw new CaseException(names.size() + " markets; the preset has " + CLASSES + " classes");
        }
        for (int i = 0; i < names.size(); i++) {
            final JsonNode perpetual = Fields.required(Fields.required(group, "perpetuals"), names.get(i));
            final JsonNode market =
                    Fields.required(Fields.required(group, "market"), Fields.text(perpetual, "underlying"));
            tier(account, perpetual, i + 1);
            final BigDecimal price = Fields.decimal(market, "oracle");
            final int place = account.market(names.get(i), i, price);
            final int resolution = Math.toIntExact(Fields.whole(market, "atomic_resolution"));
            account.perpetual(place, price, exact(sizes.get(names.get(i)), resolution));
        }
        return account.margin(MODEL);
    }

    private static BigDecimal quantity(final JsonNode inputs, final String key, final int resolution) {
        return exact(Fields.decimal(inputs, key), resolution);
    }

    private static BigDecimal exact(final BigDecimal quantums, final int resolution) {
        return quantums.scaleByPowerOfTen(resolution);
    }

    private static BigDecimal dollars(final BigDecimal quantums) {
        return quantums.movePointLeft(QUANTUMS);
    }

    private static BigDecimal quantums(final BigDecimal dollars) {
        return dollars.movePointRight(QUANTUMS);
    }
}
