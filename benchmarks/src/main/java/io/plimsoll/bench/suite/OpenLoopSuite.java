package io.plimsoll.bench.suite;

import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Recorder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Orders that come at a fixed rate, whether or not the engine keeps up; the time of each runs from the moment it was due, so
 * that a stall counts for every order that waited. Beside the bare echo at the same rate. Reported, never a goal: on a shared
 * machine it measures the machine's stalls.
 */
final class OpenLoopSuite implements Suite {
    private static final int[] RATES = {10_000, 50_000, 100_000};
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long LONGEST_NS = 60 * SECOND_NS;
    private static final int DIGITS = 3;
    private static final double[] PERCENTS = {50, 99, 99.9};

    @Override
    public String name() {
        return "openloop";
    }

    @Override
    public String about() {
        return "orders at a fixed rate, timed from when they were due; beside a bare echo at the same rate; never a goal";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException, InterruptedException {
        try (LiveEngine live = new LiveEngine(options.folder().resolve("live"), EngineFlows.ACCOUNTS);
                EchoServer server = new EchoServer(live.aeron());
                EchoFlow echo = new EchoFlow("bare echo", live.aeron(), EchoServer.BARE);
                EngineFlows engine = new EngineFlows(live.directory())) {
            engine.open();
            final List<Flow> flows = List.of(echo, engine.all().get(0));
            for (final int rate : options.isQuick() ? new int[] {1_000} : RATES) {
                measure(flows, rate, options, recorder);
            }
        }
    }

    private static void measure(final List<Flow> flows, final int rate, final Options options, final Recorder recorder)
            throws IOException {
        final Histogram[] all = {new Histogram(LONGEST_NS, DIGITS), new Histogram(LONGEST_NS, DIGITS)};
        final double[][][] rounds = new double[flows.size()][PERCENTS.length][options.rounds()];
        for (int round = -1; round < options.rounds(); round++) {
            for (int kind = 0; kind < flows.size(); kind++) {
                final Histogram histogram = atRate(flows.get(kind), rate, options.size(rate / 4, 100));
                if (round >= 0) {
                    all[kind].add(histogram);
                    for (int i = 0; i < PERCENTS.length; i++) {
                        rounds[kind][i][round] = histogram.getValueAtPercentile(PERCENTS[i]);
                    }
                }
            }
        }
        for (int kind = 0; kind < flows.size(); kind++) {
            final String name =
                    String.format(Locale.ROOT, "%s at %,d/s", flows.get(kind).name(), rate);
            for (int i = 0; i < PERCENTS.length; i++) {
                recorder.figure(name + ", p" + PERCENTS[i], "ns", Better.LOWER, rounds[kind][i]);
            }
            recorder.distribution(name, all[kind]);
        }
    }

    private static Histogram atRate(final Flow flow, final int rate, final int requests) {
        final Histogram histogram = new Histogram(LONGEST_NS, DIGITS);
        final long intervalNs = SECOND_NS / rate;
        final long before = flow.sent();
        final long begin = System.nanoTime();
        long recorded = before;
        while (recorded < before + requests) {
            final long nowNs = System.nanoTime();
            final long dueNs = begin + (flow.sent() - before) * intervalNs;
            final boolean sent = flow.sent() < before + requests && nowNs >= dueNs && flow.send();
            if (flow.poll() == 0 && !sent) {
                Thread.onSpinWait();
            }
            final long answeredNs = System.nanoTime();
            for (; recorded < flow.answered(); recorded++) {
                histogram.recordValue(answeredNs - (begin + (recorded - before) * intervalNs));
            }
        }
        return histogram;
    }
}
