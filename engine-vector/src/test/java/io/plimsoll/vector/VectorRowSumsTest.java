package io.plimsoll.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorRowSumsTest {
    private static final long SEED = 20261130;
    private static final int MOST_ROWS = 9;
    private static final int LONGEST = 150;

    private final Random random = new Random(SEED);

    @Test
    void severalRowsInAPassGiveTheSumsOfOneAtATime() {
        for (int length = 0; length < LONGEST; length++) {
            for (int count = 0; count <= MOST_ROWS; count++) {
                final int shift = random.nextInt(64);
                final long[] lots = random.longs(count).map(x -> x >> shift).toArray();
                check(length, lots);
            }
        }
    }

    @Test
    void theLargestRowsAndLotsAreMultipliedInFull() {
        final long most = Integer.MAX_VALUE;
        check(LONGEST, new long[] {most, -most, 1L << 31, -(1L << 31), 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE, 0});
    }

    /** All whole fours of the rows are added, and nothing behind the length is touched. */
    private void check(final int length, final long[] lots) {
        final int[][] rows = new int[lots.length][];
        Arrays.setAll(rows, k -> random.ints(length)
                .map(x -> x % 7 == 0 ? Integer.MIN_VALUE : x)
                .toArray());
        final long[] sums = random.longs(length + 20L).toArray();
        final long[] expected = sums.clone();
        final int added = lots.length - lots.length % 4;
        for (int k = 0; k < added; k++) {
            for (int i = 0; i < length; i++) {
                expected[i] += lots[k] * rows[k][i];
            }
        }
        assertThat(new VectorRowSums().add(sums, length, rows, lots, lots.length))
                .isEqualTo(added);
        assertThat(sums).as("seed %d, %d rows of %d", SEED, lots.length, length).isEqualTo(expected);
    }
}
