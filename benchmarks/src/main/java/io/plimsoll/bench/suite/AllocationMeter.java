package io.plimsoll.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** Says how many bytes the engine's thread allocates while it applies commands. */
final class AllocationMeter {
    private static final int WARM_UP = 200_000;
    /** Commands of a load unless told otherwise. */
    static final int COMMANDS = 1_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PrintStream out;

    AllocationMeter(final PrintStream out) {
        this.out = out;
    }

    /** Measures every load; prints a line each. */
    void run(final int commands) {
        out.printf("%-28s %12s %16s %12s%n", "load", "commands", "bytes allocated", "per command");
        allocatedBy(new TradeLoad(), WARM_UP); // The meter's own first use allocates.
        measure("mark price, 2 holders", new MarkPriceLoad(2), commands);
        measure("mark price, 100 holders", new MarkPriceLoad(100), commands);
        measure("trade", new TradeLoad(), commands);
        measure("order place, order cancel", new OrderLoad(), commands);
    }

    private void measure(final String name, final Load load, final int commands) {
        send(load, WARM_UP);
        final long bytes = allocatedBy(load, commands);
        out.printf("%-28s %,12d %,16d %,12d%n", name, commands, bytes, bytes / commands);
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
