package io.plimsoll.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final long SEED = 20261125L;

    @Test
    void itFindsWhatSortingFindsWhateverItFoundBefore() {
        final Random random = new Random(SEED);
        final Tail tail = new Tail();
        final long[] numbers = new long[1_100];
        for (int run = 0; run < 4_000; run++) {
            final int from = random.nextInt(20);
            final int to = from + 1 + random.nextInt(numbers.length - from);
            final int count = 1 + random.nextInt(Math.min(to - from, 60));
            change(numbers, random, run);
            tail.select(numbers, from, to, count);
            final List<Integer> sorted = IntStream.range(from, to)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingLong(i -> numbers[i]).thenComparing(i -> i))
                    .limit(count)
                    .toList();
            assertThat(IntStream.range(0, tail.size()).mapToObj(tail::index).toList())
                    .as("seed %d, run %d", SEED, run)
                    .isEqualTo(sorted);
            assertThat(tail.value(count - 1)).isEqualTo(numbers[sorted.get(count - 1)]);
        }
    }

    /** Little most of the time, all of it now and then, sometimes with many equal numbers. */
    private static void change(final long[] numbers, final Random random, final int run) {
        if (run % 10 == 0) {
            final int shift = random.nextInt(64);
            Arrays.setAll(numbers, i -> random.nextLong() >> shift);
        } else {
            for (int i = 0; i < 50; i++) {
                numbers[random.nextInt(numbers.length)] += random.nextInt(2_001) - 1_000;
            }
        }
    }
}
