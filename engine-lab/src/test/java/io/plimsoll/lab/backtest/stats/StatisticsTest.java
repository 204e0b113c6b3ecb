package io.plimsoll.lab.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics of a backtest, by figures anyone can check. */
class StatisticsTest {
    @Test
    void theTailsOfTheChiSquareAreThoseOfTheTables() {
        assertThat(ChiSquare.upperTail1(3.841458820694124)).isEqualTo(0.05, within(1e-15));
        assertThat(ChiSquare.upperTail1(6.6348966010212145)).isEqualTo(0.01, within(1e-15));
        assertThat(ChiSquare.upperTail2(5.991464547107979)).isEqualTo(0.05, within(1e-15));
        assertThat(ChiSquare.upperTail2(0)).isEqualTo(1);
    }

    @Test
    void theTailsOfTheBinomialAddUpToOne() {
        for (int k = 0; k <= 40; k++) {
            assertThat(Binomial.atMost(k, 1_000, 0.01) + Binomial.atLeast(k + 1, 1_000, 0.01))
                    .isEqualTo(1, within(1e-12));
        }
        assertThat(Binomial.atMost(1, 2, 0.5)).isEqualTo(0.75, within(1e-15));
        assertThat(Binomial.atLeast(10, 10, 0.1)).isEqualTo(1e-10, within(1e-24));
        assertThat(Binomial.atMost(-1, 10, 0.1)).isZero();
        assertThat(Binomial.atMost(10, 10, 0.1)).isEqualTo(1);
        assertThat(Binomial.atLeast(0, 10, 0.1)).isEqualTo(1);
        assertThat(Binomial.atLeast(11, 10, 0.1)).isZero();
    }

    @Test
    void noExceptionAtAllHasALikelihoodToo() {
        assertThat(Kupiec.proportionOfFailures(0, 250, 0.01).statistic()).isEqualTo(5.025168, within(1e-6));
        assertThat(Kupiec.proportionOfFailures(250, 250, 0.01).pValue()).isLessThan(1e-200);
        assertThatIllegalArgumentException().isThrownBy(() -> Kupiec.proportionOfFailures(3, 2, 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Kupiec.proportionOfFailures(0, 2, 0));
    }

    @Test
    void transitionsAreCountedAndClustersRefused() {
        final boolean[] clustered = new boolean[1_000];
        final boolean[] spread = new boolean[1_000];
        for (int i = 0; i < 20; i++) {
            clustered[500 + i] = true;
            spread[50 * i + 10] = true;
        }

        assertThat(Christoffersen.of(clustered)).isEqualTo(new Christoffersen(978, 1, 1, 19));
        assertThat(Christoffersen.of(clustered).independence().isRejectedAt(0.01))
                .isTrue();
        assertThat(Christoffersen.of(spread)).isEqualTo(new Christoffersen(959, 20, 20, 0));
        assertThat(Christoffersen.of(spread).independence().isRejectedAt(0.01)).isFalse();
        assertThat(Christoffersen.of(new boolean[5]).independence()).isEqualTo(new TestResult(0, 1));
    }

    @Test
    void coverageIsNeverRefusedForTooFewExceptions() {
        assertThat(Coverage.oneSided(0, 2_620, 0.005).pValue()).isEqualTo(1);
        assertThat(Coverage.oneSided(13, 2_620, 0.005).isRejectedAt(0.01)).isFalse();
        assertThat(Coverage.oneSided(23, 2_620, 0.005).isRejectedAt(0.01)).isTrue();
    }

    @Test
    void holmMultipliesTheSmallestByTheNumberOfTests() {
        assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005))).containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Holm.adjusted(List.of(0.6, 0.7))).containsExactly(1.0, 1.0);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    @Test
    void theShortfallsOfTheLawsAreThoseOfTheirDensities() {
        assertThat(TailLaw.NORMAL.shortfall(0.025)).isEqualTo(2.3378, within(5e-5));
        assertThat(TailLaw.NORMAL.shortfall(0.01)).isEqualTo(2.6652, within(5e-5));
        assertThat(TailLaw.STUDENT_3.quantile(0.025)).isEqualTo(-3.182446, within(1e-6));
        double sum = 0;
        final int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            sum -= TailLaw.STUDENT_3.quantile(0.025 * (i + 0.5) / steps);
        }
        assertThat(TailLaw.STUDENT_3.shortfall(0.025)).isEqualTo(sum / steps, within(2e-3));
    }

    @Test
    void z2IsZeroWhenLossesAreAsForetoldAndFallsWithThem() {
        final double[] pnl = new double[100];
        final double[] valueAtRisk = new double[100];
        final double[] shortfall = new double[100];
        Arrays.fill(valueAtRisk, 2);
        Arrays.fill(shortfall, 2.5);
        pnl[10] = -2.5;
        pnl[20] = -2.5;

        assertThat(AcerbiSzekely.z2(pnl, valueAtRisk, shortfall, 0.02)).isEqualTo(0, within(1e-15));
        pnl[30] = -5;
        assertThat(AcerbiSzekely.z2(pnl, valueAtRisk, shortfall, 0.02)).isEqualTo(-1, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcerbiSzekely.z2(pnl, valueAtRisk, new double[100], 0.02));
        assertThatIllegalArgumentException().isThrownBy(() -> AcerbiSzekely.z2(pnl, valueAtRisk, new double[99], 0.02));
    }

    @Test
    void simulatedValuesDependOnTheSeedAlone() {
        final AcerbiSzekely.Simulated one = AcerbiSzekely.simulate(TailLaw.NORMAL, 500, 0.025, 500, 7);
        final AcerbiSzekely.Simulated same = AcerbiSzekely.simulate(TailLaw.NORMAL, 500, 0.025, 500, 7);

        assertThat(one.critical(0.01)).isEqualTo(same.critical(0.01)).isLessThan(one.critical(0.05));
        assertThat(one.critical(0.5)).isEqualTo(0, within(0.05));
        assertThat(one.judge(0).isRejectedAt(0.01)).isFalse();
        assertThat(one.judge(-3).pValue()).isEqualTo(1 / 501.0);
    }
}
