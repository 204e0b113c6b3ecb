package io.plimsoll.example;

import io.plimsoll.sbe.Side;

/** A limit order: what of it is left goes down as it fills. */
final class Order {
    private final long id;
    private final long account;
    private final Leg leg;
    private final boolean quote;
    private long remaining;
    private boolean cancelled;

    Order(final long id, final long account, final Leg leg, final boolean quote) {
        this.id = id;
        this.account = account;
        this.leg = leg;
        this.quote = quote;
        this.remaining = leg.lots();
    }

    long id() {
        return id;
    }

    long account() {
        return account;
    }

    int instrument() {
        return leg.instrument();
    }

    Side side() {
        return leg.side();
    }

    /** Limit price in ticks. */
    long limit() {
        return leg.limit();
    }

    /** Whether it is a side of a market maker's quote. */
    boolean isQuote() {
        return quote;
    }

    /** Lots that are not filled. */
    long remaining() {
        return remaining;
    }

    void fill(final long lots) {
        remaining -= lots;
    }

    /** Whether it was taken back, maybe before the engine had answered for it. */
    boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }
}
