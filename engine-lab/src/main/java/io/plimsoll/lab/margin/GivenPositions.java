package io.plimsoll.lab.margin;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.RowPricer;
import java.math.BigDecimal;
import java.util.List;

/** Adds positions whose figures come from elsewhere: a mark, a risk array, an index apart from the mark, a bounded payoff. */
public final class GivenPositions {
    private final PortfolioBuilder builder;
    private final RowPricer rows;
    private final Payoffs payoffs;

    GivenPositions(final PortfolioBuilder builder, final RowPricer rows, final Payoffs payoffs) {
        this.builder = builder;
        this.rows = rows;
        this.payoffs = payoffs;
    }

    /**
     * Adds a position in an option whose mark is given; scenarios of the market do not move it, what it pays at expiry is known.
     *
     * @param name of the option.
     * @param expiry its place.
     * @param call a call, otherwise a put.
     * @param strike strike.
     * @param mark of one unit.
     * @param quantity signed, in units of the underlying.
     */
    public void quoted(
            final String name,
            final int expiry,
            final boolean call,
            final double strike,
            final double mark,
            final BigDecimal quantity) {
        final RiskRow row = builder.row(quantity);
        final double spot = builder.spotOf(expiry);
        row.values()[Column.VALUE] = ScenarioPricer.nearest(mark * PortfolioBuilder.unit());
        row.values()[Column.NOTIONAL] = ScenarioPricer.nearest(spot * PortfolioBuilder.unit());
        builder.note(expiry, call, strike, row.values()[Column.VALUE], row);
        builder.addOption(name, expiry, call, strike, row, quantity);
    }

    /**
     * Adds a position in a contract that moves as the underlying's index does, while its size is counted at its mark.
     *
     * @param name of the instrument.
     * @param kind perpetual or future.
     * @param expiry its place.
     * @param index price that the moves are of.
     * @param mark its own price, of which delta and notional are.
     * @param quantity signed, in units of the underlying.
     */
    public void moving(
            final String name,
            final RiskKind kind,
            final int expiry,
            final double index,
            final double mark,
            final BigDecimal quantity) {
        final RiskRow row = builder.proportional(expiry, index, quantity);
        rows.contract(row, PortfolioBuilder.unit(), ScenarioPricer.nearest(mark * PortfolioBuilder.unit()));
        row.values()[Column.DELTA] = row.values()[Column.NOTIONAL];
        row.values()[Column.UNITS] = PortfolioBuilder.unit();
        builder.add(name, kind, expiry, Rate.ONE, row, quantity);
    }

    /**
     * Adds a position in a contract that settles at a price from 0 to a largest one, and so can lose no more than that.
     *
     * @param name of the instrument.
     * @param expiry its place.
     * @param price its own price.
     * @param most the largest price it can settle at.
     * @param quantity signed.
     */
    public void bounded(
            final String name, final int expiry, final double price, final double most, final BigDecimal quantity) {
        final RiskRow row = builder.proportional(expiry, price, quantity);
        rows.contract(row, PortfolioBuilder.unit(), ScenarioPricer.nearest(price * PortfolioBuilder.unit()));
        row.values()[Column.UNITS] = PortfolioBuilder.unit();
        payoffs.bounded(row, price, most);
        builder.add(name, RiskKind.FUTURE, expiry, Rate.ONE, row, quantity);
    }

    /**
     * Adds a position in an instrument whose value changes were computed elsewhere: a risk array.
     *
     * @param name of the instrument.
     * @param kind of the instrument.
     * @param expiry its place.
     * @param changes of one unit, in units of the margin currency, one for each scenario.
     * @param value of one unit, where it counts as the holder's.
     * @param quantity signed.
     */
    public void array(
            final String name,
            final RiskKind kind,
            final int expiry,
            final List<BigDecimal> changes,
            final BigDecimal value,
            final BigDecimal quantity) {
        final RiskRow row = builder.row(quantity);
        final BigDecimal unit = BigDecimal.valueOf(PortfolioBuilder.unit());
        row.values()[Column.VALUE] = value.multiply(unit).longValueExact();
        row.values()[Column.UNITS] = PortfolioBuilder.unit();
        for (int s = 0; s < changes.size(); s++) {
            row.values()[Column.COUNT + s] = changes.get(s).multiply(unit).longValueExact();
        }
        builder.add(name, kind, expiry, Rate.ONE, row, quantity);
    }
}
