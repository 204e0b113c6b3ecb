package io.plimsoll.gateway;

import io.plimsoll.journal.Forcer;

/** Forces the journal to disk, over and over, on a thread of its own. */
final class ForceAgent extends GuardedAgent {
    private final Forcer forcer;
    private final GatewayCounters counters;

    ForceAgent(final Forcer forcer, final GatewayCounters counters, final FailStop failStop) {
        super(failStop, "plimsoll-force");
        this.forcer = forcer;
        this.counters = counters;
    }

    @Override
    int work() {
        final int work = forcer.doWork();
        if (work > 0) {
            counters.durable(forcer.durableSequence());
        }
        return work;
    }
}
