package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import picocli.CommandLine.Option;

/** {@code --progress}, for commands that may take long. */
final class ProgressOption {
    @Option(
            names = "--progress",
            paramLabel = "MODE",
            description = "auto (default: a bar if stderr is a terminal, else a line every 5 s), plain or none.")
    private Progress.Mode mode = Progress.Mode.AUTO;

    Progress begin(final Terminal terminal, final String what, final String unit) {
        return new Progress(mode, terminal, what, unit);
    }

    Progress.Mode mode() {
        return mode;
    }
}
