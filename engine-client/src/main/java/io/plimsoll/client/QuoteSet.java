package io.plimsoll.client;

/** Quotes of one account that are to take the place of those it has in the same instruments. Made once and filled again. */
public final class QuoteSet {
    /** Most instruments of a set. */
    public static final int INSTRUMENTS_MAX = 16;

    final int[] instruments = new int[INSTRUMENTS_MAX];
    final long[] bidOrders = new long[INSTRUMENTS_MAX];
    final long[] bidLots = new long[INSTRUMENTS_MAX];
    final long[] bidPrices = new long[INSTRUMENTS_MAX];
    final long[] askOrders = new long[INSTRUMENTS_MAX];
    final long[] askLots = new long[INSTRUMENTS_MAX];
    final long[] askPrices = new long[INSTRUMENTS_MAX];
    int count;

    /** An empty set. */
    public QuoteSet() {}

    /**
     * Empties the set.
     *
     * @return this.
     */
    public QuoteSet clear() {
        count = 0;
        return this;
    }

    /**
     * Adds an instrument, without quotes until {@link #bid} and {@link #ask} follow.
     *
     * @param instrument once in a set.
     * @return this.
     * @throws IllegalStateException when it is full.
     */
    public QuoteSet in(final int instrument) {
        if (count == INSTRUMENTS_MAX) {
            throw new IllegalStateException("a set has quotes in at most " + INSTRUMENTS_MAX + " instruments");
        }
        instruments[count++] = instrument;
        bid(0, 0, 0);
        return ask(0, 0, 0);
    }

    /**
     * The bid in the instrument added last.
     *
     * @param order id that is not in use, or that of the bid that is replaced.
     * @param lots size; 0: none from now on.
     * @param ticks limit price.
     * @return this.
     */
    public QuoteSet bid(final long order, final long lots, final long ticks) {
        bidOrders[count - 1] = order;
        bidLots[count - 1] = lots;
        bidPrices[count - 1] = ticks;
        return this;
    }

    /**
     * The ask in the instrument added last.
     *
     * @param order id that is not in use, or that of the ask that is replaced.
     * @param lots size; 0: none from now on.
     * @param ticks limit price.
     * @return this.
     */
    public QuoteSet ask(final long order, final long lots, final long ticks) {
        askOrders[count - 1] = order;
        askLots[count - 1] = lots;
        askPrices[count - 1] = ticks;
        return this;
    }

    /** {@return number of instruments} */
    public int count() {
        return count;
    }
}
