package io.plimsoll.core.risk;

import java.util.Arrays;

/**
 * Scenario profit and loss of one portfolio by underlying, or by expiry where a margin model needs that: kept up to date by one
 * pass for each trade, whatever the number of positions. Sums stand in the order of their places, so that a result does not
 * depend on how the portfolio came about.
 */
public final class PortfolioSums {
    /** No vector. */
    static final int NONE = -1;

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
     * Adds lots, or takes them away.
     *
     * @param instrument of which; no coin.
     * @param lots signed.
     */
    public void add(final RiskInstrument instrument, final long lots) {
        accumulator.addTimes(vectorOf(instrument), lots, instrument.row());
    }

    /**
     * Adds all that is held of a coin, or takes it away.
     *
     * @param coin of which.
     * @param lots signed.
     * @param others what others of the group hold of it, in lots: tiers of its haircut are read from all.
     */
    public void addCoin(final RiskInstrument coin, final long lots, final long others) {
        final int vector = vectorOf(coin);
        accumulator.addTimes(vector, lots, coin.row());
        addTiers(vector, coin.tiers(), lots, others);
    }

    /**
     * Adds lots with the next {@link #settle} at the latest; see {@link Accumulator#addSoon}.
     *
     * @param instrument of which; no coin.
     * @param lots signed.
     */
    public void addSoon(final RiskInstrument instrument, final long lots) {
        accumulator.addSoon(vectorOf(instrument), lots, instrument.row());
    }

    private void addTiers(final int vector, final CoinTiers tiers, final long lots, final long others) {
        for (int i = 0; i < tiers.count(); i++) {
            accumulator.addTimes(vector, tiers.above(i, lots, others), tiers.row(i));
        }
    }

    /** Adds what {@link #addSoon} has left. */
    public void settle() {
        accumulator.settle();
    }

    /**
     * Becomes what another is.
     *
     * @param other sums in the same frame and accumulator.
     */
    public void copy(final PortfolioSums other) {
        clear();
        if (places.length < other.count) {
            places = new int[other.places.length];
            vectors = new int[other.places.length];
        }
        for (int i = 0; i < other.count; i++) {
            places[i] = other.places[i];
            vectors[i] = accumulator.takeCopy(other.vectors[i]);
        }
        count = other.count;
    }

    /**
     * Adds all positions of a portfolio.
     *
     * @param holdings the positions.
     */
    public void addAll(final Holdings holdings) {
        for (int i = 0; i < holdings.count(); i++) {
            addSoon(holdings.instrument(i), holdings.lots(i));
            addTiers(
                    vectorOf(holdings.instrument(i)),
                    holdings.instrument(i).tiers(),
                    holdings.lots(i),
                    holdings.coinsOfOthers(i));
        }
        settle();
    }

    /** The vector that an instrument goes into; a new one, where there was none. */
    int vectorOf(final RiskInstrument instrument) {
        final int place = byExpiry ? instrument.expiry() : instrument.underlying();
        final int at = firstFrom(place);
        if (!isAt(at, place)) {
            insert(at, place, accumulator.take(instrument.row().exponent()));
        }
        return vectors[at];
    }

    /** The vector of a place, {@link #NONE} where nothing is there. */
    int vectorOf(final int place) {
        final int at = firstFrom(place);
        return isAt(at, place) ? vectors[at] : NONE;
    }

    /** The vector of a place; a new one in the risk unit of another vector, where there was none. */
    int vectorAt(final int place, final int like) {
        final int at = firstFrom(place);
        if (!isAt(at, place)) {
            insert(at, place, accumulator.takeLike(like));
        }
        return vectors[at];
    }

    /** Index of the first sum whose place is not below one; the number of sums, if there is none. */
    private int firstFrom(final int place) {
        int at = 0;
        while (at < count && places[at] < place) {
            at++;
        }
        return at;
    }

    private boolean isAt(final int index, final int place) {
        return index < count && places[index] == place;
    }

    private void insert(final int at, final int place, final int vector) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            vectors = Arrays.copyOf(vectors, 2 * count);
        }
        System.arraycopy(places, at, places, at + 1, count - at);
        System.arraycopy(vectors, at, vectors, at + 1, count - at);
        places[at] = place;
        vectors[at] = vector;
        count++;
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
