package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.math.SurfaceCheck.Fault;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SviTest {
    private static final long SEED = 20261127L;

    /** An example by A. Vogt with a butterfly arbitrage, cited by Gatheral and Jacquier (2014), example 3.1. */
    private static final Svi VOGT = new Svi(-0.0410, 0.1331, 0.3060, 0.3586, 0.4153);

    private static final Svi SOUND = new Svi(0.04, 0.2, -0.4, 0.05, 0.3);

    private final SurfaceCheck check = new SurfaceCheck();

    @Test
    void derivativesAreDerivatives() {
        final Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            final Svi svi =
                    new Svi(0.1, random.nextDouble(), 1.8 * random.nextDouble() - 0.9, 0.1, 0.1 + random.nextDouble());
            final double k = 4 * random.nextDouble() - 2;
            final double slope = (svi.variance(k + 1e-5) - svi.variance(k - 1e-5)) / 2e-5;
            final double curvature = (svi.slope(k + 1e-5) - svi.slope(k - 1e-5)) / 2e-5;
            assertThat(svi.slope(k)).as("seed %d: %s at %s", SEED, svi, k).isBetween(slope - 1e-7, slope + 1e-7);
            assertThat(svi.curvature(k))
                    .as("seed %d: %s at %s", SEED, svi, k)
                    .isBetween(curvature - 1e-6, curvature + 1e-6);
            assertThat(svi.variance(k)).isGreaterThanOrEqualTo(svi.leastVariance() * (1 - 1e-14));
        }
    }

    @Test
    void theDensityIsThatOfTheCallPrices() {
        // d2C/dK2 = n(d2) g(k) / (K sqrt(w)) on a forward of one.
        for (double k = -1; k <= 1; k += 0.125) {
            final double strike = Math.exp(k);
            final double h = 1e-3 * strike;
            final double second = (call(strike + h) - 2 * call(strike) + call(strike - h)) / (h * h);
            final double deviation = SOUND.deviation(k);
            final double d2 = -k / deviation - deviation / 2;
            final double expected = second * strike * deviation / Normal.pdf(d2);
            assertThat(SOUND.density(k)).as("at %s", k).isBetween(expected - 1e-3, expected + 1e-3);
        }
    }

    private static double call(final double strike) {
        return Black76.price(true, 1, strike, SOUND.deviation(Math.log(strike)));
    }

    @Test
    void aButterflyIsFoundWhereItIs() {
        assertThat(check.slice(VOGT, -1.5, 1.5, 300)).isEqualTo(Fault.BUTTERFLY);
        assertThat(check.place()).isBetween(0.6, 1.2);
        assertThat(check.amount()).isNegative();
        assertThat(check.slice(SOUND, -1.5, 1.5, 300)).isEqualTo(Fault.NONE);
        assertThat(check.place()).isNaN();
    }

    @Test
    void parametersThatAreNoneAreToldByName() {
        assertFault(Fault.NOT_FINITE, new Svi(Double.NaN, 0.1, 0, 0, 0.1));
        assertFault(Fault.NOT_FINITE, new Svi(0.04, 0.1, 0, Double.POSITIVE_INFINITY, 0.1));
        assertFault(Fault.NEGATIVE_WING_SLOPE, new Svi(0.04, -0.1, 0, 0, 0.1));
        assertFault(Fault.TILT_OUT_OF_RANGE, new Svi(0.04, 0.1, -1, 0, 0.1));
        assertFault(Fault.NO_WIDTH, new Svi(0.04, 0.1, 0, 0, 0));
        assertFault(Fault.NEGATIVE_VARIANCE, new Svi(-0.04, 0.1, 0, 0, 0.1));
        assertFault(Fault.WING_TOO_STEEP, new Svi(0.04, 1.5, 0.5, 0, 0.1));
    }

    private void assertFault(final Fault fault, final Svi slice) {
        assertThat(check.slice(slice, -1, 1, 10)).isEqualTo(fault);
        assertThat(check.fault()).isEqualTo(fault);
    }

    @Test
    void aCrossingOfTwoExpiriesIsFound() {
        final Svi later = new Svi(0.06, 0.1, -0.4, 0.05, 0.3);
        assertThat(check.calendar(SOUND, later, -2, 2, 400)).isEqualTo(Fault.CALENDAR);
        assertThat(check.place()).isEqualTo(-2.0);
        assertThat(check.amount()).isEqualTo(later.variance(-2) - SOUND.variance(-2));
        assertThat(check.calendar(SOUND, new Svi(0.05, 0.2, -0.4, 0.05, 0.3), -2, 2, 400))
                .isEqualTo(Fault.NONE);
    }

    @Test
    void totalVarianceIsLinearInTime() {
        assertThat(TermVariance.between(0.75, 0.5, 0.02, 1, 0.06)).isEqualTo(0.04);
        assertThat(TermVariance.between(0.5, 0.5, 0.02, 1, 0.06)).isEqualTo(0.02);
        assertThat(TermVariance.between(1, 0.5, 0.02, 1, 0.06)).isEqualTo(0.06);
        assertThat(TermVariance.between(0.25, 0.5, 0.02, 1, 0.06)).isEqualTo(0.01);
        assertThat(TermVariance.between(2, 0.5, 0.02, 1, 0.06)).isEqualTo(0.12);
        assertThat(TermVariance.between(0, 0.5, 0.02, 1, 0.06)).isZero();
        assertThat(TermVariance.between(-1, 0.5, 0.02, 1, 0.06)).isNaN();
        assertThat(TermVariance.between(0.7, 1, 0.02, 1, 0.06)).isNaN();
    }
}
