package io.plimsoll.bench.suite;

import com.sun.management.ThreadMXBean;
import io.plimsoll.bench.load.Load;
import io.plimsoll.bench.load.MarkPrices;
import io.plimsoll.bench.load.Orders;
import io.plimsoll.bench.load.Scenario;
import io.plimsoll.bench.load.Trades;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Recorder;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Bytes that the engine's thread allocates while it applies commands. */
final class AllocationSuite implements Suite {
    private static final int WARM_UP = 200_000;
    private static final int COMMANDS = 1_000_000;
    private static final int ROUNDS = 6;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "allocation";
    }

    @Override
    public String about() {
        return "bytes that the engine's thread allocates in a million commands, after a warm-up";
    }

    @Override
    public void run(final Options options, final Recorder recorder) {
        final List<Scenario> scenarios = List.of(new MarkPrices(2), new MarkPrices(100), new Trades(2), new Orders(2));
        allocatedBy(new Load(new Trades(2)), WARM_UP); // The meter's own first use allocates.
        for (final Scenario scenario : scenarios) {
            final Load load = new Load(scenario);
            send(load, WARM_UP);
            final double[] bytes = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                bytes[round] = allocatedBy(load, options.size(COMMANDS, 20_000) / ROUNDS) * (double) ROUNDS;
            }
            recorder.figure(load.name(), "bytes", Better.LOWER, bytes);
        }
    }

    private long allocatedBy(final Load load, final int commands) {
        final long cost = ownCost();
        final long before = threads.getCurrentThreadAllocatedBytes();
        send(load, commands);
        return threads.getCurrentThreadAllocatedBytes() - before - cost;
    }

    /** What asking costs. */
    private long ownCost() {
        final long before = threads.getCurrentThreadAllocatedBytes();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void send(final Load load, final int commands) {
        for (int i = 0; i < commands; i++) {
            load.next();
        }
    }
}
