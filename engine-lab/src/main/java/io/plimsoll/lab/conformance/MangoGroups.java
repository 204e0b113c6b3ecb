package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.market.PriceGuard;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.PortfolioBuilder.Funds;
import io.plimsoll.lab.margin.PortfolioMargin;
import io.plimsoll.lab.margin.SpotFunds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Health of Mango v4, through the preset {@code tiered-mango}: value less requirement. Open orders of a perpetual count as filled on
 * the worse side, all of one at the oracle: the account is assessed after either. Funds that spot orders have reserved are a part of
 * the model. Its stable price is a {@link PriceGuard}.
 */
final class MangoGroups {
    private static final double HEALTH = 1e-3;
    private static final String MODEL = "tiered-mango";
    private static final List<String> FILLS = List.of("bids_base_lots", "asks_base_lots");
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private MangoGroups() {}

    static GroupedSuite suite() {
        return new GroupedSuite(
                "mango_health", Map.of("cases", MangoGroups::health, "stable_price_cases", MangoGroups::stable));
    }

    private static void health(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode market = Fields.required(group, "market");
        BigDecimal worst = null;
        for (final String fill : FILLS) {
            final BigDecimal health = health(market, inputs, fill);
            worst = worst == null ? health : worst.min(health);
        }
        final BigDecimal least = worst;
        final double stated = Fields.real(group.path("tolerance").path("health"), "absolute", HEALTH);
        checks.expect(Fields.required(each, "expected"), "init_health", () -> least, Tolerance.within(stated));
    }

    private static BigDecimal health(final JsonNode market, final JsonNode inputs, final String fill) {
        final FlatAccount account = new FlatAccount();
        final JsonNode perp = Fields.required(market, "perp");
        account.with("base_asset", Fields.decimal(perp, "init_base_asset_weight"))
                .with("base_liability", Fields.decimal(perp, "init_base_liab_weight"))
                .with("overall_asset", Fields.decimal(perp, "init_overall_asset_weight"));
        final String settles = Fields.text(perp, "settle_token");
        final JsonNode tokens = Fields.required(market, "tokens");
        final List<String> names = new ArrayList<>();
        names.add(settles);
        tokens.fieldNames().forEachRemaining(name -> {
            if (!name.equals(settles)) {
                names.add(name);
            }
        });
        final Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), token(account, names.get(i), i, tokens.get(names.get(i)), inputs));
        }
        for (final JsonNode order : Fields.list(inputs, "spot_orders")) {
            reserved(account, tokens, places, order);
        }
        if (inputs.hasNonNull("perp")) {
            perpetual(account, places.get(settles), perp, inputs.get("perp"), fill);
        }
        final PortfolioMargin margin = account.margin(MODEL);
        return margin.column(Column.VALUE).subtract(margin.maintenance());
    }

    private static int token(
            final FlatAccount account,
            final String name,
            final int classOf,
            final JsonNode token,
            final JsonNode inputs) {
        final BigDecimal price = Fields.decimal(token, "price");
        final JsonNode bank = inputs.path("bank").path(name);
        final String suffix = "_" + (classOf + 1);
        account.with("asset" + suffix, Fields.decimal(token, "init_asset_weight"))
                .with("liability" + suffix, Fields.decimal(token, "init_liab_weight"))
                .withAmount("deposit_start" + suffix, Fields.decimal(bank, "deposit_weight_scale_start_quote", NONE))
                .withAmount("borrow_start" + suffix, Fields.decimal(bank, "borrow_weight_scale_start_quote", NONE));
        final int market = account.market(name, classOf, price);
        account.totals(
                NONE,
                Fields.decimal(bank, "deposits", NONE).multiply(price),
                Fields.decimal(bank, "borrows", NONE).multiply(price));
        BigDecimal balance = Fields.decimal(inputs.path("balances"), name, NONE);
        for (final JsonNode order : Fields.list(inputs, "spot_orders")) {
            balance = balance.add(Fields.decimal(order.path("free"), name, NONE));
        }
        account.coin(market, price, SpotFunds.inLots(balance));
        return market;
    }

    private static void reserved(
            final FlatAccount account, final JsonNode tokens, final Map<String, Integer> places, final JsonNode order) {
        final String base = Fields.text(order, "base");
        final String quote = Fields.text(order, "quote");
        final BigDecimal basePrice = Fields.decimal(tokens.path(base), "price");
        final BigDecimal quotePrice = Fields.decimal(tokens.path(quote), "price");
        final BigDecimal oracle = basePrice.divide(quotePrice, MathContext.DECIMAL128);
        final SpotFunds funds = new SpotFunds(
                Fields.decimal(order, "reserved_base"),
                Fields.decimal(order, "reserved_quote"),
                Fields.decimal(order, "lowest_ask", null),
                Fields.decimal(order, "highest_bid", null));
        account.builder()
                .reserved(
                        base + "/" + quote,
                        new Funds(places.get(base), basePrice.doubleValue(), funds.asBase(oracle)),
                        new Funds(places.get(quote), quotePrice.doubleValue(), funds.asQuote(oracle)));
    }

    /** A price of the guard that is stated with its tolerance; time is in seconds. */
    private static void stable(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final PriceGuard guard = new PriceGuard(PriceGuard.Terms.DAY, 0, units(inputs, "reset_price"));
        long seconds = 0;
        for (final JsonNode update : Fields.list(inputs, "updates")) {
            for (long i = Fields.whole(update, "count"); i > 0; i--) {
                seconds += Fields.whole(update, "step_seconds");
                guard.update(TimeUnit.SECONDS.toNanos(seconds), units(update, "price"));
            }
        }
        final JsonNode expected = Fields.required(each, "expected");
        expectStated(expected, "stable_price", guard.stable(), checks);
        expectStated(expected, "delay_price_slot_0", guard.delayed(0), checks);
    }

    private static void expectStated(
            final JsonNode expected, final String key, final long actual, final SuiteReport.Case checks) {
        if (expected.has(key)) {
            final List<BigDecimal> stated = Fields.decimals(expected, key);
            checks.expect(
                    key,
                    stated.get(0),
                    BigDecimal.valueOf(actual, Asset.INDEX_PRICE_SCALE),
                    Tolerance.within(stated.get(1).doubleValue()));
        }
    }

    private static long units(final JsonNode inputs, final String key) {
        return Fields.decimal(inputs, key)
                .movePointRight(Asset.INDEX_PRICE_SCALE)
                .longValueExact();
    }

    private static void perpetual(
            final FlatAccount account, final int place, final JsonNode market, final JsonNode held, final String fill) {
        final BigDecimal price = Fields.decimal(market, "price");
        final BigDecimal lot = Fields.decimal(market, "base_lot");
        final BigDecimal filled = fill.startsWith("bids")
                ? Fields.decimal(held, fill, NONE)
                : Fields.decimal(held, fill, NONE).negate();
        final BigDecimal inFlight = Fields.decimal(held, "taker_base_lots", NONE);
        final BigDecimal base =
                Fields.decimal(held, "base_lots").add(inFlight).add(filled).multiply(lot);
        final BigDecimal quote = Fields.decimal(held, "quote")
                .add(Fields.decimal(held, "taker_quote_lots", NONE).multiply(Fields.decimal(market, "quote_lot")))
                .subtract(filled.multiply(lot).multiply(price));
        account.perpetual(place, price, base);
        account.builder().given().array("quote", RiskKind.FUTURE, place, List.of(), BigDecimal.ONE, quote);
    }
}
