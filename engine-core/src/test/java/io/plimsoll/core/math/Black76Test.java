package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Black76Test {
    private static final long SEED = 20261124L;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Random random = new Random(SEED);

    @Test
    void optionsOutOfTheMoneyKeepTheirRelativePrecision() {
        final Worst relative = new Worst();
        final Worst ofLesser = new Worst();
        for (int i = 0; i < 1_500; i++) {
            final double[] option = option(i);
            final BigDecimal exact = Precise.outOfTheMoney(option[0], option[1], option[2]);
            final double actual = Black76.outOfTheMoney(option[0], option[1], option[2]);
            final String place = option[0] + ", " + option[1] + ", " + option[2];
            final double error = new BigDecimal(actual).subtract(exact).abs().doubleValue();
            ofLesser.keep(error / Math.min(option[0], option[1]), place, actual);
            if (exact.doubleValue() > 1e-290) {
                final double d1 = -Math.abs(Math.log(option[0] / option[1])) / option[2] + option[2] / 2;
                relative.keep(Precise.relative(actual, exact) / (2e-15 + 5e-16 * d1 * d1), place, actual);
            }
        }
        assertThat(ofLesser.error())
                .as(ofLesser.text("Black-76 over min(F, K)", SEED))
                .isLessThan(5e-16);
        assertThat(relative.error())
                .as(relative.text("Black-76 over its bound", SEED))
                .isLessThan(1);
    }

    @Test
    void putCallParityHoldsToTheRoundingOfOneAddition() {
        for (int i = 0; i < 100_000; i++) {
            final double[] option = option(i);
            final double call = Black76.price(true, option[0], option[1], option[2]);
            final double put = Black76.price(false, option[0], option[1], option[2]);
            final double rounding = 0.5 * Math.ulp(Math.max(call, put)) + 0.5 * Math.ulp(option[0] - option[1]);
            assertThat(call - put - (option[0] - option[1]))
                    .as("seed %d: F %s, K %s, s %s", SEED, option[0], option[1], option[2])
                    .isBetween(-2 * rounding, 2 * rounding);
        }
    }

    @Test
    void pricesRiseWithTheDeviationAndStayInTheirBounds() {
        for (int i = 0; i < 20_000; i++) {
            final double[] option = option(i);
            final double price = Black76.outOfTheMoney(option[0], option[1], option[2]);
            final double higher = Black76.outOfTheMoney(option[0], option[1], option[2] * 1.0001);
            final String what = "seed %d: F %s, K %s, s %s".formatted(SEED, option[0], option[1], option[2]);
            assertThat(higher).as(what).isGreaterThanOrEqualTo(price * (1 - 1e-15));
            assertThat(price).as(what).isBetween(0.0, Math.min(option[0], option[1]));
        }
    }

    @Test
    void limitsAreReached() {
        assertThat(Black76.price(true, 110, 100, 0)).isEqualTo(10.0);
        assertThat(Black76.price(false, 110, 100, 0)).isZero();
        assertThat(Black76.price(true, 100, 100, 0)).isZero();
        assertThat(Black76.price(true, 110, 100, INFINITY)).isEqualTo(110.0);
        assertThat(Black76.price(false, 110, 100, INFINITY)).isEqualTo(100.0);
        assertThat(Black76.price(true, 110, 0, 0.5)).isEqualTo(110.0);
        assertThat(Black76.price(false, 110, 0, 0.5)).isZero();
        assertThat(Black76.price(true, 0, 100, 0.5)).isZero();
        assertThat(Black76.price(false, 0, 100, 0.5)).isEqualTo(100.0);
        assertThat(Black76.price(true, 0, 0, INFINITY)).isZero();
        assertThat(Black76.price(true, 100, 100, Double.MIN_VALUE)).isLessThan(1e-290);
        assertThat(Black76.price(true, Double.MIN_VALUE, Double.MAX_VALUE, 100)).isBetween(0.0, Double.MIN_VALUE);
        assertThat(Black76.price(true, Double.MAX_VALUE, Double.MAX_VALUE, 1)).isLessThan(Double.MAX_VALUE);
        assertThat(Black76.discounted(true, 110, 100, 0, 0.5)).isEqualTo(5.0);
    }

    @Test
    void whatIsOutsideTheDomainHasNoPrice() {
        for (final double bad : new double[] {-1, -Double.MIN_VALUE, -INFINITY, Double.NaN}) {
            assertThat(Black76.price(true, bad, 100, 0.5)).isNaN();
            assertThat(Black76.price(true, 100, bad, 0.5)).isNaN();
            assertThat(Black76.price(true, 100, 100, bad)).isNaN();
        }
        assertThat(Black76.price(true, INFINITY, 100, 0.5)).isNaN();
        assertThat(Black76.price(false, 100, INFINITY, 0.5)).isNaN();
    }

    @Test
    void arraysGiveTheSameBitsAsTheScalar() {
        final int n = 5_000;
        final double[][] columns = new double[3][n];
        final double[] edges = {
            0, -1, Double.NaN, INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 1e-200, 1e200, 100, -0.0, 0x1p-500
        };
        for (int i = 0; i < n; i++) {
            final double[] option = option(i);
            for (int c = 0; c < 3; c++) {
                columns[c][i] = i > 4_000 && random.nextInt(6) == 0 ? edges[random.nextInt(edges.length)] : option[c];
            }
        }
        final Black76Array array = new Black76Array();
        final double[] out = new double[n];
        for (final boolean call : new boolean[] {true, false}) {
            array.prices(call, columns[0], columns[1], columns[2], out, n);
            assertSame(call, columns[0], columns[1], columns[2], out);
            final double[] constant = new double[n];
            java.util.Arrays.fill(constant, 63.5);
            array.overStrikes(call, 63.5, columns[1], columns[2], out, n);
            assertSame(call, constant, columns[1], columns[2], out);
            array.overForwards(call, columns[0], 63.5, columns[2], out, n);
            assertSame(call, columns[0], constant, columns[2], out);
        }
    }

    @Test
    void aMillionOptionsOfEveryKindGiveTheSameBitsAsTheScalar() {
        final int n = 5_000;
        final double[] out = new double[n];
        final Black76Array array = new Black76Array();
        for (int run = 0; run < 200; run++) {
            final double[][] columns = new double[3][n];
            for (int i = 0; i < n; i++) {
                final double[] option = option(i);
                columns[0][i] = option[0];
                columns[1][i] = option[1];
                columns[2][i] = deviation(run % 5, option[2]);
            }
            array.prices(run % 2 == 0, columns[0], columns[1], columns[2], out, n);
            assertSame(run % 2 == 0, columns[0], columns[1], columns[2], out);
        }
    }

    /** As it is, near or far alone, among zeros, and down to where it needs special care. */
    private double deviation(final int kind, final double usual) {
        return switch (kind) {
            case 0 -> usual;
            case 1 -> 0.01 + 0.3 * random.nextDouble();
            case 2 -> random.nextInt(4) == 0 ? 0 : 0.05 + random.nextDouble();
            case 3 -> Math.exp(690 * random.nextDouble());
            default -> Math.exp(-346 * random.nextDouble());
        };
    }

    @Test
    void anOutputMayBeAnInput() {
        final double[] forwards = {100, 110, 120};
        new Black76Array().overForwards(true, forwards, 105, new double[] {0.1, 0.2, 0.3}, forwards, 3);
        assertThat(forwards)
                .containsExactly(
                        Black76.price(true, 100, 105, 0.1),
                        Black76.price(true, 110, 105, 0.2),
                        Black76.price(true, 120, 105, 0.3));
    }

    private static void assertSame(
            final boolean call, final double[] forwards, final double[] strikes, final double[] s, final double[] out) {
        for (int i = 0; i < out.length; i++) {
            final double expected = Black76.price(call, forwards[i], strikes[i], s[i]);
            assertThat(Double.doubleToLongBits(out[i]))
                    .as("seed %d: F %s, K %s, s %s", SEED, forwards[i], strikes[i], s[i])
                    .isEqualTo(Double.doubleToLongBits(expected));
        }
    }

    /** From at the money to forty deviations out, from a millionth to thousands of percent. */
    private double[] option(final int i) {
        final double forward = 100 * Math.exp(2 * random.nextGaussian());
        final double s = Math.exp(i % 7 == 0 ? -20 * random.nextDouble() : -6 + 8 * random.nextDouble());
        final double deviations = (2 * random.nextDouble() - 1) * (i % 3 == 0 ? 1 : i % 3 == 1 ? 5 : 37);
        final double moneyness = Math.max(-300, Math.min(300, s * deviations));
        return new double[] {forward, forward * Math.exp(moneyness), s};
    }
}
