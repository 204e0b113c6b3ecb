package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.cli.view.ReplayReport;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.ReplayVerifier;
import io.plimsoll.journal.VerifyResult;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rebuilds the state from a journal and says what it came to. */
@Command(
        name = "replay",
        description = {
            "Rebuilds the state from the journal, and compares it.",
            "It goes as fast as it can, and prints the state hash and how fast it went. With --to-seq or --until it stops"
                    + " at that moment, the earlier of both. Nothing is written.",
            "Progress goes to stderr: rate and time left, as a bar if it is a terminal, else a line every 5 s."
        },
        exitCodeList = {
            "0:done",
            "1:failure",
            "2:wrong usage or configuration",
            "3:replay differs from the journal, or the state hash from --expect-hash",
            "4:the journal is damaged",
            "5:the journal has a gap",
            "6:the engine stopped on a broken invariant",
            "7:another process has the journal open"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  The state hash now:",
            "    plimsoll replay",
            "  Does the journal still say the same?",
            "    plimsoll replay --verify",
            "  As it was at noon:",
            "    plimsoll replay --until 2023-06-01T12:00:00Z",
            "  Does it come to a known hash?",
            "    plimsoll replay --to-seq 1000 --expect-hash 81e9166e7484b87d || echo differs"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{16}");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption journal;

    @Mixin
    private UntilOptions until;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    @Option(
            names = "--verify",
            description = "Compare every event with the one in the journal; exit code 3 at the first difference.")
    private boolean verify;

    @Option(
            names = "--expect-hash",
            paramLabel = "HASH",
            description = "16 hexadecimal digits; exit code 3 when the state hash at the end is another.")
    private String expectedHash;

    ReplayCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (expectedHash != null && !HASH.matcher(expectedHash).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--expect-hash is '" + expectedHash + "'; allowed: 16 hexadecimal digits");
        }
        final Path folder = journal.existing();
        final long last = until.lastSequence(folder);
        final MarginEngine engine = new MarginEngine(JournalReplayer.limits(folder));
        final long startNs = terminal.nanoTime().getAsLong();
        final VerifyResult result;
        try (Progress bar = progress.begin(terminal, verify ? "verify" : "replay", "commands")) {
            final ReplayProgress listener = new ReplayProgress(bar, last);
            result = verify
                    ? ReplayVerifier.verify(folder, engine, until.point(), listener)
                    : new VerifyResult(
                            JournalReplayer.replay(folder, engine, until.point(), listener), 0, Optional.empty());
        }
        final long elapsedNs = terminal.nanoTime().getAsLong() - startNs;
        if (result.difference().isEmpty()) {
            until.check(result.replay());
        }
        format.write(ReplayReport.of(folder, result, verify, elapsedNs), terminal.out());
        final String problem = problem(result);
        if (problem == null) {
            return ExitCode.OK;
        }
        terminal.err().println("error: " + problem);
        return ExitCode.DIFFERENCE;
    }

    /** What differs from what it should be; null: nothing. */
    private String problem(final VerifyResult result) {
        if (result.difference().isPresent()) {
            return "sequence " + result.difference().get().sequence() + ", event "
                    + result.difference().get().index() + ": replay differs from the journal";
        }
        final String hash = Texts.hash(result.replay().stateHash());
        return expectedHash == null || hash.equalsIgnoreCase(expectedHash)
                ? null
                : "the state hash is " + hash + ", not " + expectedHash.toLowerCase(Locale.ROOT);
    }
}
