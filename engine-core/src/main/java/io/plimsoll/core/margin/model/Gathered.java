package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import java.util.Arrays;
import java.util.Set;

/** Columns of positions added up by place, in the order in which the places come up. Reuse the object; give back after use. */
final class Gathered {
    private static final int INITIAL_CAPACITY = 16;

    /** Rows of different risk units are added up apart. */
    private static final int UNITS = 32;

    private final Accumulator accumulator;
    private int[] slotOf = new int[INITIAL_CAPACITY];
    private int[] places = new int[INITIAL_CAPACITY];
    private int[] vectors = new int[INITIAL_CAPACITY];
    private RiskInstrument[] samples = new RiskInstrument[INITIAL_CAPACITY];
    private int count;

    Gathered(final Accumulator accumulator) {
        this.accumulator = accumulator;
        Arrays.fill(slotOf, -1);
    }

    /** Adds up the sizes of what is held of some kinds, long and short without netting, and of no order. */
    void sizesHeld(final Holdings holdings, final Grouping grouping, final Set<RiskKind> kinds) {
        for (int i = 0; i < holdings.count(); i++) {
            add(holdings, i, grouping, kinds, Math.abs(holdings.lots(i)));
        }
    }

    /** Adds up the sizes of what is of some kinds, long and short without netting, each as large as orders can make it. */
    void sizes(final Holdings holdings, final Grouping grouping, final Set<RiskKind> kinds) {
        for (int i = 0; i < holdings.count(); i++) {
            add(holdings, i, grouping, kinds, holdings.largest(i));
        }
    }

    /** Adds up what is of some kinds, net, with the orders filled that bring a column as far as can be to a side. */
    void net(
            final Holdings holdings,
            final Grouping grouping,
            final Set<RiskKind> kinds,
            final int column,
            final int side) {
        for (int i = 0; i < holdings.count(); i++) {
            final boolean isPositive = holdings.instrument(i).row().column(column) >= 0;
            add(holdings, i, grouping, kinds, holdings.lots(i, isPositive ? side : -side));
        }
    }

    private void add(
            final Holdings holdings,
            final int index,
            final Grouping grouping,
            final Set<RiskKind> kinds,
            final long lots) {
        final RiskInstrument instrument = holdings.instrument(index);
        if (kinds.contains(instrument.kind())) {
            final int unit = accumulator.unitOf(instrument.row());
            final int slot = slot(grouping.placeOf(instrument) * UNITS + unit, instrument);
            add(vectors[slot], lots, holdings.coinsOfOthers(index), instrument);
        }
    }

    private void add(final int vector, final long lots, final long others, final RiskInstrument instrument) {
        accumulator.addColumns(vector, lots, instrument.row());
        final CoinTiers tiers = instrument.tiers();
        for (int i = 0; i < tiers.count(); i++) {
            accumulator.addColumns(vector, tiers.above(i, lots, others), tiers.row(i));
        }
    }

    private int slot(final int place, final RiskInstrument instrument) {
        if (place >= slotOf.length) {
            final int before = slotOf.length;
            slotOf = Arrays.copyOf(slotOf, 2 * place + 1);
            Arrays.fill(slotOf, before, slotOf.length, -1);
        }
        if (slotOf[place] < 0) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
                vectors = Arrays.copyOf(vectors, 2 * count);
                samples = Arrays.copyOf(samples, 2 * count);
            }
            slotOf[place] = count;
            places[count] = place;
            samples[count] = instrument;
            vectors[count++] = accumulator.takeColumns(instrument.row().exponent());
        }
        return slotOf[place];
    }

    void giveBack() {
        for (int i = 0; i < count; i++) {
            slotOf[places[i]] = -1;
            samples[i] = null;
            accumulator.giveBack(vectors[i]);
        }
        count = 0;
    }

    int count() {
        return count;
    }

    int place(final int index) {
        return places[index] / UNITS;
    }

    int vector(final int index) {
        return vectors[index];
    }

    /** An instrument of the place: underlying and class of any are those of all. */
    RiskInstrument sample(final int index) {
        return samples[index];
    }
}
