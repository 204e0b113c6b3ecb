package io.plimsoll.cli;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.GenerationSummary;
import io.plimsoll.journal.JournalListing;
import io.plimsoll.lab.procyclicality.Procyclicality;
import io.plimsoll.lab.procyclicality.ProcyclicalityRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --from} and {@code --to}: whole UTC days of a journal, each with the end of the day before. */
final class DaysOptions {
    @Option(
            names = "--from",
            paramLabel = "DAY",
            description =
                    "First day, such as 2023-06-01, in UTC. Default: the first with commands on it and on the day before")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day. Default: the last one that is over")
    private LocalDate to;

    /**
     * Days, both included.
     *
     * @param first from here.
     * @param last to here.
     */
    record Days(LocalDate first, LocalDate last) {}

    boolean endsEarly() {
        return to != null;
    }

    /** The days asked about; an error says which could be. */
    Days of(final Path folder) throws IOException {
        final List<GenerationSummary> generations = JournalListing.of(folder, false).generations().stream()
                .filter(generation -> generation.firstSequence() > 0)
                .toList();
        if (generations.isEmpty()) {
            throw new UsageException("no whole day in the journal: it has no commands");
        }
        final long beginNs = generations.get(0).firstTimeNs();
        final long endNs = generations.get(generations.size() - 1).lastTimeNs();
        final LocalDate first = ProcyclicalityRecorder.dayOf(beginNs).plusDays(1);
        final LocalDate last = ProcyclicalityRecorder.dayOf(endNs).minusDays(1);
        if (first.isAfter(last)) {
            throw new UsageException("no whole day in the journal, which goes from " + Texts.time(beginNs) + " to "
                    + Texts.time(endNs) + ": a day needs the end of the day before and its own");
        }
        checkWithin("--from", from, first, last);
        checkWithin("--to", to, first, last);
        if (from != null && to != null && from.isAfter(to)) {
            throw new UsageException("--from is " + from + ", after --to, which is " + to);
        }
        return new Days(from == null ? first : from, to == null ? last : to);
    }

    private static void checkWithin(
            final String option, final LocalDate day, final LocalDate first, final LocalDate last) {
        if (day != null && (day.isBefore(first) || day.isAfter(last))) {
            throw new UsageException(
                    option + " is " + day + "; allowed: " + first + " to " + last + ", the whole days of the journal");
        }
    }

    /** That the days named have figures, and that any day has. */
    void check(final Days wanted, final Procyclicality seen) {
        checkDay("--from", from, seen);
        checkDay("--to", to, seen);
        if (seen.days().isEmpty()) {
            throw new UsageException("no day from " + wanted.first + " to " + wanted.last
                    + " has a figure: the journal has no commands on it, or none on the day before");
        }
    }

    private static void checkDay(final String option, final LocalDate day, final Procyclicality seen) {
        if (day != null && !seen.days().contains(day)) {
            throw new UsageException(
                    option + " is " + day + ", in a gap: the journal has no commands on it, or none on the day before");
        }
    }
}
