package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalTest {
    private static final long SEED = 20261123L;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Random random = new Random(SEED);

    @Test
    void densityKeepsItsRelativePrecision() {
        final Worst worst = new Worst();
        for (int i = 0; i < 1_000; i++) {
            final double x = place(i, 37.5);
            worst.relative(x, Normal.pdf(x), Precise.density(new BigDecimal(x)));
        }
        assertThat(worst.error()).as(worst.text("pdf, relative", SEED)).isLessThan(4e-16);
    }

    @Test
    void distributionKeepsItsRelativePrecisionFarIntoTheLowerTail() {
        final Worst worst = new Worst();
        for (int i = 0; i < 1_000; i++) {
            final double x = place(i, 37.3);
            worst.relative(x, Normal.cdf(x), Precise.cdf(new BigDecimal(x)));
        }
        assertThat(worst.error()).as(worst.text("cdf, relative", SEED)).isLessThan(6e-16);
    }

    @Test
    void distributionUnderflowsWithinFourSmallestNumbers() {
        for (int i = 0; i < 100; i++) {
            final double x = -37.7 - random.nextDouble();
            final double exact = Precise.cdf(new BigDecimal(x)).doubleValue();
            assertThat(Normal.cdf(x) - exact)
                    .as("seed %d: cdf(%s)", SEED, x)
                    .isBetween(-4 * Double.MIN_VALUE, 4 * Double.MIN_VALUE);
        }
    }

    @Test
    void scaledComplementaryErrorFunctionKeepsItsRelativePrecision() {
        final Worst worst = new Worst();
        for (int i = 0; i < 1_000; i++) {
            final double x = i % 4 == 0 ? Math.scalb(random.nextDouble(), random.nextInt(1_000)) : place(i, 26);
            if (x > -26.5) {
                worst.relative(x, Normal.erfcx(x), Precise.erfcx(new BigDecimal(x)));
            }
        }
        assertThat(worst.error()).as(worst.text("erfcx, relative", SEED)).isLessThan(8e-16);
    }

    @Test
    void quantileIsTheInverse() {
        final Worst worst = new Worst();
        for (int i = 0; i < 800; i++) {
            final double p =
                    i % 2 == 0 ? random.nextDouble() : Math.scalb(1 + random.nextDouble(), -1 - random.nextInt(1_021));
            final BigDecimal x = new BigDecimal(Normal.inverseCdf(p));
            // Newton's step from the answer, in 100 digits, is its error.
            final BigDecimal step =
                    Precise.cdf(x).subtract(new BigDecimal(p)).divide(Precise.density(x), Precise.DIGITS);
            worst.relative(p, x.doubleValue(), x.subtract(step));
        }
        assertThat(worst.error()).as(worst.text("inverseCdf, relative", SEED)).isLessThan(1e-15);
    }

    @Test
    void isRightAtTheEdges() {
        assertThat(Normal.pdf(0)).isEqualTo(0.3989422804014327);
        assertThat(Normal.pdf(INFINITY)).isZero();
        assertThat(Normal.pdf(-INFINITY)).isZero();
        assertThat(Normal.pdf(Double.NaN)).isNaN();
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
        assertThat(Normal.cdf(-0.0)).isEqualTo(0.5);
        assertThat(Normal.cdf(INFINITY)).isEqualTo(1.0);
        assertThat(Normal.cdf(-INFINITY)).isZero();
        assertThat(Normal.cdf(-38.46)).isEqualTo(Double.MIN_VALUE);
        assertThat(Normal.cdf(-38.5)).isZero();
        assertThat(Normal.cdf(Double.NaN)).isNaN();
        assertThat(Normal.erfcx(0)).isEqualTo(1.0);
        assertThat(Normal.erfcx(INFINITY)).isZero();
        assertThat(Normal.erfcx(-26.7)).isEqualTo(INFINITY);
        assertThat(Normal.erfcx(-INFINITY)).isEqualTo(INFINITY);
        assertThat(Normal.erfcx(Double.NaN)).isNaN();
    }

    @Test
    void quantileIsRightAtTheEdges() {
        assertThat(Normal.inverseCdf(0.5)).isEqualTo(0.0);
        assertThat(Normal.inverseCdf(0)).isEqualTo(-INFINITY);
        assertThat(Normal.inverseCdf(1)).isEqualTo(INFINITY);
        assertThat(Normal.inverseCdf(Double.MIN_VALUE)).isBetween(-38.47, -38.46);
        for (final double none : new double[] {-Double.MIN_VALUE, 1.0000000000000002, INFINITY, Double.NaN}) {
            assertThat(Normal.inverseCdf(none)).isNaN();
        }
    }

    private double place(final int i, final double farthest) {
        final double x = 2 * random.nextDouble() - 1;
        return i % 3 == 0 ? farthest * x : i % 3 == 1 ? 5 * x : Math.scalb(x, -random.nextInt(40));
    }
}
