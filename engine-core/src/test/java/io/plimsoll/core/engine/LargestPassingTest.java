package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.FixedPoint;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestPassingTest {
    private static final int ROUNDS = 2_000;

    private final LargestPassing search = new LargestPassing();
    private int looks;

    private LargestPassing.Figure counted(final LongUnaryOperator figure) {
        looks = 0;
        return size -> {
            looks++;
            return figure.applyAsLong(size);
        };
    }

    /** The slow twin. */
    private static long byHalving(final LongUnaryOperator figure, final long least, final long most) {
        long passes = least;
        long fails = most + 1;
        while (fails - passes > 1) {
            final long middle = passes + (fails - passes) / 2;
            if (figure.applyAsLong(middle) >= 0) {
                passes = middle;
            } else {
                fails = middle;
            }
        }
        return passes;
    }

    private static long upTo(final Random random, final int digits) {
        return 1 + random.nextLong(FixedPoint.powerOfTen(random.nextInt(digits)));
    }

    /** The least of some falling lines, rounded down: what free margin is with so many lots of an order. */
    private static LongUnaryOperator leastOfLines(final Random random, final long most) {
        final int lines = 1 + random.nextInt(6);
        final long divisor = upTo(random, 4);
        final long[] slopes = new long[lines];
        final long[] starts = new long[lines];
        for (int i = 0; i < lines; i++) {
            slopes[i] = upTo(random, 5) << (2 * i);
            starts[i] = random.nextLong(slopes[i] + 1) * most;
        }
        return size -> {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < lines; i++) {
                least = Math.min(least, Math.floorDiv(starts[i] - slopes[i] * size, divisor));
            }
            return least;
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void findsWhatHalvingFindsForTheLeastOfFallingLines(final long seed) {
        final Random random = new Random(seed);
        long looksOfAll = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final long most = upTo(random, 11);
            final LongUnaryOperator figure = leastOfLines(random, most);
            final long found = search.find(counted(figure), 0, most);
            assertThat(found)
                    .as("seed %d, round %d, up to %d", seed, round, most)
                    .isEqualTo(byHalving(figure, 0, most));
            assertThat(looks).isLessThanOrEqualTo(LargestPassing.LOOKS_MAX);
            looksOfAll += looks;
        }
        assertThat(looksOfAll).as("seed %d, looks", seed).isLessThan(8L * ROUNDS);
    }

    @Test
    void takesFewLooksAtALine() {
        assertThat(search.find(counted(size -> 1_000_000_007L - 3 * size), 0, 1L << 40))
                .isEqualTo(333_333_335L);
        assertThat(looks).isLessThanOrEqualTo(6);
    }

    @Test
    void whatItFindsPassesWhereLooksRunOut() {
        final long cliff = 123_456_789_012_345L;
        final long found = search.find(counted(size -> size <= cliff ? 1 : -1_000_000_000_000L), 0, 1L << 50);
        assertThat(found).isBetween(cliff - (1L << 20), cliff);
        assertThat(looks).isEqualTo(LargestPassing.LOOKS_MAX);
    }

    @Test
    void theLeastIsTheAnswerWhereNoneLargerPasses() {
        assertThat(search.find(size -> -1 - size, 7, 100)).isEqualTo(7);
        assertThat(search.find(size -> 7 - size, 7, 100)).isEqualTo(7);
        assertThat(search.find(size -> -1, 7, 7)).isEqualTo(7);
    }

    @Test
    void theMostIsTheAnswerWhereItPasses() {
        assertThat(search.find(counted(size -> 0), 7, 100)).isEqualTo(100);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void aFigureThatCannotBeToldDoesNotPass() {
        assertThat(search.find(size -> size > 40 ? Long.MIN_VALUE : Long.MAX_VALUE, 0, 1_000))
                .isEqualTo(40);
    }
}
