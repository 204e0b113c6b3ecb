package io.plimsoll.core.engine;

import io.plimsoll.core.account.OrderProposal;

/** The orders of a basket, as a command names them. Reuse the object. */
public final class BasketOrders {
    private final long[] ids = new long[OrderProposal.ORDERS_MAX];
    private final int[] instruments = new int[OrderProposal.ORDERS_MAX];
    private final long[] signedLots = new long[OrderProposal.ORDERS_MAX];
    private final long[] limits = new long[OrderProposal.ORDERS_MAX];
    private final boolean[] reduceOnly = new boolean[OrderProposal.ORDERS_MAX];
    private int count;

    /** Begins anew. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds an order; there is room for {@link OrderProposal#ORDERS_MAX}.
     *
     * @param id of the order.
     * @param instrument in which.
     * @param lots signed: positive buys.
     * @param limit in ticks.
     * @param reduces only if it can but reduce the position.
     */
    public void add(final long id, final int instrument, final long lots, final long limit, final boolean reduces) {
        ids[count] = id;
        instruments[count] = instrument;
        signedLots[count] = lots;
        limits[count] = limit;
        reduceOnly[count++] = reduces;
    }

    int count() {
        return count;
    }

    long id(final int index) {
        return ids[index];
    }

    int instrument(final int index) {
        return instruments[index];
    }

    long signedLots(final int index) {
        return signedLots[index];
    }

    long limit(final int index) {
        return limits[index];
    }

    boolean isReduceOnly(final int index) {
        return reduceOnly[index];
    }
}
