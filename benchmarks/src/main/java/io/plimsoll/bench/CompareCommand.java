package io.plimsoll.bench;

import io.plimsoll.bench.compare.Build;
import io.plimsoll.bench.compare.Compared;
import io.plimsoll.bench.compare.Comparison;
import io.plimsoll.bench.result.FigureText;
import io.plimsoll.bench.result.Run;
import io.plimsoll.bench.result.RunFile;
import io.plimsoll.bench.suite.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two builds or two runs. */
@Command(
        name = "compare",
        description = {
            "Compares two builds by running their suites in turns: A, B, B, A, A, B and so on, each in a JVM of its own. Or"
                    + " compares two runs that were made before, by their ratios alone, because times of different runs say"
                    + " nothing.",
            "B is better or worse when the whole 95 %% interval of the ratio B / A lies on one side of 1 and the median is"
                    + " beyond the threshold; else the difference is within noise."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is worse", "1:a suite failed", "2:wrong usage", "3:something is worse"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench compare ../before . --suite roundtrip --suite journal",
            "  plimsoll bench compare out/monday out/tuesday"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int PAIRS = 8;
    private static final int ROUNDS_OF_A_PAIR = 6;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "A checkout that was built with 'mvn package', or the folder of a run.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "What is compared with it; of the same kind.")
    private Path b;

    @Option(names = "--suite", paramLabel = "NAME", description = "Only this suite; may be repeated. Default: all.")
    private List<String> suites = List.of();

    @Option(names = "--pairs", paramLabel = "N", description = "Runs of each build, from 6 on. Default: 8.")
    private int pairs = PAIRS;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "Smallest change that matters, in percent. Default: 2.")
    private double thresholdPercent = 2;

    @Option(names = "-o", paramLabel = "DIR", description = "Folder for all runs. Default: out/bench-compare")
    private Path results = Path.of("out", "bench-compare");

    @Mixin
    private SuiteOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        final Optional<Build> buildA = Build.in(a);
        final Optional<Build> buildB = Build.in(b);
        if (buildA.isPresent() != buildB.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + (buildA.isPresent() ? b : a)
                            + "' is no build; build it with 'mvn -DskipTests package' first");
        }
        final List<Compared> compared;
        if (buildA.isPresent()) {
            compared = compareBuilds(buildA.get(), buildB.get());
        } else {
            compared = Comparison.ofRuns(RunFile.read(a), RunFile.read(b), thresholdPercent / 100);
            spec.commandLine().getOut().println("two runs that did not take turns: only ratios are compared");
        }
        print(compared);
        return compared.stream().anyMatch(figure -> figure.verdict() == Compared.Verdict.WORSE) ? Benchmarks.WORSE : 0;
    }

    private List<Compared> compareBuilds(final Build first, final Build second)
            throws IOException, InterruptedException {
        if (pairs < Comparison.SAMPLES_MIN) {
            throw new ParameterException(
                    spec.commandLine(), "--pairs is " + pairs + "; allowed: from " + Comparison.SAMPLES_MIN);
        }
        final List<String> names = Benchmarks.suites(suites, spec);
        final Suite.Options given = options.of(results);
        final Suite.Options how = new Suite.Options(
                given.folder(),
                Math.min(given.rounds(), ROUNDS_OF_A_PAIR),
                given.isQuick(),
                given.kernels(),
                given.profilers());
        Files.createDirectories(results);
        final List<Run> runsA = new ArrayList<>();
        final List<Run> runsB = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            // Turns about who goes first, so that neither always runs on the warmer machine.
            final boolean isEven = pair % 2 == 0;
            if (isEven) {
                runsB.add(run(second, "b", pair, names, how));
            }
            runsA.add(run(first, "a", pair, names, how));
            if (!isEven) {
                runsB.add(run(second, "b", pair, names, how));
            }
        }
        return Comparison.ofPairs(runsA, runsB, thresholdPercent / 100);
    }

    private Run run(
            final Build build, final String side, final int pair, final List<String> names, final Suite.Options how)
            throws IOException, InterruptedException {
        final PrintWriter err = spec.commandLine().getErr();
        err.println(
                "pair " + pair + " of " + pairs + ", " + side.toUpperCase(java.util.Locale.ROOT) + ": " + build.name());
        err.flush();
        final Path folder = results.resolve(side + "-" + pair);
        final List<Run> measured = new ArrayList<>();
        for (final String name : names) {
            measured.add(new SuiteProcess(build.classPath()).run(name, how, folder, line -> {}));
        }
        final Run run = new Run(
                Run.FORMAT,
                measured.get(0).started(),
                measured.stream().mapToLong(Run::seconds).sum(),
                Environment.describe(results),
                measured.stream().flatMap(suite -> suite.figures().stream()).toList(),
                measured.stream()
                        .flatMap(suite -> suite.distributions().stream())
                        .toList());
        RunFile.write(run, folder.resolve(Run.FILE));
        return run;
    }

    private void print(final List<Compared> compared) {
        final PrintWriter out = spec.commandLine().getOut();
        if (compared.isEmpty()) {
            out.println("nothing to compare: no figure is in both");
        } else {
            out.printf("%-60s %10s %10s %-6s %s%n", "figure", "A", "B", "", "B / A (95 %)");
        }
        for (final Compared figure : compared) {
            out.printf(
                    "%-60s %10s %10s %-6s %.3f (%.3f to %.3f)  %s%n",
                    figure.id(),
                    FigureText.number(figure.a()),
                    FigureText.number(figure.b()),
                    figure.unit(),
                    figure.ratio().median(),
                    figure.ratio().low(),
                    figure.ratio().high(),
                    figure.verdict());
        }
        out.flush();
    }
}
