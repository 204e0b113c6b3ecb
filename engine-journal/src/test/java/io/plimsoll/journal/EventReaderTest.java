package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventReaderTest {
    /** More than enough for a reader at the end to look for a new file or generation. */
    private static final int POLLS = 1_000;

    @TempDir
    private Path folder;

    /** What a subscriber keeps of the last completion it saw. */
    private record Seen(int epoch, long sequence, long chain) {
        static Seen of(final Path folder, final long sequence) {
            try (EventReader reader = new EventReader(folder)) {
                Seen last = null;
                while (reader.next()) {
                    if (reader.record().sequence() == sequence) {
                        last = new Seen(
                                reader.record().epoch(),
                                sequence,
                                reader.record().chain());
                    }
                }
                return last;
            }
        }
    }

    private static Resume seek(final EventReader reader, final Seen seen) {
        return reader.seek(seen.epoch(), seen.sequence(), seen.chain());
    }

    private static boolean poll(final EventReader reader) {
        for (int i = 0; i < POLLS; i++) {
            if (reader.next()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void deliversWhatTheRunningEngineWritesAcrossFiles() {
        final JournalSettings settings = Host.settings(folder).withRollBytes(2_048);
        try (Host host = Host.open(settings);
                EventReader reader = new EventReader(folder)) {
            final List<String> found = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                host.play(1);
                while (reader.next()) {
                    found.add(Records.line(reader.record()));
                }
            }
            assertThat(QueueFiles.count(Records.events(folder, 1))).isGreaterThan(5);
            assertThat(found).isEqualTo(host.seen());
        }
    }

    @Test
    void followsAWriterOnAnotherThread() throws Exception {
        final JournalSettings settings = Host.settings(folder).withRollBytes(1 << 16);
        try (Host host = Host.open(settings);
                EventReader reader = new EventReader(folder)) {
            final int commands = 20_000;
            final CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> host.play(commands));
            final List<String> found = new ArrayList<>();
            long completed = 0;
            while (completed < commands && !writer.isCompletedExceptionally()) {
                if (reader.next()) {
                    found.add(Records.line(reader.record()));
                    completed = reader.record().sequence();
                    if (completed == commands && (reader.record().flags() & 1) == 0) {
                        completed--;
                    }
                }
            }
            writer.get();
            assertThat(found).isEqualTo(host.seen());
        }
    }

    @Test
    void resumesAfterWhatWasSeen() {
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        Host.open(settings).play(120).crash();
        try (Host host = Host.open(settings);
                EventReader reader = new EventReader(folder)) {
            host.play(30);
            for (final long sequence : new long[] {1, 2, 60, 119, 120, 121, 149, 150}) {
                assertThat(seek(reader, Seen.of(folder, sequence))).isEqualTo(Resume.OK);
                assertThat(reader.resumeSequence()).isEqualTo(sequence);
                assertThat(reader.next()).isEqualTo(sequence < 150);
                if (sequence < 150) {
                    assertThat(reader.record().sequence()).isEqualTo(sequence + 1);
                    assertThat(reader.record().index()).isZero();
                }
            }
        }
    }

    @Test
    void resumesAtTheBeginningForWhoHasSeenNothing() {
        Host.open(folder).play(5).close();
        try (EventReader reader = new EventReader(folder)) {
            assertThat(reader.seek(0, 0, 0)).isEqualTo(Resume.OK);
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().sequence()).isEqualTo(1);
        }
    }

    @Test
    void saysRolledBackToTheCutWhenTheCrashTookWhatWasSeen() throws IOException {
        final Host host = Host.open(folder).play(42);
        final Seen seen = Seen.of(folder, 42);
        final Seen kept = Seen.of(folder, 40);
        host.crash();
        final Records.Place place = Records.find(Records.commands(folder, 1), 41);
        Records.write(place.file(), place.documentPosition(), new byte[1_000]);
        try (Host next = Host.open(folder);
                EventReader reader = new EventReader(folder)) {
            next.play(5);
            assertThat(seek(reader, seen)).isEqualTo(Resume.ROLLED_BACK);
            assertThat(reader.resumeSequence()).isEqualTo(40);
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().sequence()).isEqualTo(41);
            assertThat(reader.record().epoch()).isEqualTo(2);
            assertThat(seek(reader, kept)).isEqualTo(Resume.OK);
        }
    }

    @Test
    void saysOkForEventsThatWereLostAndRegenerated() throws IOException {
        final Host host = Host.open(folder).play(42);
        final Seen seen = Seen.of(folder, 42);
        host.crash();
        final Records.Place place = Records.find(Records.events(folder, 1), 30);
        Records.truncate(place.file(), place.documentPosition());
        Host.open(folder).close();
        try (EventReader reader = new EventReader(folder)) {
            assertThat(seek(reader, seen)).isEqualTo(Resume.OK);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void saysRolledBackToTheBeginningForAnotherJournalsHistory() {
        Host.open(folder).play(42).close();
        try (EventReader reader = new EventReader(folder)) {
            assertThat(reader.seek(1, 20, 12_345)).isEqualTo(Resume.ROLLED_BACK);
            assertThat(reader.resumeSequence()).isZero();
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().sequence()).isEqualTo(1);
        }
    }

    @Test
    void saysRolledBackToTheEndForASequenceThatIsNotThereYet() {
        try (Host host = Host.open(folder);
                EventReader reader = new EventReader(folder)) {
            host.play(42);
            assertThat(reader.seek(1, 50, 1)).isEqualTo(Resume.ROLLED_BACK);
            assertThat(reader.resumeSequence()).isEqualTo(42);
            assertThat(reader.seek(7, 50, 1)).isEqualTo(Resume.ROLLED_BACK);
            assertThat(reader.resumeSequence()).isZero();
        }
    }

    @Test
    void goesToTheEndAndOnFromThere() {
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        try (Host host = Host.open(settings);
                EventReader reader = new EventReader(folder)) {
            host.play(100);
            reader.seekToEnd();
            assertThat(reader.resumeSequence()).isEqualTo(100);
            assertThat(reader.next()).isFalse();
            host.play(1);
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().sequence()).isEqualTo(101);
            reader.seekToStart();
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().sequence()).isEqualTo(1);
        }
    }

    @Test
    void goesOnIntoTheNextGenerationAndDeliversNothingTwice() {
        final Host first = Host.open(folder).play(20);
        try (EventReader reader = new EventReader(folder)) {
            final List<String> found = new ArrayList<>(Records.lines(reader));
            first.playPartly(2);
            found.addAll(Records.lines(reader));
            first.crash();
            // The set of 21 was cut and is written again as a whole; its first two events were delivered.
            final Host second = Host.open(folder).play(10);
            while (poll(reader)) {
                found.add(Records.line(reader.record()));
            }
            second.crash();
            try (EventReader fresh = new EventReader(folder)) {
                assertThat(found).isEqualTo(Records.lines(fresh));
            }
        }
    }

    @Test
    void stopsWhenTheJournalIsCutBeforeWhatWasDelivered() throws IOException {
        final Host host = Host.open(folder).play(42);
        try (EventReader reader = new EventReader(folder)) {
            Records.lines(reader);
            host.crash();
            final Records.Place place = Records.find(Records.commands(folder, 1), 41);
            Records.write(place.file(), place.documentPosition(), new byte[1_000]);
            Host.open(folder).close();
            final JournalException found = catchThrowableOfType(JournalException.class, () -> poll(reader));
            assertThat(found.error()).isEqualTo(JournalError.ROLLED_BACK);
            assertThat(found.sequence()).isEqualTo(40);
        }
    }

    @Test
    void waitsInAFolderThatIsStillEmpty() {
        try (EventReader reader = new EventReader(folder)) {
            assertThat(poll(reader)).isFalse();
            try (Host host = Host.open(folder)) {
                host.play(1);
                assertThat(poll(reader)).isTrue();
            }
        }
    }
}
