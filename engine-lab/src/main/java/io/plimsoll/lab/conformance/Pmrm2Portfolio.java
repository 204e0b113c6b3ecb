package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.SkewRule;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.math.VolatilityRules;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.ExpiryDiscount;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PricedPortfolio;
import io.plimsoll.lab.margin.ScenarioPlan;
import io.plimsoll.lab.margin.SettlementWindow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** A portfolio of a PMRM_2 case, priced under its scenarios. */
final class Pmrm2Portfolio {
    private static final int MULTIPLIER = 0;
    private static final int MOVE = 1;
    private static final int DAMPING = 2;

    private final Map<String, BigDecimal> parameters;
    private final Shocks shocks;
    private final long[] damping;
    private final ScenarioPlan plan;
    private final PortfolioBuilder builder;
    private BigDecimal cash = BigDecimal.ZERO;
    private BigDecimal accrued = BigDecimal.ZERO;

    Pmrm2Portfolio(final JsonNode scenarioSet, final Map<String, BigDecimal> parameters) {
        this.parameters = parameters;
        final int skews = skewsOf(scenarioSet);
        plan = ScenarioPlan.of(scenarioSet.size() - skews, skews, 0, 0, Pmrm2Suite.basisMoves());
        shocks = new Shocks(plan.count());
        damping = new long[plan.count()];
        for (int s = 0; s < scenarioSet.size(); s++) {
            final JsonNode row = scenarioSet.get(s);
            shocks.add(row.get(MULTIPLIER).doubleValue(), move(row.get(MOVE).textValue()), 0, 0);
            damping[s] = Numbers.rate(Numbers.decimal(row.get(DAMPING)));
        }
        shocks.add(real("basis_spot_up"), VolatilityMove.NONE, 0, 0);
        shocks.add(real("basis_spot_down"), VolatilityMove.NONE, 0, 0);
        builder = new PortfolioBuilder(plan.count());
    }

    private static int skewsOf(final JsonNode scenarioSet) {
        int count = 0;
        for (final JsonNode row : scenarioSet) {
            final VolatilityMove move = move(row.get(MOVE).textValue());
            count += move == VolatilityMove.LINEAR || move == VolatilityMove.ABSOLUTE ? 1 : 0;
        }
        return count;
    }

    private static VolatilityMove move(final String text) {
        return switch (text) {
            case "up" -> VolatilityMove.UP;
            case "down" -> VolatilityMove.DOWN;
            case "none" -> VolatilityMove.NONE;
            case "linear" -> VolatilityMove.LINEAR;
            case "abs" -> VolatilityMove.ABSOLUTE;
            default ->
                throw new CaseException("a volatility move '" + text + "' is none of up, down, none, linear, abs");
        };
    }

    private double real(final String parameter) {
        return parameters.get(parameter).doubleValue();
    }

    private VolatilityRules rules() {
        return new VolatilityRules(
                real("vol_range_up"),
                real("vol_range_down"),
                real("short_term_power"),
                real("long_term_power"),
                real("dte_floor_days"),
                real("min_vol_up_shock"),
                Double.POSITIVE_INFINITY,
                skew("skew_linear"),
                skew("skew_abs"));
    }

    private SkewRule skew(final String name) {
        return new SkewRule(
                real(name + "_cap"),
                real(name + "_cbase"),
                real("skew_min_k_star"),
                real("skew_width_scale"),
                real("skew_vol_static"),
                real("skew_vol_scale"));
    }

    void read(final JsonNode inputs) {
        final double spot = Numbers.real(inputs, "spot");
        final long confidence = Numbers.rate(inputs, "spot_conf");
        final int main = builder.underlying(
                new RiskFrame.Underlying("spot", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, confidence),
                spot,
                shocks,
                rules(),
                damping);
        final int perpetual = builder.perpetual(main);
        builder.frame().stablePrice(Numbers.rate(inputs, "stable_price"));
        cash = Numbers.decimal(inputs, "cash");
        readOptions(inputs, main);
        readPerpetual(inputs.get("perp"), perpetual, spot);
        for (final JsonNode coin : inputs.get("collaterals")) {
            readCoin(coin, Numbers.decimal(inputs, "stable_price").doubleValue(), perpetual);
        }
    }

    private void readOptions(final JsonNode inputs, final int main) {
        final Map<Long, Integer> expiries = new HashMap<>();
        final ExpiryDiscount discount = new ExpiryDiscount(
                real("long_base_static_discount"),
                real("long_rate_mult"),
                real("long_rate_add"),
                real("short_base_static_discount"),
                real("short_rate_mult"),
                real("short_rate_add"));
        for (final JsonNode expiry : inputs.get("expiries")) {
            final long seconds = expiry.get("seconds_to_expiry").longValue();
            final double years = SettlementWindow.years(seconds);
            final double rate = Numbers.real(expiry, "rate");
            final SettlementWindow window = SettlementWindow.of(Numbers.real(expiry, "forward"), seconds);
            final long confidence = Math.min(
                    Numbers.rate(expiry, "forward_conf"),
                    Math.min(Numbers.rate(expiry, "rate_conf"), Numbers.rate(expiry, "vol_conf")));
            final RiskFrame.Expiry terms = new RiskFrame.Expiry(
                    main,
                    true,
                    Numbers.rate(BigDecimal.valueOf(years)),
                    discount.positive(years, rate),
                    discount.negative(years, rate),
                    confidence);
            expiries.put(seconds, builder.expiry(terms, window.fixed(), window.floating(), years, rate));
        }
        for (final JsonNode option : inputs.get("options")) {
            builder.option(
                    "option",
                    expiries.get(option.get("seconds_to_expiry").longValue()),
                    option.get("call").booleanValue(),
                    Numbers.real(option, "strike"),
                    Numbers.real(option, "mark_vol"),
                    Numbers.decimal(option, "size"));
        }
    }

    private void readPerpetual(final JsonNode perpetual, final int place, final double spot) {
        accrued = Numbers.decimal(perpetual, "unrealised_pnl").add(Numbers.decimal(perpetual, "unrealised_funding"));
        final BigDecimal size = Numbers.decimal(perpetual, "size");
        if (size.signum() != 0) {
            builder.contract(
                    "perpetual",
                    RiskKind.PERPETUAL,
                    place,
                    Numbers.rate(perpetual, "conf"),
                    Numbers.real(perpetual, "price"),
                    spot,
                    size);
        }
    }

    private void readCoin(final JsonNode coin, final double stablePrice, final int perpetual) {
        builder.coin(
                coin.get("name").textValue(),
                perpetual,
                Numbers.rate(coin, "conf"),
                Numbers.real(coin, "price") / stablePrice,
                new PortfolioBuilder.Haircuts(Numbers.rate(coin, "mm_haircut"), Numbers.rate(coin, "im_haircut")),
                coin.get("risk_cancelling").booleanValue(),
                Numbers.decimal(coin, "amount"));
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

    /** Profit and funding of the perpetual that is not settled yet. */
    BigDecimal accrued() {
        return accrued;
    }
}
