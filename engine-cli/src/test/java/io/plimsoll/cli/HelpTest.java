package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help, at every command. */
class HelpTest {
    private static final int WIDTH = 100;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "config print", "journal verify", "what-if", "help"})
    void helpShowsTheHelpOfACommandAtAnyDepth(final String command) {
        final CommandLineRun help = CommandLineRun.of(("help " + command).split(" ", -1));

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .isEqualTo(
                        CommandLineRun.of((command + " --help").split(" ", -1)).out())
                .startsWith("Usage: plimsoll " + command + " ");
    }

    @Test
    void helpWithoutACommandIsThatOfTheProgram() {
        assertThat(CommandLineRun.of("help").out())
                .isEqualTo(CommandLineRun.of("--help").out());
    }

    @Test
    void anUnknownCommandIsNamedWithTheNearest() {
        final CommandLineRun run = CommandLineRun.of("help", "config", "prnt");

        assertThat(run.err())
                .isEqualTo("error: 'plimsoll config' has no command 'prnt'; commands: print, validate; did you mean"
                        + " 'print'?\ntry 'plimsoll help --help'\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(CommandLineRun.of("help", "serve", "x").err())
                .startsWith("error: 'plimsoll serve' has no commands\n");
    }

    /** A bare per cent sign would be taken for a format, with a warning before the help. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyPerCentSignIsWrittenTwice(final CommandLine command) {
        final List<String> texts =
                new ArrayList<>(List.of(command.getCommandSpec().usageMessage().description()));
        texts.addAll(List.of(command.getCommandSpec().usageMessage().footer()));

        assertThat(texts)
                .allSatisfy(text -> assertThat(text.replaceAll("%%|%n", "")).doesNotContain("%"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleIsASentenceAndAnIndentedCommand(final CommandLine command) {
        final String name = command.getCommandSpec().qualifiedName();
        final List<String> lines =
                List.of(command.getCommandSpec().usageMessage().footer());

        assertThat(lines).as(name).isNotEmpty();
        assertThat(lines.get(0)).startsWith("  ").doesNotStartWith("    ");
        assertThat(lines).allSatisfy(line -> assertThat(line).matches("  (See also: .*|[A-Z].*[:?]|  [^ ].*)"));
        assertThat(String.join("\n", lines)).contains("plimsoll");
        assertThat(command.getUsageMessage()).contains("\nExamples:\n", "\nExit codes:\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsDescribedAndItsHelpFitsATerminal(final CommandLine command) {
        final CommandLine.Model.CommandSpec spec = command.getCommandSpec();

        assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
        assertThat(List.of(spec.usageMessage().footer()))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(WIDTH));
        assertThat(spec.options()).allSatisfy(option -> assertThat(option.description())
                .as(spec.qualifiedName() + " " + option.longestName())
                .isNotEmpty());
    }

    static Stream<CommandLine> commands() {
        final PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return below(Main.commandLine(new Terminal(nowhere, nowhere, false, false, () -> 0)));
    }

    private static Stream<CommandLine> below(final CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::below));
    }
}
