package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.SkewRule;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.math.VolatilityRules;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
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
    private final int scenarios;
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
            final BigDecimal multiplier = Fields.number("scenario multiplier", row.path(MULTIPLIER));
            shocks.add(multiplier.doubleValue(), move(row.path(MOVE).asText()), 0, 0);
            damping[s] = Fields.rate(Fields.number("scenario damping", row.path(DAMPING)));
        }
        scenarios = scenarioSet.size();
        shocks.add(real("basis_spot_up"), VolatilityMove.NONE, 0, 0);
        shocks.add(real("basis_spot_down"), VolatilityMove.NONE, 0, 0);
        builder = new PortfolioBuilder(plan.count());
    }

    private static int skewsOf(final JsonNode scenarioSet) {
        int count = 0;
        for (final JsonNode row : scenarioSet) {
            final VolatilityMove move = move(row.path(MOVE).asText());
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
        if (!parameters.containsKey(parameter)) {
            throw new CaseException("the parameter '" + parameter + "' is missing");
        }
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
        final double spot = Fields.real(inputs, "spot");
        final long confidence = Fields.rate(inputs, "spot_conf");
        final int main = builder.underlying(
                new RiskFrame.Underlying("spot", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, confidence),
                spot,
                shocks,
                rules(),
                damping);
        final int perpetual = builder.perpetual(main);
        builder.frame().stablePrice(Fields.rate(inputs, "stable_price"));
        cash = Fields.decimal(inputs, "cash");
        readOptions(inputs, main);
        if (inputs.hasNonNull("perp")) {
            readPerpetual(inputs.get("perp"), perpetual, spot);
        }
        for (final JsonNode coin : Fields.list(inputs, "collaterals")) {
            readCoin(coin, Fields.decimal(inputs, "stable_price").doubleValue(), perpetual);
        }
    }

    private void readOptions(final JsonNode inputs, final int main) {
        final Map<Long, Integer> expiries = new HashMap<>();
        for (final JsonNode expiry : Fields.list(inputs, "expiries")) {
            final long seconds = Fields.whole(expiry, "seconds_to_expiry");
            final double years = SettlementWindow.years(seconds);
            final double rate = Fields.real(expiry, "rate");
            final SettlementWindow.Parts window = SettlementWindow.DEFAULT.of(Fields.real(expiry, "forward"), seconds);
            final long confidence = Math.min(
                    Fields.rate(expiry, "forward_conf"),
                    Math.min(Fields.rate(expiry, "rate_conf"), Fields.rate(expiry, "vol_conf")));
            final RiskFrame.Expiry terms = new RiskFrame.Expiry(
                    main, true, Fields.rate(BigDecimal.valueOf(years)), Fields.rate(expiry, "rate"), confidence);
            expiries.put(seconds, builder.expiry(terms, window.fixed(), window.floating(), years, rate));
        }
        for (final JsonNode option : Fields.list(inputs, "options")) {
            final long seconds = Fields.whole(option, "seconds_to_expiry");
            if (!expiries.containsKey(seconds)) {
                throw new CaseException("an option expires in " + seconds + " s, and no expiry does");
            }
            builder.option(
                    "option",
                    expiries.get(seconds),
                    Fields.flag(option, "call"),
                    Fields.real(option, "strike"),
                    Fields.real(option, "mark_vol"),
                    Fields.decimal(option, "size"));
        }
    }

    private void readPerpetual(final JsonNode perpetual, final int place, final double spot) {
        accrued = Fields.decimal(perpetual, "unrealised_pnl").add(Fields.decimal(perpetual, "unrealised_funding"));
        final BigDecimal size = Fields.decimal(perpetual, "size");
        if (size.signum() != 0) {
            builder.contract(
                    "perpetual",
                    RiskKind.PERPETUAL,
                    place,
                    Fields.rate(perpetual, "conf"),
                    Fields.real(perpetual, "price"),
                    spot,
                    size);
        }
    }

    private void readCoin(final JsonNode coin, final double stablePrice, final int perpetual) {
        builder.coin(
                coin.path("name").asText("coin"),
                perpetual,
                Fields.rate(coin, "conf"),
                Fields.real(coin, "price") / stablePrice,
                new PortfolioBuilder.Haircuts(Fields.rate(coin, "mm_haircut"), Fields.rate(coin, "im_haircut")),
                Fields.flag(coin, "risk_cancelling"),
                Fields.decimal(coin, "amount"));
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

    /** Number of scenarios of the set, without those of the expiry basis. */
    int scenarios() {
        return scenarios;
    }

    /** Profit and funding of the perpetual that is not settled yet. */
    BigDecimal accrued() {
        return accrued;
    }
}
