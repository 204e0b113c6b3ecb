package io.plimsoll.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into the segment files of one queue of one generation. What follows from the first record of the next file or from
 * the generation's end is not counted: commands are gapless.
 */
final class SegmentScan {
    private final Generation generation;
    private final boolean commands;
    private final boolean scan;
    private final Path queue;
    private final long endSequence;
    private final RecordView record = new RecordView();

    SegmentScan(final Generation generation, final int kind, final boolean scan) {
        this.generation = generation;
        this.scan = scan;
        commands = kind == RecordEnvelopes.KIND_COMMAND;
        queue = commands ? generation.commands() : generation.events();
        final JournalEnd end = generation.end();
        endSequence = end == null ? Long.MAX_VALUE : commands ? end.lastSequence() : end.eventsSequence();
    }

    List<SegmentSummary> run() {
        final int count = QueueFiles.count(queue);
        final List<Figures> found = new ArrayList<>();
        for (int segment = 0; segment < count; segment++) {
            final boolean openEnd = segment == count - 1 && endSequence == Long.MAX_VALUE;
            found.add(look(segment, scan || openEnd));
        }
        for (int segment = 0; segment < count; segment++) {
            if (!found.get(segment).counted) {
                infer(found.get(segment), segment + 1 < count ? found.get(segment + 1) : null);
            }
        }
        final List<SegmentSummary> summaries = new ArrayList<>();
        for (int segment = 0; segment < count; segment++) {
            summaries.add(found.get(segment).summary(this, segment));
        }
        return summaries;
    }

    private Figures look(final int segment, final boolean toTheEnd) {
        final Figures figures = new Figures();
        figures.counted = toTheEnd;
        try (DocumentCursor documents = new DocumentCursor(queue, false)) {
            documents.seek(segment);
            boolean more = true;
            while (more && documents.next() == DocumentCursor.Found.DOCUMENT && isRecord(documents, segment)) {
                record.wrap(documents.map().buffer(), documents.offset());
                final boolean isStart = record.kind() == RecordEnvelopes.KIND_GENERATION_START;
                more = isStart || (record.sequence() <= endSequence && toTheEnd);
                if (!isStart && record.sequence() <= endSequence) {
                    figures.add(record, documents.position());
                }
            }
        }
        return figures;
    }

    private static boolean isRecord(final DocumentCursor documents, final int segment) {
        return documents.segment() == segment
                && documents.length() >= RecordEnvelopes.LENGTH
                && new RecordView()
                                .wrap(documents.map().buffer(), documents.offset())
                                .magic()
                        == RecordEnvelopes.MAGIC;
    }

    private void infer(final Figures figures, final Figures next) {
        final boolean continues = next != null && next.first != 0;
        if (figures.first != 0) {
            final boolean inTheMiddle = continues && next.firstIndex > 0;
            figures.last = !continues ? endSequence : inTheMiddle ? next.first : next.first - 1;
            figures.lastTimeNs = continues ? SegmentSummary.UNKNOWN : endTimeNs();
            figures.records = commands ? figures.last - figures.first + 1 : SegmentSummary.UNKNOWN;
        }
        figures.used = figures.first == 0 ? 0 : SegmentSummary.UNKNOWN;
    }

    private long endTimeNs() {
        final JournalEnd end = generation.end();
        return end.lastSequence() == endSequence ? end.lastTimeNs() : SegmentSummary.UNKNOWN;
    }

    /** What was found in one file. */
    private static final class Figures {
        private boolean counted;
        private long used;
        private long records;
        private long first;
        private int firstIndex;
        private long last;
        private long firstTimeNs;
        private long lastTimeNs;

        void add(final RecordView record, final long position) {
            if (records == 0) {
                first = record.sequence();
                firstIndex = record.index();
                firstTimeNs = record.timeNs();
            }
            records++;
            last = record.sequence();
            lastTimeNs = record.timeNs();
            used = position;
        }

        SegmentSummary summary(final SegmentScan scan, final int segment) {
            final Path file = QueueFiles.segment(scan.queue, segment);
            return new SegmentSummary(
                    scan.generation.epoch(),
                    scan.commands ? Generation.COMMANDS : Generation.EVENTS,
                    file,
                    file.toFile().isFile() ? file.toFile().length() : SegmentSummary.UNKNOWN,
                    used,
                    records,
                    first,
                    last,
                    firstTimeNs,
                    lastTimeNs);
        }
    }
}
