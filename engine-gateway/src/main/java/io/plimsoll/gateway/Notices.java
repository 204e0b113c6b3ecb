package io.plimsoll.gateway;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/** Notices on their way from the agents to the monitor. Nobody waits: what finds no room is counted and lost. */
final class Notices {
    private static final int ROOM = 1_024;

    private final Queue<Notice> queue = new ManyToOneConcurrentArrayQueue<>(ROOM);
    private final AtomicLong lost = new AtomicLong();

    /** Passes a notice on. Any thread. */
    void say(final Notice notice) {
        if (!queue.offer(notice)) {
            lost.incrementAndGet();
        }
    }

    /** Hands over what is there. One thread. */
    int drain(final Consumer<Notice> consumer) {
        int drained = 0;
        for (Notice notice = queue.poll(); notice != null; notice = queue.poll()) {
            consumer.accept(notice);
            drained++;
        }
        return drained;
    }

    /** How many were lost since the last call. */
    long takeLost() {
        return lost.getAndSet(0);
    }
}
