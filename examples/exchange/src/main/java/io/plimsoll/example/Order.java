package io.plimsoll.example;

import io.plimsoll.client.PlimsollClient;
import io.plimsoll.sbe.Side;

/** A limit order, or a market order, whose limit the engine says: what of it is left goes down as it fills. */
final class Order {
    private final long id;
    private final long account;
    private final Leg leg;
    private final boolean quote;
    private long limit;
    private long remaining;
    private boolean cancelled;

    Order(final long id, final long account, final Leg leg, final boolean quote) {
        this.id = id;
        this.account = account;
        this.leg = leg;
        this.quote = quote;
        this.limit = leg.limit();
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

    /** Limit price in ticks; of a market order {@link PlimsollClient#MARKET} until the engine has answered. */
    long limit() {
        return limit;
    }

    /** How far the engine lets it trade. */
    void limit(final long ticks) {
        limit = ticks;
    }

    /** Whether what of it does not trade at once is not to rest. */
    boolean isMarket() {
        return leg.limit() == PlimsollClient.MARKET;
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
