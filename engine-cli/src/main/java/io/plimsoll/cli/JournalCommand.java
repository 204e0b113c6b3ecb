package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.DumpFilter;
import io.plimsoll.cli.view.DumpFormat;
import io.plimsoll.cli.view.JournalDump;
import io.plimsoll.cli.view.MessageNames;
import io.plimsoll.cli.view.VerifyReport;
import io.plimsoll.journal.JournalReport;
import io.plimsoll.journal.JournalVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the journal itself. */
@Command(
        name = "journal",
        description = "Looks at the journal itself.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {JournalCommand.Verify.class, JournalCommand.Dump.class})
final class JournalCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Plimsoll.missingCommand(spec);
    }

    /** Checks every record. */
    @Command(
            name = "verify",
            description =
                    "Checks every record: checksums, gaps, chain, versions. 'replay --verify' also compares events.")
    static final class Verify implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private JournalOption journal;

        @Mixin
        private FormatOption format;

        @Mixin
        private ProgressOption progress;

        Verify(final Terminal terminal) {
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
            found.firstError().ifPresent(error -> terminal.err().println("error: " + error.getMessage()));
            return found.firstError().map(Failures::codeOf).orElse(ExitCode.OK);
        }
    }

    /** Prints records. */
    @Command(name = "dump", description = "Prints records: each command, then its events.")
    static final class Dump implements Callable<Integer> {
        private final Terminal terminal;

        @Spec
        private CommandSpec spec;

        @Mixin
        private JournalOption journal;

        @Option(names = "--from-seq", paramLabel = "N", description = "First sequence.")
        private long fromSequence = 1;

        @Option(names = "--to-seq", paramLabel = "N", description = "Last sequence.")
        private long toSequence = Long.MAX_VALUE;

        @Option(names = "--limit", paramLabel = "N", description = "At most so many records.")
        private long limit = Long.MAX_VALUE;

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                split = ",",
                description =
                        "Only messages of this name, such as Trade or StatusChanged, or 'command' or 'event'. May be"
                                + " repeated.")
        private List<String> types = List.of();

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "text (default), json (a line each), csv or hex.")
        private DumpFormat format = DumpFormat.TEXT;

        Dump(final Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            check("--from-seq", fromSequence);
            check("--to-seq", toSequence);
            check("--limit", limit);
            final DumpFilter filter = new DumpFilter(fromSequence, toSequence, limit, typesKnown());
            JournalDump.dump(journal.existing(), filter, format.printer(terminal.out()));
            terminal.out().flush();
            return ExitCode.OK;
        }

        private List<String> typesKnown() {
            try {
                return types.stream().map(MessageNames::canonical).toList();
            } catch (final IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }

        private void check(final String option, final long value) {
            if (value < 1) {
                throw new ParameterException(spec.commandLine(), option + " is " + value + "; allowed: from 1");
            }
        }
    }
}
