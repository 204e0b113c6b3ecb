package io.plimsoll.core.margin;

import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.HoldingsList;
import io.plimsoll.core.risk.RiskInstrument;

/** What charges of holdings look at: rows with lots, in the order in which they were listed, and what counts beside. Reuse the object. */
final class HeldList extends HoldingsList {
    private final Exposure exposure;
    private boolean hasOrders;

    /** Lists nothing yet. */
    HeldList(final Exposure exposure) {
        this.exposure = exposure;
    }

    @Override
    public void clear() {
        super.clear();
        hasOrders = false;
    }

    /** Becomes what another is; exposure besides. */
    void copy(final HeldList other) {
        copyList(other);
        hasOrders = other.hasOrders;
        exposure.copy(other.exposure);
    }

    /** Adds a row, with what others of the group hold in the instrument, or of the coin; nothing without a row. */
    void add(final RiskInstrument row, final long signedLots, final long others, final long coins) {
        if (row != null) {
            append(row, signedLots, others, coins);
        }
    }

    /** Sets the lots of a row that is listed, or adds it: such as an order that has filled. */
    void set(final RiskInstrument row, final long signedLots, final long others) {
        size(placeOf(row, others), signedLots, signedLots, signedLots);
    }

    /** Sets between which sizes the lots of a row could come to be, and which of them charges look at that know but one. */
    void range(
            final RiskInstrument row,
            final long signedLots,
            final long allBought,
            final long allSold,
            final long others) {
        size(placeOf(row, others), signedLots, allBought, allSold);
        hasOrders = true;
    }

    private int placeOf(final RiskInstrument row, final long others) {
        for (int i = 0; i < count(); i++) {
            if (instrument(i).id() == row.id()) {
                return i;
            }
        }
        append(row, 0, others, 0);
        return count() - 1;
    }

    @Override
    public Exposure exposure() {
        return exposure;
    }

    @Override
    public boolean hasOrders() {
        return hasOrders;
    }
}
