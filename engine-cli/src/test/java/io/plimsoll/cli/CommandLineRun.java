package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a command said and how it ended, run in this process with a clock that stands still.
 *
 * @param code exit code.
 * @param out on standard output.
 * @param err on standard error.
 */
record CommandLineRun(int code, String out, String err) {
    /** Of a journal. */
    static CommandLineRun over(final Path journal, final String... words) {
        return of(Stream.concat(Stream.of(words), Stream.of("--journal", journal.toString()))
                .toArray(String[]::new));
    }

    static CommandLineRun of(final String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                () -> 0);
        final int code = Main.commandLine(terminal).execute(args);
        terminal.out().flush();
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
