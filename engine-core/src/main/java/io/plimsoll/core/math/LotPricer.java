package io.plimsoll.core.math;

import io.plimsoll.core.fixed.Rate;

/**
 * Prices lots for the live engine: integers go in, a {@link ScenarioPricer} that has priced one lot comes out. Prices and
 * strikes are multiplied with what a lot holds, for a value is in proportion to both. Reuse the object, one thread at a time.
 */
public final class LotPricer {
    private static final double ONE = Rate.ONE;
    private static final double PRICE_UNIT = 1e10;
    private static final double MONEY_UNIT = 1e6;
    private static final double NS_PER_YEAR = 365 * 86400e9;
    private static final double DAY_HOURS = 24;

    private final Shocks shocks;
    private final ScenarioPricer pricer;
    private VolatilityRules rules;
    private double spot;

    /**
     * Has nothing to price with yet.
     *
     * @param capacity most scenarios.
     */
    public LotPricer(final int capacity) {
        this.shocks = new Shocks(capacity);
        this.pricer = new ScenarioPricer(capacity);
    }

    /** {@return the pricer, which holds what was priced last} */
    public ScenarioPricer pricer() {
        return pricer;
    }

    /**
     * Begins the scenarios of an underlying.
     *
     * @param indexPrice its price x 10^10.
     * @param volatilityRules how far its volatilities move.
     */
    public void underlying(final long indexPrice, final VolatilityRules volatilityRules) {
        spot = indexPrice / PRICE_UNIT;
        rules = volatilityRules;
        shocks.clear();
        pricer.underlying(shocks, rules);
    }

    /**
     * Adds a scenario that says by how much the price moves.
     *
     * @param move of the price, a rate above -1.
     * @param volatility what happens to volatilities.
     * @param hours time that passes.
     */
    public void move(final long move, final VolatilityMove volatility, final int hours) {
        shocks.add(1 + move / ONE, volatility, 0, hours);
    }

    /**
     * Adds a scenario that is a day's residual: {@code exp(z sigma sqrt(h / 24)) - 1}, with volatilities and basis moved by what
     * they did that day.
     *
     * @param residual z, a rate.
     * @param sigma standard deviation of a day's return, a rate.
     * @param volatility change of the logarithm of volatilities, a rate.
     * @param basis change of the basis, a rate per year.
     * @param hours h, time that passes.
     */
    public void residual(
            final long residual, final long sigma, final long volatility, final long basis, final int hours) {
        final double time = Math.sqrt(hours / DAY_HOURS);
        shocks.add(
                Exponential.exp(residual / ONE * (sigma / ONE * time)),
                VolatilityMove.SHARE,
                Exponential.expm1(volatility / ONE * time),
                hours,
                basis / ONE * time);
    }

    /** {@return the largest move of the price in any scenario, up or down, as a rate rounded up} */
    public long largestMove() {
        double most = 0;
        for (int s = 0; s < shocks.count(); s++) {
            final double far = shocks.forward(s, Shocks.LONGEST_CARRY_YEARS);
            most = Math.max(most, Math.max(Math.abs(shocks.spot(s) - 1), Math.abs(far - 1)));
        }
        return ScenarioPricer.nearest(most * ONE) + 1;
    }

    /**
     * Prices a lot that moves in proportion to the underlying.
     *
     * @param value of the lot now, in 10^-12 of the margin currency.
     */
    public void proportional(final long value) {
        future(value, 0, 0);
    }

    /**
     * Prices a lot of a dated contract, which the basis moves besides; in its settlement window what is fixed of the mean stays.
     *
     * @param value of the lot now, in 10^-12 of the margin currency.
     * @param nsToExpiry time to expiry; what is past counts as 0.
     * @param averagedNs time before the expiry whose mean settles the contract; 0: the last price does.
     */
    public void future(final long value, final long nsToExpiry, final long averagedNs) {
        pricer.future(
                value / (MONEY_UNIT * MONEY_UNIT),
                Math.max(0, nsToExpiry) / NS_PER_YEAR,
                floating(nsToExpiry, averagedNs));
    }

    /**
     * Prices a lot of a dated inverse contract, whose profit is in coin.
     *
     * @param value of the lot now, in 10^-12 of the margin currency.
     * @param nsToExpiry time to expiry; what is past counts as 0.
     * @param averagedNs time before the expiry whose mean settles the contract; 0: the last price does.
     */
    public void inverseFuture(final long value, final long nsToExpiry, final long averagedNs) {
        pricer.inverseFuture(
                value / (MONEY_UNIT * MONEY_UNIT),
                Math.max(0, nsToExpiry) / NS_PER_YEAR,
                floating(nsToExpiry, averagedNs));
    }

    /** What of the mean is still to come, of one. */
    private static double floating(final long nsToExpiry, final long averagedNs) {
        return averagedNs > 0 ? Math.min(1, Math.max(0, nsToExpiry) / (double) averagedNs) : 1;
    }

    /**
     * Prices a lot of an option.
     *
     * @param call a call, otherwise a put.
     * @param strike of one whole unit x 10^10.
     * @param nsToExpiry time to expiry; what is past counts as 0.
     * @param averagedNs time before the expiry whose mean settles the option; 0: the last price does.
     * @param average mean so far x 10^10; it counts within the settlement window only.
     * @param slice volatilities and forward of the expiry.
     * @param lotSize minor units of the underlying in a lot.
     * @param scale decimals of the underlying.
     */
    public void option(
            final boolean call,
            final long strike,
            final long nsToExpiry,
            final long averagedNs,
            final long average,
            final SurfaceSlice slice,
            final long lotSize,
            final int scale) {
        final double lot = lotSize / powerOfTen(scale);
        final double years = Math.max(0, nsToExpiry) / NS_PER_YEAR;
        final double forward = slice.forward(spot);
        final double floating = floating(nsToExpiry, averagedNs);
        final double fixed = floating < 1 ? average / PRICE_UNIT * lot * (1 - floating) : 0;
        final double volatility = slice.volatility(strike / PRICE_UNIT);
        pricer.expiry(fixed, forward * lot * floating, years, slice.rate());
        pricer.option(call, strike / PRICE_UNIT * lot, volatility);
    }

    /**
     * What an amount of the underlying is worth.
     *
     * @param amount minor units of the underlying.
     * @param scale decimals of the underlying.
     * @return 10^-12 of the margin currency, rounded to nearest.
     */
    public long worth(final long amount, final int scale) {
        return ScenarioPricer.nearest(amount / powerOfTen(scale) * spot * MONEY_UNIT * MONEY_UNIT);
    }

    private static double powerOfTen(final int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /**
     * Years of 365 days.
     *
     * @param ns a time; what is past counts as 0.
     * @return years, as a rate rounded to nearest.
     */
    public static long years(final long ns) {
        return ScenarioPricer.nearest(Math.max(0, ns) / NS_PER_YEAR * ONE);
    }
}
