package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.VerifyReport;
import io.plimsoll.journal.JournalReport;
import io.plimsoll.journal.JournalVerifier;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks every record. */
@Command(
        name = "verify",
        description = {
            "Checks every record: checksums, gaps, chain, versions, whole messages. Says of every file that it is clean, or what"
                    + " is wrong first and at which sequence; goes on with the next queue. 'replay --verify' also compares"
                    + " events with what the engine makes now.",
            "Files behind a bad one in the same queue are not read. docs/JOURNAL.md says what to do about each error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Is it sound?",
            "    plimsoll journal verify",
            "  For a script:",
            "    plimsoll journal verify --progress none --format json | jq .sound"
        })
final class JournalVerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JournalOption journal;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    JournalVerifyCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final Path folder = journal.existing();
        final JournalReport found;
        try (Progress bar = progress.begin(terminal, "verify", "records")) {
            found = JournalVerifier.verify(folder, records -> bar.at(records, 0));
        }
        format.write(VerifyReport.of(folder, found), terminal.out());
        found.errors().forEach(error -> terminal.err().println("error: " + error.getMessage()));
        return found.firstError().map(Failures::codeOf).orElse(ExitCode.OK);
    }
}
