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

    @Test
    void whereAllNumbersAreTheLowestThereIsTheFirstIndexesAreFound() {
        final Tail tail = new Tail();
        final long[] numbers = new long[10];
        Arrays.fill(numbers, Long.MIN_VALUE);
        for (int run = 0; run < 2; run++) {
            tail.select(numbers, 2, 10, 3);
            assertThat(IntStream.range(0, tail.size()).map(tail::index)).containsExactly(2, 3, 4);
        }
    }

    @Test
    void placesOfAnotherRunAreNoHelpAndDoNoHarm() {
        final Tail tail = new Tail();
        final long[] numbers = {5, 4, 3, 2, 1, 0, 9, 8, 7, 6};
        tail.select(numbers, 0, 6, 3);
        assertThat(IntStream.range(0, tail.size()).map(tail::index)).containsExactly(5, 4, 3);
        tail.select(numbers, 6, 10, 3);
        assertThat(IntStream.range(0, tail.size()).map(tail::index)).containsExactly(9, 8, 7);
        tail.select(numbers, 0, 10, 4);
        assertThat(IntStream.range(0, tail.size()).map(tail::index)).containsExactly(5, 4, 3, 2);
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
