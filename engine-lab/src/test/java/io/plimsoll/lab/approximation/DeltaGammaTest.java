package io.plimsoll.lab.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.core.math.Normal;
import org.junit.jupiter.api.Test;

class DeltaGammaTest {
    private static final double[][] ONE = {{1}};

    /** Half of -10,000 times the 0.01 quantile of chi-square with one degree of freedom. */
    @Test
    void theQuantileOfAShortGammaIsExactWhereCornishFisherIsFarOff() {
        final DeltaGamma shortGamma = DeltaGamma.of(new double[] {0}, new double[][] {{-10_000}}, ONE);

        assertThat(shortGamma.quantile(0.99)).isCloseTo(-0.7854392895485092, within(1e-9));
        assertThat(shortGamma.cornishFisher(0.99)).isCloseTo(-4707.882, within(1e-3));
    }

    @Test
    void withoutGammaAllQuantilesAreThoseOfTheNormalLaw() {
        final DeltaGamma linear =
                DeltaGamma.of(new double[] {3, -1}, new double[2][2], new double[][] {{4, 1}, {1, 9}});
        final double deviation = Math.sqrt(9 * 4 - 2 * 3 + 9);

        assertThat(linear.mean()).isZero();
        assertThat(linear.quantile(0.01)).isCloseTo(deviation * Normal.inverseCdf(0.01), within(1e-9));
        assertThat(linear.cornishFisher(0.975)).isCloseTo(deviation * Normal.inverseCdf(0.975), within(1e-12));
    }

    /** {@code 3 w + 2 w^2} is below x between the roots of the quadratic equation. */
    @Test
    void oneFactorHasTheQuantilesOfAQuadraticFunction() {
        final DeltaGamma longGamma = DeltaGamma.of(new double[] {3}, new double[][] {{4}}, ONE);

        for (final double p : new double[] {0.001, 0.01, 0.3, 0.5, 0.9, 0.999}) {
            final double x = longGamma.quantile(p);
            final double root = Math.sqrt(9 + 8 * x);
            assertThat(Normal.cdf((-3 + root) / 4) - Normal.cdf((-3 - root) / 4))
                    .isCloseTo(p, within(1e-10));
        }
    }

    /** With gammas of both signs and a factor without gamma: the law of the negative is mirrored. */
    @Test
    void theQuantilesOfTheOppositePortfolioAreMirrored() {
        final double[][] omega = {{2, 0.5, 0.1}, {0.5, 1, -0.3}, {0.1, -0.3, 3}};
        final DeltaGamma portfolio =
                DeltaGamma.of(new double[] {1, -2, 5}, new double[][] {{3, 1, 0}, {1, -4, 0}, {0, 0, 0}}, omega);
        final DeltaGamma opposite =
                DeltaGamma.of(new double[] {-1, 2, -5}, new double[][] {{-3, -1, 0}, {-1, 4, 0}, {0, 0, 0}}, omega);

        assertThat(portfolio.quantile(0.01)).isCloseTo(-opposite.quantile(0.99), within(1e-9));
        assertThat(portfolio.cornishFisher(0.2)).isCloseTo(-opposite.cornishFisher(0.8), within(1e-9));
        assertThat(portfolio.quantile(0.01)).isLessThan(portfolio.quantile(0.02));
    }

    @Test
    void aPortfolioThatNothingMovesHasNoRisk() {
        final DeltaGamma flat = DeltaGamma.of(new double[] {0}, new double[][] {{0}}, ONE);

        assertThat(flat.quantile(0.01)).isZero();
        assertThat(flat.cornishFisher(0.01)).isZero();
    }

    @Test
    void sizesThatDoNotAgreeAreRefused() {
        assertThatThrownBy(() -> DeltaGamma.of(new double[] {1, 2}, ONE, ONE))
                .hasMessage("2 deltas go with 1 rows of gammas and 1 of covariances");
        assertThatThrownBy(() -> DeltaGamma.of(new double[] {1}, ONE, new double[][] {{1, 2}}))
                .hasMessage("row 1 of a matrix of 1 rows has 2 numbers");
    }
}
