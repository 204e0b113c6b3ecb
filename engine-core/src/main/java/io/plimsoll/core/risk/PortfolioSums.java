package io.plimsoll.core.risk;

import java.util.Arrays;

/**
 * Scenario profit and loss of one portfolio by underlying, or by expiry where a margin model needs that: kept up to date by one
 * pass for each trade, whatever the number of positions. Sums stand in the order of their places, so that a result does not
 * depend on how the portfolio came about.
 */
public final class PortfolioSums {
    private static final int INITIAL_CAPACITY = 4;

    private final Accumulator accumulator;
    private final RiskFrame frame;
    private final boolean byExpiry;
    private int[] places = new int[INITIAL_CAPACITY];
    private int[] vectors = new int[INITIAL_CAPACITY];
    private int count;

    /**
     * Sums of an empty portfolio.
     *
     * @param accumulator where the vectors live.
     * @param frame in which the places are.
     * @param byExpiry whether expiries are kept apart.
     */
    public PortfolioSums(final Accumulator accumulator, final RiskFrame frame, final boolean byExpiry) {
        this.accumulator = accumulator;
        this.frame = frame;
        this.byExpiry = byExpiry;
    }

    /** Empties the portfolio; its vectors are given back. */
    public void clear() {
        for (int i = 0; i < count; i++) {
            accumulator.giveBack(vectors[i]);
        }
        count = 0;
    }

    /**
     * Takes the sums of an underlying away; their vectors are given back.
     *
     * @param underlying place of it.
     */
    public void clear(final int underlying) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (underlying(i) == underlying) {
                accumulator.giveBack(vectors[i]);
            } else {
                places[kept] = places[i];
                vectors[kept++] = vectors[i];
            }
        }
        count = kept;
    }

    /**
     * Adds lots, or takes them away; of a coin with tiers of haircuts all that is held at once.
     *
     * @param instrument of which.
     * @param lots signed.
     */
    public void add(final RiskInstrument instrument, final long lots) {
        final int vector = vectorOf(instrument);
        accumulator.addTimes(vector, lots, instrument.row());
        addTiers(vector, instrument.tiers(), lots);
    }

    /**
     * Adds lots with the next {@link #settle} at the latest; see {@link Accumulator#addSoon}.
     *
     * @param instrument of which.
     * @param lots signed.
     */
    public void addSoon(final RiskInstrument instrument, final long lots) {
        final int vector = vectorOf(instrument);
        accumulator.addSoon(vector, lots, instrument.row());
        addTiers(vector, instrument.tiers(), lots);
    }

    private void addTiers(final int vector, final CoinTiers tiers, final long lots) {
        for (int i = 0; i < tiers.count(); i++) {
            accumulator.addTimes(vector, tiers.above(i, lots), tiers.row(i));
        }
    }

    /** Adds what {@link #addSoon} has left. */
    public void settle() {
        accumulator.settle();
    }

    /**
     * Adds what an order could lose; see {@link Accumulator#addLosses}.
     *
     * @param instrument of the order.
     * @param bySize scenarios in which a move counts as a loss whatever its sign.
     * @param sign 1, or -1 to take the same away again.
     * @param lots signed.
     * @param loss what filling costs at once, in minor units, not negative.
     */
    public void addLosses(
            final RiskInstrument instrument, final boolean[] bySize, final int sign, final long lots, final long loss) {
        accumulator.addLosses(vectorOf(instrument), bySize, sign, lots, instrument.row(), loss);
    }

    /**
     * Adds all positions of a portfolio.
     *
     * @param holdings the positions.
     */
    public void addAll(final Holdings holdings) {
        for (int i = 0; i < holdings.count(); i++) {
            addSoon(holdings.instrument(i), holdings.lots(i));
        }
        settle();
    }

    private int vectorOf(final RiskInstrument instrument) {
        final int place = byExpiry ? instrument.expiry() : instrument.underlying();
        final int index = indexOf(place, instrument.row().exponent());
        return vectors[index];
    }

    private int indexOf(final int place, final int exponent) {
        int at = 0;
        while (at < count && places[at] < place) {
            at++;
        }
        if (at < count && places[at] == place) {
            return at;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            vectors = Arrays.copyOf(vectors, 2 * count);
        }
        System.arraycopy(places, at, places, at + 1, count - at);
        System.arraycopy(vectors, at, vectors, at + 1, count - at);
        places[at] = place;
        vectors[at] = accumulator.take(exponent);
        count++;
        return at;
    }

    /** {@return number of sums} */
    public int count() {
        return count;
    }

    /** {@return whether expiries are kept apart} */
    public boolean isByExpiry() {
        return byExpiry;
    }

    /**
     * Place of a sum in the frame: an expiry where these are kept apart, else an underlying.
     *
     * @param index from 0.
     * @return the place.
     */
    public int place(final int index) {
        return places[index];
    }

    /**
     * Underlying of a sum.
     *
     * @param index from 0.
     * @return its place in the frame.
     */
    public int underlying(final int index) {
        return byExpiry ? frame.expiry(places[index]).underlying() : places[index];
    }

    /**
     * Vector of a sum.
     *
     * @param index from 0.
     * @return its number in the accumulator.
     */
    public int vector(final int index) {
        return vectors[index];
    }
}
