package io.plimsoll.core.math;

import static io.plimsoll.core.math.ImpliedVolatility.Range.ABOVE_MAXIMUM;
import static io.plimsoll.core.math.ImpliedVolatility.Range.ATTAINABLE;
import static io.plimsoll.core.math.ImpliedVolatility.Range.BELOW_INTRINSIC;
import static io.plimsoll.core.math.ImpliedVolatility.Range.NOT_A_PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ImpliedVolatilityTest {
    private static final long SEED = 20261125L;
    private static final int CASES = 1_000_000;

    private final Random random = new Random(SEED);

    @Test
    void pricesComeBackThroughTheirVolatility() {
        final Worst price = new Worst();
        final Worst deviation = new Worst();
        int attainable = 0;
        for (int i = 0; i < CASES; i++) {
            final double[] option = option(i);
            final double x = option[0];
            final double s = option[1];
            final double strike = Math.exp(x);
            final double value = Black76.price(true, 1, strike, s);
            if (value > 1e-290 && value < 1) {
                attainable++;
                final double back = ImpliedVolatility.deviation(true, value, 1, strike);
                final String place = "x " + x + ", s " + s;
                final double slope = Normal.pdf(s / 2 - Math.log(strike) / s);
                final double d1 = s / 2 - x / s;
                final double ulp = Math.ulp(value);
                // What one ulp of the deviation moves the price by cannot be had better.
                final double resolution = slope * Math.ulp(s) + ulp * (4 + d1 * d1);
                price.keep(Math.abs(Black76.price(true, 1, strike, back) - value) / resolution, place, back);
                deviation.keep(Math.abs(back - s) * slope / resolution, place, back);
            }
        }
        assertThat(attainable).isGreaterThan(CASES / 3);
        assertThat(price.error())
                .as(price.text("price of implied volatility over resolution", SEED))
                .isLessThan(3);
        assertThat(deviation.error())
                .as(deviation.text("implied volatility over resolution", SEED))
                .isLessThan(2.5);
    }

    @Test
    void everyKindOfOptionGivesTheSameVolatility() {
        for (int i = 0; i < 100_000; i++) {
            final double forward = 60_000 * Math.exp(random.nextGaussian());
            final double s = 0.05 + random.nextDouble();
            final double strike = forward * Math.exp(s * (2 * random.nextDouble() - 1));
            for (final boolean call : new boolean[] {true, false}) {
                final double price = Black76.price(call, forward, strike, s);
                assertThat(ImpliedVolatility.deviation(call, price, forward, strike))
                        .as("seed %d: call %s, F %s, K %s, s %s", SEED, call, forward, strike, s)
                        .isBetween(s * (1 - 1e-13), s * (1 + 1e-13));
            }
        }
    }

    @Test
    void aTimeTurnsADeviationIntoAVolatility() {
        final double price = Black76.price(false, 100, 90, 0.8 * Math.sqrt(0.25));
        assertThat(ImpliedVolatility.volatility(false, price, 100, 90, 0.25)).isBetween(0.8 - 1e-15, 0.8 + 1e-15);
        assertThat(ImpliedVolatility.volatility(false, price, 100, 90, 0)).isNaN();
        assertThat(ImpliedVolatility.volatility(false, price, 100, 90, -1)).isNaN();
    }

    @Test
    void pricesWithoutVolatilityAreTold() {
        assertThat(ImpliedVolatility.range(true, 9.99, 110, 100)).isEqualTo(BELOW_INTRINSIC);
        assertThat(ImpliedVolatility.range(true, 110.01, 110, 100)).isEqualTo(ABOVE_MAXIMUM);
        assertThat(ImpliedVolatility.range(false, 100.01, 110, 100)).isEqualTo(ABOVE_MAXIMUM);
        assertThat(ImpliedVolatility.range(false, 0, 110, 100)).isEqualTo(ATTAINABLE);
        for (final double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(ImpliedVolatility.range(true, bad, 110, 100)).isEqualTo(NOT_A_PRICE);
            assertThat(ImpliedVolatility.range(true, 20, bad, 100)).isEqualTo(NOT_A_PRICE);
            assertThat(ImpliedVolatility.range(true, 20, 110, bad)).isEqualTo(NOT_A_PRICE);
            assertThat(ImpliedVolatility.deviation(true, bad, 110, 100)).isNaN();
        }
        assertThat(ImpliedVolatility.deviation(true, 9.99, 110, 100)).isNaN();
        assertThat(ImpliedVolatility.deviation(true, 110.01, 110, 100)).isNaN();
    }

    @Test
    void limitsAreReached() {
        assertThat(ImpliedVolatility.deviation(true, 10, 110, 100)).isZero();
        assertThat(ImpliedVolatility.deviation(false, 0, 110, 100)).isZero();
        assertThat(ImpliedVolatility.deviation(true, 110, 110, 100)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ImpliedVolatility.deviation(true, 0, 0, 100)).isZero();
        assertThat(ImpliedVolatility.deviation(true, Double.MIN_VALUE, 1, 2)).isBetween(0.017, 0.019);
        assertThat(ImpliedVolatility.deviation(true, Math.nextDown(1.0), 1, 1)).isBetween(16.0, 17.0);
        assertThat(ImpliedVolatility.deviation(true, 1e-300, 1e-300, 1e300)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ImpliedVolatility.deviation(true, 5e-301, 1e-300, 1e300)).isBetween(52.0, 53.0);
    }

    /** Moneyness and deviation: at, near and far from the money, up to the last price that is a number. */
    private double[] option(final int i) {
        final double s = Math.exp(-20 + 22.5 * random.nextDouble());
        if (i % 5 == 0) {
            return new double[] {0, s};
        }
        final double x = Math.exp(i % 11 == 0 ? -40 + 45 * random.nextDouble() : -12 + 18 * random.nextDouble());
        final double z = i % 2 == 0 ? 38 * random.nextDouble() : 8 * random.nextDouble() * random.nextDouble();
        final double other = x / Math.max(z, 1e-3);
        return other > 20 ? new double[] {x, 20 * random.nextDouble()} : new double[] {x, other};
    }
}
