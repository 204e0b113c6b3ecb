package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** SVI, and the volatility that a slice of it has, against 90 digits. */
class SviBoundTest {
    private static final long SEED = 20261123L;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private final Random random = new Random(SEED);

    /** The exact figures at one log-moneyness. */
    private record Exact(BigDecimal variance, BigDecimal slope, BigDecimal curvature, BigDecimal density) {
        static Exact of(final Svi svi, final BigDecimal k) {
            final BigDecimal b = new BigDecimal(svi.b());
            final BigDecimal rho = new BigDecimal(svi.rho());
            final BigDecimal sigma = new BigDecimal(svi.sigma());
            final BigDecimal x = k.subtract(new BigDecimal(svi.m()));
            final BigDecimal root = Precise.sqrt(x.multiply(x).add(sigma.multiply(sigma)));
            final BigDecimal variance =
                    new BigDecimal(svi.a()).add(b.multiply(rho.multiply(x).add(root)));
            final BigDecimal slope = b.multiply(rho.add(over(x, root)));
            final BigDecimal curvature = over(b.multiply(sigma).multiply(sigma), root.pow(3));
            return new Exact(variance, slope, curvature, density(k, variance, slope, curvature));
        }

        private static BigDecimal density(
                final BigDecimal k, final BigDecimal variance, final BigDecimal slope, final BigDecimal curvature) {
            if (variance.signum() <= 0) {
                return BigDecimal.ZERO;
            }
            final BigDecimal half =
                    BigDecimal.ONE.subtract(over(k.multiply(slope), variance).multiply(HALF));
            final BigDecimal inner = over(BigDecimal.ONE, variance).add(QUARTER);
            return half.multiply(half)
                    .subtract(slope.multiply(slope).multiply(QUARTER).multiply(inner))
                    .add(curvature.multiply(HALF), Precise.DIGITS);
        }

        private static BigDecimal over(final BigDecimal a, final BigDecimal b) {
            return a.divide(b, Precise.DIGITS);
        }
    }

    @Test
    void varianceSlopeAndCurvatureAreWithinTheirBounds() {
        final Worst variance = new Worst();
        final Worst least = new Worst();
        final Worst slope = new Worst();
        final Worst curvature = new Worst();
        for (int i = 0; i < 20_000; i++) {
            final Svi svi = svi(i);
            final double k = place(i, svi);
            final Exact exact = Exact.of(svi, new BigDecimal(k));
            final String at = svi + " at " + k;
            final BigDecimal lowest = Exact.of(svi, lowest(svi)).variance();
            final double most = Math.max(Math.abs(svi.a()), svi.b() * svi.sigma());
            variance.keep(over(svi.variance(k), exact.variance(), largest(svi, k)), at, svi.variance(k));
            least.keep(over(svi.leastVariance(), lowest, most), at, svi.leastVariance());
            slope.keep(over(svi.slope(k), exact.slope(), svi.b()), at, svi.slope(k));
            curvature.relative(at, svi.curvature(k), exact.curvature());
        }
        assertWithin(variance, "SVI variance over its largest term", 8e-16);
        assertWithin(least, "SVI least variance over its largest term", 4e-16);
        assertWithin(slope, "SVI slope over b", 6e-16);
        assertWithin(curvature, "SVI curvature, relative", 1.3e-15);
    }

    @Test
    void deviationAndDensityLoseWhatTheVarianceCancelled() {
        final Worst deviation = new Worst();
        final Worst density = new Worst();
        for (int i = 0; i < 20_000; i++) {
            final Svi svi = svi(i);
            final double k = place(i, svi);
            final Exact exact = Exact.of(svi, new BigDecimal(k));
            final double w = exact.variance().doubleValue();
            final double lost = largest(svi, k) / w;
            if (w > 0 && lost < 1e12) {
                final String at = svi + " at " + k;
                final double lean = 1 + Math.abs(k) * svi.b() / w;
                final double size =
                        lean * lean + svi.b() * svi.b() / w + exact.curvature().doubleValue();
                final double error = Precise.relative(svi.deviation(k), Precise.sqrt(exact.variance()));
                deviation.keep(error / (1 + lost), at, svi.deviation(k));
                density.keep(over(svi.density(k), exact.density(), lost * size), at, svi.density(k));
            }
        }
        assertWithin(deviation, "SVI deviation over 1 + c", 2e-16);
        assertWithin(density, "SVI density over its size", 2.2e-15);
    }

    @Test
    void theVolatilityOfASliceOfSviIsWithinItsBound() {
        final Worst worst = new Worst();
        for (int i = 0; i < 5_000; i++) {
            final Svi svi = svi(i);
            final double forward = Math.exp(40 * random.nextDouble() - 20);
            final double strike = forward * Math.exp(3 * random.nextDouble() - 1.5);
            final double years = Math.exp(-9 + 11 * random.nextDouble());
            final BigDecimal k = Precise.log(new BigDecimal(strike).divide(new BigDecimal(forward), Precise.DIGITS));
            final BigDecimal variance = Exact.of(svi, k).variance();
            final double terms = Math.max(largest(svi, k.doubleValue()), svi.b() * Math.abs(k.doubleValue()));
            final double lost = terms / variance.doubleValue();
            if (variance.signum() > 0 && lost < 1e12) {
                final BigDecimal exact = Precise.sqrt(variance.divide(new BigDecimal(years), Precise.DIGITS));
                final double actual = SurfaceSlice.of(forward, years, svi).volatility(strike);
                final BigDecimal held = exact.min(BigDecimal.valueOf(5));
                worst.keep(Precise.relative(actual, held) / (1 + lost), svi + ", K / F " + strike / forward, actual);
            }
        }
        assertWithin(worst, "volatility of a slice of SVI over 1 + c", 4e-16);
    }

    private static void assertWithin(final Worst worst, final String what, final double bound) {
        assertThat(worst.error()).as(worst.text(what, SEED)).isBetween(bound / 10, bound);
    }

    private static double over(final double actual, final BigDecimal exact, final double size) {
        return Precise.over(actual, exact, new BigDecimal(size));
    }

    private static double largest(final Svi svi, final double k) {
        return Math.max(Math.abs(svi.a()), svi.b() * Math.max(Math.abs(k - svi.m()), svi.sigma()));
    }

    /** Where the slope is zero. */
    private static BigDecimal lowest(final Svi svi) {
        final BigDecimal rho = new BigDecimal(svi.rho());
        final BigDecimal root = Precise.sqrt(BigDecimal.ONE.subtract(rho.multiply(rho)));
        return new BigDecimal(svi.m())
                .subtract(rho.multiply(new BigDecimal(svi.sigma())).divide(root, Precise.DIGITS));
    }

    /** Flat and steep wings, tilts up to 1e-13 from one, wide and narrow vertices, least variances down to nothing. */
    private Svi svi(final int i) {
        final double b = 2 * Math.exp(-14 * random.nextDouble());
        final double side = random.nextBoolean() ? 1 : -1;
        final double rho = side * (i % 3 == 0 ? 1 - Math.exp(-30 * random.nextDouble()) : random.nextDouble());
        final double sigma = Math.exp(-12 + 14 * random.nextDouble());
        final double m = (4 * random.nextDouble() - 2) * (i % 4 == 0 ? 1e-6 : 1);
        final double least = b * sigma * Math.sqrt(1 - rho * rho);
        final double a = i % 5 == 0
                ? Math.nextUp(-least * (1 - Math.exp(-20 * random.nextDouble())))
                : i % 5 == 1 ? 0 : Math.exp(-10 * random.nextDouble());
        return new Svi(a, b, rho, m, sigma);
    }

    /** Near the vertex, at it, as far as surfaces reach, and far beyond. */
    private double place(final int i, final Svi svi) {
        return switch (i % 7) {
            case 0 -> svi.m() + svi.sigma() * random.nextGaussian();
            case 1 -> 50 * (2 * random.nextDouble() - 1);
            case 2 -> lowest(svi).doubleValue();
            case 3 -> (3 * random.nextDouble() - 1.5) * 1e-9;
            default -> 3 * random.nextDouble() - 1.5;
        };
    }
}
