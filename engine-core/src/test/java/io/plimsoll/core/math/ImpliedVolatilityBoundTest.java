package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Implied deviations against the exact root, from exact prices: Newton's step in 60 digits is the error. */
class ImpliedVolatilityBoundTest {
    private static final long SEED = 20261125L;
    private static final int CASES = 2_000;

    private final Random random = new Random(SEED);

    /** An option with its deviation, and what of its price is known: the time value, exactly. */
    private record Quote(boolean call, double forward, double strike, double price, BigDecimal timeValue) {
        static Quote of(final boolean call, final double forward, final double strike, final BigDecimal exact) {
            final BigDecimal apart = new BigDecimal(forward).subtract(new BigDecimal(strike));
            final BigDecimal intrinsic = (call ? apart : apart.negate()).max(BigDecimal.ZERO);
            final double price = exact.add(intrinsic).doubleValue();
            return new Quote(call, forward, strike, price, new BigDecimal(price).subtract(intrinsic));
        }

        double implied() {
            return ImpliedVolatility.deviation(call, price, forward, strike);
        }

        double intrinsic() {
            return Black76.intrinsic(call, forward, strike);
        }
    }

    @Test
    void deviationsOutOfTheMoneyAreAsNearAsThePriceAllows() {
        final Worst root = new Worst();
        final Worst price = new Worst();
        for (int i = 0; i < CASES; i++) {
            final double[] option = option(i);
            final boolean call = option[1] >= option[0];
            final BigDecimal exact = Precise.outOfTheMoney(option[0], option[1], option[2]);
            final Quote quote = Quote.of(call, option[0], option[1], exact);
            if (quote.price > 1e-280 && quote.price < Math.min(option[0], option[1])) {
                keep(quote, root, price);
            }
        }
        assertWithin(root, "implied deviation out of the money over resolution", 2);
        assertWithin(price, "price again out of the money over resolution", 3);
    }

    @Test
    void deviationsInTheMoneyLoseWhatTheIntrinsicValueSwallowed() {
        final Worst root = new Worst();
        final Worst price = new Worst();
        for (int i = 0; i < CASES; i++) {
            final double[] option = option(i);
            final boolean call = option[1] < option[0];
            final BigDecimal exact = Precise.outOfTheMoney(option[0], option[1], option[2]);
            final Quote quote = Quote.of(call, option[0], option[1], exact);
            if (quote.price > quote.intrinsic() && quote.price < (call ? option[0] : option[1])) {
                keep(quote, root, price);
            }
        }
        assertWithin(root, "implied deviation in the money over resolution", 2);
        assertWithin(price, "price again in the money over resolution", 3);
    }

    private static void keep(final Quote quote, final Worst root, final Worst price) {
        final double s = quote.implied();
        final BigDecimal exact = Precise.outOfTheMoney(quote.forward, quote.strike, s);
        final double lesser = Math.min(quote.forward, quote.strike);
        final double d1 = s / 2 - Math.abs(Logarithm.logRatio(quote.forward, quote.strike)) / s;
        final double vega = lesser * Normal.pdf(d1);
        final double swallowed = quote.intrinsic() == 0 ? 0 : 2 * Math.ulp(quote.intrinsic());
        final double timeValue = quote.timeValue.doubleValue();
        final double resolution = vega * Math.ulp(s) + (4 + d1 * d1) * Math.ulp(timeValue) + swallowed;
        // The error of the root is the error of its price over the vega.
        root.keep(Precise.over(0, exact.subtract(quote.timeValue), new BigDecimal(resolution)), quote, s);
        final double again = Black76.price(quote.call, quote.forward, quote.strike, s);
        price.keep(Math.abs(again - quote.price) / resolution, quote, s);
    }

    private static void assertWithin(final Worst worst, final String what, final double bound) {
        assertThat(worst.error()).as(worst.text(what, SEED)).isBetween(bound / 10, bound);
    }

    /** Prices from 1e-10 to 1e10, deviations from 1e-7 to 50, at the money, up to 36 deviations out, and with d1 near zero. */
    private double[] option(final int i) {
        final double forward = 1e-10 * Math.exp(Math.log(1e20) * random.nextDouble());
        final double s = i % 2 == 0
                ? Math.exp(-6 + 9 * random.nextDouble())
                : 1e-7 * Math.exp(Math.log(5e8) * random.nextDouble());
        final double deviations = (2 * random.nextDouble() - 1) * (i % 3 == 0 ? 1 : i % 3 == 1 ? 5 : 36);
        final double cancelling = (random.nextBoolean() ? 0.5 : -0.5) * s * s + s * random.nextGaussian();
        final double moneyness = i % 7 == 0 ? 0 : i % 5 == 0 ? cancelling : deviations * s;
        return new double[] {forward, forward * Math.exp(Math.max(-45, Math.min(45, moneyness))), s};
    }
}
