package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.conformance.FillSequence.Contract;
import io.plimsoll.lab.conformance.FillSequence.Fill;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * Accounts whose margin goes by the skew of each market, through the preset {@code tiered-synthetix}. A market's figures are
 * parameters, so markets are assessed one by one and added up, as the venue does.
 */
final class SkewMarginCases {
    private static final double AMOUNT = 1e-6;

    private SkewMarginCases() {}

    static void check(final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        BigDecimal available = Fields.decimal(inputs, "collateral");
        BigDecimal initial = BigDecimal.ZERO;
        BigDecimal maintenance = BigDecimal.ZERO;
        BigDecimal reward = BigDecimal.ZERO;
        for (final JsonNode market : Fields.list(inputs, "markets")) {
            final PortfolioMargin margin = margin(market);
            available = available.add(unrealised(market, Fields.decimal(inputs, "skew_before", BigDecimal.ZERO)));
            initial = initial.add(margin.initial());
            maintenance = maintenance.add(margin.maintenance());
            reward = reward.add(margin.amount(margin.find("liquidation reward", AmountTree.NONE)));
        }
        final JsonNode expected = Fields.required(each, "expected");
        final Tolerance tolerance = Tolerance.within(Fields.real(each, "tolerance", AMOUNT));
        final BigDecimal availableMargin = available;
        final BigDecimal withReward = initial;
        final BigDecimal exReward = initial.subtract(reward);
        final BigDecimal maintenanceMargin = maintenance;
        checks.expect(expected, "available_margin", () -> availableMargin, tolerance);
        checks.expect(expected, "initial_margin_ex_reward", () -> exReward, tolerance);
        checks.expect(expected, "maintenance_margin_ex_reward", () -> maintenanceMargin, tolerance);
        checks.expect(expected, "withdrawable", () -> availableMargin.subtract(withReward), tolerance);
    }

    /** The venue fills at the mean of the premiums before and after. */
    private static BigDecimal unrealised(final JsonNode market, final BigDecimal skewBefore) {
        final BigDecimal size = Fields.decimal(market, "size");
        final BigDecimal price = Fields.decimal(market, "price");
        final BigDecimal premium = skewBefore
                .multiply(BigDecimal.valueOf(2))
                .add(size)
                .divide(Fields.decimal(market, "skew_scale").multiply(BigDecimal.valueOf(2)), MathContext.DECIMAL64);
        final BigDecimal filled = price.multiply(BigDecimal.ONE.add(premium));
        final FillSequence sequence = new FillSequence(
                Contract.LINEAR, BigDecimal.ZERO, List.of(new Fill(size, filled, BigDecimal.ZERO)), List.of(price));
        sequence.next();
        return sequence.unrealised(price);
    }

    private static PortfolioMargin margin(final JsonNode market) {
        final PortfolioBuilder builder = new PortfolioBuilder(0);
        final double price = Fields.real(market, "price");
        final int place = builder.underlying(
                new RiskFrame.Underlying("market", 0, PortfolioBuilder.MINOR_SCALE, 0, 0, Rate.ONE),
                price,
                new Shocks(0),
                LinearMarket.RULES);
        builder.contract(
                "perpetual",
                RiskKind.PERPETUAL,
                builder.perpetual(place),
                Rate.ONE,
                price,
                price,
                Fields.decimal(market, "size"));
        final MarginModel model = ModelBuilder.build(
                ModelFile.shipped(
                        "tiered-synthetix",
                        Map.of(
                                "min_im_ratio", Fields.rate(market, "min_im_ratio"),
                                "im_fraction", Fields.rate(market, "im_fraction"),
                                "skew_scale", millions(market, "skew_scale"),
                                "mm_scalar", Fields.rate(market, "mm_scalar"),
                                "min_position_margin", millions(market, "min_position_margin"),
                                "liquidation_reward_ratio", Fields.rate(market, "liquidation_reward_ratio"))),
                ScenarioPlan.of(0, 0, 0, 0, 0));
        return PortfolioMargin.of(model, builder.portfolio(), 0);
    }

    private static long millions(final JsonNode market, final String key) {
        return Fields.rate(Fields.millions(Fields.decimal(market, key)));
    }
}
