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

    /** Adds up what is of some kinds; net, or gross: long and short without netting. */
    void gather(final Holdings holdings, final Grouping grouping, final Set<RiskKind> kinds, final boolean gross) {
        for (int i = 0; i < holdings.count(); i++) {
            final RiskInstrument instrument = holdings.instrument(i);
            if (kinds.contains(instrument.kind())) {
                final long lots = holdings.lots(i);
                final int unit = accumulator.unitOf(instrument.row());
                final int slot = slot(grouping.placeOf(instrument) * UNITS + unit, instrument);
                add(vectors[slot], gross ? Math.abs(lots) : lots, holdings.coinsOfOthers(i), instrument);
            }
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
