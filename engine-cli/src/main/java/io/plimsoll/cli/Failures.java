package io.plimsoll.cli;

import io.plimsoll.cli.audit.AuditException;
import io.plimsoll.config.ConfigException;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.journal.JournalError;
import io.plimsoll.journal.JournalException;
import io.plimsoll.journal.JournalLockedException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
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
        err.println(command.getColorScheme().errorText("error: " + e.getMessage() + suggestion(e)));
        err.println("try '" + command.getCommandSpec().qualifiedName() + " --help'");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String suggestion(final ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        final List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty() ? "" : "; did you mean '" + suggestions.get(0) + "'?";
    }

    private static String messageOf(final Exception e) {
        return e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
    }

    static int codeOf(final Throwable e) {
        if (e instanceof ConfigException || e instanceof UsageException || e instanceof AuditException) {
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
