package io.plimsoll.core.risk;

import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.SettlementBook;

/**
 * When the rows of an underlying are too old for a settlement window: within it what still moves shrinks by the minute. Each time a
 * {@value #WINDOW_PARTS}th of the window has passed, so that no row shows more of what a lot moved before the window than that
 * share too much, and windows of any length cost the same work. Reuse the object.
 */
final class RowAge {
    private static final int WINDOW_PARTS = 60;
    private static final long PART_NS_MIN = 1_000_000_000L;

    private final SettlementBook settlement;
    private long madeNs;
    private long endsNs;

    RowAge(final SettlementBook settlement) {
        this.settlement = settlement;
    }

    /** Rows are made as of a time; nothing ages yet. */
    void begin(final long timeNs) {
        madeNs = timeNs;
        endsNs = SettlementBook.NEVER;
    }

    /** Counts an instrument in that is not settled. */
    void with(final Instrument instrument) {
        final long averagedNs = settlement.averagedNs(instrument);
        final long expiryNs = instrument.terms().contract().expiry().timeNs();
        if (averagedNs > 0 && madeNs < expiryNs) {
            final long partNs = Math.max(PART_NS_MIN, averagedNs / WINDOW_PARTS);
            endsNs = Math.min(endsNs, Math.max(madeNs, expiryNs - averagedNs) + partNs);
        }
    }

    /** From when on rows are due; {@link SettlementBook#NEVER}: no window is to come. */
    long endsNs() {
        return endsNs;
    }
}
