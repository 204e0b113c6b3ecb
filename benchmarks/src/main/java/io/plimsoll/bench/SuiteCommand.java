package io.plimsoll.bench;

import io.plimsoll.bench.result.Recorder;
import io.plimsoll.bench.result.Run;
import io.plimsoll.bench.result.RunFile;
import io.plimsoll.bench.suite.Suite;
import io.plimsoll.bench.suite.Suites;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.agrona.IoUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one suite in this process; {@code run} gives each suite a process of its own. */
@Command(
        name = "suite",
        hidden = true,
        description = "Runs one suite in this process and writes what it measured.",
        mixinStandardHelpOptions = true)
final class SuiteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE", description = "Name of the suite.")
    private String name;

    @Option(names = "-o", paramLabel = "DIR", required = true, description = "Folder for SUITE.json and histograms.")
    private Path results;

    @Mixin
    private SuiteOptions options;

    @Override
    public Integer call() throws Exception {
        final Suite suite =
                Suites.named(Benchmarks.suites(List.of(name), spec).get(0)).orElseThrow();
        final Suite.Options how = options.of(results);
        final Recorder recorder = new Recorder(name, results, System.out);
        final Instant started = Instant.now();
        final File folder = how.folder().toFile();
        Files.createDirectories(results);
        IoUtil.delete(folder, true);
        try {
            suite.run(how, recorder);
        } finally {
            IoUtil.delete(folder, true);
        }
        final long seconds = Instant.now().getEpochSecond() - started.getEpochSecond();
        RunFile.write(
                new Run(
                        Run.FORMAT,
                        started.toString(),
                        seconds,
                        Map.of(),
                        recorder.figures(),
                        recorder.distributions()),
                results.resolve(name + ".json"));
        return 0;
    }
}
