package io.plimsoll.example;

import io.plimsoll.client.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Commands that go out in the order in which they were made. What the engine cannot take now waits here; once it is SENT, the client
 * answers for it. So a trade is never lost, and never overtakes the order that it fills.
 */
final class Outbox {
    private final Deque<Command> waiting = new ArrayDeque<>();

    /**
     * A command.
     *
     * @param send hands it to the client.
     * @param sent is called once, when the client has it.
     */
    private record Command(Supplier<Result> send, Runnable sent) {}

    void add(final Supplier<Result> send, final Runnable sent) {
        waiting.addLast(new Command(send, sent));
        flush();
    }

    void add(final Supplier<Result> send) {
        add(send, () -> {});
    }

    /** Sends what the engine takes; gives how much that was. */
    int flush() {
        int count = 0;
        while (!waiting.isEmpty()) {
            final Result result = waiting.getFirst().send().get();
            if (result == Result.INVALID || result == Result.CLOSED) {
                throw new IllegalStateException("a command was not taken: " + result);
            }
            if (result != Result.SENT) {
                return count;
            }
            waiting.removeFirst().sent().run();
            count++;
        }
        return count;
    }

    int size() {
        return waiting.size();
    }
}
