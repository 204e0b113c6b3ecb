package io.plimsoll.lab.backtest;

/**
 * What a book holds. A lot of any instrument is as many units as one dollar buys of the underlying, so that prices are relative
 * to the underlying's.
 *
 * @param symbol of the underlying.
 * @param kind what it is.
 * @param days to expiry, for futures and options.
 * @param deviations strike of an option, in standard deviations of its life from the price: {@code exp(m iv sqrt(T))}.
 * @param call a call, otherwise a put.
 */
record Instrument(String symbol, Kind kind, int days, double deviations, boolean call) {
    static final double DAYS_PER_YEAR = 365;

    /** Kinds of instruments. */
    enum Kind {
        /** A coin. */
        COIN,
        /** A contract without expiry. */
        PERPETUAL,
        /** A dated future. */
        FUTURE,
        /** A European option, paid for when bought. */
        OPTION
    }

    static Instrument perpetual(final String symbol) {
        return new Instrument(symbol, Kind.PERPETUAL, 0, 0, false);
    }

    static Instrument coin(final String symbol) {
        return new Instrument(symbol, Kind.COIN, 0, 0, false);
    }

    static Instrument future(final String symbol, final int days) {
        return new Instrument(symbol, Kind.FUTURE, days, 0, false);
    }

    static Instrument call(final String symbol, final int days, final double deviations) {
        return new Instrument(symbol, Kind.OPTION, days, deviations, true);
    }

    static Instrument put(final String symbol, final int days, final double deviations) {
        return new Instrument(symbol, Kind.OPTION, days, deviations, false);
    }

    double years() {
        return days / DAYS_PER_YEAR;
    }
}
