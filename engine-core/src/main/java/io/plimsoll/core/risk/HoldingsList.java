package io.plimsoll.core.risk;

import java.util.Arrays;

/** Rows with lots, in the order in which they were listed, and between which sizes orders could bring them. Reuse the object. */
public abstract class HoldingsList implements Holdings {
    private static final int INITIAL_CAPACITY = 8;

    private RiskInstrument[] instruments = new RiskInstrument[INITIAL_CAPACITY];
    private long[] lots = new long[INITIAL_CAPACITY];
    private long[] bought = new long[INITIAL_CAPACITY];
    private long[] sold = new long[INITIAL_CAPACITY];
    private long[] lotsOfOthers = new long[INITIAL_CAPACITY];
    private long[] coinsOfOthers = new long[INITIAL_CAPACITY];
    private int count;

    /** Lists nothing. */
    public void clear() {
        count = 0;
    }

    /**
     * Lists what another does.
     *
     * @param other any.
     */
    protected final void copyList(final HoldingsList other) {
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
    }

    /**
     * Lists a row that no order moves.
     *
     * @param row the row.
     * @param signedLots its lots.
     * @param others what others of the group hold in the instrument.
     * @param coins what others of the group own of the coin.
     */
    protected final void append(final RiskInstrument row, final long signedLots, final long others, final long coins) {
        if (count == lots.length) {
            grow(2 * count);
        }
        instruments[count] = row;
        lotsOfOthers[count] = others;
        coinsOfOthers[count] = coins;
        size(count++, signedLots, signedLots, signedLots);
    }

    /**
     * Sets the sizes of a row.
     *
     * @param index of it.
     * @param signedLots of which charges look at that know but one size.
     * @param allBought with all orders filled that buy.
     * @param allSold with all orders filled that sell.
     */
    protected final void size(final int index, final long signedLots, final long allBought, final long allSold) {
        lots[index] = signedLots;
        bought[index] = allBought;
        sold[index] = allSold;
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
    public final int count() {
        return count;
    }

    @Override
    public final RiskInstrument instrument(final int index) {
        return instruments[index];
    }

    @Override
    public final long lots(final int index) {
        return lots[index];
    }

    @Override
    public final long lots(final int index, final int side) {
        return side > 0 ? bought[index] : sold[index];
    }

    @Override
    public final long lotsOfOthers(final int index) {
        return lotsOfOthers[index];
    }

    @Override
    public final long coinsOfOthers(final int index) {
        return coinsOfOthers[index];
    }
}
