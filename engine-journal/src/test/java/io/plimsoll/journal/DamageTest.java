package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.sbe.RecordEnvelopeDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage in a generation that a later one sealed: every kind stops every way of reading, with the place. */
class DamageTest {
    private static final int ROLL_BYTES = 4_096;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTwoGenerations() {
        final JournalSettings settings = Host.settings(folder).withRollBytes(ROLL_BYTES);
        Host.open(settings).play(120).crash();
        Host.open(settings).play(20).close();
    }

    static Stream<Arguments> envelopeFields() {
        return Stream.of(
                Arguments.of("magic", 0),
                Arguments.of("format", RecordEnvelopeDecoder.formatEncodingOffset()),
                Arguments.of("kind", RecordEnvelopeDecoder.kindEncodingOffset()),
                Arguments.of("flags", RecordEnvelopeDecoder.flagsEncodingOffset()),
                Arguments.of("schemaVersion", RecordEnvelopeDecoder.schemaVersionEncodingOffset()),
                Arguments.of("rulesVersion", RecordEnvelopeDecoder.rulesVersionEncodingOffset()),
                Arguments.of("length", RecordEnvelopeDecoder.lengthEncodingOffset()),
                Arguments.of("epoch", RecordEnvelopeDecoder.epochEncodingOffset()),
                Arguments.of("index", RecordEnvelopeDecoder.indexEncodingOffset()),
                Arguments.of("sequence", RecordEnvelopeDecoder.sequenceEncodingOffset()),
                Arguments.of("timeNs", RecordEnvelopeDecoder.timeNsEncodingOffset()),
                Arguments.of("sourceSequence", RecordEnvelopeDecoder.sourceSequenceEncodingOffset()),
                Arguments.of("source", RecordEnvelopeDecoder.sourceEncodingOffset()),
                Arguments.of("payloadCrc", RecordEnvelopeDecoder.payloadCrcEncodingOffset()),
                Arguments.of("durableUpTo", RecordEnvelopeDecoder.durableUpToEncodingOffset()),
                Arguments.of("chain", RecordEnvelopeDecoder.chainEncodingOffset()),
                Arguments.of("headerCrc", RecordEnvelopeDecoder.headerCrcEncodingOffset()),
                Arguments.of("reserved", RecordEnvelopeDecoder.reservedEncodingOffset()),
                Arguments.of("payload", RecordEnvelopes.LENGTH),
                Arguments.of("last byte of the payload", -1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("envelopeFields")
    void aFlippedBitOfACommandStopsEverythingAtItsSequence(final String field, final int offset) throws IOException {
        final Records.Place place = Records.find(Records.commands(folder, 1), 50);
        Records.flip(place.file(), place.position() + (offset < 0 ? place.length() - 1 : offset), 3);
        assertStops(JournalError.BAD_CRC, 1, place.file(), 50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("envelopeFields")
    void aFlippedBitOfAnEventStopsRecoveryAtItsSequence(final String field, final int offset) throws IOException {
        final Records.Place place = Records.find(Records.events(folder, 1), 50);
        Records.flip(place.file(), place.position() + (offset < 0 ? place.length() - 1 : offset), 3);
        assertRecoveryStops(JournalError.BAD_CRC, 1, place.file(), 50);
        assertThat(JournalVerifier.verify(folder, n -> {}).firstError())
                .hasValueSatisfying(e -> assertThat(e.sequence()).isEqualTo(50));
    }

    @Test
    void anyFlippedBitOfAnyRecordIsFound() throws IOException {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final List<Records.Place> places = Records.all(Records.commands(folder, 1));
        for (int i = 0; i < 200; i++) {
            final Records.Place place = places.get(random.nextInt(places.size()));
            final long position = place.documentPosition() + random.nextInt(place.length() + 4);
            final int bit = random.nextInt(8);
            Records.flip(place.file(), position, bit);
            assertThat(JournalVerifier.verify(folder, n -> {}).firstError())
                    .as("seed %d, round %d, %s, position %d, bit %d", seed, i, place, position, bit)
                    .isPresent();
            Records.flip(place.file(), position, bit);
        }
        assertThat(JournalVerifier.verify(folder, n -> {}).firstError()).isEmpty();
    }

    @Test
    void twoSwappedRecordsAreAGap() throws IOException {
        // Commands 13 and 18 are transfers of the same length.
        final Records.Place first = Records.find(Records.commands(folder, 1), 13);
        final Records.Place second = Records.find(Records.commands(folder, 1), 18);
        final byte[] a = Records.read(first.file(), first.position(), first.length());
        final byte[] b = Records.read(second.file(), second.position(), second.length());
        Records.write(first.file(), first.position(), b);
        Records.write(second.file(), second.position(), a);
        assertStops(JournalError.GAP, 1, first.file(), 13);
    }

    @Test
    void aRecordWithTheRightSequenceAndAnotherHistoryBreaksTheChain() throws IOException {
        final Records.Place place = Records.find(Records.commands(folder, 1), 50);
        Records.forge(place, RecordEnvelopeDecoder.chainEncodingOffset(), new byte[8]);
        assertStops(JournalError.BROKEN_CHAIN, 1, place.file(), 50);
    }

    @Test
    void aRecordOfAnotherEpochIsOfTheWrongGeneration() throws IOException {
        final Records.Place place = Records.find(Records.commands(folder, 1), 50);
        Records.forge(place, RecordEnvelopeDecoder.epochEncodingOffset(), (byte) 2);
        assertStops(JournalError.WRONG_GENERATION, 1, place.file(), 50);
    }

    @Test
    void aLaterFormatSchemaOrRulesVersionIsNotRead() throws IOException {
        final Records.Place place = Records.find(Records.commands(folder, 1), 50);
        for (final int offset : new int[] {
            RecordEnvelopeDecoder.formatEncodingOffset(),
            RecordEnvelopeDecoder.schemaVersionEncodingOffset(),
            RecordEnvelopeDecoder.rulesVersionEncodingOffset()
        }) {
            final byte[] before = Records.read(place.file(), place.position() + offset, 1);
            Records.forge(place, offset, (byte) 99);
            assertStops(JournalError.UNKNOWN_VERSION, 1, place.file(), 50);
            Records.forge(place, offset, before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aMissingFileIsFound(final int segment) throws IOException {
        final Path file = QueueFiles.segment(Records.commands(folder, 1), segment);
        final long first = firstSequenceIn(file);
        Files.delete(file);
        assertStops(JournalError.MISSING_FILE, 1, file, first);
    }

    @Test
    void aMissingLastFileIsFound() throws IOException {
        final Path queue = Records.commands(folder, 1);
        final int last = QueueFiles.count(queue) - 1;
        final Path file = QueueFiles.segment(queue, last);
        final long first = firstSequenceIn(file);
        Files.delete(file);
        assertStops(JournalError.TRUNCATED, 1, QueueFiles.segment(queue, last - 1), first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anEmptyFileIsFound(final int segment) throws IOException {
        final Path file = QueueFiles.segment(Records.commands(folder, 1), segment);
        final long first = firstSequenceIn(file);
        Records.truncate(file, 0);
        assertStops(JournalError.MISSING_FILE, 1, file, first);
    }

    @Test
    void aFileOfZerosIsFound() throws IOException {
        final Path file = QueueFiles.segment(Records.commands(folder, 1), 1);
        final Path next = QueueFiles.segment(Records.commands(folder, 1), 2);
        final long first = firstSequenceIn(file);
        Files.write(file, new byte[1 << 16]);
        assertStops(JournalError.GAP, 1, next, first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 80, 90})
    void aFileCutWithinARecordIsFound(final int kept) throws IOException {
        final Path queue = Records.commands(folder, 1);
        final List<Records.Place> places = Records.all(queue);
        final Records.Place last = places.get(places.size() - 1);
        Records.truncate(last.file(), last.position() + kept);
        assertStops(JournalError.TRUNCATED, 1, last.file(), 120);
    }

    @Test
    void aMissingGenerationIsFound() throws IOException {
        Files.delete(Generation.folder(folder, 1).resolve(Manifest.FILE));
        assertStops(JournalError.MISSING_FILE, 1, Generation.folder(folder, 1).resolve(Manifest.FILE), 0);
    }

    @Test
    void anyFlippedBitOfAManifestIsFound() throws IOException {
        final Path file = Generation.folder(folder, 1).resolve(Manifest.FILE);
        for (int position = 0; position < Files.size(file); position += 7) {
            Records.flip(file, position, 1);
            assertStops(JournalError.BAD_MANIFEST, 1, file, 0);
            Records.flip(file, position, 1);
        }
    }

    @Test
    void aManifestOfAnotherGenerationIsFound() throws IOException {
        final Path file = Generation.folder(folder, 1).resolve(Manifest.FILE);
        Files.copy(Generation.folder(folder, 2).resolve(Manifest.FILE), file, StandardCopyOption.REPLACE_EXISTING);
        assertStops(JournalError.WRONG_GENERATION, 1, file, 0);
    }

    @Test
    void aGenerationExchangedForThatOfAnotherJournalIsFound(@TempDir final Path elsewhere) throws IOException {
        final JournalSettings settings = Host.settings(elsewhere).withRollBytes(ROLL_BYTES);
        Host.open(settings).play(1).crash();
        final Path queue = Records.commands(folder, 1);
        final Path file = QueueFiles.segment(queue, 0);
        Files.copy(QueueFiles.segment(Records.commands(elsewhere, 1), 0), file, StandardCopyOption.REPLACE_EXISTING);
        assertStops(JournalError.GAP, 1, QueueFiles.segment(queue, 1), 2);
    }

    private static long firstSequenceIn(final Path file) {
        return Records.all(file.getParent()).stream()
                .filter(place -> place.file().equals(file) && place.kind() == RecordEnvelopes.KIND_COMMAND)
                .findFirst()
                .orElseThrow()
                .sequence();
    }

    /** Recovery, replay, reading and the verifier all stop at the same place. */
    private void assertStops(final JournalError error, final int generation, final Path file, final long sequence) {
        assertRecoveryStops(error, generation, file, sequence);
        assertPlace(
                catchThrowableOfType(
                        JournalException.class,
                        () -> JournalReplayer.replay(
                                folder, new MarginEngine(Host.LIMITS), Until.END, ReplayListener.NONE)),
                error,
                generation,
                file,
                sequence);
        assertPlace(
                JournalVerifier.verify(folder, n -> {}).firstError().orElse(null), error, generation, file, sequence);
    }

    private void assertRecoveryStops(
            final JournalError error, final int generation, final Path file, final long sequence) {
        assertPlace(
                catchThrowableOfType(JournalException.class, () -> Host.open(folder)),
                error,
                generation,
                file,
                sequence);
        assertThat(Generation.folder(folder, 3)).doesNotExist();
    }

    private static void assertPlace(
            final JournalException found,
            final JournalError error,
            final int generation,
            final Path file,
            final long sequence) {
        assertThat(found).isNotNull();
        assertThat(List.of(found.error(), found.generation(), found.file(), found.sequence()))
                .as(found.getMessage())
                .isEqualTo(List.of(error, generation, file.toString(), sequence));
    }
}
