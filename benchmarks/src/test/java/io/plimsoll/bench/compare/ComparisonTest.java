package io.plimsoll.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Figure;
import io.plimsoll.bench.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final double THRESHOLD = 0.02;

    @Test
    void fasterInEveryPairIsBetterHoweverTheMachineChangesBetweenPairs() {
        // The machine is twice as slow in every second pair; B takes nine tenths of A's time.
        final List<Run> a = runs("ns", Better.LOWER, 100, 200, 101, 202, 99, 198);
        final List<Run> b = runs("ns", Better.LOWER, 90, 180, 91, 182, 89, 178);

        assertThat(verdict(Comparison.ofPairs(a, b, THRESHOLD))).isEqualTo(Compared.Verdict.BETTER);
        assertThat(verdict(Comparison.ofPairs(b, a, THRESHOLD))).isEqualTo(Compared.Verdict.WORSE);
    }

    @Test
    void aHigherRateIsBetter() {
        final List<Run> a = runs("1/s", Better.HIGHER, 100, 100, 100, 100, 100, 100);
        final List<Run> b = runs("1/s", Better.HIGHER, 110, 111, 112, 113, 114, 115);

        assertThat(verdict(Comparison.ofPairs(a, b, THRESHOLD))).isEqualTo(Compared.Verdict.BETTER);
    }

    @Test
    void aChangeBelowTheThresholdIsWithinNoiseHoweverSure() {
        final List<Run> a = runs("ns", Better.LOWER, 100, 100, 100, 100, 100, 100);
        final List<Run> b = runs("ns", Better.LOWER, 101, 101, 101, 101, 101, 101);

        assertThat(verdict(Comparison.ofPairs(a, b, THRESHOLD))).isEqualTo(Compared.Verdict.WITHIN_NOISE);
    }

    @Test
    void pairsThatDisagreeAreWithinNoise() {
        final List<Run> a = runs("ns", Better.LOWER, 100, 100, 100, 100, 100, 100);
        final List<Run> b = runs("ns", Better.LOWER, 90, 80, 130, 85, 95, 90);

        assertThat(verdict(Comparison.ofPairs(a, b, THRESHOLD))).isEqualTo(Compared.Verdict.WITHIN_NOISE);
    }

    @Test
    void fivePairsAreTooFew() {
        final List<Run> a = runs("ns", Better.LOWER, 100, 100, 100, 100, 100);
        final List<Run> b = runs("ns", Better.LOWER, 50, 50, 50, 50, 50);

        assertThat(verdict(Comparison.ofPairs(a, b, THRESHOLD))).isEqualTo(Compared.Verdict.TOO_FEW);
    }

    @Test
    void aBuildBesideItselfIsHardlyEverCalledBetterOrWorse() {
        final long seed = 11;
        final SplittableRandom random = new SplittableRandom(seed);
        int wrong = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            final Run[] a = new Run[8];
            final Run[] b = new Run[8];
            for (int pair = 0; pair < 8; pair++) {
                a[pair] = run("ns", Better.LOWER, 100 + 20 * random.nextDouble());
                b[pair] = run("ns", Better.LOWER, 100 + 20 * random.nextDouble());
            }
            final Compared.Verdict verdict = verdict(Comparison.ofPairs(List.of(a), List.of(b), THRESHOLD));
            wrong += verdict == Compared.Verdict.WITHIN_NOISE ? 0 : 1;
        }
        // All eight pairs on one side: 2 x 2^-8 = 0.8 %, or 16 of 2,000.
        assertThat(wrong).as("seed " + seed).isBetween(4, 30);
    }

    @Test
    void twoSeparateRunsAreComparedByRatiosAlone() {
        final Figure time = new Figure("s", "time", "ns", Better.LOWER, six(100), null, "");
        final Figure slowTime = new Figure("s", "time", "ns", Better.LOWER, six(300), null, "");
        final Figure ratio = new Figure("s", "ratio", Figure.RATIO, Better.LOWER, six(1.5), null, "");
        final Figure worse = new Figure("s", "ratio", Figure.RATIO, Better.LOWER, six(1.8), null, "");

        final List<Compared> compared =
                Comparison.ofRuns(run(List.of(time, ratio)), run(List.of(slowTime, worse)), THRESHOLD);

        assertThat(compared).extracting(Compared::id).containsExactly("s: ratio");
        assertThat(verdict(compared)).isEqualTo(Compared.Verdict.WORSE);
    }

    private static List<Double> six(final double value) {
        return IntStream.range(0, 6).mapToObj(i -> value).toList();
    }

    private static Compared.Verdict verdict(final List<Compared> compared) {
        assertThat(compared).hasSize(1);
        return compared.get(0).verdict();
    }

    private static List<Run> runs(final String unit, final Better better, final double... values) {
        final List<Run> runs = new ArrayList<>();
        for (final double value : values) {
            runs.add(run(unit, better, value));
        }
        return runs;
    }

    private static Run run(final String unit, final Better better, final double value) {
        return run(List.of(new Figure("s", "figure", unit, better, List.of(value), null, "")));
    }

    private static Run run(final List<Figure> figures) {
        return new Run(Run.FORMAT, "", 0, Map.of(), figures, List.of());
    }
}
