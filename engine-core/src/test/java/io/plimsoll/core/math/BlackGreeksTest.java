package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlackGreeksTest {
    private static final long SEED = 20261128L;

    private final BlackGreeks greeks = new BlackGreeks();
    private final BlackGreeks up = new BlackGreeks();
    private final BlackGreeks down = new BlackGreeks();

    @Test
    void greeksAreDerivatives() {
        final Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            final boolean call = random.nextBoolean();
            final double f = 100;
            final double v = 0.1 + random.nextDouble();
            final double t = 0.1 + 2 * random.nextDouble();
            final double r = 0.2 * random.nextDouble() - 0.05;
            final double k = f * Math.exp(v * Math.sqrt(t) * (6 * random.nextDouble() - 3));
            final String what =
                    "seed %d: call %s, K %s, volatility %s, time %s, rate %s".formatted(SEED, call, k, v, t, r);
            greeks.evaluate(call, f, k, v, t, r);
            final double h = 1e-5;
            final double scale = Math.max(1, k / f);
            bump(call, new double[] {f, k, v, t, r}, 0, f * h);
            near(what, greeks.delta(), (up.price() - down.price()) / (2 * f * h), 1e-7 * scale);
            near(what, greeks.gamma() * f, (up.delta() - down.delta()) / (2 * h), 1e-6 * scale);
            bump(call, new double[] {f, k, v, t, r}, 2, v * h);
            near(what, greeks.vega(), (up.price() - down.price()) / (2 * v * h), 2e-3 * scale);
            near(what, greeks.vanna(), (up.delta() - down.delta()) / (2 * v * h), 1e-3 * scale);
            near(what, greeks.volga(), (up.vega() - down.vega()) / (2 * v * h), 0.1 * scale);
            bump(call, new double[] {f, k, v, t, r}, 3, t * h);
            near(what, -greeks.theta(), (up.price() - down.price()) / (2 * t * h), 2e-3 * scale);
            bump(call, new double[] {f, k, v, t, r}, 4, h);
            near(what, greeks.rho(), (up.price() - down.price()) / (2 * h), 2e-3 * scale);
        }
    }

    private void bump(final boolean call, final double[] inputs, final int which, final double by) {
        final double[] high = inputs.clone();
        final double[] low = inputs.clone();
        high[which] += by;
        low[which] -= by;
        up.evaluate(call, high[0], high[1], high[2], high[3], high[4]);
        down.evaluate(call, low[0], low[1], low[2], low[3], low[4]);
    }

    private static void near(final String what, final double actual, final double expected, final double tolerance) {
        assertThat(actual).as(what).isBetween(expected - tolerance, expected + tolerance);
    }

    @Test
    void aKinkHasOnlyFiniteGreeks() {
        greeks.evaluate(true, 110, 100, 0, 1, 0);
        assertThat(greeks.price()).isEqualTo(10.0);
        assertThat(greeks.delta()).isEqualTo(1.0);
        assertThat(greeks.gamma()).isZero();
        assertThat(greeks.vega()).isZero();
        greeks.evaluate(false, 110, 100, 0.5, 0, 0.1);
        assertThat(greeks.delta()).isZero();
        assertThat(greeks.theta()).isZero();
        greeks.evaluate(true, 100, 100, 0, 4, 0);
        assertThat(greeks.delta()).isEqualTo(0.5);
        assertThat(greeks.gamma()).isZero();
        assertThat(greeks.vega()).isEqualTo(200 * Normal.pdf(0));
        greeks.evaluate(false, 0, 100, 0.5, 1, 0);
        assertThat(greeks.price()).isEqualTo(100.0);
        assertThat(greeks.delta()).isEqualTo(-1.0);
        greeks.evaluate(true, 100, 0, 0.5, 1, 0);
        assertThat(greeks.delta()).isEqualTo(1.0);
    }

    @Test
    void whatIsOutsideTheDomainHasNoGreeks() {
        for (final double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            for (int which = 0; which < 4; which++) {
                final double[] inputs = {100, 100, 0.5, 1};
                inputs[which] = bad;
                greeks.evaluate(true, inputs[0], inputs[1], inputs[2], inputs[3], 0.1);
                assertThat(greeks.price()).as("input %d is %s", which, bad).isNaN();
                assertThat(greeks.delta()).isNaN();
                assertThat(greeks.vega()).isNaN();
                assertThat(greeks.rho()).isNaN();
            }
        }
        greeks.evaluate(true, 100, 100, 0.5, 1, Double.NaN);
        assertThat(greeks.price()).isNaN();
    }
}
