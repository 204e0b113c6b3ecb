package io.plimsoll.core.math;

/**
 * What one unit of an instrument is worth, and by how much that changes under each scenario: full revaluation, nothing
 * expanded. Amounts are in the unit of the prices. Reuse the object, one thread at a time.
 */
public final class ScenarioPricer {
    private final Black76Array black = new Black76Array();
    private final BlackGreeks greeks = new BlackGreeks();
    private final double[] moves;
    private final double[] roots;
    private final double[] discounts;
    private final double[] factors;
    private final double[] floors;
    private final double[] ceilings;
    private final double[] forwards;
    private final double[] deviations;
    private final double[] changes;
    private final double[] rounded;

    private Shocks shocks;
    private VolatilityRules rules;
    private double fixed;
    private double floating;
    private double years;
    private double rate;
    private double term;
    private double value;
    private double moving;

    /** What the scenarios of the expiry were made of: they are the same for all of its strikes. */
    private int madeOf;

    private double madeYears = Double.NaN;
    private double madeRate;

    /** Whether volatilities move by strike in any scenario. */
    private boolean isAnyByStrike;

    /**
     * Has nothing to price with yet.
     *
     * @param capacity most scenarios.
     */
    public ScenarioPricer(final int capacity) {
        this.moves = new double[capacity];
        this.roots = new double[capacity];
        this.discounts = new double[capacity];
        this.factors = new double[capacity];
        this.floors = new double[capacity];
        this.ceilings = new double[capacity];
        this.forwards = new double[capacity];
        this.deviations = new double[capacity];
        this.changes = new double[capacity];
        this.rounded = new double[capacity];
    }

    /**
     * Sets the scenarios of an underlying.
     *
     * @param underlyingShocks the scenarios; read when an instrument is priced.
     * @param volatilityRules how far volatilities move.
     */
    public void underlying(final Shocks underlyingShocks, final VolatilityRules volatilityRules) {
        shocks = underlyingShocks;
        rules = volatilityRules;
        madeYears = Double.NaN;
    }

    /**
     * Sets the expiry of the options to be priced; the scenarios of the underlying must be there.
     *
     * @param fixedPart what is settled already of the price at expiry; 0 outside the settlement window.
     * @param floatingPart the rest of the forward: what scenarios move.
     * @param yearsToExpiry time to expiry, not negative.
     * @param interest continuously compounded; a negative one counts as 0.
     */
    public void expiry(
            final double fixedPart, final double floatingPart, final double yearsToExpiry, final double interest) {
        fixed = fixedPart;
        floating = floatingPart;
        years = yearsToExpiry;
        rate = Math.max(interest, 0);
        if (madeYears != years || madeRate != rate || madeOf != shocks.changes()) {
            scenarios();
            madeYears = years;
            madeRate = rate;
            madeOf = shocks.changes();
        }
    }

    private void scenarios() {
        final double discount = Exponential.exp(-rate * years);
        term = rules.term(years);
        isAnyByStrike = false;
        for (int s = 0; s < shocks.count(); s++) {
            final VolatilityMove move = shocks.move(s);
            moves[s] = shocks.forward(s, years);
            roots[s] = Math.sqrt(Math.max(0, years - shocks.years(s)));
            discounts[s] = shocks.years(s) == 0 ? discount : discountAfter(shocks.years(s));
            floors[s] = rules.floor(move);
            ceilings[s] = rules.ceiling(move);
            isAnyByStrike |= move.isByStrike();
            factors[s] = move.isByStrike() ? 1 : rules.factor(move, shocks.share(s), term, years, 0);
        }
    }

    /**
     * Prices a European option of the expiry that was set.
     *
     * @param call a call, otherwise a put.
     * @param strike strike.
     * @param volatility of this strike.
     */
    public void option(final boolean call, final double strike, final double volatility) {
        final int count = shocks.count();
        final double forward = fixed + floating;
        greeks.evaluate(call, forward, strike, volatility, years, rate);
        value = greeks.price();
        if (isAnyByStrike) {
            factorsByStrike(strike > 0 && forward > 0 ? Logarithm.logRatio(strike, forward) : 0);
        }
        for (int s = 0; s < count; s++) {
            forwards[s] = fixed + floating * moves[s];
        }
        for (int s = 0; s < count; s++) {
            deviations[s] = VolatilityRules.within(volatility * factors[s], floors[s], ceilings[s]) * roots[s];
        }
        black.overForwards(call, forwards, strike, deviations, changes, count);
        for (int s = 0; s < count; s++) {
            changes[s] = discounts[s] * changes[s] - value;
        }
    }

    private void factorsByStrike(final double moneyness) {
        final double linear = rules.factor(VolatilityMove.LINEAR, 0, term, years, moneyness);
        final double absolute = rules.factor(VolatilityMove.ABSOLUTE, 0, term, years, moneyness);
        for (int s = 0; s < shocks.count(); s++) {
            if (shocks.move(s).isByStrike()) {
                factors[s] = shocks.move(s) == VolatilityMove.LINEAR ? linear : absolute;
            }
        }
    }

    private double discountAfter(final double passed) {
        return Exponential.exp(-rate * Math.max(0, years - passed));
    }

    /**
     * Prices what moves in proportion to the underlying: a perpetual, a coin.
     *
     * @param price its own price.
     */
    public void proportional(final double price) {
        future(price, 0);
    }

    /**
     * Prices a dated future, which the basis moves besides.
     *
     * @param price its own price.
     * @param yearsToExpiry time to expiry, not negative.
     */
    public void future(final double price, final double yearsToExpiry) {
        future(price, yearsToExpiry, 1);
    }

    /**
     * Prices a dated future, of which within the settlement window a part only still moves.
     *
     * @param price its own price.
     * @param yearsToExpiry time to expiry, not negative.
     * @param floatingShare what of the window is still to come, of one: the share of the price that scenarios move.
     */
    public void future(final double price, final double yearsToExpiry, final double floatingShare) {
        value = price;
        moving = price * floatingShare;
        for (int s = 0; s < shocks.count(); s++) {
            changes[s] = moving * (shocks.forward(s, yearsToExpiry) - 1);
        }
    }

    /**
     * Prices a dated inverse future in money: what it gains in coin, at the price that the coin then has. Before the window that is in
     * proportion to the underlying.
     *
     * @param price what it is worth.
     * @param yearsToExpiry time to expiry, not negative.
     * @param floatingShare what of the window is still to come, of one.
     */
    public void inverseFuture(final double price, final double yearsToExpiry, final double floatingShare) {
        future(price, yearsToExpiry, floatingShare);
        for (int s = 0; s < shocks.count() && floatingShare < 1; s++) {
            final double forward = shocks.forward(s, yearsToExpiry);
            changes[s] *= forward / moved(forward, floatingShare);
        }
    }

    private static double moved(final double forward, final double floatingShare) {
        return floatingShare == 1 ? forward : 1 + floatingShare * (forward - 1);
    }

    /**
     * Prices one unit of the coin invested in an inverse contract, in coin: a long position of one coin's worth gains
     * {@code 1 - 1 / (1 + x)}.
     */
    public void inverse() {
        inverse(0);
    }

    /**
     * Prices the same of a dated inverse contract, which the basis moves besides.
     *
     * @param yearsToExpiry time to expiry, not negative; 0 of what never expires.
     */
    public void inverse(final double yearsToExpiry) {
        inverse(yearsToExpiry, 1);
    }

    /**
     * Prices the same within the settlement window.
     *
     * @param yearsToExpiry time to expiry, not negative; 0 of what never expires.
     * @param floatingShare what of the window is still to come, of one.
     */
    public void inverse(final double yearsToExpiry, final double floatingShare) {
        value = 1;
        moving = floatingShare;
        for (int s = 0; s < shocks.count(); s++) {
            changes[s] = 1 - 1 / moved(shocks.forward(s, yearsToExpiry), floatingShare);
        }
    }

    /** {@return value of one unit now} */
    public double value() {
        return value;
    }

    /**
     * Value of one unit now, in integers.
     *
     * @param unit what one unit of money is in integers.
     * @return rounded to nearest.
     */
    public long valueIn(final long unit) {
        return in(value, unit);
    }

    /**
     * Value change of the contract priced last, no option, when the underlying doubles, to first order: its value, and of a dated
     * one within its settlement window the floating share of it.
     *
     * @param unit what one unit of money is in integers.
     * @return rounded to nearest.
     */
    public long movingIn(final long unit) {
        return in(moving, unit);
    }

    /**
     * Value change of the option priced last when the underlying doubles, to first order; what is fixed of the forward stays.
     *
     * @param unit what one unit of money is in integers.
     * @return rounded to nearest.
     */
    public long deltaIn(final long unit) {
        return in(greeks.delta() * floating, unit);
    }

    /**
     * Change of {@link #deltaIn} when the underlying rises by 1 %.
     *
     * @param unit what one unit of money is in integers.
     * @return rounded to nearest.
     */
    public long gammaIn(final long unit) {
        return in((greeks.gamma() * floating + greeks.delta()) * floating * 0.01, unit);
    }

    /**
     * Value change of the option priced last when the volatility rises by one point.
     *
     * @param unit what one unit of money is in integers.
     * @return rounded to nearest.
     */
    public long vegaIn(final long unit) {
        return in(greeks.vega() * 0.01, unit);
    }

    /**
     * Value change of the option priced last when a day passes.
     *
     * @param unit what one unit of money is in integers.
     * @return rounded to nearest.
     */
    public long thetaIn(final long unit) {
        return in(greeks.theta() / 365, unit);
    }

    /**
     * Value change of the option priced last when the rate rises by 0.01, the forward staying.
     *
     * @param unit what one unit of money is in integers.
     * @return rounded to nearest.
     */
    public long rhoIn(final long unit) {
        return in(greeks.rho() * 0.01, unit);
    }

    /**
     * Writes the changes in integers, each rounded to nearest.
     *
     * @param unit what one unit of the changes is in integers.
     * @param out takes them.
     * @param from where to start.
     */
    public void round(final long unit, final long[] out, final int from) {
        final int count = shocks.count();
        final double scale = (double) unit;
        double largest = 0;
        for (int s = 0; s < count; s++) {
            rounded[s] = Math.rint(changes[s] * scale);
            largest = Math.max(largest, Math.abs(rounded[s]));
        }
        nearest(largest);
        for (int s = 0; s < count; s++) {
            out[from + s] = (long) rounded[s];
        }
    }

    private static long in(final double amount, final long unit) {
        return nearest(amount * (double) unit);
    }

    /**
     * The nearest integer, of two the even one.
     *
     * @param amount the amount.
     * @return the integer.
     * @throws ArithmeticException when it is not a number or does not fit 62 bits.
     */
    public static long nearest(final double amount) {
        if (!(Math.abs(amount) < 0x1p62)) {
            throw new ArithmeticException("a price does not fit: " + amount);
        }
        return (long) Math.rint(amount);
    }
}
