package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Curves through points, and surfaces of them, against 90 digits. */
class MonotoneCubicBoundTest {
    private static final long SEED = 20261124L;
    private static final int CURVES = 4_000;

    private final Random random = new Random(SEED);

    @Test
    void valueAndSlopeAreWithinTheirBounds() {
        final Worst value = new Worst();
        final Worst slope = new Worst();
        for (int i = 0; i < CURVES; i++) {
            final double[] xs = strikes(i, 2 + random.nextInt(9));
            final double[] ys = volatilities(i, xs.length);
            final MonotoneCubic curve = new MonotoneCubic(xs, ys, MonotoneCubic.Beyond.FLAT);
            final SurfaceSlice slice = SurfaceSlice.of(xs[0], 0.5, curve);
            final PreciseCubic exact = new PreciseCubic(xs, ys);
            for (int j = 0; j < 5; j++) {
                final double x = place(j, xs);
                final int segment = exact.segment(x);
                final double larger = Math.max(ys[segment], ys[segment + 1]);
                final String at = Arrays.toString(xs) + ", " + Arrays.toString(ys) + " at " + x;
                value.keep(Precise.over(slice.volatility(x), exact.at(x), new BigDecimal(larger)), at, curve.at(x));
                if (ys[segment] != ys[segment + 1]) {
                    final BigDecimal chord = exact.chord(segment).abs();
                    slope.keep(Precise.over(curve.slopeAt(x), exact.slopeAt(x), chord), at, curve.slopeAt(x));
                }
            }
        }
        assertThat(value.error())
                .as(value.text("monotone cubic over its larger point", SEED))
                .isBetween(1e-16, 6e-16);
        assertThat(slope.error())
                .as(slope.text("slope of monotone cubic over its chord", SEED))
                .isBetween(1e-16, 2.2e-15);
    }

    /** Even ladders and ones whose steps differ by up to thirteen powers of ten, at every price that the engine takes. */
    private double[] strikes(final int i, final int count) {
        final double[] xs = new double[count];
        final double scale = 1e-10 * Math.exp(Math.log(1e19) * random.nextDouble());
        double x = scale;
        for (int j = 0; j < count; j++) {
            xs[j] = x;
            final double step = i % 3 == 0 ? 0.05 * random.nextDouble() : Math.exp(-30 * random.nextDouble());
            x += scale * step + Math.ulp(x);
        }
        return xs;
    }

    /** From 1 % to 500 %: anything, evenly or in proportion, and steps down to the last digits. */
    private double[] volatilities(final int i, final int count) {
        final double[] ys = new double[count];
        double y = 0.5;
        for (int j = 0; j < count; j++) {
            y *= 1 + 0.1 * Math.exp(-30 * random.nextDouble()) * random.nextGaussian();
            final double even = 0.01 + 4.99 * random.nextDouble();
            final double inProportion = 0.01 * Math.exp(Math.log(500) * random.nextDouble());
            ys[j] = i % 4 == 0 ? even : i % 4 == 1 ? inProportion : y;
        }
        return ys;
    }

    private double place(final int j, final double[] xs) {
        final int segment = random.nextInt(xs.length - 1);
        final double share = j == 0 ? Math.exp(-20 * random.nextDouble()) : random.nextDouble();
        return Math.min(xs[segment + 1], xs[segment] + (xs[segment + 1] - xs[segment]) * share);
    }

    @Test
    void totalVarianceBetweenExpiriesIsWithinItsBound() {
        final Worst larger = new Worst();
        final Worst rising = new Worst();
        final Worst nearest = new Worst();
        for (int i = 0; i < 50_000; i++) {
            final double earlier = Math.exp(-20 * random.nextDouble() * random.nextDouble());
            final double later = earlier * (1 + Math.exp(4 - 20 * random.nextDouble()));
            final double years = earlier + (later - earlier) * random.nextDouble();
            final double before = Math.exp(-10 * random.nextDouble());
            final double after = i % 2 == 0 ? Math.exp(-10 * random.nextDouble()) : before * (1 + random.nextDouble());
            final BigDecimal exact = between(years, earlier, before, later, after);
            final double actual = TermVariance.between(years, earlier, before, later, after);
            final String at = "%s: %s at %s, %s at %s".formatted(years, before, earlier, after, later);
            larger.keep(Precise.over(actual, exact, new BigDecimal(Math.max(before, after))), at, actual);
            if (after >= before) {
                rising.relative(at, actual, exact);
            }
            final double alone = TermVariance.atNearest(years, earlier, before);
            nearest.relative(
                    at,
                    alone,
                    new BigDecimal(before)
                            .multiply(new BigDecimal(years))
                            .divide(new BigDecimal(earlier), Precise.DIGITS));
        }
        assertThat(larger.error())
                .as(larger.text("term variance over the larger", SEED))
                .isBetween(1e-16, 4e-16);
        assertThat(rising.error())
                .as(rising.text("rising term variance, relative", SEED))
                .isBetween(1e-16, 4.5e-16);
        assertThat(nearest.error())
                .as(nearest.text("variance at the nearest expiry, relative", SEED))
                .isBetween(1e-16, 2.3e-16);
    }

    private static BigDecimal between(
            final double years, final double earlier, final double before, final double later, final double after) {
        final BigDecimal from = new BigDecimal(earlier);
        final BigDecimal first = new BigDecimal(before);
        final BigDecimal share =
                new BigDecimal(years).subtract(from).divide(new BigDecimal(later).subtract(from), Precise.DIGITS);
        return first.add(share.multiply(new BigDecimal(after).subtract(first)), Precise.DIGITS);
    }
}
