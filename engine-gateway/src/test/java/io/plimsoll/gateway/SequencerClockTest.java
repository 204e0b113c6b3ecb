package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SequencerClockTest {
    private static final long MILLI_NS = 1_000_000L;

    private long wallMs = 1_700_000_000_000L;
    private long counterNs = 5_000;

    @Test
    void risesWithEveryCommandEvenWhenTheMachinesClockStands() {
        final WallClock clock = wall(0);

        final long first = clock.next();

        assertThat(first).isEqualTo(wallMs * MILLI_NS);
        assertThat(clock.next()).isEqualTo(first + 1);
        assertThat(clock.next()).isEqualTo(first + 2);
        pass(3);
        assertThat(clock.next()).isEqualTo(first + 3 * MILLI_NS);
    }

    @Test
    void goesOnAfterTheLastCommandOfTheJournal() {
        final long last = wallMs * MILLI_NS + 900 * MILLI_NS;

        assertThat(wall(last).next()).isEqualTo(last + 1);
    }

    @Test
    void refusesToStartWhenTheJournalIsMoreThanASecondAhead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wall(wallMs * MILLI_NS + 1_001 * MILLI_NS))
                .withMessageContaining("1001 ms behind");
    }

    @Test
    void followsSlowCorrections() {
        final WallClock clock = wall(0);
        for (int i = 0; i < 10; i++) {
            pass(1_000);
            wallMs += 900;
            assertThat(clock.isSound()).isTrue();
        }
    }

    @Test
    void isUnsoundForGoodAfterAStepForward() {
        final WallClock clock = wall(0);
        wallMs += 1_001;
        assertThat(clock.isSound()).isFalse();
        wallMs -= 1_001;
        assertThat(clock.isSound()).isFalse();
    }

    @Test
    void isUnsoundAfterAStepBackAndNeverGoesBackItself() {
        final WallClock clock = wall(0);
        final long before = clock.next();
        wallMs -= 3_600_000;

        assertThat(clock.isSound()).isFalse();
        assertThat(clock.next()).isGreaterThan(before);
    }

    @Test
    void movesOnlyWhenACommandAsksAndNeverBackWithAClockOfCommands() {
        final CommandClock clock = new CommandClock(100);
        assertThat(clock.next()).isEqualTo(100);
        clock.advanceTo(250);
        assertThat(clock.next()).isEqualTo(250);
        clock.advanceTo(200);
        assertThat(clock.next()).isEqualTo(250);
        assertThat(clock.ticks()).isFalse();
    }

    private void pass(final long ms) {
        wallMs += ms;
        counterNs += ms * MILLI_NS;
    }

    private WallClock wall(final long lastNs) {
        return new WallClock(() -> wallMs, () -> counterNs, lastNs);
    }
}
