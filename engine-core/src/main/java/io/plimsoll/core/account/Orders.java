package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Instrument;
import org.agrona.collections.Long2LongHashMap;

/**
 * Resting orders of all accounts, in preallocated slots. Each account's orders form a list; its order plays no role in any
 * result.
 */
public final class Orders {
    /** No slot. */
    public static final int NONE = -1;

    private final long[] ids;
    private final Account[] accounts;
    private final Instrument[] instruments;
    private final long[] signedLots;
    private final long[] limits;
    private final boolean[] isQuote;
    private final boolean[] isReduceOnly;
    private final int[] sources;
    private final int[] next;
    private final int[] previous;
    private final Long2LongHashMap slotById;
    private final StateHash stateHash;
    private int firstFree;
    private int count;

    /**
     * No orders.
     *
     * @param capacity room for orders.
     * @param stateHash hash to keep up to date.
     */
    public Orders(final int capacity, final StateHash stateHash) {
        this.ids = new long[capacity];
        this.accounts = new Account[capacity];
        this.instruments = new Instrument[capacity];
        this.signedLots = new long[capacity];
        this.limits = new long[capacity];
        this.isQuote = new boolean[capacity];
        this.isReduceOnly = new boolean[capacity];
        this.sources = new int[capacity];
        this.next = new int[capacity];
        this.previous = new int[capacity];
        this.slotById = new Long2LongHashMap(2 * capacity, 0.55f, NONE);
        this.stateHash = stateHash;
        for (int i = 0; i < capacity; i++) {
            next[i] = i + 1 < capacity ? i + 1 : NONE;
        }
    }

    /**
     * Looks an order up.
     *
     * @param id to look up.
     * @return its slot, or {@link #NONE}.
     */
    public int slotOf(final long id) {
        return (int) slotById.get(id);
    }

    /**
     * Adds an order.
     *
     * @param id not in use.
     * @param account whose it is.
     * @param instrument in which.
     * @param lots what remains, signed: positive buys.
     * @param limit price in ticks.
     * @param reduceOnly whether it may but reduce the position, for as long as it rests.
     */
    public void add(
            final long id,
            final Account account,
            final Instrument instrument,
            final long lots,
            final long limit,
            final boolean reduceOnly) {
        add(id, account, instrument, lots, limit, false, reduceOnly);
    }

    /**
     * Adds an order that is one side of a quote.
     *
     * @param id not in use.
     * @param account whose it is.
     * @param instrument in which.
     * @param lots what remains, signed: positive buys.
     * @param limit price in ticks.
     */
    public void addQuote(
            final long id, final Account account, final Instrument instrument, final long lots, final long limit) {
        add(id, account, instrument, lots, limit, true, false);
    }

    private void add(
            final long id,
            final Account account,
            final Instrument instrument,
            final long lots,
            final long limit,
            final boolean quote,
            final boolean reduceOnly) {
        final int slot = firstFree;
        firstFree = next[slot];
        ids[slot] = id;
        accounts[slot] = account;
        instruments[slot] = instrument;
        signedLots[slot] = lots;
        limits[slot] = limit;
        isQuote[slot] = quote;
        isReduceOnly[slot] = reduceOnly;
        sources[slot] = 0;
        next[slot] = account.firstOrder();
        previous[slot] = NONE;
        if (next[slot] != NONE) {
            previous[next[slot]] = slot;
        }
        account.orders(slot, account.orderCount() + 1, account.reduceOnlyCount() + (reduceOnly ? 1 : 0));
        slotById.put(id, slot);
        stateHash.replace(0, hashAt(slot));
        count++;
    }

    /**
     * Changes what remains of an order and its limit.
     *
     * @param slot of the order.
     * @param lots what remains, signed, not 0.
     * @param limit price in ticks.
     */
    public void change(final int slot, final long lots, final long limit) {
        final long before = hashAt(slot);
        signedLots[slot] = lots;
        limits[slot] = limit;
        stateHash.replace(before, hashAt(slot));
    }

    /**
     * Takes an order away.
     *
     * @param slot of the order.
     */
    public void remove(final int slot) {
        stateHash.replace(hashAt(slot), 0);
        final Account account = accounts[slot];
        final int before = previous[slot];
        final int after = next[slot];
        if (after != NONE) {
            previous[after] = before;
        }
        if (before != NONE) {
            next[before] = after;
        }
        account.orders(
                before == NONE ? after : account.firstOrder(),
                account.orderCount() - 1,
                account.reduceOnlyCount() - (isReduceOnly[slot] ? 1 : 0));
        slotById.remove(ids[slot]);
        accounts[slot] = null;
        instruments[slot] = null;
        next[slot] = firstFree;
        firstFree = slot;
        count--;
    }

    /**
     * First order of an account.
     *
     * @param account the account.
     * @return its slot, or {@link #NONE}.
     */
    public int firstOf(final Account account) {
        return account.firstOrder();
    }

    /**
     * Next order of the same account.
     *
     * @param slot of an order.
     * @return slot of the next, or {@link #NONE}.
     */
    public int nextOf(final int slot) {
        return next[slot];
    }

    /**
     * Id of an order.
     *
     * @param slot of the order.
     * @return its id.
     */
    public long id(final int slot) {
        return ids[slot];
    }

    /**
     * Whose an order is.
     *
     * @param slot of the order.
     * @return the account.
     */
    public Account account(final int slot) {
        return accounts[slot];
    }

    /**
     * Instrument of an order.
     *
     * @param slot of the order.
     * @return the instrument.
     */
    public Instrument instrument(final int slot) {
        return instruments[slot];
    }

    /**
     * What remains of an order.
     *
     * @param slot of the order.
     * @return signed lots: positive buys.
     */
    public long signedLots(final int slot) {
        return signedLots[slot];
    }

    /**
     * Limit of an order.
     *
     * @param slot of the order.
     * @return ticks.
     */
    public long limit(final int slot) {
        return limits[slot];
    }

    /**
     * Whether an order is one side of a quote.
     *
     * @param slot of the order.
     * @return false when it is an order of its own.
     */
    public boolean isQuote(final int slot) {
        return isQuote[slot];
    }

    /**
     * Whether an order may but reduce the position of its account.
     *
     * @param slot of the order.
     * @return false when it may add, too.
     */
    public boolean isReduceOnly(final int slot) {
        return isReduceOnly[slot];
    }

    /**
     * Binds an order to the session of its source.
     *
     * @param slot of the order.
     * @param source from 1.
     */
    public void bind(final int slot, final int source) {
        final long before = hashAt(slot);
        sources[slot] = source;
        stateHash.replace(before, hashAt(slot));
    }

    /**
     * The source to whose session an order is bound.
     *
     * @param slot of the order.
     * @return its id; 0: it stays when its source is gone.
     */
    public int boundTo(final int slot) {
        return sources[slot];
    }

    /** {@return number of resting orders} */
    public int count() {
        return count;
    }

    /** {@return how many there is room for} */
    public int capacity() {
        return ids.length;
    }

    /**
     * Hash of the orders of an account.
     *
     * @param account the account.
     * @return sum of the hashes.
     */
    public long hashOf(final Account account) {
        long sum = 0;
        for (int slot = account.firstOrder(); slot != NONE; slot = next[slot]) {
            sum += hashAt(slot);
        }
        return sum;
    }

    private long hashAt(final int slot) {
        long h = StateHash.mix(StateHash.start(HashKind.ORDER), ids[slot]);
        h = StateHash.mix(h, accounts[slot].id());
        h = StateHash.mix(h, instruments[slot].id());
        h = StateHash.mix(h, signedLots[slot]);
        h = StateHash.mix(h, limits[slot]);
        h = isQuote[slot] ? StateHash.mix(h, 1) : h;
        h = isReduceOnly[slot] ? StateHash.mix(h, 3) : h;
        return StateHash.finish(sources[slot] == 0 ? h : StateHash.mix(StateHash.mix(h, 2), sources[slot]));
    }
}
