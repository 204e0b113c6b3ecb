package io.plimsoll.client;

import io.plimsoll.sbe.Side;

/** Orders of one account that are to rest together or not at all. Made once and filled again for every basket. */
public final class Basket {
    /** Most orders of a basket. */
    public static final int ORDERS_MAX = 32;

    final long[] orders = new long[ORDERS_MAX];
    final int[] instruments = new int[ORDERS_MAX];
    final Side[] sides = new Side[ORDERS_MAX];
    final long[] lots = new long[ORDERS_MAX];
    final long[] limits = new long[ORDERS_MAX];
    final boolean[] reduceOnly = new boolean[ORDERS_MAX];
    int count;

    /** An empty basket. */
    public Basket() {}

    /**
     * Empties the basket.
     *
     * @return this.
     */
    public Basket clear() {
        count = 0;
        return this;
    }

    /**
     * Adds an order.
     *
     * @param instrument in which.
     * @param order id, not in use.
     * @param side buy or sell.
     * @param size in lots, positive.
     * @param limitTicks limit price in ticks, or {@link PlimsollClient#MARKET}.
     * @param reduces only if it can but reduce the position.
     * @return this.
     * @throws IllegalStateException when it is full.
     */
    public Basket add(
            final int instrument,
            final long order,
            final Side side,
            final long size,
            final long limitTicks,
            final boolean reduces) {
        if (count == ORDERS_MAX) {
            throw new IllegalStateException("a basket has at most " + ORDERS_MAX + " orders");
        }
        instruments[count] = instrument;
        orders[count] = order;
        sides[count] = side;
        lots[count] = size;
        limits[count] = limitTicks;
        reduceOnly[count++] = reduces;
        return this;
    }

    /** {@return number of orders} */
    public int count() {
        return count;
    }
}
