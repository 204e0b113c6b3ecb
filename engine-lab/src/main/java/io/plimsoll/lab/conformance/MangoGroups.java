package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.PortfolioMargin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Health of Mango v4, through the preset {@code tiered-mango}: value less requirement. Open orders of a perpetual count as filled on
 * the worse side, all of one at the oracle: the account is assessed after either.
 */
final class MangoGroups {
    private static final double HEALTH = 1e-3;
    private static final String MODEL = "tiered-mango";
    private static final List<String> FILLS = List.of("bids_base_lots", "asks_base_lots");
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private MangoGroups() {}

    static GroupedSuite suite() {
        return new GroupedSuite("mango_health", Map.of("cases", MangoGroups::health));
    }

    private static void health(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        if (!Fields.list(inputs, "spot_orders").isEmpty()) {
            checks.unsupported("funds that spot orders have reserved: order margin of a later issue");
            return;
        }
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
        account.coin(market, price, Fields.decimal(inputs.path("balances"), name, NONE));
        return market;
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
