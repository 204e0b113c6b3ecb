package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    private static final long SEED = 20261122L;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Random random = new Random(SEED);

    @Test
    void staysWithinOneUlp() {
        final Worst worst = new Worst();
        for (int i = 0; i < 4_000; i++) {
            final double x = place(i);
            worst.ulps(x, Logarithm.log(x), Precise.log(new BigDecimal(x)));
        }
        assertThat(worst.error()).as(worst.text("log", SEED)).isLessThan(0.9);
    }

    @Test
    void ofOneMoreStaysWithinOneUlp() {
        final Worst worst = new Worst();
        for (int i = 0; i < 4_000; i++) {
            final double x = i % 2 == 0 ? place(i) - 1 : Math.scalb(random.nextDouble() - 0.5, -random.nextInt(50));
            if (x > -1) {
                worst.ulps(x, Logarithm.log1p(x), Precise.log(BigDecimal.ONE.add(new BigDecimal(x))));
            }
        }
        assertThat(worst.error()).as(worst.text("log1p", SEED)).isLessThan(0.95);
    }

    @Test
    void ofAQuotientStaysWithinTwoUlpHoweverNearTheTwoAre() {
        final Worst worst = new Worst();
        for (int i = 0; i < 4_000; i++) {
            final double a = place(i);
            final double b = i % 2 == 0 ? a * (1 + Math.scalb(random.nextGaussian(), -random.nextInt(52))) : place(i);
            if (a != b && b > 0) {
                final BigDecimal quotient = new BigDecimal(a).divide(new BigDecimal(b), Precise.DIGITS);
                worst.ulps(a + " / " + b, Logarithm.logRatio(a, b), Precise.log(quotient));
            }
        }
        assertThat(worst.error()).as(worst.text("logRatio", SEED)).isLessThan(1.9);
    }

    @Test
    void isRightAtTheEdges() {
        assertThat(Logarithm.log(1)).isEqualTo(0.0);
        assertThat(Logarithm.log(0.0)).isEqualTo(-INFINITY);
        assertThat(Logarithm.log(-0.0)).isEqualTo(-INFINITY);
        assertThat(Logarithm.log(INFINITY)).isEqualTo(INFINITY);
        assertThat(Logarithm.log(Double.MAX_VALUE)).isEqualTo(709.782712893384);
        assertThat(Logarithm.log(Double.MIN_VALUE)).isEqualTo(-744.4400719213812);
        assertThat(Logarithm.log(Double.MIN_NORMAL)).isEqualTo(-708.3964185322641);
        for (final double none : new double[] {-1, -Double.MIN_VALUE, -INFINITY, Double.NaN}) {
            assertThat(Logarithm.log(none)).isNaN();
        }
        assertThat(Logarithm.log1p(-0.0)).isEqualTo(-0.0);
        assertThat(Logarithm.log1p(-1)).isEqualTo(-INFINITY);
        assertThat(Logarithm.log1p(-1.5)).isNaN();
        assertThat(Logarithm.log1p(Double.NaN)).isNaN();
        assertThat(Logarithm.log1p(INFINITY)).isEqualTo(INFINITY);
        assertThat(Logarithm.log1p(Double.MAX_VALUE)).isEqualTo(709.782712893384);
        assertThat(Logarithm.log1p(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void ofAQuotientIsRightAtTheEdges() {
        assertThat(Logarithm.logRatio(3, 3)).isEqualTo(0.0);
        assertThat(Logarithm.logRatio(0, 3)).isEqualTo(-INFINITY);
        assertThat(Logarithm.logRatio(3, 0)).isEqualTo(INFINITY);
        assertThat(Logarithm.logRatio(3, INFINITY)).isEqualTo(-INFINITY);
        assertThat(Logarithm.logRatio(Double.MAX_VALUE, Double.MIN_VALUE)).isEqualTo(1454.2227848147652);
        assertThat(Logarithm.logRatio(Double.MIN_VALUE, 2 * Double.MIN_VALUE)).isEqualTo(-0.6931471805599453);
        assertThat(Logarithm.logRatio(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(0.0);
        assertThat(Logarithm.logRatio(0, 0)).isNaN();
        assertThat(Logarithm.logRatio(INFINITY, INFINITY)).isNaN();
        assertThat(Logarithm.logRatio(-1, 1)).isNaN();
        assertThat(Logarithm.logRatio(1, Double.NaN)).isNaN();
    }

    @Test
    void overAnArrayGivesTheSameBits() {
        final double[] in = new double[1_003];
        final double[] out = new double[1_010];
        for (int i = 0; i < in.length; i++) {
            in[i] = i < 8
                    ? new double[] {0, -0.0, -3, Double.MIN_VALUE, INFINITY, -INFINITY, Double.NaN, 1}[i]
                    : place(i);
        }
        Logarithm.log(in, 1, out, 5, 1_002);
        for (int i = 1; i < in.length; i++) {
            assertThat(Double.doubleToLongBits(out[i + 4]))
                    .as("seed %d: log(%s)", SEED, in[i])
                    .isEqualTo(Double.doubleToLongBits(Logarithm.log(in[i])));
        }
        assertThat(out[4]).isZero();
        assertThat(out[1_007]).isZero();
    }

    private double place(final int i) {
        if (i % 3 == 0) {
            return 1 + Math.scalb(random.nextDouble() - 0.5, -random.nextInt(40));
        }
        return i % 3 == 1
                ? 0.25 + 2 * random.nextDouble()
                : Math.scalb(1 + random.nextDouble(), random.nextInt(2_046) - 1_022);
    }
}
