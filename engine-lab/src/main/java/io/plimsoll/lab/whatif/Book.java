package io.plimsoll.lab.whatif;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PricedPortfolio;
import io.plimsoll.lab.margin.Scenarios;
import java.math.BigDecimal;
import java.math.BigInteger;
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
        Map<Integer, String> strikes) {
    /** One minor unit is 10^this of the units that {@link #loss} counts in. */
    static final int EXPONENT = 20;

    /** {@return number of positions} */
    int count() {
        return priced.count();
    }

    RiskInstrument instrument(final int position) {
        return priced.instrument(position);
    }

    /** A column of a position, exact, in the margin currency. */
    BigDecimal column(final int position, final int column) {
        return money(priced.instrument(position).row().column(column), position);
    }

    /** Profit of a position under a scenario, exact, in the margin currency. */
    BigDecimal profit(final int position, final int scenario) {
        return money(priced.instrument(position).row().scenario(scenario), position);
    }

    /** The part of that profit that counts: far moves are damped. */
    BigDecimal counted(final int position, final int scenario) {
        final long share = priced.frame().damping(priced.instrument(position).underlying())[scenario];
        return profit(position, scenario).multiply(BigDecimal.valueOf(share, Rate.SCALE));
    }

    private BigDecimal money(final long perLot, final int position) {
        final int exponent = priced.instrument(position).row().exponent();
        return BigDecimal.valueOf(perLot)
                .multiply(BigDecimal.valueOf(priced.lots(position)))
                .movePointLeft(exponent + PortfolioBuilder.MINOR_SCALE);
    }

    /** Loss of a position under a scenario, in 10^-{@value #EXPONENT} of a minor unit. */
    BigInteger loss(final int position, final int scenario) {
        final RiskRow row = priced.instrument(position).row();
        return BigInteger.valueOf(row.scenario(scenario))
                .multiply(BigInteger.valueOf(-priced.lots(position)))
                .multiply(BigInteger.TEN.pow(EXPONENT - row.exponent()));
    }

    /** {@return the joint block} */
    ScenarioBlock joint() {
        return scenarios.plan().joint();
    }
}
