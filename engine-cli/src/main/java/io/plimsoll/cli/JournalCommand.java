package io.plimsoll.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at the journal itself. */
@Command(
        name = "journal",
        description = {
            "Looks at the journal itself: what is in it, whether it is sound.",
            "All of it only reads, and is safe beside a live engine, which it" + " neither stops nor slows."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  Which files there are, and how each start ended:",
            "    plimsoll journal ls",
            "  What the engine does now:",
            "    plimsoll journal tail --follow",
            "  All that names account 7:",
            "    plimsoll journal dump --account 7",
            "  All trades, as a table:",
            "    plimsoll journal export --type Trade -o trades.csv"
        },
        subcommands = {
            JournalLsCommand.class,
            JournalStatCommand.class,
            JournalDumpCommand.class,
            JournalTailCommand.class,
            JournalVerifyCommand.class,
            JournalExportCommand.class
        })
final class JournalCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Plimsoll.missingCommand(spec);
    }
}
