package io.plimsoll.bench.suite;

import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Recorder;
import java.util.ArrayList;
import java.util.List;

/** How many commands a second the live engine takes from one client, beside an echo that makes two appends, in turns. */
final class SaturationSuite implements Suite {
    private static final int WINDOW = 1_024;
    private static final int REQUESTS = 20_000;
    private static final double SECOND_NS = 1e9;

    @Override
    public String name() {
        return "saturation";
    }

    @Override
    public String about() {
        return "commands a second with " + WINDOW + " under way; beside a bare echo and one that makes two appends";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws InterruptedException {
        try (LiveEngine live = new LiveEngine(options.folder().resolve("live"), EngineFlows.ACCOUNTS);
                EchoServer bareServer = new EchoServer(live.aeron());
                EchoServer journaling = new EchoServer(
                        live.aeron(), EchoServer.JOURNALING, options.folder().resolve("echo"));
                EchoFlow bare = new EchoFlow("bare echo", live.aeron(), EchoServer.BARE);
                EchoFlow appending = new EchoFlow("echo with two appends", live.aeron(), EchoServer.JOURNALING);
                EngineFlows engine = new EngineFlows(live.directory())) {
            engine.open();
            final List<Flow> flows = new ArrayList<>(List.of(bare, appending));
            flows.addAll(engine.all().subList(0, 2));
            record(flows, measure(flows, options), recorder);
        }
    }

    private static List<double[]> measure(final List<Flow> flows, final Options options) {
        final int requests = options.size(REQUESTS, 1_000);
        final List<double[]> rates = new ArrayList<>();
        for (final Flow flow : flows) {
            rates.add(new double[options.rounds()]);
            flow.saturate(requests, WINDOW);
            flow.saturate(requests, WINDOW);
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (int kind = 0; kind < flows.size(); kind++) {
                final long begin = System.nanoTime();
                flows.get(kind).saturate(requests, WINDOW);
                rates.get(kind)[round] = requests * SECOND_NS / (System.nanoTime() - begin);
            }
        }
        return rates;
    }

    private static void record(final List<Flow> flows, final List<double[]> rates, final Recorder recorder) {
        for (int kind = 0; kind < flows.size(); kind++) {
            recorder.figure(flows.get(kind).name(), "1/s", Better.HIGHER, rates.get(kind));
        }
        final double[] echo = rates.get(1);
        for (int kind = 2; kind < flows.size(); kind++) {
            final double[] shares = new double[echo.length];
            for (int round = 0; round < shares.length; round++) {
                shares[round] = rates.get(kind)[round] / echo[round];
            }
            recorder.ratio(
                    flows.get(kind).name() + " / echo with two appends",
                    null,
                    Better.HIGHER,
                    "commands a second of the engine / of the echo that appends request and answer to raw queues",
                    shares);
        }
    }
}
