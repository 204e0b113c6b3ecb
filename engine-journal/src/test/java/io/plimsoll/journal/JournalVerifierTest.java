package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.wire.CommandFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalVerifierTest {
    @TempDir
    private Path folder;

    @Test
    void countsWhatEveryFileHolds() {
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        final Host first = Host.open(settings).play(60);
        first.crash();
        final int events;
        try (Host second = Host.open(settings)) {
            events = second.play(20).seen().size() + first.seen().size();
            final JournalReport report = JournalVerifier.verify(folder, n -> {});
            assertThat(report.generations()).isEqualTo(2);
            assertThat(report.commands()).isEqualTo(80);
            assertThat(report.events()).isEqualTo(events);
            assertThat(report.lastSequence()).isEqualTo(80);
            assertThat(report.lastTimeNs()).isEqualTo(Script.timeNs(80));
            assertThat(report.firstError()).isEmpty();
            final List<FileReport> commandFiles = report.files().stream()
                    .filter(file -> file.queue().equals("commands"))
                    .toList();
            assertThat(commandFiles.stream().mapToLong(FileReport::records).sum())
                    .isEqualTo(80);
            assertThat(commandFiles.get(0).firstSequence()).isEqualTo(1);
            assertThat(commandFiles.get(commandFiles.size() - 1).lastSequence()).isEqualTo(80);
            assertThat(commandFiles).extracting(FileReport::generation).contains(1, 2);
        }
    }

    @Test
    void goesOnWithTheNextQueueAfterDamage() throws IOException {
        Host.open(folder).play(60).crash();
        Host.open(folder).play(20).close();
        final Records.Place place = Records.find(Records.commands(folder, 1), 31);
        Records.flip(place.file(), place.position() + 90, 0);
        final JournalReport report = JournalVerifier.verify(folder, n -> {});
        assertThat(report.firstError())
                .hasValueSatisfying(e -> assertThat(e.sequence()).isEqualTo(31));
        // 1 to 30 of the first generation, 61 to 80 of the second.
        assertThat(report.commands()).isEqualTo(50);
    }

    @Test
    void findsAPayloadThatIsNoMessage() {
        final Host host = Host.open(folder).play(3);
        final UnsafeBuffer noise = new UnsafeBuffer(new byte[CommandFrames.COMMAND_LENGTH_MIN]);
        host.journal().commands().append(4, Script.timeNs(4), noise, 0, noise.capacity());
        host.crash();
        assertThat(JournalVerifier.verify(folder, n -> {}).firstError()).hasValueSatisfying(e -> {
            assertThat(e.sequence()).isEqualTo(4);
            assertThat(e).hasMessageContaining("not a message of the schema");
        });
    }

    @Test
    void saysWhenThereIsNoJournal() {
        assertThat(JournalVerifier.verify(folder, n -> {}).firstError())
                .hasValueSatisfying(e -> assertThat(e.error()).isEqualTo(JournalError.MISSING_FILE));
    }

    @Test
    void changesNothing() throws IOException {
        Host.open(folder).play(60).crash();
        final Path file = QueueFiles.segment(Records.commands(folder, 1), 0);
        final byte[] before = Files.readAllBytes(file);
        final List<Path> names = list();
        JournalVerifier.verify(folder, n -> {});
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(list()).isEqualTo(names);
    }

    private List<Path> list() throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }
}
