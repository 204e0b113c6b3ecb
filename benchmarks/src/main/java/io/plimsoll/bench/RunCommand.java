package io.plimsoll.bench;

import io.plimsoll.bench.result.Distribution;
import io.plimsoll.bench.result.Figure;
import io.plimsoll.bench.result.FigureText;
import io.plimsoll.bench.result.Recorder;
import io.plimsoll.bench.result.Run;
import io.plimsoll.bench.result.RunFile;
import io.plimsoll.bench.suite.Suite;
import io.plimsoll.bench.suite.Suites;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs suites and writes their results. */
@Command(
        name = "run",
        description = {
            "Runs suites, each in a JVM of its own with pinned flags, and writes run.json, histograms (.hgrm), JMH's jmh.json"
                    + " and report.html, which needs no network.",
            "Every figure is measured in rounds, beside its baseline; shown are the median of the rounds and the interval that"
                    + " holds it with 95 %% confidence."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:a suite failed", "2:wrong usage", "3:a goal is missed"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench run -o out/bench                            # everything, about five minutes",
            "  plimsoll bench run engine --profile gc -o out/bench        # JMH with bytes allocated per command",
            "  plimsoll bench run roundtrip --rounds 40 -o out/bench"
        })
final class RunCommand implements Callable<Integer> {
    private static final int FORKS = 3;
    private static final int FORKS_MAX = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SUITE", description = "Suites to run; 'list' names them. Default: all.")
    private List<String> suites = List.of();

    @Option(names = "-o", paramLabel = "DIR", description = "Folder of the results. Default: out/bench")
    private Path results = Path.of("out", "bench");

    @Option(
            names = "--forks",
            paramLabel = "N",
            description =
                    "JVMs over which the rounds of a suite are spread, 1 to 20, because each JVM compiles a little"
                            + " differently and each process finds other places in memory. Default: 3.")
    private int forks = FORKS;

    @Mixin
    private SuiteOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        final List<String> names = Benchmarks.suites(suites, spec);
        if (forks < 1 || forks > FORKS_MAX) {
            throw new ParameterException(spec.commandLine(), "--forks is " + forks + "; allowed: 1 to " + FORKS_MAX);
        }
        final Suite.Options how = options.of(results).overForks(forks);
        final PrintWriter out = spec.commandLine().getOut();
        final Instant started = Instant.now();
        Files.createDirectories(results);
        final List<Figure> figures = new ArrayList<>();
        final List<Distribution> distributions = new ArrayList<>();
        final List<String> failed = new ArrayList<>();
        for (final String name : names) {
            out.println(name + ": " + Suites.named(name).orElseThrow().about());
            out.flush();
            try {
                final Run measured = forked(name, how);
                measured.figures().forEach(figure -> out.println("  " + FigureText.line(figure)));
                out.flush();
                figures.addAll(measured.figures());
                distributions.addAll(measured.distributions());
            } catch (final IOException failure) {
                failed.add(failure.getMessage());
            }
        }
        final long seconds = Instant.now().getEpochSecond() - started.getEpochSecond();
        final Run run =
                new Run(Run.FORMAT, started.toString(), seconds, Environment.describe(results), figures, distributions);
        RunFile.write(run, results.resolve(Run.FILE));
        RunReport.write(run, results.resolve("report.html"));
        out.printf("results in %s after %,d s: %s, report.html%n", results, seconds, Run.FILE);
        out.flush();
        failed.forEach(problem -> spec.commandLine().getErr().println("error: " + problem));
        if (!failed.isEmpty()) {
            return Benchmarks.FAILURE;
        }
        return run.meetsItsGoals() ? 0 : Benchmarks.WORSE;
    }

    /** Runs a suite in several JVMs, one after the other, and puts their rounds together. */
    private Run forked(final String name, final Suite.Options how) throws IOException, InterruptedException {
        final PrintWriter err = spec.commandLine().getErr();
        Run all = null;
        for (int fork = 1; fork <= forks; fork++) {
            final Run measured = SuiteProcess.ownBuild().run(name, how, results, line -> {
                if (!line.startsWith(Recorder.INDENT)) {
                    err.println(line);
                }
            });
            all = all == null ? measured : all.and(measured);
        }
        return all;
    }
}
