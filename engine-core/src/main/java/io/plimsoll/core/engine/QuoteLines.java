package io.plimsoll.core.engine;

import io.plimsoll.core.account.OrderProposal;

/** Two-sided quotes, one an instrument, as a command names them. Reuse the object. */
public final class QuoteLines {
    /** Most instruments of a command. */
    public static final int LINES_MAX = OrderProposal.ORDERS_MAX / 2;

    private final int[] instruments = new int[LINES_MAX];
    private final long[] ids = new long[OrderProposal.ORDERS_MAX];
    private final long[] lots = new long[OrderProposal.ORDERS_MAX];
    private final long[] limits = new long[OrderProposal.ORDERS_MAX];
    private int count;

    /** Begins anew. */
    public void clear() {
        count = 0;
    }

    /**
     * Begins the quotes of an instrument; {@link #side} follows for both sides.
     *
     * @param instrument its id.
     */
    public void add(final int instrument) {
        instruments[count++] = instrument;
    }

    /**
     * One side of the instrument that was added last.
     *
     * @param isBid whether it buys.
     * @param id of the order.
     * @param size lots; 0: there is to be none.
     * @param limit in ticks.
     */
    public void side(final boolean isBid, final long id, final long size, final long limit) {
        final int at = at(count - 1, isBid);
        ids[at] = id;
        lots[at] = size;
        limits[at] = limit;
    }

    int count() {
        return count;
    }

    int instrument(final int line) {
        return instruments[line];
    }

    /** Whether an instrument stands in an earlier line as well. */
    boolean isRepeated(final int line) {
        for (int i = 0; i < line; i++) {
            if (instruments[i] == instruments[line]) {
                return true;
            }
        }
        return false;
    }

    /** Whether both sides are there and would trade with each other. */
    boolean isCrossed(final int line) {
        final int bid = at(line, true);
        final int ask = at(line, false);
        return lots[bid] != 0 && lots[ask] != 0 && limits[bid] >= limits[ask];
    }

    long id(final int line, final boolean isBid) {
        return ids[at(line, isBid)];
    }

    long lots(final int line, final boolean isBid) {
        return lots[at(line, isBid)];
    }

    long limit(final int line, final boolean isBid) {
        return limits[at(line, isBid)];
    }

    private static int at(final int line, final boolean isBid) {
        return 2 * line + (isBid ? 0 : 1);
    }
}
