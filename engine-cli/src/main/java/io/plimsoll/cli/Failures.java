package io.plimsoll.cli;

import io.plimsoll.cli.audit.AuditException;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.Nearest;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.journal.JournalError;
import io.plimsoll.journal.JournalException;
import io.plimsoll.journal.JournalLockedException;
import io.plimsoll.lab.conformance.CaseException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one or two lines on stderr and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String STACKTRACE = "--stacktrace";

    @Override
    public int handleExecutionException(final Exception e, final CommandLine command, final ParseResult parsed) {
        final PrintWriter err = command.getErr();
        messageOf(e)
                .lines()
                .forEach(line -> err.println(command.getColorScheme().errorText("error: " + line)));
        if (command.getCommandSpec().root().userObject() instanceof Plimsoll root && root.stacktrace()) {
            e.printStackTrace(err);
        } else if (codeOf(e) == ExitCode.FAILURE) {
            err.println("add " + STACKTRACE + " to see where");
        }
        err.flush();
        return codeOf(e);
    }

    @Override
    public int handleParseException(final ParameterException e, final String[] args) {
        final CommandLine command = e.getCommandLine();
        final PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("error: " + problem(e)));
        err.println("try '" + command.getCommandSpec().qualifiedName() + " --help'");
        err.flush();
        return ExitCode.USAGE;
    }

    /** What is wrong with the words typed. Of those that nothing takes, the first is named: the others may follow from it. */
    private static String problem(final ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        final String word = unmatched.getUnmatched().get(0);
        final CommandSpec spec = e.getCommandLine().getCommandSpec();
        if (unmatched.isUnknownOption()) {
            return "'" + spec.qualifiedName() + "' has no option '" + word + "'"
                    + Nearest.question(word, spec.optionsMap().keySet());
        }
        return spec.subcommands().isEmpty()
                ? "'" + spec.qualifiedName() + "' takes no '" + word + "'"
                : unknownCommand(word, e.getCommandLine());
    }

    /** That a command has no such command below it. */
    static String unknownCommand(final String word, final CommandLine command) {
        final Set<String> names = command.getSubcommands().keySet();
        return "'" + command.getCommandSpec().qualifiedName() + "' has no command '" + word + "'; commands: "
                + String.join(", ", names) + Nearest.question(word, names);
    }

    /** An error of the file system names the file alone; the kind says what is wrong with it. */
    private static String messageOf(final Throwable e) {
        final String message = e.getMessage() == null || e.getMessage().isBlank()
                ? e.getClass().getSimpleName()
                : e.getMessage();
        final String own = e instanceof FileSystemException file ? "'" + file.getFile() + "'" + why(file) : message;
        return !(e instanceof FileSystemException) && e.getCause() instanceof FileSystemException cause
                ? own + why(cause)
                : own;
    }

    private static String why(final FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return ": there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return ": no right to do so";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return ": there is a file where a folder is needed";
        }
        return e.getReason() == null ? "" : ": " + e.getReason();
    }

    static int codeOf(final Throwable e) {
        if (e instanceof ConfigException
                || e instanceof UsageException
                || e instanceof AuditException
                || e instanceof CaseException) {
            return ExitCode.USAGE;
        }
        if (e instanceof EngineFault) {
            return ExitCode.ENGINE_FAULT;
        }
        if (e instanceof JournalLockedException) {
            return ExitCode.LOCKED;
        }
        return e instanceof JournalException damaged ? codeOf(damaged.error()) : ExitCode.FAILURE;
    }

    private static int codeOf(final JournalError error) {
        return switch (error) {
            case GAP -> ExitCode.GAP;
            case DIFFERENCE -> ExitCode.DIFFERENCE;
            case LIMITS_DIFFER -> ExitCode.USAGE;
            case ROLLED_BACK -> ExitCode.FAILURE;
            default -> ExitCode.CORRUPT;
        };
    }
}
