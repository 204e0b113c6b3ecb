package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.ListingReport;
import io.plimsoll.journal.JournalListing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists generations and files. */
@Command(
        name = "ls",
        description = {
            "Lists the generations of the journal, one a start of the engine, and their segment files. Checks nothing: see"
                    + " 'journal verify'.",
            "A generation is 'closed' after an orderly stop, 'cut at N' when the engine died and the next start went on after"
                    + " sequence N, 'open' while an engine writes it, 'not closed' when the engine died and was not started"
                    + " again. BYTES is the size of the file, which the engine makes larger than what is in it; what was not"
                    + " counted is '-'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  What can be told at once:",
            "    plimsoll journal ls",
            "  All figures, by going through all records:",
            "    plimsoll journal ls --scan",
            "  For a script:",
            "    plimsoll journal ls --format json"
        })
final class JournalLsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JournalOption journal;

    @Option(
            names = "--scan",
            description = "Go through all records, so that every figure is known. Takes seconds a GB. Default: no")
    private boolean scan;

    @Mixin
    private FormatOption format;

    JournalLsCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        format.write(ListingReport.of(JournalListing.of(journal.existing(), scan)), terminal.out());
        return ExitCode.OK;
    }
}
