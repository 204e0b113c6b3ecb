package io.plimsoll.core.account;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;

/**
 * Orders that are to come to an account and resting ones that are to go for them: all of it, or nothing. It is asked about before
 * anything changes: as if all of them rested, or as if some were filled and the others were not there. Reuse the object.
 */
public final class OrderProposal {
    /** Most orders that come at once. */
    public static final int ORDERS_MAX = 32;

    /** Share of all lots of an order, in millionths. */
    public static final int WHOLE_PPM = 1_000_000;

    private static final long ALL_REST = -1;

    private final Orders orders;
    private final boolean[] isLeaving;
    private final int[] leaving;
    private final long[] ids = new long[ORDERS_MAX];
    private final Instrument[] instruments = new Instrument[ORDERS_MAX];
    private final long[] signedLots = new long[ORDERS_MAX];
    private final long[] wholeLots = new long[ORDERS_MAX];
    private final long[] limits = new long[ORDERS_MAX];
    private final boolean[] reduceOnly = new boolean[ORDERS_MAX];
    private int leavingCount;
    private int count;
    private long filled = ALL_REST;

    /**
     * Nothing is to change.
     *
     * @param orders resting orders.
     * @param openOrdersPerAccount how many of them an account may have.
     */
    public OrderProposal(final Orders orders, final int openOrdersPerAccount) {
        this.orders = orders;
        this.isLeaving = new boolean[orders.capacity()];
        this.leaving = new int[openOrdersPerAccount];
    }

    /** Begins anew. */
    public void clear() {
        for (int i = 0; i < leavingCount; i++) {
            isLeaving[leaving[i]] = false;
        }
        leavingCount = 0;
        count = 0;
        rest();
    }

    /**
     * A resting order is to go.
     *
     * @param slot of the order, not named before.
     */
    public void leave(final int slot) {
        isLeaving[slot] = true;
        leaving[leavingCount++] = slot;
    }

    /**
     * An order is to come.
     *
     * @param id of the order.
     * @param instrument in which.
     * @param lots signed: positive buys.
     * @param limit in ticks.
     * @param reduces only if it can but reduce the position.
     */
    public void add(
            final long id, final Instrument instrument, final long lots, final long limit, final boolean reduces) {
        ids[count] = id;
        instruments[count] = instrument;
        signedLots[count] = lots;
        wholeLots[count] = lots;
        limits[count] = limit;
        reduceOnly[count++] = reduces;
    }

    /**
     * From now on every order that is to come has a share of its lots only.
     *
     * @param ppm share in millionths; of the lots what is less than one is left out.
     */
    public void scale(final int ppm) {
        for (int i = 0; i < count; i++) {
            final long lots = FixedPoint.mulDivFloor(Math.abs(wholeLots[i]), ppm, WHOLE_PPM, Long.MAX_VALUE);
            signedLots[i] = wholeLots[i] > 0 ? lots : -lots;
        }
    }

    /** {@return the least share with which every order that is to come has the lots that it has now, in millionths} */
    public int firstShareAlike() {
        long first = 0;
        for (int i = 0; i < count; i++) {
            first = Math.max(first, shareOf(i, Math.abs(signedLots[i])));
        }
        return (int) first;
    }

    /** {@return the largest share with which every order that is to come has the lots that it has now, in millionths} */
    public int lastShareAlike() {
        long next = WHOLE_PPM + 1;
        for (int i = 0; i < count; i++) {
            next = Math.min(next, shareOf(i, Math.abs(signedLots[i]) + 1));
        }
        return (int) next - 1;
    }

    /** The least share with which an order has so many lots. */
    private long shareOf(final int index, final long lots) {
        return FixedPoint.mulDivCeil(lots, WHOLE_PPM, Math.abs(wholeLots[index]), WHOLE_PPM + 1L);
    }

    /**
     * From now on an order that is to come has another size and limit.
     *
     * @param index from 0.
     * @param lots signed: positive buys.
     * @param limit in ticks.
     */
    public void resize(final int index, final long lots, final long limit) {
        signedLots[index] = lots;
        wholeLots[index] = lots;
        limits[index] = limit;
    }

    /** {@return whether every order that is to come has a lot at least} */
    public boolean hasLots() {
        boolean has = true;
        for (int i = 0; i < count; i++) {
            has &= signedLots[i] != 0;
        }
        return has;
    }

    /** From now on it is asked about as if all orders that are to come rested. */
    public void rest() {
        filled = ALL_REST;
    }

    /**
     * From now on it is asked about as if some of the orders that are to come were filled, and the others were not there.
     *
     * @param which a bit for each order that is filled.
     */
    public void fill(final long which) {
        filled = which;
    }

    /** {@return whether it is asked about as if all orders that are to come rested} */
    public boolean isResting() {
        return filled == ALL_REST;
    }

    /**
     * Whether it is asked about as if an order that is to come were filled.
     *
     * @param index from 0.
     * @return false when it rests, or is not there.
     */
    public boolean isFilled(final int index) {
        return filled != ALL_REST && (filled >>> index & 1) != 0;
    }

    /**
     * Whether a resting order is to go.
     *
     * @param slot of the order.
     * @return false when it stays.
     */
    public boolean leaves(final int slot) {
        return isLeaving[slot];
    }

    /** {@return how many resting orders are to go} */
    public int leavingCount() {
        return leavingCount;
    }

    /**
     * A resting order that is to go.
     *
     * @param index from 0.
     * @return its slot.
     */
    public int leavingAt(final int index) {
        return leaving[index];
    }

    /** {@return how many orders are to come} */
    public int count() {
        return count;
    }

    /**
     * Id of an order that is to come.
     *
     * @param index from 0.
     * @return its id.
     */
    public long id(final int index) {
        return ids[index];
    }

    /**
     * Instrument of an order that is to come.
     *
     * @param index from 0.
     * @return its instrument.
     */
    public Instrument instrument(final int index) {
        return instruments[index];
    }

    /**
     * Size of an order that is to come.
     *
     * @param index from 0.
     * @return lots, signed: positive buys.
     */
    public long signedLots(final int index) {
        return signedLots[index];
    }

    /**
     * Limit of an order that is to come.
     *
     * @param index from 0.
     * @return ticks.
     */
    public long limit(final int index) {
        return limits[index];
    }

    /**
     * Whether an order that is to come may do nothing but reduce.
     *
     * @param index from 0.
     * @return false when it may add, too.
     */
    public boolean isReduceOnly(final int index) {
        return reduceOnly[index];
    }

    /**
     * Whether an order that is to come is one that rests, made no larger at the same limit.
     *
     * @param index from 0.
     * @return false when it is new, larger, or at another limit.
     */
    public boolean shrinks(final int index) {
        final int slot = orders.slotOf(ids[index]);
        return slot != Orders.NONE
                && isLeaving[slot]
                && Math.abs(signedLots[index]) <= Math.abs(orders.signedLots(slot))
                && limits[index] == orders.limit(slot);
    }

    /**
     * Whether an id is that of an order that is to come.
     *
     * @param id of an order.
     * @return true when it was added.
     */
    public boolean hasId(final long id) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }

    /**
     * Lots of one side in an instrument: of the account's orders that stay, and of the first of those that are to come.
     *
     * @param account whose.
     * @param instrument in which.
     * @param side 1 buys, -1 sells.
     * @param first how many of those that are to come count.
     * @return not negative.
     */
    public long lotsOf(final Account account, final Instrument instrument, final int side, final int first) {
        long sum = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (!isLeaving[slot] && orders.instrument(slot) == instrument) {
                sum += Math.max(0, side * orders.signedLots(slot));
            }
        }
        for (int i = 0; i < first; i++) {
            sum += instruments[i] == instrument ? Math.max(0, side * signedLots[i]) : 0;
        }
        return sum;
    }
}
