package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalListingTest {
    private static final long ROLL_BYTES = 4_000;

    @TempDir
    private Path folder;

    @Test
    void infersOfCommandsWhatACountFinds() throws IOException {
        Host.open(Host.settings(folder).withRollBytes(ROLL_BYTES)).play(100).close();
        Host.open(Host.settings(folder).withRollBytes(ROLL_BYTES)).play(50).close();

        final List<SegmentSummary> listed = commands(JournalListing.of(folder, false));
        final List<SegmentSummary> counted = commands(JournalListing.of(folder, true));

        assertThat(listed).hasSameSizeAs(counted).hasSizeGreaterThan(4);
        for (int i = 0; i < listed.size(); i++) {
            assertThat(List.of(
                            listed.get(i).records(),
                            listed.get(i).firstSequence(),
                            listed.get(i).lastSequence()))
                    .isEqualTo(List.of(
                            counted.get(i).records(),
                            counted.get(i).firstSequence(),
                            counted.get(i).lastSequence()));
        }
        assertThat(counted.stream().mapToLong(SegmentSummary::records).sum()).isEqualTo(150);
    }

    @Test
    void findsForEventsTheSameSequencesAsACount() throws IOException {
        Host.open(Host.settings(folder).withRollBytes(ROLL_BYTES)).play(100).close();

        assertThat(events(JournalListing.of(folder, false)))
                .extracting(SegmentSummary::lastSequence)
                .isEqualTo(events(JournalListing.of(folder, true)).stream()
                        .map(SegmentSummary::lastSequence)
                        .toList());
    }

    @Test
    void tellsHowEachGenerationEnds() throws IOException {
        Host.open(folder).play(10).close();
        Host.open(folder).play(10).crash();
        try (Host open = Host.open(folder).play(5)) {
            assertThat(open.journal().epoch()).isEqualTo(3);
            assertThat(JournalListing.of(folder, false).generations())
                    .extracting(
                            GenerationSummary::end, GenerationSummary::firstSequence, GenerationSummary::lastSequence)
                    .containsExactly(
                            tuple(GenerationEnd.CLOSED, 1L, 10L),
                            tuple(GenerationEnd.CUT, 11L, 20L),
                            tuple(GenerationEnd.OPEN, 21L, 25L));
        }
    }

    @Test
    void tellsAnEngineThatDiedFromOneThatRuns() throws IOException {
        Host.open(folder).play(10).crash();

        assertThat(JournalListing.of(folder, false).generations())
                .extracting(GenerationSummary::end)
                .containsExactly(GenerationEnd.NOT_CLOSED);
    }

    @Test
    void showsAFileThatIsMissing() throws IOException {
        Host.open(Host.settings(folder).withRollBytes(ROLL_BYTES)).play(100).close();
        final List<SegmentSummary> before = commands(JournalListing.of(folder, false));
        Files.delete(before.get(1).file());

        assertThat(commands(JournalListing.of(folder, false)).get(1).bytes()).isEqualTo(SegmentSummary.UNKNOWN);
    }

    private static List<SegmentSummary> commands(final JournalListing listing) {
        return of(listing, Generation.COMMANDS);
    }

    private static List<SegmentSummary> events(final JournalListing listing) {
        return of(listing, Generation.EVENTS);
    }

    private static List<SegmentSummary> of(final JournalListing listing, final String queue) {
        return listing.segments().stream()
                .filter(segment -> segment.queue().equals(queue))
                .toList();
    }
}
