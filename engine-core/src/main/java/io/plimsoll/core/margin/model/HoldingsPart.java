package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.Arrays;

/** Some positions of a portfolio, in its order. Used again and again. */
final class HoldingsPart implements Holdings {
    private static final int INITIAL_CAPACITY = 8;

    private Holdings whole;
    private int[] indexes = new int[INITIAL_CAPACITY];
    private int count;

    /** Has no positions yet. */
    void of(final Holdings holdings) {
        whole = holdings;
        count = 0;
    }

    void add(final int index) {
        if (count == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * count);
        }
        indexes[count++] = index;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return whole.instrument(indexes[index]);
    }

    @Override
    public long lots(final int index) {
        return whole.lots(indexes[index]);
    }
}
