package io.plimsoll.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks: {@code engine}, {@code allocation}, {@code roundtrip}, or all of them. */
public final class Benchmarks {
    private static final int WARM_UP = 3;
    private static final int ITERATIONS = 5;

    private Benchmarks() {}

    /**
     * Runs those named, or all.
     *
     * @param arguments names.
     */
    public static void main(final String[] arguments) throws IOException, InterruptedException, RunnerException {
        final List<String> names =
                arguments.length == 0 ? List.of("allocation", "engine", "roundtrip") : List.of(arguments);
        for (final String name : names) {
            switch (name) {
                case "allocation" -> new AllocationMeter(System.out).run(AllocationMeter.COMMANDS);
                case "engine" -> engine();
                case "roundtrip" ->
                    new RoundTrip(System.out, folder(), Integer.getInteger("bench.rounds", RoundTrip.ROUNDS)).run();
                default -> {
                    System.err.println("no benchmark " + name + "; there are: allocation, engine, roundtrip");
                    System.exit(2);
                }
            }
        }
    }

    private static void engine() throws IOException, RunnerException {
        new Runner(new OptionsBuilder()
                        .include("io\\.plimsoll\\.bench\\..*Benchmark")
                        .warmupIterations(WARM_UP)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(ITERATIONS)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .forks(1)
                        .jvmArgs(jvmOptions())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    /** Beside the jar, or where the property {@code bench.folder} says. */
    private static Path folder() {
        final String path = System.getProperty("bench.folder");
        if (path != null) {
            return Path.of(path);
        }
        final URL jar = Benchmarks.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(jar.getPath()).resolveSibling("roundtrip");
    }

    /** What a child JVM needs; the list is in the root pom. */
    private static String[] jvmOptions() throws IOException {
        try (InputStream in = Benchmarks.class.getResourceAsStream("/jvm-options.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).trim().split("\\s+");
        }
    }
}
