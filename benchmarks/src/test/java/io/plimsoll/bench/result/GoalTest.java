package io.plimsoll.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void isMetOnlyWhenTheWholeIntervalMeetsIt() {
        assertThat(Goal.atMost(1.5).of(new Interval(1.2, 1.1, 1.5))).isEqualTo(Goal.Verdict.MET);
        assertThat(Goal.atLeast(0.7).of(new Interval(0.8, 0.7, 0.9))).isEqualTo(Goal.Verdict.MET);
    }

    @Test
    void isUndecidedWhenTheIntervalSpansTheLimit() {
        assertThat(Goal.atMost(1.5).of(new Interval(1.4, 1.3, 1.6))).isEqualTo(Goal.Verdict.UNDECIDED);
        assertThat(Goal.atLeast(0.7).of(new Interval(0.6, 0.5, 0.71))).isEqualTo(Goal.Verdict.UNDECIDED);
    }

    @Test
    void isMissedWhenTheWholeIntervalMissesIt() {
        assertThat(Goal.atMost(1.5).of(new Interval(2, 1.51, 3))).isEqualTo(Goal.Verdict.MISSED);
        assertThat(Goal.atLeast(0.7).of(new Interval(0.5, 0.4, 0.69))).isEqualTo(Goal.Verdict.MISSED);
    }
}
