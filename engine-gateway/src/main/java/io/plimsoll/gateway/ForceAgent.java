package io.plimsoll.gateway;

import io.plimsoll.journal.Forcer;
import java.util.concurrent.atomic.AtomicLong;

/** Forces the journal to disk, over and over, on a thread of its own. */
final class ForceAgent extends GuardedAgent {
    private static final long SLOW_NS = 100_000_000L;

    private final Forcer forcer;
    private final GatewayCounters counters;
    private final Notices notices;
    private final AtomicLong longestNs = new AtomicLong();

    ForceAgent(final Forcer forcer, final GatewayCounters counters, final Notices notices, final FailStop failStop) {
        super(failStop, "plimsoll-force");
        this.forcer = forcer;
        this.counters = counters;
        this.notices = notices;
    }

    @Override
    int work() {
        final long begunNs = System.nanoTime();
        final int work = forcer.doWork();
        if (work > 0) {
            forced(System.nanoTime() - begunNs);
        }
        return work;
    }

    private void forced(final long tookNs) {
        counters.set(EngineCounter.DURABLE, forcer.durableSequence());
        counters.set(EngineCounter.FORCE_LAST, tookNs);
        counters.increment(EngineCounter.FORCES);
        longestNs.accumulateAndGet(tookNs, Math::max);
        if (tookNs > SLOW_NS) {
            notices.say(new Notice.SlowForce(tookNs, forcer.durableSequence()));
        }
    }

    /** The longest force since the last call; 0: none. Any thread. */
    long takeLongestNs() {
        return longestNs.getAndSet(0);
    }
}
