package io.plimsoll.core.risk;

/**
 * What one lot of an instrument is worth, how it reacts, and by how much its value changes from the current mark under each
 * scenario. All of it is in risk units, so that one pass of multiply and add brings a position into a portfolio.
 *
 * <p>The first {@link Column#COUNT} numbers are the columns, then comes one number for each scenario.
 */
public final class RiskRow {
    private final long[] values;
    private final int exponent;

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

    /** {@return columns and scenarios, to be filled and read in place} */
    public long[] values() {
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
