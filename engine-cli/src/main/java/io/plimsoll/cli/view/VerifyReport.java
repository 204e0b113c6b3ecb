package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.FileReport;
import io.plimsoll.journal.JournalException;
import io.plimsoll.journal.JournalReport;
import java.nio.file.Path;
import java.util.List;

/** What a check of all records found. */
public final class VerifyReport {
    private VerifyReport() {}

    /**
     * Reports a check.
     *
     * @param folder of the journal.
     * @param found by the check.
     * @return the report.
     */
    public static Report of(final Path folder, final JournalReport found) {
        final Report report = new Report()
                .field("journal", folder)
                .field("sound", found.firstError().isEmpty())
                .field("generations", found.generations())
                .field("commands", found.commands())
                .field("events", found.events())
                .field("sequence", found.lastSequence())
                .field("time", Texts.time(found.lastTimeNs()));
        found.firstError().ifPresent(error -> describe(report, error));
        final Rows files = new Rows(
                "files", "epoch", "queue", "file", "bytes", "records", "first_sequence", "last_sequence", "found");
        for (final FileReport file : found.files()) {
            files.add(
                    file.generation(),
                    file.queue(),
                    file.file().getFileName(),
                    file.bytes(),
                    file.records(),
                    file.firstSequence(),
                    file.lastSequence(),
                    found(file, found.errors()));
        }
        return report.table(files);
    }

    private static String found(final FileReport file, final List<JournalException> errors) {
        return errors.stream()
                .filter(error -> error.file().equals(file.file().toString()))
                .findFirst()
                .map(error -> error.error() + " at " + error.sequence())
                .orElse("clean");
    }

    private static void describe(final Report report, final JournalException error) {
        report.field("error", error.error())
                .field("error_generation", error.generation())
                .field("error_file", error.file())
                .field("error_sequence", error.sequence())
                .field("error_detail", error.getMessage());
    }
}
