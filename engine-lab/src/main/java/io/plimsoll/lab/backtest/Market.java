package io.plimsoll.lab.backtest;

import io.plimsoll.core.math.Black76;
import io.plimsoll.core.math.Exponential;

/** Values of instruments at the end of a day and at the end of the next, by full revaluation. */
final class Market {
    private static final double DAY = 1 / Instrument.DAYS_PER_YEAR;

    private Market() {}

    /**
     * What a valuation needs to know of an underlying on a day.
     *
     * @param price its price.
     * @param volatility implied, per year.
     * @param basis continuously compounded, per year: a future is worth {@code price exp(basis T)}.
     */
    record Quote(double price, double volatility, double basis) {}

    /** Value of a lot: of as many units as a dollar buys. */
    static double value(final Instrument instrument, final Quote now) {
        return valueAt(instrument, 1, now.volatility(), now.basis(), instrument.years(), strike(instrument, now));
    }

    /** Value of the same units, with the same strike, a day later. */
    static double valueNextDay(final Instrument instrument, final Quote now, final Quote next) {
        return valueAt(
                instrument,
                next.price() / now.price(),
                next.volatility(),
                next.basis(),
                instrument.years() - DAY,
                strike(instrument, now));
    }

    private static double valueAt(
            final Instrument instrument,
            final double price,
            final double volatility,
            final double basis,
            final double years,
            final double strike) {
        return switch (instrument.kind()) {
            case COIN, PERPETUAL -> price;
            case FUTURE -> price * Exponential.exp(basis * years);
            case OPTION -> Black76.price(instrument.call(), price, strike, volatility * Math.sqrt(years));
        };
    }

    /** Strike of an option over the price of the underlying. */
    static double strike(final Instrument instrument, final Quote now) {
        return Exponential.exp(instrument.deviations() * now.volatility() * Math.sqrt(instrument.years()));
    }
}
