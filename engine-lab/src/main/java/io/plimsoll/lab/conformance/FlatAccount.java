package io.plimsoll.lab.conformance;

import io.plimsoll.config.model.ModelFile;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** An account under a model without scenarios; each market is an underlying. */
final class FlatAccount {
    private static final int STRIKES = 4;

    private final ScenarioPlan plan = ScenarioPlan.of(0, 0, 0, 0, 0).withPayoffs(STRIKES);
    private final PortfolioBuilder builder = new PortfolioBuilder(plan);
    private final Map<String, Long> parameters = new LinkedHashMap<>();

    /** Sets a parameter of the model. */
    FlatAccount with(final String parameter, final BigDecimal value) {
        parameters.put(parameter, Fields.rate(value));
        return this;
    }

    /** Sets a parameter that is an amount. */
    FlatAccount withAmount(final String parameter, final BigDecimal amount) {
        return with(parameter, Fields.millions(amount));
    }

    /** Adds a market; its place for what never expires. */
    int market(final String name, final int classOf, final BigDecimal price) {
        return builder.perpetual(builder.underlying(
                new RiskFrame.Underlying(name, 0, PortfolioBuilder.MINOR_SCALE, classOf, 0, Rate.ONE),
                price.doubleValue(),
                new Shocks(0),
                LinearMarket.RULES));
    }

    /** Sets what the venue holds of the market that was added last, as amounts. */
    void totals(final BigDecimal openInterest, final BigDecimal deposits, final BigDecimal borrows) {
        builder.frame()
                .totals(
                        builder.frame().underlyings() - 1,
                        new RiskFrame.Totals(
                                PortfolioBuilder.minorUnits(openInterest),
                                PortfolioBuilder.minorUnits(deposits),
                                PortfolioBuilder.minorUnits(borrows)));
    }

    void perpetual(final int market, final BigDecimal price, final BigDecimal size) {
        builder.contract(
                "perpetual", RiskKind.PERPETUAL, market, Rate.ONE, price.doubleValue(), price.doubleValue(), size);
    }

    void coin(final int market, final BigDecimal price, final BigDecimal size) {
        builder.coin("coin", market, Rate.ONE, price.doubleValue(), new PortfolioBuilder.Haircuts(0, 0), false, size);
    }

    PortfolioBuilder builder() {
        return builder;
    }

    PortfolioMargin margin(final String model) {
        return PortfolioMargin.of(
                ModelBuilder.build(ModelFile.shipped(model, parameters), plan), builder.portfolio(), plan.count());
    }
}
