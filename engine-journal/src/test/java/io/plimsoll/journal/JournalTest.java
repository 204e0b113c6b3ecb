package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.EventSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void beginsAnEmptyFolderWithGenerationOne() {
        try (Host host = Host.open(folder.resolve("new/journal"))) {
            assertThat(host.journal().epoch()).isEqualTo(1);
            assertThat(host.journal().lastSequence()).isZero();
            assertThat(host.journal().lastTimeNs()).isZero();
            assertThat(host.journal().forcer().durableSequence()).isZero();
        }
    }

    @Test
    void rebuildsTheEngineFromTheCommandsOfAllGenerations() {
        final long hash;
        try (Host host = Host.open(folder)) {
            host.play(40);
        }
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().epoch()).isEqualTo(2);
            assertThat(host.journal().lastSequence()).isEqualTo(40);
            assertThat(host.journal().lastTimeNs()).isEqualTo(Script.timeNs(40));
            hash = host.play(25).engine().stateHash();
            host.crash();
        }
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().epoch()).isEqualTo(3);
            assertThat(host.journal().lastSequence()).isEqualTo(65);
            assertThat(host.engine().stateHash()).isEqualTo(hash);
        }
    }

    @Test
    void reachesTheSameStateWithAndWithoutRestarts(@TempDir final Path undisturbed) {
        try (Host host = Host.open(undisturbed)) {
            host.play(100);
            for (int i = 0; i < 4; i++) {
                Host.open(folder).play(25).crash();
            }
            try (Host restarted = Host.open(folder)) {
                assertThat(restarted.engine().stateHash())
                        .isEqualTo(host.engine().stateHash());
            }
        }
    }

    @Test
    void rollsToANewFileWhenTheSegmentIsFullAndReadsAcrossAll() {
        // A command of this script takes 80 + 8 + 16..104 bytes, so 4,096 bytes hold fewer than 40 of them.
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        try (Host host = Host.open(settings)) {
            host.play(200);
        }
        // Segments are named after days counted from 1970-01-01, whatever the clock says.
        assertThat(Records.commands(folder, 1).resolve("19700101F.cq4")).exists();
        assertThat(Records.commands(folder, 1).resolve("19700105F.cq4")).exists();
        try (Host host = Host.open(settings)) {
            assertThat(host.journal().lastSequence()).isEqualTo(200);
        }
    }

    @Test
    void regeneratesTheEventsThatTheCrashTookWithTheSameChainsAndMarksThemRepeated(@TempDir final Path undisturbed) {
        final Host lagging = Host.open(folder).play(30);
        lagging.playWithoutEvents(10).crash();
        final List<String> regenerated = new ArrayList<>();
        final Host host = Host.open(folder, new RecoveryListener() {
            @Override
            public void onRegenerated(final long fromSequence, final long events) {
                regenerated.add(fromSequence + ":" + (events >= 10));
            }
        });
        host.play(5).crash();

        assertThat(regenerated).containsExactly("31:true");
        final List<String> expected = Host.undisturbedEvents(undisturbed, 45);
        try (EventReader reader = new EventReader(folder)) {
            final List<String> found = new ArrayList<>();
            while (reader.next()) {
                final RecordView record = reader.record();
                final boolean repeated = record.sequence() > 30 && record.sequence() <= 40;
                assertThat((record.flags() & EventSink.REPEATED) != 0).isEqualTo(repeated);
                assertThat(record.epoch()).isEqualTo(record.sequence() <= 40 ? 1 : 2);
                found.add(Records.line(record));
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void regeneratesAHalfWrittenSetOfEventsAsAWhole(@TempDir final Path undisturbed) {
        // Command 14 is a trade: two positions, balances and a completion.
        Host.open(folder).play(13).playPartly(1).crash();
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().events().completeSequence()).isEqualTo(14);
        }
        final List<String> expected = Host.undisturbedEvents(undisturbed, 14);
        try (EventReader reader = new EventReader(folder)) {
            assertThat(Records.lines(reader)).isEqualTo(expected);
        }
    }

    @Test
    void regeneratesEventsThatWereStillOnTheirWayWhenTheHostStoppedInOrder(@TempDir final Path undisturbed) {
        Host.open(folder).play(13).playPartly(1).playWithoutEvents(3).close();
        Host.open(folder).close();
        try (EventReader reader = new EventReader(folder)) {
            assertThat(Records.lines(reader)).isEqualTo(Host.undisturbedEvents(undisturbed, 17));
        }
    }

    @Test
    void regeneratesAllEventsWhenTheirQueueOfTheLastGenerationIsLost() throws IOException {
        final Host host = Host.open(folder).play(30);
        host.crash();
        for (final Records.Place place : Records.all(Records.events(folder, 1))) {
            Files.deleteIfExists(place.file());
        }
        Host.open(folder).close();
        try (EventReader reader = new EventReader(folder)) {
            assertThat(Records.lines(reader)).isEqualTo(host.seen());
        }
    }

    @Test
    void refusesAJournalOfOtherLimits() {
        Host.open(folder).play(1).close();
        final Limits others = new Limits(8, 8, 8, 8, 8, 9, 8, 8, 8, 64);
        assertThatThrownBy(() -> Journal.open(Host.settings(folder), new MarginEngine(others), RecoveryListener.NONE))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.error()).isEqualTo(JournalError.LIMITS_DIFFER))
                .hasMessageContaining("accounts=8")
                .hasMessageContaining("accounts=9");
    }

    @Test
    void refusesASecondOpeningInTheSameProcessAndKeepsTheLock() {
        try (Host host = Host.open(folder)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> Host.open(folder))
                        .isInstanceOfSatisfying(JournalLockedException.class, e -> assertThat(e.pid())
                                .isEqualTo(ProcessHandle.current().pid()));
            }
            host.play(1);
        }
        Host.open(folder).close();
    }

    @Test
    void letsNobodyElseLookIntoTheFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Host.open(folder).close();
        for (final Path path :
                List.of(folder, Generation.folder(folder, 1), Records.commands(folder, 1), Records.events(folder, 1))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void takesOnlyTheNextSequenceAndNothingAfterAFault() {
        final Host host = Host.open(folder).play(3);
        final var frame = new Script().frame(4);
        assertThatThrownBy(() -> host.journal().commands().append(5, 0, frame, 0, frame.capacity()))
                .isInstanceOf(JournalFault.class)
                .hasMessageContaining("5 after 3");
        assertThatThrownBy(() -> host.journal().commands().append(4, 0, frame, 0, frame.capacity()))
                .isInstanceOf(JournalFault.class);
        host.close();
        assertThat(Generation.folder(folder, 1).resolve(Manifest.CLOSING_NOTE)).doesNotExist();
    }

    @Test
    void takesOnlyTheNextEventAndNoCommandBeforeTheCompletion() {
        final Host host = Host.open(folder).play(13).playPartly(1);
        assertThatThrownBy(() -> host.journal().events().command(15, 0, 0, 15))
                .isInstanceOf(JournalFault.class)
                .hasMessageContaining("not complete");
        host.crash();
    }

    @Test
    void neverTouchesAnOlderGenerationAgain() throws IOException {
        Host.open(folder).play(20).crash();
        final var before = Files.getLastModifiedTime(QueueFiles.segment(Records.commands(folder, 1), 0));
        final byte[] bytes = Files.readAllBytes(QueueFiles.segment(Records.commands(folder, 1), 0));
        Host.open(folder).play(20).close();
        assertThat(Files.getLastModifiedTime(QueueFiles.segment(Records.commands(folder, 1), 0)))
                .isEqualTo(before);
        assertThat(Files.readAllBytes(QueueFiles.segment(Records.commands(folder, 1), 0)))
                .isEqualTo(bytes);
    }

    @Test
    void staysOpenableThroughManyEmptyGenerations() {
        Host.open(folder).play(20).crash();
        for (int i = 0; i < 5; i++) {
            Host.open(folder).crash();
        }
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().epoch()).isEqualTo(7);
            assertThat(host.play(10).sequence()).isEqualTo(30);
        }
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().lastSequence()).isEqualTo(30);
        }
    }
}
