package io.plimsoll.core.math;

/**
 * Price and sensitivities of one option by {@link Black76}, kept until the next is asked for; reuse the object, one
 * thread at a time. All are discounted. Domain as in {@link Black76}; outside it, or with a volatility, time or rate
 * that is infinite or not a number, or a negative volatility or time, everything is NaN.
 *
 * <p>Where the total deviation is zero the price is a kink in the forward: delta is 0, 1/2 or 1 (call), and what has no
 * finite limit there (gamma, theta, vanna and volga at the money) is zero. The same holds where forward or strike is
 * zero.
 *
 * <p>Errors: with h = |ln(F / K)| / s + s / 2, the size of what d1 and d2 are made of (s the total deviation), and
 * E = 2e-15 + 6e-16 (1 + |d1|) h + 2e-16 |rate years|, the errors of price, delta, gamma, vega and rho are below E times
 * themselves, that of theta below E times the sum of its two parts, interest and decay, those of vanna and volga below E times
 * what they were with |d1| and |d2| both as large as h. It holds for |d1| below 36.5, moneyness |ln(F / K)| up to 45, and
 * results above 1e-290. Farther out the density is below 1e-289, and what it multiplies may be zero.
 */
public final class BlackGreeks {
    private double price;
    private double delta;
    private double gamma;
    private double vega;
    private double theta;
    private double vanna;
    private double volga;
    private double rho;

    /** Holds nothing yet: all zero. */
    public BlackGreeks() {}

    /**
     * Evaluates one option.
     *
     * @param call a call, otherwise a put.
     * @param forward price of the forward.
     * @param strike in the same unit.
     * @param volatility per root of a year.
     * @param years time to expiry.
     * @param rate continuously compounded, per year.
     */
    public void evaluate(
            final boolean call,
            final double forward,
            final double strike,
            final double volatility,
            final double years,
            final double rate) {
        final boolean valid = volatility >= 0 && years >= 0 && volatility + years + Math.abs(rate) <= Double.MAX_VALUE;
        final double root = valid ? Math.sqrt(years) : Double.NaN;
        final double deviation = volatility * root;
        final double discount = Exponential.exp(-rate * years);
        price = discount * Black76.price(call, forward, strike, deviation);
        rho = -years * price;
        if (Double.isNaN(price)) {
            fill(Double.NaN);
        } else if (deviation > 0 && forward > 0 && strike > 0) {
            inside(call, forward, strike, volatility, root, rate, discount);
        } else {
            atKink(call, forward, strike, root, discount);
            theta = rate * price;
        }
    }

    private void atKink(
            final boolean call, final double forward, final double strike, final double root, final double discount) {
        final double side = forward > strike ? 1 : forward < strike ? 0 : 0.5;
        fill(0);
        delta = discount * (call ? side : side - 1);
        if (forward == strike) {
            vega = discount * forward * Normal.pdf(0) * root;
        }
    }

    private void inside(
            final boolean call,
            final double forward,
            final double strike,
            final double volatility,
            final double root,
            final double rate,
            final double discount) {
        final double deviation = volatility * root;
        final double d1 = Logarithm.logRatio(forward, strike) / deviation + 0.5 * deviation;
        final double d2 = d1 - deviation;
        final double density = discount * Normal.pdf(d1);
        delta = discount * (call ? Normal.cdf(d1) : -Normal.cdf(-d1));
        gamma = density == 0 ? 0 : density / (forward * deviation);
        vega = forward * density * root;
        theta = rate * price - 0.5 * forward * density * volatility / root;
        vanna = density == 0 ? 0 : -density * d2 / volatility;
        volga = density == 0 ? 0 : vega * d1 * d2 / volatility;
    }

    private void fill(final double value) {
        delta = value;
        gamma = value;
        vega = value;
        theta = value;
        vanna = value;
        volga = value;
    }

    /** {@return the price today} */
    public double price() {
        return price;
    }

    /** {@return change of the price for one unit of the forward} */
    public double delta() {
        return delta;
    }

    /** {@return change of delta for one unit of the forward} */
    public double gamma() {
        return gamma;
    }

    /** {@return change of the price for one unit of volatility; over 100 it is the change for a volatility point} */
    public double vega() {
        return vega;
    }

    /** {@return change of the price as one year passes with the forward, volatility and rate as they are} */
    public double theta() {
        return theta;
    }

    /** {@return change of delta for one unit of volatility} */
    public double vanna() {
        return vanna;
    }

    /** {@return change of vega for one unit of volatility} */
    public double volga() {
        return volga;
    }

    /** {@return change of the price for one unit of the rate, the forward as it is} */
    public double rho() {
        return rho;
    }
}
