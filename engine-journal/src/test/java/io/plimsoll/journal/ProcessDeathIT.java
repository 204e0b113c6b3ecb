package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other processes and their deaths do to a journal. */
@Timeout(240)
class ProcessDeathIT {
    private static final int KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    void aJournalThatAnotherProcessHoldsIsRefusedWithItsProcessIdUntilItDies() throws Exception {
        final Process holder = ChildHost.start(folder, ChildHost.HOLD);
        try (BufferedReader output = ChildHost.outputOf(holder)) {
            assertThat(output.readLine()).isEqualTo(ChildHost.OPEN);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> Host.open(folder))
                        .isInstanceOfSatisfying(JournalLockedException.class, e -> assertThat(e.pid())
                                .isEqualTo(holder.pid()));
            }
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().epoch()).isEqualTo(2);
        }
    }

    @Test
    void nothingJournaledIsLostAndNothingIsAppliedTwiceWhereverTheProcessIsKilled(@TempDir final Path undisturbed)
            throws Exception {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            final Process process = ChildHost.start(folder, ChildHost.PLAY);
            try (BufferedReader output = ChildHost.outputOf(process)) {
                final int lines = 1 + random.nextInt(400);
                for (int line = 0; line < lines; line++) {
                    final long sequence = Long.parseLong(output.readLine());
                    assertThat(sequence)
                            .as("seed %d, kill %d", seed, kill)
                            .isGreaterThan(acknowledged)
                            .isEqualTo(line == 0 ? sequence : acknowledged + 1);
                    acknowledged = sequence;
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        try (Host host = Host.open(folder)) {
            assertThat(host.sequence()).as("seed %d", seed).isGreaterThanOrEqualTo(acknowledged);
            try (Host clean = Host.open(undisturbed)) {
                clean.play((int) host.sequence());
                assertThat(host.engine().stateHash()).isEqualTo(clean.engine().stateHash());
                try (EventReader reader = new EventReader(folder)) {
                    assertThat(Records.lines(reader)).isEqualTo(clean.seen());
                }
            }
        }
        assertThat(JournalVerifier.verify(folder, n -> {}).firstError()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RecoveryStep.class)
    void aProcessKilledAtAnyStepOfOpeningLeavesARecoverableJournal(
            final RecoveryStep step, @TempDir final Path undisturbed) throws Exception {
        Host.open(folder).play(30).playWithoutEvents(10).crash();
        final Process process = ChildHost.start(folder, ChildHost.HALT_AFTER, step.name());
        assertThat(process.waitFor()).isEqualTo(9);
        try (Host host = Host.open(folder)) {
            assertThat(host.sequence()).isEqualTo(40);
        }
        try (EventReader reader = new EventReader(folder)) {
            assertThat(Records.lines(reader)).isEqualTo(Host.undisturbedEvents(undisturbed, 40));
        }
    }
}
