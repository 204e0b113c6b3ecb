package io.plimsoll.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.Lowest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorLowestTest {
    private static final long SEED = 20261129;
    private static final int LONGEST = 1_100;

    private final Random random = new Random(SEED);
    private final Lowest plain = ArrayLoops.plain().lowest();
    private final Lowest vector = new VectorLowest();
    private final long[] numbers = new long[LONGEST];

    @Test
    void itFindsWhatPlainJavaFindsInRunsOfEveryLength() {
        for (int run = 0; run < 5 * LONGEST; run++) {
            final int shift = random.nextInt(64);
            Arrays.setAll(numbers, i -> random.nextLong() >> shift);
            final int from = random.nextInt(20);
            final int to = from + 1 + run % (LONGEST - 20);
            compare(run, from, to, 1 + random.nextInt(Math.min(to - from, 200)));
        }
    }

    @Test
    void ofEqualNumbersItFindsThoseWithTheLowestIndexes() {
        for (int run = 0; run < 1_000; run++) {
            Arrays.setAll(numbers, i -> random.nextInt(30) == 0 ? Long.MIN_VALUE : random.nextInt(400));
            compare(run, 0, LONGEST, 1 + random.nextInt(60));
        }
    }

    /** With a bound that is tight, one that others are below too, and none. */
    private void compare(final int run, final int from, final int to, final int count) {
        final long[] sorted = Arrays.copyOfRange(numbers, from, to);
        Arrays.sort(sorted);
        final int above = Math.min(sorted.length - 1, count - 1 + random.nextInt(20));
        for (final long bound : new long[] {sorted[count - 1], sorted[above], Long.MAX_VALUE}) {
            final long[] values = new long[count + 1];
            final int[] indexes = new int[count + 1];
            plain.find(numbers, from, to, count, bound, values, indexes);
            final long[] expected = Arrays.copyOf(values, count);
            final int[] places = Arrays.copyOf(indexes, count);
            vector.find(numbers, from, to, count, bound, values, indexes);
            assertThat(Arrays.copyOf(indexes, count))
                    .as("seed %d, run %d, bound %d", SEED, run, bound)
                    .isEqualTo(places);
            assertThat(Arrays.copyOf(values, count)).isEqualTo(expected);
        }
    }
}
