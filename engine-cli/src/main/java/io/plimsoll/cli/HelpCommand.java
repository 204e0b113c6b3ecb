package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of a command at any depth. */
@Command(
        name = "help",
        description = "Shows the help of a command.",
        exitCodeList = {"0:done", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  The help of a command:",
            "    plimsoll help serve",
            "  The help of a command of a command:",
            "    plimsoll help config print"
        })
final class HelpCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, word by word. Default: plimsoll")
    private List<String> words = List.of();

    HelpCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        for (final String word : words) {
            final CommandLine below = command.getSubcommands().get(word);
            if (below == null) {
                throw new ParameterException(spec.commandLine(), unknown(word, command));
            }
            command = below;
        }
        command.usage(terminal.out());
        return ExitCode.OK;
    }

    private static String unknown(final String word, final CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? "'" + command.getCommandSpec().qualifiedName() + "' has no commands"
                : Failures.unknownCommand(word, command);
    }
}
