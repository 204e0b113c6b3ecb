package io.plimsoll.bench.suite;

import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How much time the machine takes away from two threads that only look at the clock: the floor under every percentile. With
 * the C sources of the baselines and a compiler it also runs their version, to show that the JVM adds nothing.
 */
final class StallSuite implements Suite {
    private static final long GAP_NS = 2_000;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final double PERCENT = 100;
    private static final double MICROSECOND_NS = 1_000;
    private static final long KERNEL_PATIENCE_S = 60;

    @Override
    public String name() {
        return "stalls";
    }

    @Override
    public String about() {
        return "time that the machine takes away from two spinning threads; the floor under every percentile";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException, InterruptedException {
        final int rounds = options.size(10, 2);
        final double[] lost = new double[rounds];
        final double[] longest = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            final Spinner first = new Spinner(options.size((int) SECOND_NS, (int) SECOND_NS / 100));
            final Spinner second = new Spinner(options.size((int) SECOND_NS, (int) SECOND_NS / 100));
            first.start();
            second.start();
            first.join();
            second.join();
            lost[round] = PERCENT * Math.max(first.lostNs, second.lostNs) / first.durationNs;
            longest[round] = Math.max(first.longestNs, second.longestNs) / MICROSECOND_NS;
        }
        recorder.figure("time lost in gaps from 2 us on", "%", Better.LOWER, lost);
        recorder.figure("longest gap in a second", "us", Better.LOWER, longest);
        kernel(options, recorder);
    }

    private static void kernel(final Options options, final Recorder recorder)
            throws IOException, InterruptedException {
        final Path source = options.kernels() == null ? null : options.kernels().resolve("jitter.c");
        if (source == null || !Files.isRegularFile(source)) {
            recorder.out().println("  the same in C: not run, there is no jitter.c; --kernels DIR names its folder");
            return;
        }
        Files.createDirectories(options.folder());
        final Path binary = options.folder().resolve("jitter").toAbsolutePath();
        if (run("gcc", "-O3", "-march=native", "-pthread", "-o", binary.toString(), source.toString()) != 0) {
            recorder.out().println("  the same in C: not run, gcc failed or is not there");
            return;
        }
        recorder.out().println("  the same in C:");
        recorder.out().flush();
        run(binary.toString(), "2", options.isQuick() ? "0.1" : "5");
    }

    private static int run(final String... command) throws InterruptedException {
        try {
            final Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(KERNEL_PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (final IOException notThere) {
            return -1;
        }
    }

    private static final class Spinner extends Thread {
        private final long durationNs;
        private long lostNs;
        private long longestNs;

        Spinner(final long durationNs) {
            super("spinner");
            this.durationNs = durationNs;
        }

        @Override
        public void run() {
            final long end = System.nanoTime() + durationNs;
            long last = System.nanoTime();
            while (last < end) {
                final long now = System.nanoTime();
                final long gap = now - last;
                last = now;
                if (gap >= GAP_NS) {
                    lostNs += gap;
                }
                longestNs = Math.max(longestNs, gap);
            }
        }
    }
}
