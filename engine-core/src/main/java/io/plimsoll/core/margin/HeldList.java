package io.plimsoll.core.margin;

import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.Arrays;

/** What charges of holdings look at: rows with lots, in the order in which they were listed, and what counts beside. Reuse the object. */
final class HeldList implements Holdings {
    private final Exposure exposure;
    private RiskInstrument[] instruments = new RiskInstrument[8];
    private long[] lots = new long[8];
    private long[] bought = new long[8];
    private long[] sold = new long[8];
    private long[] lotsOfOthers = new long[8];
    private long[] coinsOfOthers = new long[8];
    private int count;
    private boolean hasOrders;

    /** Lists nothing yet. */
    HeldList(final Exposure exposure) {
        this.exposure = exposure;
    }

    void clear() {
        count = 0;
        hasOrders = false;
    }

    /** Becomes what another is; exposure besides. */
    void copy(final HeldList other) {
        if (lots.length < other.count) {
            grow(other.lots.length);
        }
        System.arraycopy(other.instruments, 0, instruments, 0, other.count);
        System.arraycopy(other.lots, 0, lots, 0, other.count);
        System.arraycopy(other.bought, 0, bought, 0, other.count);
        System.arraycopy(other.sold, 0, sold, 0, other.count);
        System.arraycopy(other.lotsOfOthers, 0, lotsOfOthers, 0, other.count);
        System.arraycopy(other.coinsOfOthers, 0, coinsOfOthers, 0, other.count);
        count = other.count;
        hasOrders = other.hasOrders;
        exposure.copy(other.exposure);
    }

    /** Adds a row, with what others of the group hold in the instrument, or of the coin; nothing without a row. */
    void add(final RiskInstrument row, final long signedLots, final long others, final long coins) {
        if (row == null) {
            return;
        }
        if (count == lots.length) {
            grow(2 * count);
        }
        instruments[count] = row;
        lotsOfOthers[count] = others;
        coinsOfOthers[count] = coins;
        bought[count] = signedLots;
        sold[count] = signedLots;
        lots[count++] = signedLots;
    }

    /** Sets the lots of a row that is listed, or adds it: such as an order that has filled. */
    void set(final RiskInstrument row, final long signedLots, final long others) {
        final int at = placeOf(row, others);
        lots[at] = signedLots;
        bought[at] = signedLots;
        sold[at] = signedLots;
    }

    /** Sets between which sizes the lots of a row could come to be, and which of them charges look at that know but one. */
    void range(
            final RiskInstrument row,
            final long signedLots,
            final long allBought,
            final long allSold,
            final long others) {
        final int at = placeOf(row, others);
        lots[at] = signedLots;
        bought[at] = allBought;
        sold[at] = allSold;
        hasOrders = true;
    }

    private int placeOf(final RiskInstrument row, final long others) {
        for (int i = 0; i < count; i++) {
            if (instruments[i].id() == row.id()) {
                return i;
            }
        }
        add(row, 0, others, 0);
        return count - 1;
    }

    private void grow(final int capacity) {
        instruments = Arrays.copyOf(instruments, capacity);
        lots = Arrays.copyOf(lots, capacity);
        bought = Arrays.copyOf(bought, capacity);
        sold = Arrays.copyOf(sold, capacity);
        lotsOfOthers = Arrays.copyOf(lotsOfOthers, capacity);
        coinsOfOthers = Arrays.copyOf(coinsOfOthers, capacity);
    }

    @Override
    public Exposure exposure() {
        return exposure;
    }

    @Override
    public long lotsOfOthers(final int index) {
        return lotsOfOthers[index];
    }

    @Override
    public long coinsOfOthers(final int index) {
        return coinsOfOthers[index];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instruments[index];
    }

    @Override
    public long lots(final int index) {
        return lots[index];
    }

    @Override
    public long lots(final int index, final int side) {
        return side > 0 ? bought[index] : sold[index];
    }

    @Override
    public boolean hasOrders() {
        return hasOrders;
    }
}
