package io.plimsoll.lab.whatif;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.PortfolioBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Positions with their rows under scenarios, and the names of all places: what an explanation wants to know of a portfolio. */
public interface RiskBook {
    /** One minor unit is 10^this of the units that {@link #loss} counts in. */
    int EXPONENT = 20;

    /** {@return the positions} */
    Holdings holdings();

    /** {@return underlyings and expiries} */
    RiskFrame frame();

    /** {@return the scenarios of the joint block; empty when the set has none} */
    ScenarioBlock joint();

    /**
     * Name of a position's instrument.
     *
     * @param position from 0.
     * @return the name.
     */
    String position(int position);

    /**
     * Size of a position, for people.
     *
     * @param position from 0.
     * @return signed.
     */
    BigDecimal quantity(int position);

    /**
     * Name of an underlying.
     *
     * @param place of it in the frame.
     * @return such as {@code BTC}.
     */
    String underlying(int place);

    /**
     * Name of an expiry.
     *
     * @param place of it in the frame.
     * @return such as {@code BTC-26DEC25}; what never expires is {@code BTC}.
     */
    String expiry(int place);

    /**
     * Name of a strike.
     *
     * @param place of it in the frame.
     * @return such as {@code BTC-26DEC25-100000}.
     */
    String strike(int place);

    /**
     * Name of a class of underlyings.
     *
     * @param place of it.
     * @return such as {@code large}.
     */
    String riskClass(int place);

    /**
     * Name of a scenario.
     *
     * @param scenario from 0.
     * @return its block, a colon, and what happens.
     */
    String scenario(int scenario);

    /** {@return number of positions} */
    default int count() {
        return holdings().count();
    }

    /**
     * What a position is in.
     *
     * @param position from 0.
     * @return the instrument.
     */
    default RiskInstrument instrument(final int position) {
        return holdings().instrument(position);
    }

    /**
     * A column of a position.
     *
     * @param position from 0.
     * @param column one of {@link io.plimsoll.core.risk.Column}.
     * @return exact, in the margin currency.
     */
    default BigDecimal column(final int position, final int column) {
        return money(total(position, column), position);
    }

    /**
     * The part of a position's profit under a scenario that counts: far moves are damped.
     *
     * @param position from 0.
     * @param scenario from 0.
     * @return exact, in the margin currency.
     */
    default BigDecimal counted(final int position, final int scenario) {
        final long share = frame().damping(instrument(position).underlying())[scenario];
        return money(total(position, Column.COUNT + scenario), position)
                .multiply(BigDecimal.valueOf(share, Rate.SCALE));
    }

    /** A column of all lots, or of a scenario behind the columns, in risk units; of coins with what tiers of haircuts change. */
    private BigInteger total(final int position, final int column) {
        final long lots = holdings().lots(position);
        BigInteger sum = times(lots, instrument(position).row().column(column));
        final CoinTiers tiers = instrument(position).tiers();
        for (int i = 0; i < tiers.count(); i++) {
            sum = sum.add(times(
                    tiers.above(i, lots, holdings().coinsOfOthers(position)),
                    tiers.row(i).column(column)));
        }
        return sum;
    }

    private static BigInteger times(final long a, final long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private BigDecimal money(final BigInteger units, final int position) {
        final int exponent = instrument(position).row().exponent();
        return new BigDecimal(units).movePointLeft(exponent + PortfolioBuilder.MINOR_SCALE);
    }

    /**
     * Loss of a position under a scenario.
     *
     * @param position from 0.
     * @param scenario from 0.
     * @return exact, in 10^-{@value #EXPONENT} of a minor unit.
     */
    default BigInteger loss(final int position, final int scenario) {
        return total(position, Column.COUNT + scenario)
                .negate()
                .multiply(
                        BigInteger.TEN.pow(EXPONENT - instrument(position).row().exponent()));
    }
}
