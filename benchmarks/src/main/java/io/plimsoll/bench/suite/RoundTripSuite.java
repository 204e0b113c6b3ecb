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
 * Client, engine, client over Aeron IPC with the journal on disk, beside echoes and beside the same commands in process. The
 * bare echo carries the smallest request and answer; each command also has an echo that carries as many bytes as it does, both
 * ways, so that what is left is the engine. The median that the engine adds to an echo is held against its work in process: the
 * hop to the thread that works, the append, the engine, the append of its events.
 */
final class RoundTripSuite implements Suite {
    private static final double WORK_SHARE = 1.5;
    private static final int CLOCK = 0;
    private static final int BARE = 1;
    private static final int HOPS = 2;
    private static final int FIRST = 3;
    private static final int LIVE = 0;
    private static final int ECHO = 1;
    private static final int OWN = 2;
    private static final int KINDS = 3;
    private static final List<Supplier<Scenario>> SCENARIOS = List.of(
            () -> new Orders(EngineFlows.ACCOUNTS),
            () -> new Trades(EngineFlows.ACCOUNTS),
            () -> new MarkPrices(EngineFlows.ACCOUNTS));

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<Exchange> kinds = new ArrayList<>();

    @Override
    public String name() {
        return "roundtrip";
    }

    @Override
    public String about() {
        return "client, engine, client over Aeron IPC with the journal on disk; beside echoes and the work in process";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException {
        final LiveEngine live = open(new LiveEngine(options.folder().resolve("live"), EngineFlows.ACCOUNTS));
        try {
            open(new EchoServer(live.aeron(), EchoServer.BARE, null));
            final EngineFlows engine = open(new EngineFlows(live.directory()));
            engine.open();
            kinds.add(Exchange.of("clock", () -> {}));
            kinds.add(Exchange.of(open(new EchoFlow("bare echo", live.aeron(), EchoServer.BARE))));
            kinds.add(open(new Hop(RecordedCommand.of(SCENARIOS.get(0).get(), 1).get(0))));
            for (int i = 0; i < SCENARIOS.size(); i++) {
                final Supplier<Scenario> scenario = SCENARIOS.get(i);
                final Flow flow = engine.all().get(i);
                final int stream = EchoServer.SIZED + 2 * i;
                final RecordedCommand like =
                        RecordedCommand.of(scenario.get(), 1).get(0);
                open(new EchoServer(live.aeron(), stream, null));
                kinds.add(Exchange.of(flow));
                kinds.add(Exchange.of(open(new EchoFlow(
                        "echo of as many bytes: " + flow.name(),
                        live.aeron(),
                        stream,
                        like.frame().capacity(),
                        like.recordsLength()))));
                kinds.add(open(new InProcess(options.folder().resolve("own-" + i), scenario.get())));
            }
            record(new Turns(kinds, options).run(options.rounds()), recorder);
        } finally {
            for (int i = opened.size() - 1; i >= 0; i--) {
                CloseHelper.close(opened.get(i));
            }
        }
    }

    private <T extends AutoCloseable> T open(final T resource) {
        opened.add(resource);
        return resource;
    }

    private void record(final List<Timing> timings, final Recorder recorder) throws IOException {
        for (int kind = 0; kind < kinds.size(); kind++) {
            recorder.figure(
                    kinds.get(kind).name(),
                    "ns",
                    Better.LOWER,
                    timings.get(kind).p50());
            recorder.distribution(kinds.get(kind).name(), timings.get(kind).all());
        }
        for (int i = 0; i < SCENARIOS.size(); i++) {
            final List<Timing> own = timings.subList(FIRST + KINDS * i, FIRST + KINDS * (i + 1));
            final String name = kinds.get(FIRST + KINDS * i).name();
            final double[] onOneThread = own.get(OWN).with(timings.get(CLOCK), (path, clock) -> path - clock);
            final double[] hops = timings.get(HOPS).with(timings.get(CLOCK), (both, clock) -> both - clock);
            final double[] work = sum(onOneThread, hops);
            final double[] toBare = own.get(LIVE).with(timings.get(BARE), (engine, echo) -> engine - echo);
            final double[] toSame = own.get(LIVE).with(own.get(ECHO), (engine, echo) -> engine - echo);
            recorder.figure("added to the bare echo: " + name, "ns", Better.LOWER, toBare);
            recorder.figure("added to the echo of as many bytes: " + name, "ns", Better.LOWER, toSame);
            recorder.ratio(
                    "added to the bare echo / work: " + name,
                    Goal.atMost(WORK_SHARE),
                    Better.LOWER,
                    "(p50 of the journaled round trip - p50 of the bare echo) / p50 of hop, append, apply and event append",
                    divided(toBare, work));
            recorder.ratio(
                    "added to the echo of as many bytes / work: " + name,
                    Goal.atMost(WORK_SHARE),
                    Better.LOWER,
                    "the same beside an echo that carries as many bytes each way",
                    divided(toSame, work));
            recorder.figure(
                    "added to the bare echo / work on one thread: " + name,
                    "x",
                    Better.LOWER,
                    divided(toBare, onOneThread));
        }
    }

    /** Work in process with one hop: a command gets to its thread, and what the work shows is waited for by nobody. */
    private static double[] sum(final double[] work, final double[] hops) {
        final double[] sums = new double[work.length];
        for (int round = 0; round < sums.length; round++) {
            sums[round] = work[round] + hops[round] / 2;
        }
        return sums;
    }

    private static double[] divided(final double[] above, final double[] below) {
        final double[] shares = new double[above.length];
        for (int round = 0; round < shares.length; round++) {
            shares[round] = above[round] / below[round];
        }
        return shares;
    }
}
