package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.sbe.RecordEnvelopeDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash may leave at the end of the last generation: cut if it may be lost, refused if it may not. */
class TailTest {
    @TempDir
    private Path folder;

    private final List<String> cuts = new ArrayList<>();

    private final RecoveryListener listener = new RecoveryListener() {
        @Override
        public void onCut(final int generation, final String queue, final long lastSequence, final String reason) {
            cuts.add(generation + " " + queue + " " + lastSequence);
        }
    };

    private Records.Place command(final long sequence) {
        return Records.find(Records.commands(folder, 1), sequence);
    }

    private void assertRefused(final JournalError error, final long sequence) {
        final JournalException found = catchThrowableOfType(JournalException.class, () -> Host.open(folder));
        assertThat(found).isNotNull();
        assertThat(List.of(found.error(), found.sequence()))
                .as(found.getMessage())
                .isEqualTo(List.of(error, sequence));
        assertThat(Generation.folder(folder, 2)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 76, 80, 100})
    void aTornLastCommandIsCutTogetherWithItsEvents(final int kept, @TempDir final Path undisturbed)
            throws IOException {
        Host.open(folder).play(42).crash();
        final Records.Place place = command(42);
        Records.write(place.file(), place.position() + kept, new byte[place.length() - kept]);
        try (Host host = Host.open(folder, listener)) {
            assertThat(host.journal().lastSequence()).isEqualTo(41);
            assertThat(cuts).containsExactly("1 commands 41", "1 events 41");
            host.play(3);
        }
        try (EventReader reader = new EventReader(folder)) {
            assertThat(Records.lines(reader)).isEqualTo(Host.undisturbedEvents(undisturbed, 44));
        }
    }

    @Test
    void aFileCutInTheLastCommandIsCut() throws IOException {
        Host.open(folder).play(42).crash();
        Records.truncate(command(42).file(), command(42).position() + 90);
        try (Host host = Host.open(folder, listener)) {
            assertThat(host.journal().lastSequence()).isEqualTo(41);
            assertThat(cuts).contains("1 commands 41");
        }
    }

    @Test
    void aHoleBeforeTheEndIsCutWhenNothingBehindItWasForced() throws IOException {
        Host.open(folder).play(42).crash();
        final Records.Place place = command(20);
        Records.write(place.file(), place.position(), new byte[place.length()]);
        try (Host host = Host.open(folder, listener)) {
            assertThat(host.journal().lastSequence()).isEqualTo(19);
        }
    }

    @Test
    void aHoleIsRefusedWhenALaterRecordProvesThatItWasForced() throws IOException {
        // Forced up to 30; command 31 is the first that says so.
        Host.open(folder).play(30).force().play(12).crash();
        final Records.Place place = command(20);
        Records.write(place.file(), place.position(), new byte[place.length()]);
        assertRefused(JournalError.BAD_CRC, 20);
    }

    @Test
    void aHoleIsRefusedEvenWhenTheRecordBehindItCanOnlyBeFoundByItsBytes() throws IOException {
        Host.open(folder).play(30).force().play(12).crash();
        final Records.Place place = command(20);
        // The document's header too: nothing says where the next record begins.
        Records.write(place.file(), place.documentPosition(), new byte[place.length() + 4]);
        assertRefused(JournalError.TRUNCATED, 20);
    }

    @Test
    void aTornRecordBehindTheForcedOnesIsCut() throws IOException {
        Host.open(folder).play(30).force().play(12).crash();
        final Records.Place place = command(31);
        Records.write(place.file(), place.position() + 10, new byte[20]);
        try (Host host = Host.open(folder, listener)) {
            assertThat(host.journal().lastSequence()).isEqualTo(30);
        }
    }

    @Test
    void eventsProveWhatWasForcedWhenTheCommandsThatDidAreGone() throws IOException {
        Host.open(folder).play(30).force().play(12).crash();
        final Records.Place place = command(20);
        Records.truncate(place.file(), place.documentPosition());
        assertRefused(JournalError.TRUNCATED, 20);
    }

    @Test
    void aMissingLastFileIsRefusedWhenItWasForced() throws IOException {
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        Host.open(settings).play(120).force().play(1).crash();
        final Path queue = Records.commands(folder, 1);
        final List<Records.Place> places = Records.all(queue);
        final Path last = places.get(places.size() - 1).file();
        final long first = places.stream()
                .filter(place -> place.file().equals(last))
                .findFirst()
                .orElseThrow()
                .sequence();
        Files.delete(last);
        assertRefused(JournalError.TRUNCATED, first);
    }

    @Test
    void aMissingMiddleFileIsRefusedEvenWhenNothingWasForced() throws IOException {
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        Host.open(settings).play(120).crash();
        final Path file = QueueFiles.segment(Records.commands(folder, 1), 1);
        final long first = Records.all(Records.commands(folder, 1)).stream()
                .filter(place -> place.file().equals(file))
                .findFirst()
                .orElseThrow()
                .sequence();
        Files.delete(file);
        assertRefused(JournalError.MISSING_FILE, first);
    }

    @Test
    void anEmptyLastFileIsTheTraceOfACrashWhileRolling() throws IOException {
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        Host.open(settings).play(120).crash();
        final Path queue = Records.commands(folder, 1);
        Files.createFile(QueueFiles.segment(queue, QueueFiles.count(queue)));
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().lastSequence()).isEqualTo(120);
        }
    }

    @Test
    void aWholeRecordThatDoesNotFollowIsNoTraceOfACrash() throws IOException {
        Host.open(folder).play(42).crash();
        Records.forge(command(40), RecordEnvelopeDecoder.epochEncodingOffset(), (byte) 9);
        assertRefused(JournalError.WRONG_GENERATION, 40);
    }

    @Test
    void aRecordOfALaterVersionIsNoTraceOfACrash() throws IOException {
        Host.open(folder).play(42).crash();
        Records.forge(command(40), RecordEnvelopeDecoder.rulesVersionEncodingOffset(), (byte) 2);
        assertRefused(JournalError.UNKNOWN_VERSION, 40);
    }

    @Test
    void aLostFirstRecordLeavesTheGenerationEmpty() throws IOException {
        Host.open(folder).play(20).crash();
        Host.open(folder).crash();
        final Records.Place start = Records.all(Records.commands(folder, 2)).get(0);
        Records.write(start.file(), start.position(), new byte[start.length()]);
        try (Host host = Host.open(folder)) {
            assertThat(host.journal().lastSequence()).isEqualTo(20);
        }
    }

    @Test
    void aGenerationClosedInOrderMustBeWhole() throws IOException {
        Host.open(folder).play(42).close();
        final Records.Place place = command(42);
        Records.truncate(place.file(), place.documentPosition());
        assertRefused(JournalError.TRUNCATED, 42);
    }

    @Test
    void anEventThatDiffersFromItsReplayStopsRecovery() throws IOException {
        Host.open(folder).play(42).crash();
        // The last event, a completion: another detail, checksums and chain made right again.
        final List<Records.Place> places = Records.all(Records.events(folder, 1));
        final Records.Place last = places.get(places.size() - 1);
        Forgery.changePayload(last, places.get(places.size() - 2), last.length() - RecordEnvelopes.LENGTH - 3);
        final JournalException found = catchThrowableOfType(JournalException.class, () -> Host.open(folder));
        assertThat(found.error()).isEqualTo(JournalError.DIFFERENCE);
        assertThat(found.sequence()).isEqualTo(42);
        assertThat(found).hasMessageContaining("CommandCompleted");
    }

    @Test
    void tornEventsAreCutAndRegenerated(@TempDir final Path undisturbed) throws IOException {
        Host.open(folder).play(42).crash();
        final Records.Place place = Records.find(Records.events(folder, 1), 30);
        Records.write(place.file(), place.position() + 5, new byte[40]);
        try (Host host = Host.open(folder, listener)) {
            assertThat(cuts).containsExactly("1 events 29");
            assertThat(host.journal().events().completeSequence()).isEqualTo(42);
        }
        try (EventReader reader = new EventReader(folder)) {
            assertThat(Records.lines(reader)).isEqualTo(Host.undisturbedEvents(undisturbed, 42));
        }
    }

    @Test
    void whateverIsTornOffUnforcedTailsTheRestIsAPrefix(@TempDir final Path undisturbed) throws IOException {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final List<String> all = Host.undisturbedEvents(undisturbed, 400);
        long sequence = 0;
        for (int round = 0; round < 30; round++) {
            final Host host = Host.open(folder);
            assertThat(host.sequence()).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(sequence);
            final int epoch = host.journal().epoch();
            host.play(1 + random.nextInt(8));
            sequence = host.sequence();
            host.crash();
            tear(Records.commands(folder, epoch), random);
            tear(Records.events(folder, epoch), random);
        }
        Host.open(folder).close();
        try (EventReader reader = new EventReader(folder)) {
            final List<String> found = Records.lines(reader);
            assertThat(found).as("seed %d", seed).isEqualTo(all.subList(0, found.size()));
        }
        assertThat(JournalVerifier.verify(folder, n -> {}).firstError()).isEmpty();
    }

    /** Loses everything from some point of some record on, but never the first record. */
    private static void tear(final Path queue, final Random random) throws IOException {
        final List<Records.Place> places = Records.all(queue);
        final Records.Place place = places.get(random.nextInt(places.size()));
        if (random.nextInt(3) > 0 && place.kind() != RecordEnvelopes.KIND_GENERATION_START) {
            final long from = place.documentPosition() + random.nextInt(place.length());
            final int length = (int) (Files.size(place.file()) - from);
            Records.write(place.file(), from, new byte[length]);
        }
    }
}
