package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.GenerationSummary;
import io.plimsoll.journal.JournalListing;
import io.plimsoll.journal.SegmentSummary;

/** The generations of a journal and their files. */
public final class ListingReport {
    private ListingReport() {}

    /**
     * Reports a listing.
     *
     * @param listing what is there.
     * @return the report.
     */
    public static Report of(final JournalListing listing) {
        final Rows generations = new Rows(
                "generations",
                "epoch",
                "first_sequence",
                "last_sequence",
                "commands",
                "first_time",
                "last_time",
                "end");
        for (final GenerationSummary generation : listing.generations()) {
            final boolean empty = generation.firstSequence() == 0;
            generations.add(
                    generation.epoch(),
                    known(generation.firstSequence()),
                    known(generation.lastSequence()),
                    empty ? 0 : generation.lastSequence() - generation.firstSequence() + 1,
                    time(generation.firstTimeNs()),
                    time(generation.lastTimeNs()),
                    end(generation));
        }
        final Rows files = new Rows(
                "files",
                "epoch",
                "queue",
                "file",
                "bytes",
                "used",
                "records",
                "first_sequence",
                "last_sequence",
                "first_time",
                "last_time");
        listing.segments().forEach(segment -> add(files, segment));
        return new Report().table(generations).table(files);
    }

    private static String end(final GenerationSummary generation) {
        return switch (generation.end()) {
            case CLOSED -> "closed";
            case CUT -> "cut at " + generation.lastSequence();
            case OPEN -> "open, process " + generation.writer();
            case NOT_CLOSED -> "not closed";
        };
    }

    private static void add(final Rows files, final SegmentSummary segment) {
        files.add(
                segment.epoch(),
                segment.queue(),
                segment.file().getFileName(),
                segment.bytes() == SegmentSummary.UNKNOWN ? "missing" : segment.bytes(),
                counted(segment.used()),
                counted(segment.records()),
                known(segment.firstSequence()),
                known(segment.lastSequence()),
                time(segment.firstTimeNs()),
                time(segment.lastTimeNs()));
    }

    private static Object counted(final long figure) {
        return figure == SegmentSummary.UNKNOWN ? Texts.NONE : figure;
    }

    private static Object known(final long sequence) {
        return sequence == 0 ? Texts.NONE : sequence;
    }

    private static String time(final long timeNs) {
        return timeNs == SegmentSummary.UNKNOWN ? Texts.NONE : Texts.time(timeNs);
    }
}
