package io.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Figure;
import io.plimsoll.bench.result.Run;
import io.plimsoll.bench.result.RunFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarksTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int bench(final String... arguments) {
        final CommandLine command = Benchmarks.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void listsEverySuiteWithWhatItMeasures() {
        assertThat(bench("list")).isZero();

        assertThat(out.toString()).contains("roundtrip    client, engine, client over Aeron IPC");
    }

    @Test
    void anUnknownSuiteIsAnErrorThatNamesThemAll() {
        assertThat(bench("run", "rondtrip")).isEqualTo(2);

        assertThat(err.toString()).startsWith("error: no suite 'rondtrip'; there are: stalls, engine, allocation");
    }

    @Test
    void anUnknownOptionIsAnErrorWithTheNearest() {
        assertThat(bench("run", "--round", "3")).isEqualTo(2);

        assertThat(err.toString()).contains("did you mean '--rounds'?").contains("try 'plimsoll bench run --help'");
    }

    @Test
    void comparesRunsOfFormerDaysByTheirRatios() throws IOException {
        run("monday", 1.2);
        run("tuesday", 1.5);

        assertThat(bench("compare", path("monday"), path("tuesday"))).isEqualTo(3);

        assertThat(out.toString())
                .contains("two runs that did not take turns: only ratios are compared")
                .containsPattern("s: share +1.20 +1.50 ratio +1.250 \\(1.250 to 1.250\\) +worse");
    }

    @Test
    void comparingARunWithNothingSaysWhatIsMissing() throws IOException {
        run("monday", 1);

        assertThat(bench("compare", path("monday"), path("nothing"))).isEqualTo(1);

        assertThat(err.toString()).contains("no run in '" + path("nothing") + "'");
    }

    @Test
    void comparingABuildWithARunSaysThatItIsNoBuild() throws IOException {
        run("monday", 1);
        Files.createFile(folder.resolve("benchmarks.jar"));

        assertThat(bench("compare", folder.toString(), path("monday"))).isEqualTo(2);

        assertThat(err.toString()).contains("'" + path("monday") + "' is no build; build it with");
    }

    private String path(final String name) {
        return folder.resolve(name).toString();
    }

    private void run(final String name, final double ratio) throws IOException {
        final Figure share =
                new Figure("s", "share", Figure.RATIO, Better.LOWER, Collections.nCopies(6, ratio), null, "");
        Files.createDirectories(folder.resolve(name));
        RunFile.write(
                new Run(Run.FORMAT, "", 0, Map.of(), List.of(share), List.of()),
                folder.resolve(name).resolve(Run.FILE));
    }

    @Test
    void optionsAloneAreThoseOfRun() {
        assertThat(Benchmarks.withCommand("--profile", "gc", "-o", "out"))
                .containsExactly("run", "--profile", "gc", "-o", "out");
        assertThat(Benchmarks.withCommand("compare", "a", "b")).containsExactly("compare", "a", "b");
        assertThat(Benchmarks.withCommand("--help")).containsExactly("--help");
        assertThat(Benchmarks.withCommand()).isEmpty();
    }
}
