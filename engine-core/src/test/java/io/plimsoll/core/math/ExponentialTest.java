package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    private static final long SEED = 20261121L;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Random random = new Random(SEED);

    @Test
    void staysWithinOneUlp() {
        final Worst worst = new Worst();
        for (int i = 0; i < 6_000; i++) {
            final double x = place(i);
            worst.ulps(x, Exponential.exp(x), Precise.exp(new BigDecimal(x)));
        }
        assertThat(worst.error()).as(worst.text("exp", SEED)).isLessThan(1);
    }

    @Test
    void lessOneStaysWithinOneUlp() {
        final Worst worst = new Worst();
        for (int i = 0; i < 6_000; i++) {
            final double x = i % 3 == 0 ? Math.scalb(place(1), -random.nextInt(60)) : place(i);
            worst.ulps(x, Exponential.expm1(x), Precise.expm1(new BigDecimal(x)));
        }
        assertThat(worst.error()).as(worst.text("expm1", SEED)).isLessThan(1);
    }

    @Test
    void staysWithinOneSmallestNumberWhereTheResultIsSubnormal() {
        for (int i = 0; i < 2_000; i++) {
            final double x = -708.3 - 38 * random.nextDouble();
            final double error =
                    Math.abs(Exponential.exp(x) - Precise.exp(new BigDecimal(x)).doubleValue());
            assertThat(error).as("seed %d: exp(%s)", SEED, x).isLessThanOrEqualTo(Double.MIN_VALUE);
        }
    }

    @Test
    void isRightAtTheEdges() {
        assertThat(Exponential.exp(0.0)).isEqualTo(1.0);
        assertThat(Exponential.exp(-0.0)).isEqualTo(1.0);
        assertThat(Exponential.exp(709.782712893384)).isEqualTo(1.7976931348622732e308);
        assertThat(Exponential.exp(709.7827128933841)).isEqualTo(INFINITY);
        assertThat(Exponential.exp(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
        assertThat(Exponential.exp(-745.1332191019412)).isZero();
        for (final double large : new double[] {710, 1e4, 1e300, Double.MAX_VALUE, INFINITY}) {
            assertThat(Exponential.exp(large)).isEqualTo(INFINITY);
            assertThat(Exponential.expm1(large)).isEqualTo(INFINITY);
            assertThat(Exponential.exp(-large - 40)).isZero();
            assertThat(Exponential.expm1(-large)).isEqualTo(-1.0);
        }
        assertThat(Exponential.exp(Double.NaN)).isNaN();
        assertThat(Exponential.expm1(Double.NaN)).isNaN();
        assertThat(Exponential.expm1(-0.0)).isEqualTo(-0.0);
        assertThat(Exponential.expm1(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void overAnArrayGivesTheSameBits() {
        final double[] in = new double[1_003];
        final double[] out = new double[1_010];
        for (int i = 0; i < in.length; i++) {
            in[i] = i < 8 ? new double[] {0, -0.0, 800, -800, INFINITY, -INFINITY, Double.NaN, 1e300}[i] : place(i);
        }
        Exponential.exp(in, 1, out, 5, 1_002);
        for (int i = 1; i < in.length; i++) {
            assertThat(Double.doubleToLongBits(out[i + 4]))
                    .as("seed %d: exp(%s)", SEED, in[i])
                    .isEqualTo(Double.doubleToLongBits(Exponential.exp(in[i])));
        }
        assertThat(out[4]).isZero();
        assertThat(out[1_007]).isZero();
    }

    private double place(final int i) {
        final double x = 2 * random.nextDouble() - 1;
        return i % 4 == 0 ? 708 * x : i % 4 == 1 ? x : i % 4 == 2 ? 40 * x : 0.35 * x;
    }
}
