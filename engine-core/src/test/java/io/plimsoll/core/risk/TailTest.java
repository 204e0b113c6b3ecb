package io.plimsoll.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Sum128;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final long SEED = 20261125L;
    private static final long FACTOR = -1_000_000;

    private final Tail tail = new Tail();

    @Test
    void itFindsWhatSortingFindsWhateverItFoundBefore() {
        final Random random = new Random(SEED);
        final long[] numbers = new long[1_100];
        int from = 0;
        int to = numbers.length;
        int count = 26;
        for (int run = 0; run < 8_000; run++) {
            if (run % 7 == 0) {
                from = random.nextInt(20);
                to = from + 1 + random.nextInt(numbers.length - from);
                count = 1 + random.nextInt(Math.min(to - from, 60));
            }
            change(numbers, random, run);
            final long[] before = numbers.clone();
            tail.select(numbers, from, to, count);
            assertThat(numbers).as("seed %d, run %d, numbers", SEED, run).isEqualTo(before);
            compare("seed %d, run %d".formatted(SEED, run), numbers, from, to, count);
        }
    }

    private void compare(final String what, final long[] numbers, final int from, final int to, final int count) {
        final List<Integer> sorted = IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> numbers[i]).thenComparing(i -> i))
                .limit(count)
                .toList();
        final Sum128 expected = new Sum128();
        sorted.forEach(i -> expected.addTimes(numbers[i], FACTOR));
        final Sum128 sum = new Sum128();
        tail.addTimes(FACTOR, sum);
        assertThat(tail.lowestIndex()).as(what).isEqualTo(sorted.get(0));
        assertThat(tail.highestIndex()).as(what).isEqualTo(sorted.get(count - 1));
        assertThat(tail.highest()).as(what).isEqualTo(numbers[sorted.get(count - 1)]);
        assertThat(sum.high()).as(what).isEqualTo(expected.high());
        assertThat(sum.low()).as(what).isEqualTo(expected.low());
    }

    @Test
    void ofEqualNumbersThoseWithTheFirstIndexesAreFound() {
        for (final long all : new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}) {
            final long[] numbers = new long[1_000];
            Arrays.fill(numbers, all);
            for (int run = 0; run < 3; run++) {
                tail.select(numbers, 2, 1_000, 26);
                compare("all are " + all, numbers, 2, 1_000, 26);
                numbers[500 + run]--;
            }
        }
    }

    @Test
    void placesOfAnotherRunAreNoHelpAndDoNoHarm() {
        final long[] numbers = {5, 4, 3, 2, 1, 0, 9, 8, 7, 6};
        for (final int[] run : new int[][] {{0, 6, 3}, {6, 10, 3}, {0, 10, 4}, {0, 10, 3}}) {
            tail.select(numbers, run[0], run[1], run[2]);
            compare(Arrays.toString(run), numbers, run[0], run[1], run[2]);
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
