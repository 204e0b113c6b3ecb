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
            final int to = from + run % (LONGEST - 20);
            final long[] sorted = Arrays.copyOf(numbers, LONGEST);
            Arrays.sort(sorted);
            for (final long bound :
                    new long[] {sorted[0], sorted[random.nextInt(30)], Long.MIN_VALUE, Long.MAX_VALUE}) {
                compare(run, from, to, bound);
            }
        }
    }

    /** From one place to the next, until there is none. */
    private void compare(final int run, final int from, final int to, final long bound) {
        int at = from;
        do {
            final int next = vector.next(numbers, at, to, bound);
            assertThat(next)
                    .as("seed %d, run %d, bound %d, from %d to %d", SEED, run, bound, at, to)
                    .isEqualTo(plain.next(numbers, at, to, bound));
            at = next + 1;
        } while (at <= to);
    }
}
