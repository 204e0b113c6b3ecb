package io.plimsoll.bench.suite;

/** One request and its answer, or one piece of work, made by one thread that waits for it. */
interface Exchange {
    /** What is exchanged, for tables. */
    String name();

    /** Sends a request and comes back when its answer was read. */
    void exchange();

    /** Makes the next exchange possible where the last one must be undone; not measured. */
    default void undo() {}

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

    /** Requests of a flow, one at a time, each undone by a request of another. */
    static Exchange of(final Flow flow, final Flow undo) {
        return new Exchange() {
            @Override
            public String name() {
                return flow.name();
            }

            @Override
            public void exchange() {
                flow.exchange();
            }

            @Override
            public void undo() {
                undo.exchange();
            }
        };
    }

    /** Requests of a flow, one at a time. */
    static Exchange of(final Flow flow) {
        return of(flow.name(), flow::exchange);
    }
}
