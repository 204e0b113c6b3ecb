package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedEventsTest {
    private static final int COMMANDS = 700;

    @TempDir
    private Path folder;

    @Test
    void eventsThatAreWrittenTogetherAreTheSameAsThoseWrittenOneByOne(@TempDir final Path undisturbed) {
        final List<String> expected = Host.undisturbedEvents(undisturbed, COMMANDS);
        for (final int commands : new int[] {2, 7, COMMANDS}) {
            final Path journal = folder.resolve("every-" + commands);
            try (Host host = Host.open(journal).writeEvery(commands)) {
                assertThat(host.play(COMMANDS).seen()).isEqualTo(expected);
            }
            assertThat(written(journal))
                    .as("written every %d commands", commands)
                    .isEqualTo(expected);
            assertThat(JournalVerifier.verify(journal, n -> {}).firstError()).isEmpty();
        }
    }

    @Test
    void whatWaitsIsNotYetCountedAsAppended() {
        try (Host host = Host.open(folder).writeEvery(10)) {
            host.play(9);
            assertThat(host.journal().events().completeSequence()).isZero();
            host.play(1);
            assertThat(host.journal().events().completeSequence()).isEqualTo(10);
        }
    }

    @Test
    void whatWaitsForMoreThanThereIsRoomForIsWrittenWithoutBeingAsked() {
        final Host host = Host.open(folder).writeEvery(Integer.MAX_VALUE).play(5 * COMMANDS);
        assertThat(host.journal().events().completeSequence()).isBetween(1L, 5L * COMMANDS - 1);
        host.crash();
    }

    @Test
    void eventsThatWereSeenAndNotWrittenBeforeADeathComeAgainTheSame(@TempDir final Path undisturbed) {
        final List<String> expected = Host.undisturbedEvents(undisturbed, COMMANDS);
        final Host host = Host.open(folder).writeEvery(COMMANDS + 1);
        assertThat(host.play(COMMANDS).seen()).isEqualTo(expected);
        host.crash();
        Host.open(folder).close();
        assertThat(written(folder)).isEqualTo(expected);
        assertThat(JournalVerifier.verify(folder, n -> {}).firstError()).isEmpty();
    }

    private static List<String> written(final Path journal) {
        try (EventReader reader = new EventReader(journal)) {
            return Records.lines(reader);
        }
    }
}
