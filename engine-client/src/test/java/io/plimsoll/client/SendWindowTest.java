package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SendWindowTest {
    private final SendWindow window = new SendWindow(4);

    @Test
    void isFullWithItsCapacityAndHasRoomOnceTheOldestIsAnswered() {
        commit(4);
        assertThat(window.isFull()).isTrue();

        window.answer(2);
        assertThat(window.isFull()).isTrue();
        window.answer(1);

        assertThat(window.head()).isEqualTo(3);
        assertThat(window.isFull()).isFalse();
    }

    @Test
    void keepsEveryFrameInAPlaceOfItsOwn() {
        commit(4);

        for (long a = 1; a <= 4; a++) {
            assertThat(window.length(a)).isEqualTo(100 + (int) a);
            for (long b = a + 1; b <= 4; b++) {
                assertThat(Math.abs(window.offset(a) - window.offset(b)))
                        .isGreaterThanOrEqualTo(SendWindow.FRAME_BYTES);
            }
        }
    }

    @Test
    void sendsAgainFromTheNumberTheEngineNames() {
        commit(4);
        window.rewind(3);

        assertThat(window.mustResend()).isTrue();
        assertThat(window.cursor()).isEqualTo(3);
        window.resent();
        window.resent();
        assertThat(window.mustResend()).isFalse();
    }

    @Test
    void neverRewindsToBeforeWhatItStillHolds() {
        commit(4);
        window.answer(1);
        window.answer(2);

        window.rewind(1);

        assertThat(window.cursor()).isEqualTo(3);
    }

    @Test
    void doesNotJumpForwardOnARewindBeyondWhatIsAlreadyToBeSent() {
        commit(4);
        window.rewind(2);

        window.rewind(4);

        assertThat(window.cursor()).isEqualTo(2);
    }

    @Test
    void dropsARefusedFrameWithAllBehindItAndGivesItsNumberAgain() {
        commit(4);

        assertThat(window.truncate(2)).isEqualTo(3);

        assertThat(window.next()).isEqualTo(2);
        assertThat(window.size()).isEqualTo(1);
        assertThat(window.holds(2)).isFalse();
    }

    @Test
    void goesOnWithAnotherNumberAndSaysWhatWasDropped() {
        commit(3);
        window.answer(2);

        assertThat(window.reset(50)).isEqualTo(2);

        assertThat(window.isEmpty()).isTrue();
        assertThat(window.next()).isEqualTo(50);
        assertThat(window.mustResend()).isFalse();
    }

    @Test
    void ignoresAnswersToWhatItDoesNotHold() {
        commit(2);
        window.answer(0);
        window.answer(3);
        window.answer(1);
        window.answer(1);

        assertThat(window.head()).isEqualTo(2);
        assertThat(window.next()).isEqualTo(3);
    }

    @Test
    void worksOnForManyTimesItsCapacity() {
        for (long n = 1; n <= 1_000; n++) {
            assertThat(window.next()).isEqualTo(n);
            window.commit(64);
            window.answer(n);
        }
        assertThat(window.isEmpty()).isTrue();
    }

    @Test
    void assertsThatNothingNewIsSentBeforeWhatMustGoAgain() {
        commit(2);
        window.rewind(1);

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> window.commit(64));
    }

    private void commit(final int frames) {
        for (int i = 0; i < frames; i++) {
            window.commit(100 + (int) window.next());
        }
    }
}
