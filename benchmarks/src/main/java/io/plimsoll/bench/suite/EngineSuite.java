package io.plimsoll.bench.suite;

import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The engine by itself, under JMH: from the encoded frame to the last encoded event. */
final class EngineSuite implements Suite {
    private static final int WARM_UP = 3;
    private static final long QUICK_MS = 20;
    private static final long USUAL_MS = 300;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String about() {
        return "a command in the engine alone, under JMH: encoded frame to last encoded event; no journal, no wire";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws RunnerException, IOException {
        Files.createDirectories(options.folder());
        final TimeValue time = TimeValue.milliseconds(options.isQuick() ? QUICK_MS : USUAL_MS);
        final ChainedOptionsBuilder jmh = new OptionsBuilder()
                .include("io\\.plimsoll\\.bench\\.jmh\\..*Benchmark")
                .warmupIterations(WARM_UP)
                .warmupTime(time)
                .measurementIterations(options.rounds())
                .measurementTime(time)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .jvmArgs(PinnedJvm.flags().toArray(new String[0]))
                .resultFormat(ResultFormatType.JSON)
                .result(recorder.folder().resolve("jmh.json").toString());
        for (final String profiler : options.profilers().split(",")) {
            if (!profiler.isBlank()) {
                jmh.addProfiler(profiler.trim());
            }
        }
        for (final RunResult result : new Runner(jmh.build()).run()) {
            record(result, recorder);
        }
    }

    private static void record(final RunResult result, final Recorder recorder) {
        final String name = name(result.getParams());
        final List<Double> rounds = new ArrayList<>();
        final Collection<IterationResult> iterations =
                result.getBenchmarkResults().iterator().next().getIterationResults();
        for (final IterationResult iteration : iterations) {
            rounds.add(iteration.getPrimaryResult().getScore());
        }
        recorder.figure(
                name,
                "ns",
                Better.LOWER,
                rounds.stream().mapToDouble(Double::doubleValue).toArray());
        final var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated != null) {
            recorder.figure(name + ", allocated", "bytes", Better.LOWER, allocated.getScore());
        }
    }

    private static String name(final BenchmarkParams params) {
        final String method = params.getBenchmark().replaceAll(".*\\.", "");
        final Map<String, String> values =
                params.getParamsKeys().stream().collect(Collectors.toMap(key -> key, params::getParam));
        final String words = method.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return values.isEmpty()
                ? words
                : words
                        + values.entrySet().stream()
                                .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining());
    }
}
