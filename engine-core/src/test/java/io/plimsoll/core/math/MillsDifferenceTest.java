package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MillsDifferenceTest {
    private static final long SEED = 20261122L;
    private static final double GRID = 0x1p-12;

    private final Random random = new Random(SEED);

    @Test
    void differencesOfNeighboursKeepTheirRelativePrecision() {
        final Worst worst = new Worst();
        for (int i = 0; i < 1_000; i++) {
            final double x = x(i);
            final double apart = Math.scalb(1.0, -random.nextInt(i % 2 == 0 ? 38 : 4) + 1);
            final BigDecimal exact = ratio(x).subtract(ratio(x + apart));
            final double actual = MillsDifference.of(-1, x, x + apart, apart);
            worst.relative(x + " to " + (x + apart), actual, exact);
        }
        assertThat(worst.error())
                .as(worst.text("difference of Mills ratios, relative", SEED))
                .isLessThan(1e-15);
    }

    @Test
    void sumsKeepTheirRelativePrecision() {
        final Worst worst = new Worst();
        for (int i = 0; i < 500; i++) {
            final double x = x(i);
            final double apart = GRID * random.nextInt(40_000);
            final BigDecimal exact = ratio(x).add(ratio(x + apart));
            worst.relative(x + " and " + (x + apart), MillsDifference.of(1, x, x + apart, apart), exact);
        }
        assertThat(worst.error())
                .as(worst.text("sum of Mills ratios, relative", SEED))
                .isLessThan(1e-15);
    }

    /** From where differences begin to where the density ends; the sum with a distance is exact. */
    private double x(final int i) {
        return i % 10 == 0
                ? MillsDifference.LEAST
                : MillsDifference.LEAST + GRID * random.nextInt(i % 3 == 0 ? 2_000 : 160_000);
    }

    private static BigDecimal ratio(final double z) {
        final BigDecimal exact = new BigDecimal(z);
        return Precise.cdf(exact.negate()).divide(Precise.density(exact), Precise.DIGITS);
    }
}
