package io.plimsoll.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final long SEED = 20261123L;
    private static final int PPM = 1_000_000;

    @Test
    void anExpectedShortfallIsTheMeanOfTheWorstLosses() {
        final LongAccumulator tree = new LongAccumulator(20);
        final int vector = tree.take(0);
        for (int s = 0; s < 20; s++) {
            tree.numbers(vector)[Column.COUNT + s] = s - 10L;
        }
        final ScenarioBlock all = new ScenarioBlock("all", 0, 20);
        assertThat(tree.ceil(tree.shortfall("es", 0, vector, all, 900_000)))
                .as("mean of 10 and 9, rounded up")
                .isEqualTo(10);
        assertThat(tree.ceil(tree.shortfall("es", 0, vector, all, 875_000)))
                .as("(10 + 9 + 0.5 x 8) / 2.5 = 9.2")
                .isEqualTo(10);
        final int valueAtRisk = tree.valueAtRisk("var", 0, vector, all, 900_000);
        assertThat(tree.ceil(valueAtRisk)).isEqualTo(9);
        assertThat(tree.scenario(valueAtRisk)).isEqualTo(1);
        assertThat(tree.ceil(tree.worst("worst", 0, vector, new ScenarioBlock("part", 5, 8))))
                .isEqualTo(5);
    }

    @Test
    void ofEqualLossesTheFirstScenarioBinds() {
        for (final Accumulator tree : new Accumulator[] {new LongAccumulator(5), new WideAccumulator(5)}) {
            final RiskRow row = new RiskRow(5, 0);
            System.arraycopy(new long[] {1, -4, 0, -4, -4}, 0, row.values(), Column.COUNT, 5);
            final int vector = tree.take(0);
            tree.addTimes(vector, 1, row);
            final ScenarioBlock all = new ScenarioBlock("all", 0, 5);
            assertThat(tree.scenario(tree.worst("worst", 0, vector, all))).isEqualTo(1);
            assertThat(tree.scenario(tree.valueAtRisk("var", 0, vector, all, 600_000)))
                    .as("the second worst")
                    .isEqualTo(3);
        }
    }

    @Test
    void measuresAgreeWithSortingAndUnboundedIntegers() {
        final Random random = new Random(SEED);
        for (int run = 0; run < 3_000; run++) {
            final int count = 1 + random.nextInt(120);
            final int level = random.nextInt(PPM);
            final LongAccumulator tree = new LongAccumulator(count);
            final int vector = tree.take(0);
            final long[] losses = new long[count];
            final int shift = 2 + random.nextInt(60);
            for (int s = 0; s < count; s++) {
                losses[s] = random.nextLong() >> shift;
                tree.numbers(vector)[Column.COUNT + s] = -losses[s];
            }
            final ScenarioBlock all = new ScenarioBlock("all", 0, count);
            final long shortfall = tree.ceil(tree.shortfall("es", 0, vector, all, level));
            assertThat(BigInteger.valueOf(shortfall))
                    .as("seed %d, run %d", SEED, run)
                    .isEqualTo(slowShortfall(losses, level));
        }
    }

    private static BigInteger slowShortfall(final long[] losses, final int levelPpm) {
        final long[] sorted = losses.clone();
        Arrays.sort(sorted);
        final BigInteger mass = BigInteger.valueOf(losses.length).multiply(BigInteger.valueOf(PPM - levelPpm));
        BigInteger left = mass;
        BigInteger sum = BigInteger.ZERO;
        for (int i = sorted.length - 1; i >= 0; i--) {
            final BigInteger weight = left.min(BigInteger.valueOf(PPM));
            sum = sum.add(weight.multiply(BigInteger.valueOf(sorted[i])));
            left = left.subtract(weight);
        }
        final BigInteger[] parts = sum.divideAndRemainder(mass);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    @Test
    void tradesInAnyOrderLeaveNoResidue() {
        final Random random = new Random(SEED);
        final LongAccumulator tree = new LongAccumulator(64);
        final RiskFrame frame = new RiskFrame();
        final RiskInstrument[] instruments = new RiskInstrument[12];
        for (int u = 0; u < 3; u++) {
            frame.add(new RiskFrame.Underlying("u" + u, 0, 2, 0, 0, 1));
        }
        for (int i = 0; i < instruments.length; i++) {
            final RiskRow row = new RiskRow(64, 2);
            Arrays.setAll(row.values(), at -> random.nextInt(1 << 20) - (1 << 19));
            instruments[i] = new RiskInstrument(i, RiskKind.PERPETUAL, i % 3, 0, 0, 0, 0, 1, row, CoinTiers.NONE);
        }
        final PortfolioSums sums = new PortfolioSums(tree, frame, false);
        final long[] lots = new long[instruments.length];
        for (int step = 0; step < 20_000; step++) {
            final int i = random.nextInt(instruments.length);
            final long change = random.nextInt(2_001) - 1_000L;
            lots[i] += change;
            sums.add(instruments[i], change);
        }
        for (int i = 0; i < instruments.length; i++) {
            sums.add(instruments[i], -lots[i]);
        }
        for (int i = 0; i < sums.count(); i++) {
            assertThat(tree.numbers(sums.vector(i))).as("seed %d", SEED).containsOnly(0);
            assertThat(sums.place(i)).isEqualTo(i);
        }
    }

    @Test
    void mergingIntoACoarserUnitNeverMakesALossSmaller() {
        final LongAccumulator tree = new LongAccumulator(2);
        final int fine = tree.take(3);
        final int coarse = tree.take(0);
        tree.numbers(fine)[Column.COUNT] = -1_001;
        tree.numbers(fine)[Column.COUNT + 1] = 1_999;
        tree.merge(coarse, fine);
        assertThat(tree.numbers(coarse)[Column.COUNT]).isEqualTo(-2);
        assertThat(tree.numbers(coarse)[Column.COUNT + 1]).isEqualTo(1);
        assertThat(tree.exact(tree.loss("loss", 0, fine, 0))).isEqualByComparingTo(BigDecimal.valueOf(2));
    }
}
