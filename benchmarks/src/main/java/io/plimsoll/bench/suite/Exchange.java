package io.plimsoll.bench.suite;

/** One request and its answer, or one piece of work, made by one thread that waits for it. */
interface Exchange {
    /** What is exchanged, for tables. */
    String name();

    /** Sends a request and comes back when its answer was read. */
    void exchange();

    /** An exchange that is a piece of work. */
    static Exchange of(final String name, final Runnable work) {
        return new Exchange() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void exchange() {
                work.run();
            }
        };
    }

    /** Requests of a flow, one at a time. */
    static Exchange of(final Flow flow) {
        return of(flow.name(), flow::exchange);
    }
}
