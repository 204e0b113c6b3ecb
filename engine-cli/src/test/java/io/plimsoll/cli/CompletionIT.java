package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script in a real shell. */
class CompletionIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "plimsoll rep,replay",
        "plimsoll config val,validate",
        "plimsoll serve --set,--set",
        "plimsoll state show --format js,json",
        "plimsoll completion z,zsh"
    })
    void bashCompletesAWord(final String typed, final String completed) throws Exception {
        assertThat(completions("bash", typed)).contains(completed);
    }

    @Test
    void zshReadsTheScriptOnceItsCompletionSystemRuns() {
        final String zsh = CommandLineRun.of("completion", "zsh").out();

        assertThat(zsh)
                .isEqualTo("autoload -Uz compinit && compinit\n"
                        + CommandLineRun.of("completion", "bash").out());
    }

    @Test
    void anotherShellIsRefused() {
        final CommandLineRun run = CommandLineRun.of("completion", "fish");

        assertThat(run.err())
                .isEqualTo(
                        "error: Invalid value for positional parameter at index 0 (SHELL): 'fish' is not one of bash,"
                                + " zsh; did you mean 'bash'?\ntry 'plimsoll completion --help'\n");
        assertThat(run.code()).isEqualTo(2);
    }

    /** Does what bash does when the tab key is pressed behind a line. */
    private List<String> completions(final String shell, final String typed) throws Exception {
        assumeTrue(Programs.isThere(shell), "there is no " + shell);
        final Path script = Files.writeString(
                folder.resolve("completion"),
                CommandLineRun.of("completion", shell).out());
        final String press = """
                source %s
                COMP_LINE=%s
                COMP_POINT=${#COMP_LINE}
                COMP_WORDS=($COMP_LINE)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                complete_function=$(complete -p plimsoll | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                "$complete_function"
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, "'" + typed + "'");
        try (PlimsollProcess process = PlimsollProcess.start(folder, Map.of(), List.of(shell, "-c", press))) {
            assertThat(process.await()).as(process.err()).isZero();
            return process.out().lines().map(String::strip).toList();
        }
    }
}
