package io.plimsoll.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RiskRowTest {
    private static final long SEED = 20261129L;
    private static final int SCENARIOS = 77;

    private final Random random = new Random(SEED);
    private final RiskRow row = new RiskRow(SCENARIOS, 0);

    @Test
    void aRowIsPackedUpToTheLastNumberThatFits() {
        for (final long fits : new long[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 0, -1}) {
            assertThat(packedWith(fits)).as("%d", fits).isTrue();
        }
        for (final long wide : new long[] {1L << 31, -(1L << 31) - 1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(packedWith(wide)).as("%d", wide).isFalse();
        }
    }

    /** Whether the row is packed with a number at its beginning, in its middle and at its end. */
    private boolean packedWith(final long number) {
        boolean isPacked = false;
        for (final int at : new int[] {0, SCENARIOS / 2, row.length() - 1}) {
            Arrays.fill(row.values(), 5);
            row.values()[at] = number;
            row.pack();
            isPacked = row.isPacked();
            assertThat(row.column(at)).isEqualTo(number);
        }
        return isPacked;
    }

    @Test
    void whoeverFillsARowAnewHasToPackItAnew() {
        row.pack();
        assertThat(row.isPacked()).isTrue();
        row.values()[3] = 7;
        assertThat(row.isPacked()).isFalse();
    }

    @Test
    void sumsAreTheSameWhateverTheWidthOfTheRowsAndOfTheLots() {
        final LongAccumulator tree = new LongAccumulator(SCENARIOS);
        final int vector = tree.take(0);
        final long[] expected = new long[row.length()];
        for (int run = 0; run < 5_000; run++) {
            final int shift = random.nextInt(40);
            Arrays.setAll(row.values(), i -> random.nextInt() >> Math.min(31, shift));
            if (run % 3 == 0) {
                row.values()[random.nextInt(row.length())] = random.nextLong() >> 20;
            }
            row.pack();
            final long lots = random.nextInt() * (run % 2 == 0 ? 1L : 1L << random.nextInt(4));
            tree.addTimes(vector, lots, row);
            for (int i = 0; i < expected.length; i++) {
                expected[i] += lots * row.column(i);
            }
            assertThat(tree.numbers(vector)).as("seed %d, run %d", SEED, run).isEqualTo(expected);
        }
    }

    @Test
    void rowsThatAreAddedTogetherGiveTheSameSumsAsOneByOne() {
        for (int run = 0; run < 2_000; run++) {
            final LongAccumulator tree = new LongAccumulator(SCENARIOS);
            final int[] together = {tree.take(0), tree.take(0), tree.take(0)};
            final int[] oneByOne = {tree.take(0), tree.take(0), tree.take(0)};
            final int rows = run % 10 == 0 ? 150 : run % 10;
            for (int k = 0; k < rows; k++) {
                final RiskRow next = packedOrNot();
                final long lots = random.nextLong() >> random.nextInt(64);
                final int at = run % 3 == 0 ? random.nextInt(together.length) : 0;
                tree.addSoon(together[at], lots, next);
                tree.addTimes(oneByOne[at], lots, next);
            }
            tree.settle();
            for (int i = 0; i < together.length; i++) {
                assertThat(tree.numbers(together[i]))
                        .as("seed %d, run %d, %d rows", SEED, run, rows)
                        .isEqualTo(tree.numbers(oneByOne[i]));
            }
        }
    }

    /** A row that fits 32 bits, or one time in four does not. */
    private RiskRow packedOrNot() {
        final RiskRow next = new RiskRow(SCENARIOS, 0);
        final boolean fits = random.nextInt(4) > 0;
        Arrays.setAll(next.values(), i -> fits ? random.nextInt() : random.nextLong());
        next.pack();
        assertThat(next.isPacked()).isEqualTo(fits);
        return next;
    }

    @Test
    void loopsOverBothWidthsAddTheSame() {
        final int[] narrow = random.ints(SCENARIOS).toArray();
        final long[] wide = Arrays.stream(narrow).asLongStream().toArray();
        for (final long lots : new long[] {1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            final long[] sums = new long[SCENARIOS];
            RowKernels.addTimes(sums, lots, wide, SCENARIOS);
            RowKernels.addTimes(sums, lots, narrow, SCENARIOS);
            RowKernels.addTimes(sums, -2 * lots, narrow, SCENARIOS);
            assertThat(sums).as("%d lots", lots).containsOnly(0);
        }
    }
}
