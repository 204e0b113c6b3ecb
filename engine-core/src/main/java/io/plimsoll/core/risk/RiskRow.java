package io.plimsoll.core.risk;

/**
 * What one lot of an instrument is worth, how it reacts, and by how much its value changes from the current mark under each
 * scenario. All of it is in risk units, so that one pass of multiply and add brings a position into a portfolio.
 *
 * <p>The first {@link Column#COUNT} numbers are the columns, then comes one number for each scenario. A row that is finished may be
 * {@link #pack packed}: where all of its numbers fit 32 bits, sums read half as much memory.
 */
public final class RiskRow {
    private final long[] values;
    private final int exponent;
    private int[] packed;
    private boolean isPacked;

    /**
     * A row of zeros.
     *
     * @param scenarios number of scenarios.
     * @param exponent one minor unit of the margin currency is 10^exponent risk units; may be negative.
     */
    public RiskRow(final int scenarios, final int exponent) {
        this.values = new long[Column.COUNT + scenarios];
        this.exponent = exponent;
    }

    /** {@return columns and scenarios, to be filled and read in place; whoever fills them packs the row anew} */
    public long[] values() {
        isPacked = false;
        return values;
    }

    /** Keeps the numbers in 32 bits besides, if all of them fit; nothing that is computed with the row changes. */
    public void pack() {
        long outside = 0;
        for (final long value : values) {
            outside |= value ^ (int) value;
        }
        isPacked = outside == 0;
        if (isPacked) {
            if (packed == null) {
                packed = new int[values.length];
            }
            for (int i = 0; i < values.length; i++) {
                packed[i] = (int) values[i];
            }
        }
    }

    /** {@return whether {@link #packed} holds the row} */
    public boolean isPacked() {
        return isPacked;
    }

    /** {@return the numbers in 32 bits} */
    int[] packed() {
        return packed;
    }

    /** {@return the numbers in 64 bits, to be read} */
    long[] numbers() {
        return values;
    }

    /**
     * A column of one lot, or a scenario behind the columns.
     *
     * @param column which.
     * @return risk units.
     */
    public long column(final int column) {
        return values[column];
    }

    /**
     * Value change of one lot under a scenario.
     *
     * @param scenario from 0.
     * @return risk units.
     */
    public long scenario(final int scenario) {
        return values[Column.COUNT + scenario];
    }

    /** {@return number of columns and scenarios} */
    public int length() {
        return values.length;
    }

    /** {@return number of scenarios} */
    public int scenarios() {
        return values.length - Column.COUNT;
    }

    /** {@return one minor unit of the margin currency is 10^exponent risk units} */
    public int exponent() {
        return exponent;
    }
}
