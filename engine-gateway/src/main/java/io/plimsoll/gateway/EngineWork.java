package io.plimsoll.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the engine asks its host to sequence. The engine's thread tells it after each command; ingress reads it, possibly some
 * commands later.
 */
final class EngineWork {
    /** No look at the volatilities is wanted: there is no scenario set. */
    static final long NEVER = Long.MAX_VALUE;

    private final AtomicLong pendingAfter = new AtomicLong();
    private final AtomicLong fixDueNs = new AtomicLong(NEVER);
    private boolean pendingTold;
    private long fixTold = NEVER;

    /**
     * Tells what is wanted. The engine's thread only.
     *
     * @param sequence of the command just applied.
     * @param hasWork whether a Continue would find something to do.
     * @param newFixDueNs time from which a VolatilityFix is taken, ns since 1970; NEVER: none is wanted.
     */
    void tell(final long sequence, final boolean hasWork, final long newFixDueNs) {
        if (hasWork || pendingTold) {
            pendingTold = hasWork;
            pendingAfter.lazySet(hasWork ? sequence : 0);
        }
        if (newFixDueNs != fixTold) {
            fixTold = newFixDueNs;
            fixDueNs.lazySet(newFixDueNs);
        }
    }

    /** Last command known to have been applied and to have left work for a Continue; 0: none is left. Any thread. */
    long pendingAfter() {
        return pendingAfter.get();
    }

    /** Time from which a VolatilityFix is taken, ns since 1970. Any thread. */
    long fixDueNs() {
        return fixDueNs.get();
    }
}
