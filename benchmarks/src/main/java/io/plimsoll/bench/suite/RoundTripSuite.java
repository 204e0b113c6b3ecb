package io.plimsoll.bench.suite;

import io.plimsoll.bench.load.MarkPrices;
import io.plimsoll.bench.load.Orders;
import io.plimsoll.bench.load.Scenario;
import io.plimsoll.bench.load.Trades;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Goal;
import io.plimsoll.bench.result.Recorder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.agrona.CloseHelper;

/**
 * Client, engine, client over Aeron IPC with the journal on disk, beside a bare echo of the same bytes and beside the same
 * commands in process. The median that the engine adds to the echo is held against what its work costs in process.
 */
final class RoundTripSuite implements Suite {
    private static final int TURNS = 12;
    private static final double WORK_SHARE = 1.5;
    private static final List<Supplier<Scenario>> SCENARIOS =
            List.of(Orders::new, Trades::new, () -> new MarkPrices(EngineFlows.ACCOUNTS));

    @Override
    public String name() {
        return "roundtrip";
    }

    @Override
    public String about() {
        return "client, engine, client over Aeron IPC with the journal on disk; beside a bare echo and the work in process";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException, InterruptedException {
        final List<AutoCloseable> opened = new ArrayList<>();
        try (LiveEngine live = new LiveEngine(options.folder().resolve("live"), EngineFlows.ACCOUNTS);
                EchoServer echoServer = new EchoServer(live.aeron());
                EchoFlow echo = new EchoFlow("bare echo", live.aeron(), EchoServer.BARE);
                EngineFlows engine = new EngineFlows(live.directory())) {
            engine.open();
            final List<Exchange> kinds = new ArrayList<>();
            kinds.add(Exchange.of("clock", () -> {}));
            kinds.add(Exchange.of(echo));
            engine.all().forEach(flow -> kinds.add(Exchange.of(flow)));
            for (final Supplier<Scenario> scenario : SCENARIOS) {
                final Scenario own = scenario.get();
                final InProcess inProcess = new InProcess(options.folder().resolve("own-" + kinds.size()), own);
                opened.add(inProcess);
                kinds.add(inProcess);
            }
            final List<Timing> timings = new Turns(kinds, options.size(TURNS, 1)).run(options.rounds());
            record(kinds, timings, recorder);
        } finally {
            CloseHelper.closeAll(opened);
        }
    }

    private static void record(final List<Exchange> kinds, final List<Timing> timings, final Recorder recorder)
            throws IOException {
        for (int kind = 0; kind < kinds.size(); kind++) {
            recorder.figure(
                    kinds.get(kind).name(),
                    "ns",
                    Better.LOWER,
                    timings.get(kind).p50());
            recorder.distribution(kinds.get(kind).name(), timings.get(kind).all());
        }
        final Timing clock = timings.get(0);
        final Timing echo = timings.get(1);
        for (int i = 0; i < SCENARIOS.size(); i++) {
            final Timing live = timings.get(2 + i);
            final Timing own = timings.get(2 + SCENARIOS.size() + i);
            final double[] added = live.with(echo, (engine, bare) -> engine - bare);
            final double[] work = own.with(clock, (path, empty) -> path - empty);
            final double[] share = new double[added.length];
            for (int round = 0; round < share.length; round++) {
                share[round] = added[round] / work[round];
            }
            final String name = kinds.get(2 + i).name();
            recorder.figure("added to the echo: " + name, "ns", Better.LOWER, added);
            recorder.ratio(
                    "added to the echo / work: " + name,
                    Goal.atMost(WORK_SHARE),
                    Better.LOWER,
                    "(p50 of the journaled round trip - p50 of the echo) / (p50 in process - p50 of reading the clock)",
                    share);
        }
    }
}
