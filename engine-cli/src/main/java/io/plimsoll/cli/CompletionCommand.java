package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands, options and their words. */
@Command(
        name = "completion",
        description = {
            "Prints a script that completes commands in the shell.",
            "Options and their words, too, with the tab key. It completes the name 'plimsoll': the launcher must be on the PATH under that name."
        },
        exitCodeList = {"0:done", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  For this shell:",
            "    source <(plimsoll completion bash)",
            "  For every bash of yours, with the package bash-completion:",
            "    cd ~/.local/share && mkdir -p bash-completion/completions",
            "    plimsoll completion bash > bash-completion/completions/plimsoll",
            "  For every zsh of yours:",
            "    echo 'source <(plimsoll completion zsh)' >> ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    private static final String ZSH_START = "autoload -Uz compinit && compinit\n";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell;

    CompletionCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final String script = AutoComplete.bash("plimsoll", spec.root().commandLine());
        terminal.out().print(shell == Shell.ZSH ? ZSH_START + script : script);
        terminal.out().flush();
        return ExitCode.OK;
    }

    /** A shell that can complete. */
    enum Shell {
        /** GNU's. */
        BASH,
        /** Reads bash's scripts when its completion system runs. */
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
