package io.plimsoll.gateway;

import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** What an agent does when there is nothing to do. */
public enum IdleMode {
    /** Spins: fastest, wants a core of its own. */
    SPIN,
    /** Gives the core to others and asks again: the choice on few cores. */
    YIELD,
    /** Spins, yields, then parks for up to a millisecond: for quiet systems. */
    BACKOFF;

    IdleStrategy strategy() {
        return switch (this) {
            case SPIN -> BusySpinIdleStrategy.INSTANCE;
            case YIELD -> YieldingIdleStrategy.INSTANCE;
            case BACKOFF -> new BackoffIdleStrategy(100, 100, 1_000, 1_000_000);
        };
    }
}
