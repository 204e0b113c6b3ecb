package io.plimsoll.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The generations of a journal and their files. Reads manifests and, of each file, the first record; checks no checksum.
 * Read-only, safe beside the engine that writes it.
 *
 * @param generations in order.
 * @param segments in order: of each generation its commands, then its events.
 */
public record JournalListing(List<GenerationSummary> generations, List<SegmentSummary> segments) {
    /**
     * Lists a journal.
     *
     * @param folder of the journal.
     * @param scan whether to go through all records, so that every figure is known; else only through the last file of a
     *     generation whose end is not known.
     * @return what is there.
     * @throws IOException the lock cannot be read.
     * @throws JournalException a manifest is damaged or of another version.
     */
    public static JournalListing of(final Path folder, final boolean scan) throws IOException {
        final List<GenerationSummary> summaries = new ArrayList<>();
        final List<SegmentSummary> segments = new ArrayList<>();
        final List<Generation> generations = Generations.read(folder);
        final long writer = JournalLock.writer(folder);
        for (final Generation generation : generations) {
            final List<SegmentSummary> commands = new SegmentScan(generation, RecordEnvelopes.KIND_COMMAND, scan).run();
            segments.addAll(commands);
            segments.addAll(new SegmentScan(generation, RecordEnvelopes.KIND_EVENT, scan).run());
            final boolean isLast = generation.epoch() == generations.size();
            summaries.add(summary(generation, commands, isLast, writer));
        }
        return new JournalListing(List.copyOf(summaries), List.copyOf(segments));
    }

    private static GenerationSummary summary(
            final Generation generation, final List<SegmentSummary> commands, final boolean isLast, final long writer) {
        final GenerationEnd end = end(generation, isLast, writer);
        final SegmentSummary first = commands.isEmpty() ? null : commands.get(0);
        if (first == null || first.firstSequence() == 0) {
            return new GenerationSummary(generation.epoch(), 0, 0, 0, 0, end, end == GenerationEnd.OPEN ? writer : 0);
        }
        final SegmentSummary last = lastWithRecords(commands);
        return new GenerationSummary(
                generation.epoch(),
                first.firstSequence(),
                last.lastSequence(),
                first.firstTimeNs(),
                last.lastTimeNs(),
                end,
                end == GenerationEnd.OPEN ? writer : 0);
    }

    private static SegmentSummary lastWithRecords(final List<SegmentSummary> commands) {
        int last = commands.size() - 1;
        while (last > 0 && commands.get(last).lastSequence() == 0) {
            last--;
        }
        return commands.get(last);
    }

    private static GenerationEnd end(final Generation generation, final boolean isLast, final long writer) {
        if (Files.exists(generation.folder().resolve(Manifest.CLOSING_NOTE))) {
            return GenerationEnd.CLOSED;
        }
        if (!isLast) {
            return GenerationEnd.CUT;
        }
        return writer == 0 ? GenerationEnd.NOT_CLOSED : GenerationEnd.OPEN;
    }
}
