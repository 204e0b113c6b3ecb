package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A slice whose volatilities move all at once. */
class SurfaceSliceTest {
    private static final double[] STRIKES = {40, 60, 100};
    private static final SurfaceSlice SVI = SurfaceSlice.of(61, 0.5, new Svi(0.02, 0.03, -0.3, 0, 0.15));
    private static final SurfaceSlice POINTS = SurfaceSlice.of(
            61, 0.5, new MonotoneCubic(STRIKES, new double[] {0.6, 0.5, 0.55}, MonotoneCubic.Beyond.FLAT));

    @Test
    void everyVolatilityMovesByTheSameFactor() {
        for (final SurfaceSlice slice : new SurfaceSlice[] {SVI, POINTS}) {
            final SurfaceSlice moved = slice.times(1.5);
            for (double strike = 20; strike <= 140; strike += 7) {
                assertThat(moved.volatility(strike)).isCloseTo(1.5 * slice.volatility(strike), within(1e-14));
            }
            assertThat(moved.forward(60)).isEqualTo(slice.forward(60));
            assertThat(moved.rate()).isEqualTo(slice.rate());
        }
    }

    @Test
    void noVolatilityLeavesWhatMayBeMeant() {
        assertThat(SVI.times(1_000).volatility(60)).isEqualTo(5);
        assertThat(POINTS.times(1_000).volatility(60)).isEqualTo(5);
        assertThat(POINTS.times(1e-6).volatility(60)).isEqualTo(0.01);
    }
}
