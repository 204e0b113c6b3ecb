package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.lab.live.AccountPortfolio;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --account}: an account of a journal instead of a file, for commands that have a {@code --set} of their own. */
final class AccountSource {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "Market and portfolio of an account in a journal, instead of FILE. Default: none.")
    private Long account;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description =
                    "Journal of the account. Default: journal.folder of the configuration, as shipped out/journal")
    private Path journal;

    @Option(
            names = "--at-seq",
            paramLabel = "N",
            description = "The account after the command with this sequence. Default: the last one")
    private Long atSequence;

    /** Its id; of no use unless it {@link #isGiven}. */
    long id() {
        return account;
    }

    /** Whether an account is asked for. */
    boolean isGiven() {
        if (account == null && (journal != null || atSequence != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    (journal != null ? "--journal" : "--at-seq")
                            + " says where an account is; --account ID says which");
        }
        return account != null;
    }

    /** Replays the journal into an engine of its own, which is only read, and says what is not as in there. */
    AccountPortfolio read(final Terminal terminal, final ProgressOption progress) throws IOException {
        final Path folder = journal == null
                ? JournalOption.existing(new EngineOptions().folder())
                : JournalOption.existing(journal);
        final Long sequence = atSequence == null ? null : Checks.atLeast(spec, "--at-seq", 1, atSequence);
        try (Progress bar = progress.begin(terminal, "replay", "commands")) {
            final EngineAt engine = Rebuild.at(folder, sequence, bar);
            return AccountPortfolio.of(engine.engine(), AccountCommand.account(engine, account));
        }
    }
}
