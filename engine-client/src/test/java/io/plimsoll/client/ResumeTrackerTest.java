package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResumeTrackerTest {
    private static final int SOURCE = 1;

    private final TestRecords records = new TestRecords();
    private final EventInfo info = new EventInfo();
    private ResumeTracker tracker = new ResumeTracker(ResumePoint.NOW);

    @Test
    void takesEachEventOnce() {
        assertThat(see(1, 5, false)).isTrue();
        assertThat(see(1, 5, false)).isFalse();
        assertThat(see(1, 4, false)).isFalse();
        assertThat(see(1, 6, false)).isTrue();
    }

    @Test
    void keepsTheTwoOrdersApart() {
        assertThat(see(1, 9, false)).isTrue();
        assertThat(see(1, 5, true)).isTrue();
        assertThat(see(1, 5, true)).isFalse();
        assertThat(see(1, 4, true)).isFalse();
    }

    @Test
    void namesTheLastCompletionAndABaseThatLacksNothing() {
        see(1, 5, false);
        see(1, 6, false);
        see(1, 7, false);
        assertThat(tracker.point()).isEqualTo(point(7, 0, 0));

        tracker.durableUpTo(6);

        assertThat(tracker.point()).isEqualTo(point(7, 6, 6));
    }

    @Test
    void movesTheBaseWithTheDurableCompletions() {
        see(1, 5, false);
        see(1, 6, false);
        see(1, 5, true);

        assertThat(tracker.point()).isEqualTo(point(6, 5, 5));
    }

    @Test
    void startsFromAKeptPoint() {
        tracker = new ResumeTracker(point(7, 5, 5));

        assertThat(tracker.startsNow()).isFalse();
        assertThat(see(1, 7, false)).isFalse();
        assertThat(see(1, 5, true)).isFalse();
        assertThat(see(1, 6, true)).isTrue();
        assertThat(see(1, 8, false)).isTrue();
    }

    @Test
    void takesWhatANewEpochPutsInThePlaceOfWhatWasLost() {
        see(1, 7, false);

        records.completion(2, 7, SOURCE, 1, false);
        info.wrap(records.buffer, 0);

        assertThat(tracker.replacesSeen(info)).isTrue();
        assertThat(tracker.accept(info)).isTrue();
    }

    @Test
    void forgetsWhatWasRolledBack() {
        see(1, 5, false);
        see(1, 9, false);

        tracker.rolledBack(2, 6);

        assertThat(see(2, 6, false)).isFalse();
        assertThat(see(2, 7, false)).isTrue();
        assertThat(tracker.point().sequence()).isEqualTo(7);
        assertThat(tracker.point().epoch()).isEqualTo(2);
    }

    @Test
    void keepsABaseWhenNothingBecomesDurableForVeryLong() {
        for (long sequence = 1; sequence <= 10_000; sequence++) {
            see(1, sequence, false);
        }
        tracker.durableUpTo(10_000);

        // The ring holds 4,096 completions: the base is the last of them, the resume repeats what came after.
        assertThat(tracker.point()).isEqualTo(point(10_000, 10_000, 4_096));
    }

    private boolean see(final long epoch, final long sequence, final boolean durable) {
        records.completion(epoch, sequence, SOURCE, sequence, durable);
        info.wrap(records.buffer, 0);
        final boolean isNew = tracker.accept(info);
        if (isNew) {
            tracker.completed(info);
        }
        return isNew;
    }

    private static ResumePoint point(final long sequence, final long durable, final long base) {
        return new ResumePoint(
                1, sequence, TestRecords.chain(sequence), durable, base == 0 ? 0 : 1, base, TestRecords.chain(base));
    }
}
