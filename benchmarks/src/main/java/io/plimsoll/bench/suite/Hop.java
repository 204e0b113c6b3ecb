package io.plimsoll.bench.suite;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * A command handed over the ring to another thread of this process, and back by a number that the first one waits for: what two
 * hops take. The other thread waits as the engine does.
 */
final class Hop implements Exchange, AutoCloseable {
    private final RecordedCommand command;
    private final CommandRing ring = new CommandRing();
    private final AtomicLong taken = new AtomicLong();
    private final Thread thread;
    private volatile boolean isRunning = true;
    private long sent;

    /** Begins to wait for such commands. */
    Hop(final RecordedCommand command) {
        this.command = command;
        thread = new Thread(this::run, "hop");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return "hop between two threads, there and back";
    }

    private void run() {
        final IdleStrategy idle = new BackoffIdleStrategy(100, 100, 1_000, 1_000_000);
        while (isRunning) {
            final long before = taken.get();
            ring.takeForJournal((slot, cursor, endOfBatch) -> true);
            ring.takeForEngine((slot, cursor, endOfBatch) -> {
                taken.lazySet(slot.sequence);
                return true;
            });
            idle.idle((int) (taken.get() - before));
        }
    }

    @Override
    public void exchange() {
        ring.put(++sent, sent, command.frame(), command.frame().capacity());
        while (taken.get() < sent) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws InterruptedException {
        isRunning = false;
        thread.join();
    }
}
