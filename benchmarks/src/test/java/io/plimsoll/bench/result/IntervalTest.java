package io.plimsoll.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Interval.of(4, 1, 3, 2).median()).isEqualTo(2.5);
        assertThat(Interval.of(3, 1, 2).median()).isEqualTo(2);
    }

    @Test
    void fewerThanSixValuesGiveTheirWholeRange() {
        assertThat(Interval.of(5, 1, 4, 2, 3)).isEqualTo(new Interval(3, 1, 5));
    }

    @Test
    void leavesOutAsManyExtremesAsTheBinomialTableAllows() {
        // n = 20: P(Bin(20, 1/2) <= 5) = 2.07 %, <= 6 would be 5.8 %: the 6th smallest to the 6th largest.
        final double[] values =
                DoubleStream.iterate(1, value -> value + 1).limit(20).toArray();

        assertThat(Interval.of(values)).isEqualTo(new Interval(10.5, 6, 15));
    }

    @Test
    void holdsTheTrueMedianInAtLeastNineteenOfTwentyDraws() {
        final long seed = 7;
        final SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            final Interval interval =
                    Interval.of(random.doubles(15).map(value -> value * value).toArray());
            held += interval.low() <= 0.25 && interval.high() >= 0.25 ? 1 : 0;
        }
        // n = 15: coverage 1 - 2 x P(Bin <= 3) = 96.5 %.
        assertThat(held).as("seed " + seed).isBetween(19_200, 19_420);
    }

    @Test
    void refusesNoValues() {
        assertThatThrownBy(Interval::of).isInstanceOf(IllegalArgumentException.class);
    }
}
