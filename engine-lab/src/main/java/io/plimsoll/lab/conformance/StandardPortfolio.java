package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PricedPortfolio;
import io.plimsoll.lab.margin.ScenarioPlan;
import io.plimsoll.lab.margin.SettlementWindow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An account of a standard-margin case, priced. Markets come as a list, or by underlying with positions beside them. */
final class StandardPortfolio {
    private final ScenarioPlan plan;
    private final PortfolioBuilder builder;
    private final BigDecimal stablePrice;
    private final BigDecimal cash;
    private final Map<String, Double> spots = new HashMap<>();
    private final Map<String, Integer> underlyings = new HashMap<>();
    private final Map<String, Integer> perpetuals = new HashMap<>();
    private final Map<String, Integer> expiries = new HashMap<>();
    private BigDecimal accrued = BigDecimal.ZERO;

    StandardPortfolio(final JsonNode inputs) {
        final List<JsonNode> options = Fields.list(inputs, "options");
        plan = ScenarioPlan.of(0, 0, 0, 0, 0).withPayoffs(options.size());
        builder = new PortfolioBuilder(plan);
        cash = Fields.decimal(inputs, "cash");
        final boolean byName = inputs.has("market");
        final JsonNode prices = byName ? inputs.get("market") : inputs;
        stablePrice = Fields.decimal(prices, "stable_price");
        builder.frame().stablePrice(Fields.rate(stablePrice));
        if (byName) {
            named(inputs, prices);
        } else {
            Fields.list(inputs, "markets").forEach(this::market);
        }
        options.forEach(option -> option(option, options));
    }

    private void market(final JsonNode market) {
        final String name = Fields.text(market, "underlying");
        final double spot = Fields.real(market, "spot");
        underlying(name, spot, Fields.rate(market, "spot_conf"));
        final BigDecimal size = Fields.decimal(market, "perp_size", BigDecimal.ZERO);
        final BigDecimal price = Fields.decimal(market, "perp_price");
        if (size.signum() != 0) {
            final BigDecimal now = Fields.decimal(market, "funding_index_now", BigDecimal.ZERO);
            final BigDecimal then = Fields.decimal(market, "funding_index_account", now);
            accrued = accrued.subtract(size.multiply(now.subtract(then)));
            perpetual(name, size, price, Fields.decimal(market, "perp_entry", price), Fields.rate(market, "perp_conf"));
        }
        coin(name, Fields.decimal(market, "base_size", BigDecimal.ZERO));
    }

    private void named(final JsonNode inputs, final JsonNode prices) {
        final JsonNode spots = Fields.required(prices, "spot");
        for (final Map.Entry<String, JsonNode> spot : spots.properties()) {
            underlying(
                    spot.getKey().toUpperCase(Locale.ROOT),
                    Fields.real(spot.getValue(), "price"),
                    Fields.rate(spot.getValue(), "conf"));
        }
        for (final JsonNode perpetual : Fields.list(inputs, "perps")) {
            final String name = Fields.text(perpetual, "underlying");
            final JsonNode market = Fields.required(Fields.required(prices, "perp"), name.toLowerCase(Locale.ROOT));
            final BigDecimal price = Fields.decimal(market, "price");
            perpetual(
                    name,
                    Fields.decimal(perpetual, "size"),
                    price,
                    Fields.decimal(perpetual, "entry", price),
                    Fields.rate(market, "conf"));
        }
        for (final JsonNode coin : Fields.list(inputs, "base")) {
            coin(Fields.text(coin, "underlying"), Fields.decimal(coin, "size"));
        }
    }

    private void underlying(final String name, final double spot, final long confidence) {
        final int place = builder.underlying(
                new RiskFrame.Underlying(name, 0, PortfolioBuilder.MINOR_SCALE, 0, 0, confidence),
                spot,
                new Shocks(0),
                LinearMarket.RULES);
        underlyings.put(name, place);
        perpetuals.put(name, builder.perpetual(place));
        spots.put(name, spot);
    }

    private void perpetual(
            final String name,
            final BigDecimal size,
            final BigDecimal price,
            final BigDecimal entry,
            final long confidence) {
        accrued = accrued.add(size.multiply(price.subtract(entry)));
        builder.contract(
                name + "-PERP",
                RiskKind.PERPETUAL,
                placeOf(perpetuals, name),
                confidence,
                price.doubleValue(),
                spots.get(name),
                size);
    }

    private void coin(final String name, final BigDecimal size) {
        if (size.signum() != 0) {
            builder.coin(
                    name,
                    placeOf(perpetuals, name),
                    Rate.ONE,
                    spots.get(name) / stablePrice.doubleValue(),
                    new PortfolioBuilder.Haircuts(0, 0),
                    false,
                    size);
        }
    }

    private void option(final JsonNode option, final List<JsonNode> all) {
        final String name = Fields.text(option, "underlying");
        final long seconds = Fields.whole(option, "seconds_to_expiry");
        final int expiry = expiries.computeIfAbsent(
                name + " " + seconds, key -> expiry(option, name, seconds, confidence(all, name, seconds)));
        builder.option(
                "option",
                expiry,
                Fields.flag(option, "call"),
                Fields.real(option, "strike"),
                Fields.real(option, "vol"),
                Fields.decimal(option, "size"));
    }

    /** An expiry is as sure as the least sure of what its options are priced with. */
    private static long confidence(final List<JsonNode> options, final String name, final long seconds) {
        long least = Rate.ONE;
        for (final JsonNode option : options) {
            if (Fields.text(option, "underlying").equals(name)
                    && Fields.whole(option, "seconds_to_expiry") == seconds) {
                least = Math.min(least, Math.min(Fields.rate(option, "forward_conf"), Fields.rate(option, "vol_conf")));
            }
        }
        return least;
    }

    private int expiry(final JsonNode option, final String name, final long seconds, final long confidence) {
        final double years = SettlementWindow.years(seconds);
        final SettlementWindow.Parts window = SettlementWindow.DEFAULT.of(Fields.real(option, "forward"), seconds);
        return builder.expiry(
                new RiskFrame.Expiry(
                        placeOf(underlyings, name), true, Fields.rate(BigDecimal.valueOf(years)), 0, confidence),
                window.fixed(),
                window.floating(),
                years,
                0);
    }

    private static int placeOf(final Map<String, Integer> places, final String name) {
        if (!places.containsKey(name)) {
            throw new CaseException("there is no market '" + name + "'");
        }
        return places.get(name);
    }

    PricedPortfolio priced() {
        return builder.portfolio();
    }

    ScenarioPlan plan() {
        return plan;
    }

    BigDecimal cash() {
        return cash;
    }

    BigDecimal stablePrice() {
        return stablePrice;
    }

    /** Profit and funding of perpetuals that are not settled yet. */
    BigDecimal accrued() {
        return accrued;
    }
}
