package io.plimsoll.cli.stat;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A terminal that shows the same report over and over. */
public final class Screen {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";

    private Screen() {}

    /** {@return whether a person watches standard output; false where that cannot be told} */
    public static boolean isTerminal() {
        try {
            final String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (final IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Shows a report in the place of the one before.
     *
     * @param report to show.
     * @param out the terminal.
     */
    public static void show(final Report report, final PrintWriter out) {
        out.print(HOME_AND_CLEAR);
        Format.TABLE.write(report, out);
    }
}
