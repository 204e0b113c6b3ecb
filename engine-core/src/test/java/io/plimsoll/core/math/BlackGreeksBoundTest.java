package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each sensitivity against 60 digits, over every option that the engine takes and far beyond. */
class BlackGreeksBoundTest {
    private static final long SEED = 20261122L;
    private static final List<String> NAMES =
            List.of("price", "delta", "gamma", "vega", "theta", "vanna", "volga", "rho");

    private final Random random = new Random(SEED);
    private final BlackGreeks greeks = new BlackGreeks();

    @Test
    void everyGreekIsWithinItsBound() {
        final List<Worst> worst = new ArrayList<>();
        NAMES.forEach(name -> worst.add(new Worst()));
        for (int i = 0; i < 1_500; i++) {
            final double[] option = option(i);
            final boolean call = random.nextBoolean();
            final PreciseGreeks exact = PreciseGreeks.of(call, option);
            final double distance = Math.abs(exact.d1.doubleValue());
            // Farther out the density is next to the smallest numbers.
            if (distance < 36.5) {
                greeks.evaluate(call, option[0], option[1], option[2], option[3], option[4]);
                final double bound = 2e-15
                        + 6e-16 * (1 + distance) * exact.parts.doubleValue()
                        + 2e-16 * Math.abs(option[3] * option[4]);
                keep(worst, "call %s: F, K, v, T, r %s".formatted(call, Arrays.toString(option)), exact, option, bound);
            }
        }
        for (int g = 0; g < NAMES.size(); g++) {
            assertThat(worst.get(g).error())
                    .as(worst.get(g).text(NAMES.get(g) + " over its bound", SEED))
                    .isBetween(0.1, 1.0);
        }
    }

    private void keep(
            final List<Worst> worst,
            final String place,
            final PreciseGreeks exact,
            final double[] option,
            final double bound) {
        final BigDecimal h = exact.parts;
        final BigDecimal volatility = new BigDecimal(option[2]);
        final BigDecimal interest = new BigDecimal(option[4]).multiply(exact.price, Precise.DIGITS);
        final BigDecimal density = exact.gamma
                .multiply(new BigDecimal(option[0]))
                .multiply(volatility)
                .multiply(Precise.sqrt(new BigDecimal(option[3])), Precise.DIGITS);
        final double[] actual = {
            greeks.price(), greeks.delta(), greeks.gamma(), greeks.vega(),
            greeks.theta(), greeks.vanna(), greeks.volga(), greeks.rho()
        };
        final BigDecimal[] wanted = {
            exact.price, exact.delta, exact.gamma, exact.vega, exact.theta, exact.vanna, exact.volga, exact.rho
        };
        final BigDecimal[] sizes = {
            exact.price,
            exact.delta.abs(),
            exact.gamma,
            exact.vega,
            interest.abs().add(exact.decay),
            PreciseGreeks.over(density.multiply(h), volatility),
            PreciseGreeks.over(PreciseGreeks.times(exact.vega, h, h), volatility),
            exact.rho.abs()
        };
        for (int g = 0; g < actual.length; g++) {
            if (sizes[g].doubleValue() > 1e-290) {
                worst.get(g).keep(Precise.over(actual[g], wanted[g], sizes[g]) / bound, place, actual[g]);
            }
        }
    }

    @Test
    void theExactGreeksAreTheDerivativesOfTheExactPrice() {
        final BigDecimal h = new BigDecimal("1e-15");
        for (int i = 0; i < 12; i++) {
            final boolean call = i % 2 == 0;
            final double[] option = {100, 80 + 4 * i, 0.2 + 0.1 * i, 0.5 + 0.2 * i, 0.01 * (i - 4)};
            final PreciseGreeks exact = PreciseGreeks.of(call, option);
            near(difference(call, option, 0, h, each -> each.price), exact.delta);
            near(difference(call, option, 0, h, each -> each.delta), exact.gamma);
            near(difference(call, option, 2, h, each -> each.price), exact.vega);
            near(difference(call, option, 2, h, each -> each.delta), exact.vanna);
            near(difference(call, option, 2, h, each -> each.vega), exact.volga);
            near(difference(call, option, 3, h, each -> each.price).negate(), exact.theta);
            near(difference(call, option, 4, h, each -> each.price), exact.rho);
        }
    }

    /** The central difference in one input: with a step of 1e-15 right to about 28 digits. */
    private static BigDecimal difference(
            final boolean call,
            final double[] option,
            final int which,
            final BigDecimal step,
            final Function<PreciseGreeks, BigDecimal> figure) {
        final BigDecimal[] sides = new BigDecimal[2];
        for (int side = 0; side < 2; side++) {
            final BigDecimal[] inputs = new BigDecimal[option.length];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = new BigDecimal(option[i]);
            }
            inputs[which] = inputs[which].add(side == 0 ? step.negate() : step);
            sides[side] = figure.apply(new PreciseGreeks(call, inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]));
        }
        return sides[1].subtract(sides[0]).divide(step.multiply(BigDecimal.valueOf(2)), Precise.DIGITS);
    }

    private static void near(final BigDecimal difference, final BigDecimal exact) {
        assertThat(difference.subtract(exact).abs()).isLessThan(new BigDecimal("1e-22"));
    }

    @Test
    void farFromTheMoneyWhatHangsOnTheDensityVanishes() {
        for (int i = 0; i < 10_000; i++) {
            final double s = Math.exp(-8 + 9 * random.nextDouble());
            final double d1 = 36.5 + 30 * random.nextDouble();
            final double forward = 100;
            // Of the two options with this distance, the call out of the money.
            greeks.evaluate(true, forward, forward * Math.exp(s * d1 + 0.5 * s * s), s, 1, 0);
            final String what = "seed %d: s %s, d1 -%s".formatted(SEED, s, d1);
            assertThat(greeks.price()).as(what).isBetween(0.0, 1e-280);
            assertThat(greeks.delta()).as(what).isBetween(0.0, 1e-285);
            assertThat(greeks.gamma()).as(what).isBetween(0.0, 1e-280);
            assertThat(greeks.vega()).as(what).isBetween(0.0, 1e-280);
            assertThat(greeks.theta()).as(what).isBetween(-1e-280, 0.0);
        }
    }

    /**
     * Prices from 1e-10 to 1e10, volatilities from 0.01 % to 5,000 %, from a thirtieth of a second to 300 years, interest to 100 %;
     * at the money, 36 deviations out, and where one of d1 and d2 is next to nothing.
     */
    private double[] option(final int i) {
        final double forward = spread(1e-10, 1e10);
        final double volatility = spread(1e-4, 50);
        final double years = spread(1e-9, 300);
        final double s = volatility * Math.sqrt(years);
        final double deviations = (2 * random.nextDouble() - 1) * (i % 3 == 0 ? 1 : i % 3 == 1 ? 5 : 36);
        final double cancelling = i % 5 == 0 ? (random.nextBoolean() ? 0.5 : -0.5) * s * s : 0;
        final double moneyness = Math.max(-45, Math.min(45, deviations * s + cancelling));
        final double rate = i % 4 == 0 ? 0 : (2 * random.nextDouble() - 1) * (i % 4 == 1 ? spread(1e-9, 1) : 1);
        return new double[] {forward, forward * Math.exp(moneyness), volatility, years, rate};
    }

    private double spread(final double least, final double most) {
        return least * Math.exp(Math.log(most / least) * random.nextDouble());
    }
}
