package io.plimsoll.bench.suite;

import com.sun.management.ThreadMXBean;
import io.plimsoll.bench.load.ChainOrders;
import io.plimsoll.bench.load.OrderLoad;
import io.plimsoll.bench.load.OrderPair;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Goal;
import io.plimsoll.bench.result.Recorder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.CloseHelper;

/**
 * The check of an order, in the engine alone and over Aeron IPC beside a bare echo: where a bound decides, and where all open orders
 * are looked at together. And how often the bound decides, and how tight the requirement is.
 */
final class OrdersSuite implements Suite {
    private static final double P50_GOAL = 1.3;
    private static final double P99_GOAL = 1.5;
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final int WARM_UP = 20_000;
    private static final int CHECKS = 5_000;
    private static final int REFUSALS = 1_000;
    private static final int TRIED = 2_000;
    private static final int COMBINED = 8;
    private static final int BOOKS = 20;
    private static final int SEED = 20251207;
    private static final int[] USED_PPM = {200_000, 500_000, 800_000, 950_000};
    private static final int CLOCK = 0;
    private static final int BARE = 1;
    private static final int FIRST = 2;
    private static final int KINDS = 2;

    private static final int[] BOUND_ORDERS = {1, 8, 49};

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<Exchange> kinds = new ArrayList<>();

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String about() {
        return "the check of an order with 50 others open: in the engine, and over Aeron IPC beside a bare echo";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException {
        inEngine(options, recorder, new ChainOrders(false, 20, false, 1), "");
        for (final int positions : new int[] {10, 100}) {
            inEngine(options, recorder, new ChainOrders(true, positions, false, 1), ", by the bound");
            inEngine(options, recorder, new ChainOrders(true, positions, true, 1), ", in full");
            refusals(options, recorder, positions);
            shares(options, recorder, positions);
        }
        tightness(options, recorder);
        overIpc(options, recorder);
    }

    private static void inEngine(
            final Options options, final Recorder recorder, final ChainOrders orders, final String how)
            throws IOException {
        final OrderLoad load = new OrderLoad(orders);
        final long opened = load.byBound() - load.inFull();
        final String name = orders.name() + how;
        time(load::place, load::cancel, options.size(WARM_UP, 10), new Histogram(LONGEST_NS, DIGITS));
        final Histogram all = new Histogram(LONGEST_NS, DIGITS);
        final double[] p50 = new double[options.rounds()];
        final double[] p99 = new double[options.rounds()];
        final double[] bytes = new double[options.rounds()];
        for (int round = 0; round < p50.length; round++) {
            final Histogram one = new Histogram(LONGEST_NS, DIGITS);
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            time(load::place, load::cancel, options.size(CHECKS, 10), one);
            bytes[round] = THREADS.getCurrentThreadAllocatedBytes() - before;
            p50[round] = one.getValueAtPercentile(50);
            p99[round] = one.getValueAtPercentile(99);
            all.add(one);
        }
        recorder.figure("check: " + name + ", p50", "ns", Better.LOWER, p50);
        recorder.figure("check: " + name + ", p99", "ns", Better.LOWER, p99);
        recorder.figure("bytes allocated in a round: " + name, "bytes", Better.LOWER, bytes);
        recorder.distribution("check: " + name, all);
        final boolean isByBound = load.byBound() - load.inFull() > opened;
        if (!how.isEmpty() && how.contains("bound") != isByBound) {
            throw new IllegalStateException(
                    name + ": " + load.byBound() + " by the bound, " + load.inFull() + " in full");
        }
    }

    private static void refusals(final Options options, final Recorder recorder, final int positions)
            throws IOException {
        final ChainOrders orders = new ChainOrders(true, positions, true, 1);
        final OrderLoad load = new OrderLoad(orders);
        refusal(options, recorder, orders.name() + ", an order", load::refuse);
        refusal(options, recorder, orders.name() + ", four at once", load::refuseBasket);
    }

    private static void refusal(
            final Options options, final Recorder recorder, final String name, final Runnable refuse)
            throws IOException {
        time(refuse, () -> {}, options.size(CHECKS, 10), new Histogram(LONGEST_NS, DIGITS));
        final Histogram all = new Histogram(LONGEST_NS, DIGITS);
        final double[] p50 = new double[options.rounds()];
        final double[] p99 = new double[options.rounds()];
        for (int round = 0; round < p50.length; round++) {
            final Histogram one = new Histogram(LONGEST_NS, DIGITS);
            time(refuse, () -> {}, options.size(REFUSALS, 10), one);
            p50[round] = one.getValueAtPercentile(50);
            p99[round] = one.getValueAtPercentile(99);
            all.add(one);
        }
        recorder.figure("refusal: " + name + ", p50", "ns", Better.LOWER, p50);
        recorder.figure("refusal: " + name + ", p99", "ns", Better.LOWER, p99);
        recorder.distribution("refusal: " + name, all);
    }

    private static void time(final Runnable check, final Runnable undo, final int count, final Histogram histogram) {
        for (int i = 0; i < count; i++) {
            final long begin = System.nanoTime();
            check.run();
            histogram.recordValue(System.nanoTime() - begin);
            undo.run();
        }
    }

    private static void shares(final Options options, final Recorder recorder, final int positions) {
        for (final int used : USED_PPM) {
            final OrderLoad load = new OrderLoad(new ChainOrders(true, positions, false, 1));
            recorder.figure(
                    "share of orders that the bound decides, " + positions + " positions, " + used / 10_000
                            + " % of equity in use",
                    "of 1",
                    Better.HIGHER,
                    load.shareByBound(used, options.size(TRIED, 20), SEED));
        }
    }

    private static void tightness(final Options options, final Recorder recorder) {
        final double[] shares = new double[options.size(BOOKS, 1)];
        for (int book = 0; book < shares.length; book++) {
            shares[book] = OrderLoad.tightness(10, COMBINED, SEED + book);
        }
        recorder.figure(
                "worst of all combinations of " + COMBINED + " fills / requirement of the orders",
                "of 1",
                Better.HIGHER,
                shares);
        recorder.figure(
                "the same, least of " + shares.length + " books",
                "of 1",
                Better.HIGHER,
                Arrays.stream(shares).min().orElse(0));
        for (final int open : BOUND_ORDERS) {
            final double[] ofBound = new double[shares.length];
            for (int book = 0; book < ofBound.length; book++) {
                ofBound[book] = OrderLoad.tightnessOfBound(10, open, SEED + book);
            }
            recorder.figure(
                    "requirement of " + (open + 1) + " orders / the bound that lets them pass",
                    "of 1",
                    Better.HIGHER,
                    ofBound);
        }
    }

    private void overIpc(final Options options, final Recorder recorder) throws IOException {
        final ChainOrders rich = new ChainOrders(true, 10, false, 1);
        final ChainOrders poor = new ChainOrders(true, 10, true, 3);
        final Path journal = options.folder().resolve("live");
        CloseHelper.close(new InProcess(journal, new OrderPair(rich, poor)));
        final LiveEngine live = open(new LiveEngine(journal, rich.limits()));
        try {
            open(new EchoServer(live.aeron(), EchoServer.BARE, null));
            final EngineFlows engine = open(new EngineFlows(live.directory()));
            kinds.add(Exchange.of("clock", () -> {}));
            kinds.add(Exchange.of(open(new EchoFlow("bare echo", live.aeron(), EchoServer.BARE))));
            for (final ChainOrders orders : List.of(rich, poor)) {
                final String how = orders == rich ? "by the bound" : "in full";
                kinds.add(Exchange.of(
                        engine.orderPlace("order, " + how, orders.account(), ChainOrders.ORDER),
                        engine.orderCancel(orders.account(), ChainOrders.ORDER)));
                kinds.add(open(new InProcess(options.folder().resolve("own-" + kinds.size()), orders)));
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
            final String name = (kind < FIRST || (kind - FIRST) % KINDS == 0 ? "over IPC: " : "")
                    + kinds.get(kind).name();
            final String unique =
                    kind == FIRST + 1 ? name + ", by the bound" : kind == FIRST + 3 ? name + ", in full" : name;
            recorder.figure(unique, "ns", Better.LOWER, timings.get(kind).p50());
            recorder.distribution(unique, timings.get(kind).all());
        }
        final Timing bare = timings.get(BARE);
        final Timing bound = timings.get(FIRST);
        final Timing full = timings.get(FIRST + KINDS);
        recorder.ratio(
                "order by the bound / bare echo, p50",
                Goal.atMost(P50_GOAL),
                Better.LOWER,
                "round trips of one client, in turns",
                bound.with(bare, (order, echo) -> order / echo));
        recorder.ratio(
                "order by the bound / bare echo, p99",
                Goal.atMost(P99_GOAL),
                Better.LOWER,
                "of all rounds together",
                bound.all().getValueAtPercentile(99) / (double) bare.all().getValueAtPercentile(99));
        final double[] added = full.with(bare, (order, echo) -> order - echo);
        final double[] work = timings.get(FIRST + KINDS + 1).with(timings.get(CLOCK), (path, clock) -> path - clock);
        final double[] shares = new double[added.length];
        for (int round = 0; round < shares.length; round++) {
            shares[round] = added[round] / work[round];
        }
        recorder.ratio(
                "added by an order in full / work",
                Goal.atMost(P50_GOAL),
                Better.LOWER,
                "(p50 of the journaled round trip - p50 of the bare echo) / (p50 in process - p50 of reading the clock)",
                shares);
    }
}
