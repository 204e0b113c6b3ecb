package io.plimsoll.bench;

import io.plimsoll.bench.suite.Suites;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code plimsoll bench}: runs the benchmarks and compares two builds or two runs. */
@Command(
        name = "plimsoll bench",
        description = "Measures the engine beside its baselines, in one run, and compares builds.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        sortOptions = false,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench -o out/bench",
            "  plimsoll bench run roundtrip journal --profile gc -o out/bench",
            "  plimsoll bench compare ../before . -o out/compare"
        },
        subcommands = {RunCommand.class, SuiteCommand.class, CompareCommand.class, ListCommand.class})
public final class Benchmarks implements Runnable {
    /** Exit code: something failed. */
    static final int FAILURE = 1;

    /** Exit code: wrong usage. */
    static final int USAGE = 2;

    /** Exit code: a goal is missed, or a build is worse than another. */
    static final int WORSE = 3;

    private static final Set<String> OWN = Set.of("-h", "--help", "-V", "--version");

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments as typed after {@code plimsoll bench}.
     */
    public static void main(final String[] arguments) {
        System.exit(commandLine().execute(withCommand(arguments)));
    }

    /** Options alone are those of {@code run}: {@code plimsoll bench -o out} measures all there is. */
    static String[] withCommand(final String... arguments) {
        final boolean isRun = arguments.length > 0 && arguments[0].startsWith("-") && !OWN.contains(arguments[0]);
        return isRun ? Stream.concat(Stream.of("run"), Stream.of(arguments)).toArray(String[]::new) : arguments;
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks())
                .setParameterExceptionHandler((e, arguments) -> usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("error: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
                    return FAILURE;
                });
    }

    private static int usage(final ParameterException e) {
        final CommandLine command = e.getCommandLine();
        String hint = "";
        if (e instanceof UnmatchedArgumentException unmatched) {
            final List<String> suggestions = unmatched.getSuggestions();
            hint = suggestions.isEmpty() ? "" : "; did you mean '" + suggestions.get(0) + "'?";
        }
        command.getErr().println("error: " + e.getMessage() + hint);
        command.getErr().println("try '" + command.getCommandSpec().qualifiedName() + " --help'");
        return USAGE;
    }

    /** The names, or all; an unknown one is an error that names them all. */
    static List<String> suites(final List<String> given, final CommandSpec spec) {
        for (final String name : given) {
            if (Suites.named(name).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "no suite '" + name + "'; there are: " + String.join(", ", Suites.names()));
            }
        }
        return given.isEmpty() ? Suites.names() : given;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command; commands: run, compare, list");
    }
}
