package io.plimsoll.bench.suite;

/** Requests of one kind to a server that answers them in order. One thread sends and polls. */
interface Flow {
    /** What is sent, for tables. */
    String name();

    /** Sends the next request; false: there is no room now, try again after a poll. */
    boolean send();

    /** Takes answers that are there, and says how many messages it took. */
    int poll();

    /** Number of the request sent last. */
    long sent();

    /** Number of the request answered last. */
    long answered();

    /** Sends one request and waits for its answer. */
    default void exchange() {
        while (!send()) {
            poll();
        }
        final long last = sent();
        while (answered() < last) {
            if (poll() == 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Sends requests as fast as they are answered, with so many under way at a time; waits for the last answer. */
    default void saturate(final int requests, final int window) {
        for (int i = 0; i < requests; i++) {
            while (sent() - answered() >= window || !send()) {
                poll();
            }
        }
        while (answered() < sent()) {
            poll();
        }
    }
}
