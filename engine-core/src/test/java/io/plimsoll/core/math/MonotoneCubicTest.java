package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.math.MonotoneCubic.Beyond;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MonotoneCubicTest {
    private static final long SEED = 20261126L;

    private final Random random = new Random(SEED);

    @Test
    void goesThroughItsPointsAndNeverLeavesThem() {
        for (int run = 0; run < 2_000; run++) {
            final int n = 1 + random.nextInt(12);
            final double[] xs = new double[n];
            final double[] ys = new double[n];
            double x = random.nextGaussian();
            for (int i = 0; i < n; i++) {
                xs[i] = x;
                ys[i] = Math.rint(10 * random.nextDouble()) / 10;
                x += 0.001 + random.nextDouble();
            }
            final MonotoneCubic curve = new MonotoneCubic(xs, ys, Beyond.FLAT);
            for (int i = 0; i < n; i++) {
                assertThat(curve.at(xs[i])).as("seed %d", SEED).isEqualTo(ys[i]);
            }
            for (int i = 0; i + 1 < n; i++) {
                assertMonotone(curve, xs[i], xs[i + 1], ys[i], ys[i + 1]);
            }
        }
    }

    private static void assertMonotone(
            final MonotoneCubic curve, final double left, final double right, final double from, final double to) {
        double before = from;
        final double sign = to >= from ? 1 : -1;
        for (int j = 0; j <= 40; j++) {
            final double value = curve.at(left + (right - left) * (j / 40.0));
            assertThat(sign * (value - before))
                    .as("seed %d: between %s and %s", SEED, left, right)
                    .isGreaterThanOrEqualTo(-4e-16);
            before = value;
        }
    }

    @Test
    void aStraightLineStaysOne() {
        final double[] xs = {-1, 0.5, 2, 2.25, 7};
        final double[] ys = {-2, 1, 4, 4.5, 14};
        final MonotoneCubic curve = new MonotoneCubic(xs, ys, Beyond.LINEAR);
        for (double x = -5; x < 12; x += 0.125) {
            assertThat(curve.at(x)).isBetween(2 * x - 1e-14, 2 * x + 1e-14);
            assertThat(curve.slopeAt(x)).isBetween(2 - 1e-14, 2 + 1e-14);
        }
    }

    @Test
    void agreesWithAnotherImplementation() {
        // F. N. Fritsch and R. E. Carlson's RPN 14 data; slopes by the formula of Fritsch and Butland, as SciPy 1.17
        // computes them.
        final double[] xs = {7.99, 8.09, 8.19, 8.7, 9.2, 10, 12, 15, 20};
        final double[] ys = {0, 2.76429e-5, 4.37498e-2, 0.169183, 0.469428, 0.943740, 0.998636, 0.999919, 0.999994};
        final MonotoneCubic curve = new MonotoneCubic(xs, ys, Beyond.FLAT);
        assertThat(curve.at(8.5)).isBetween(0.116632576937, 0.116632576941);
        assertThat(curve.at(11)).isBetween(0.986043362533, 0.986043362537);
        assertThat(curve.at(17)).isBetween(0.999968025770, 0.999968025774);
    }

    @Test
    void theSlopeIsTheDerivative() {
        final MonotoneCubic curve =
                new MonotoneCubic(new double[] {0, 1, 3, 4}, new double[] {1, 2, 2.5, 7}, Beyond.LINEAR);
        for (double x = -1; x < 5; x += 0.03) {
            final double difference = (curve.at(x + 1e-6) - curve.at(x - 1e-6)) / 2e-6;
            assertThat(curve.slopeAt(x)).as("at %s", x).isBetween(difference - 1e-5, difference + 1e-5);
        }
    }

    @Test
    void beyondItsPointsItIsFlatOrGoesOn() {
        final double[] xs = {0, 1, 2};
        final double[] ys = {1, 2, 4};
        assertThat(new MonotoneCubic(xs, ys, Beyond.FLAT).at(1e300)).isEqualTo(4.0);
        assertThat(new MonotoneCubic(xs, ys, Beyond.FLAT).at(Double.NEGATIVE_INFINITY))
                .isEqualTo(1.0);
        assertThat(new MonotoneCubic(xs, ys, Beyond.FLAT).slopeAt(3)).isZero();
        assertThat(new MonotoneCubic(xs, ys, Beyond.LINEAR).at(3)).isEqualTo(6.5);
        assertThat(new MonotoneCubic(xs, ys, Beyond.LINEAR).at(-1)).isEqualTo(0.5);
        assertThat(new MonotoneCubic(xs, ys, Beyond.LINEAR).at(Double.NaN)).isNaN();
        assertThat(new MonotoneCubic(new double[] {1}, new double[] {3}, Beyond.LINEAR).at(9))
                .isEqualTo(3.0);
    }

    @Test
    void refusesPointsThatAreNone() {
        assertThatThrownBy(() -> new MonotoneCubic(new double[] {0, 0}, new double[] {1, 2}, Beyond.FLAT))
                .hasMessageContaining("place 1");
        assertThatThrownBy(() -> new MonotoneCubic(new double[] {0, 1}, new double[] {1, Double.NaN}, Beyond.FLAT))
                .hasMessageContaining("point 1");
        assertThatThrownBy(() -> new MonotoneCubic(new double[0], new double[0], Beyond.FLAT))
                .hasMessageContaining("0 places");
    }
}
