package io.plimsoll.example;

import io.plimsoll.client.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Trades and cancels, which go out in the order in which they were made. What the engine cannot take now waits here; once it is SENT,
 * the client answers for it. So a trade is never lost. Orders do not wait here: they are sent at once or refused, and only while this is
 * empty, so that quotes never overtake a trade of those that they replace.
 */
final class Outbox {
    private final Deque<Supplier<Result>> waiting = new ArrayDeque<>();

    /** A command: what hands it to the client. */
    void add(final Supplier<Result> send) {
        waiting.addLast(send);
        flush();
    }

    /** Sends what the engine takes; gives how much that was. */
    int flush() {
        int count = 0;
        while (!waiting.isEmpty()) {
            final Result result = waiting.getFirst().get();
            if (result == Result.INVALID || result == Result.CLOSED) {
                throw new IllegalStateException("a command was not taken: " + result);
            }
            if (result != Result.SENT) {
                return count;
            }
            waiting.removeFirst();
            count++;
        }
        return count;
    }

    /** Commands that wait. */
    int size() {
        return waiting.size();
    }
}
