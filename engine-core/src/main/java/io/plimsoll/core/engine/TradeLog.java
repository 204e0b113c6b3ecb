package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import org.agrona.collections.Long2LongHashMap;

/** The last trades by id, so that a repeat gets the same answer. The oldest makes room for the newest. */
final class TradeLog {
    /** No such trade. */
    static final int NONE = -1;

    private final long[] ids;
    private final long[] sequences;
    private final long[] contents;
    private final Long2LongHashMap slotById;
    private final StateHash stateHash;
    private int nextSlot;

    TradeLog(final int capacity, final StateHash stateHash) {
        this.ids = new long[capacity];
        this.sequences = new long[capacity];
        this.contents = new long[capacity];
        this.slotById = new Long2LongHashMap(2 * capacity, 0.55f, NONE);
        this.stateHash = stateHash;
    }

    int slotOf(final long tradeId) {
        return (int) slotById.get(tradeId);
    }

    long sequence(final int slot) {
        return sequences[slot];
    }

    /** Hash of the figures of the trade, to tell a repeat from a reuse of the id. */
    long content(final int slot) {
        return contents[slot];
    }

    void add(final long tradeId, final long sequence, final long content) {
        final int slot = nextSlot;
        final long evicted = hashAt(slot);
        if (ids[slot] != 0) {
            slotById.remove(ids[slot]);
        }
        ids[slot] = tradeId;
        sequences[slot] = sequence;
        contents[slot] = content;
        slotById.put(tradeId, slot);
        stateHash.replace(evicted, hashAt(slot));
        nextSlot = slot + 1 == ids.length ? 0 : slot + 1;
    }

    long hash() {
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            sum += hashAt(i);
        }
        return sum;
    }

    private long hashAt(final int slot) {
        return ids[slot] == 0 ? 0 : StateHash.of(HashKind.TRADE, ids[slot], sequences[slot], contents[slot]);
    }
}
