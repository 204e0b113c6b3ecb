package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.config.Nearest;
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
        footerHeading = "%nExamples:%n",
        footer = {"    plimsoll help serve", "    plimsoll help config print"})
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
        final String name = command.getCommandSpec().qualifiedName();
        return command.getSubcommands().isEmpty()
                ? "'" + name + "' has no commands"
                : "'" + name + "' has no command '" + word + "'; commands: "
                        + String.join(", ", command.getSubcommands().keySet())
                        + Nearest.question(word, command.getSubcommands().keySet());
    }
}
