package io.plimsoll.example;

import io.plimsoll.sbe.Side;

/** A limit order: what of it is left goes down as it fills. */
final class Order {
    private final long id;
    private final long account;
    private final Side side;
    private final long limit;
    private long remaining;
    private boolean cancelled;

    Order(final long id, final long account, final Side side, final long lots, final long limit) {
        this.id = id;
        this.account = account;
        this.side = side;
        this.remaining = lots;
        this.limit = limit;
    }

    long id() {
        return id;
    }

    long account() {
        return account;
    }

    Side side() {
        return side;
    }

    /** Limit price in ticks. */
    long limit() {
        return limit;
    }

    /** Lots that are not filled. */
    long remaining() {
        return remaining;
    }

    void fill(final long lots) {
        remaining -= lots;
    }

    /** Whether its owner took it back, maybe before the engine had answered for it. */
    boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }
}
