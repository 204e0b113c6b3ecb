package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcerTest {
    @TempDir
    private Path folder;

    /** Counts, and fails when told to. */
    private static final class FakeDisk implements Disk {
        private int forces;
        private boolean fails;

        @Override
        public void force(final FileChannel channel) throws IOException {
            forces++;
            if (fails) {
                throw new IOException("no more disk");
            }
            channel.force(false);
        }
    }

    private final FakeDisk disk = new FakeDisk();

    private JournalSettings settings() {
        return Host.settings(folder).withForceIntervals(0, TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void forcesOnceForAllThatWasAppendedBefore() {
        try (Host host = Host.open(settings(), disk)) {
            host.play(20);
            assertThat(host.journal().forcer().durableSequence()).isZero();
            final int before = disk.forces;
            assertThat(host.journal().forcer().doWork()).isEqualTo(1);
            assertThat(host.journal().forcer().durableSequence()).isEqualTo(20);
            assertThat(disk.forces).isEqualTo(before + 1);
            assertThat(host.journal().forcer().doWork()).isZero();
            assertThat(disk.forces).isEqualTo(before + 1);
        }
    }

    @Test
    void forcesEveryFileAndTheFolderAfterARoll() {
        try (Host host = Host.open(settings().withRollBytes(4_096), disk)) {
            host.play(120);
            final int files = QueueFiles.count(Records.commands(folder, 1));
            assertThat(files).isGreaterThan(3);
            final int before = disk.forces;
            host.journal().forcer().doWork();
            // Each file once, then the folder that has new ones.
            assertThat(disk.forces).isEqualTo(before + files + 1);
        }
    }

    @Test
    void saysInEveryRecordWhatWasForcedBeforeIt() {
        try (Host host = Host.open(settings(), disk)) {
            host.play(20).force().play(1);
        }
        try (CommandReader reader = new CommandReader(folder)) {
            while (reader.next()) {
                assertThat(reader.record().durableUpTo())
                        .isEqualTo(reader.record().sequence() <= 20 ? 0 : 20);
            }
        }
    }

    @Test
    void waitsForTheIntervalBetweenTwoForces() {
        final JournalSettings slow =
                Host.settings(folder).withForceIntervals(TimeUnit.HOURS.toNanos(1), TimeUnit.HOURS.toNanos(1));
        try (Host host = Host.open(slow, disk)) {
            host.play(1);
            assertThat(host.journal().forcer().doWork()).isEqualTo(1);
            host.play(1);
            assertThat(host.journal().forcer().doWork()).isZero();
            assertThat(host.journal().forcer().durableSequence()).isEqualTo(1);
        }
    }

    @Test
    void neverForcesAgainAfterAFailure() {
        final Host host = Host.open(settings(), disk).play(5).force().play(5);
        disk.fails = true;
        assertThatThrownBy(() -> host.journal().forcer().doWork())
                .isInstanceOf(JournalFault.class)
                .hasMessageContaining("on disk up to 5")
                .hasRootCauseMessage("no more disk");
        disk.fails = false;
        final int before = disk.forces;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> host.journal().forcer().doWork()).isInstanceOf(JournalFault.class);
        }
        assertThat(host.journal().forcer().durableSequence()).isEqualTo(5);
        host.close();
        assertThat(disk.forces).isEqualTo(before);
        assertThat(Generation.folder(folder, 1).resolve(Manifest.CLOSING_NOTE)).doesNotExist();
    }

    @Test
    void opensNothingWhenADiskFailsDuringRecovery() {
        Host.open(settings(), disk).play(5).crash();
        for (int after = 0; after < 40; after++) {
            final int failAt = disk.forces + after;
            final Disk failing = channel -> {
                if (disk.forces == failAt) {
                    disk.forces++;
                    throw new IOException("once");
                }
                disk.force(channel);
            };
            try (Host host = Host.open(settings(), failing)) {
                assertThat(host.journal().lastSequence()).isEqualTo(5);
                return;
            } catch (final JournalFault fault) {
                assertThat(fault).hasRootCauseMessage("once");
            }
        }
        throw new AssertionError("an opening takes fewer than 40 forces");
    }
}
