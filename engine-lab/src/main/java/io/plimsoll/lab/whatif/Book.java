package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.PricedPortfolio;
import io.plimsoll.lab.margin.Scenarios;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A portfolio priced under the scenarios of a preset, with the names of all places.
 *
 * @param priced positions and rows.
 * @param scenarios what the rows are under.
 * @param underlyings names by place.
 * @param expiries names by place, such as {@code BTC-26DEC25}; what never expires is {@code BTC}.
 * @param strikes names by place, such as {@code BTC-26DEC25-100000}.
 */
record Book(
        PricedPortfolio priced,
        Scenarios scenarios,
        List<String> underlyings,
        List<String> expiries,
        Map<Integer, String> strikes)
        implements RiskBook {
    @Override
    public Holdings holdings() {
        return priced;
    }

    @Override
    public RiskFrame frame() {
        return priced.frame();
    }

    @Override
    public ScenarioBlock joint() {
        return scenarios.plan().joint();
    }

    @Override
    public String position(final int position) {
        return priced.name(position);
    }

    @Override
    public BigDecimal quantity(final int position) {
        return priced.quantity(position);
    }

    @Override
    public String underlying(final int place) {
        return underlyings.get(place);
    }

    @Override
    public String expiry(final int place) {
        return expiries.get(place);
    }

    @Override
    public String strike(final int place) {
        return strikes.get(place);
    }

    @Override
    public String riskClass(final int place) {
        return scenarios.set().classes().get(place).name();
    }

    @Override
    public String scenario(final int scenario) {
        return scenarios.name(scenario);
    }
}
