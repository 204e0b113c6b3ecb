package io.plimsoll.bench;

/** One request and its answer, made by one thread that waits. */
interface Exchange {
    /** What is exchanged, for the table. */
    String name();

    /** Sends a request and comes back when its answer was read. */
    void exchange();
}
