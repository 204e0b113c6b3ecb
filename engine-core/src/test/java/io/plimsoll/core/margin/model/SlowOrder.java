package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskInstrument;
import java.math.BigInteger;

/**
 * What an open order brings of a row, or takes of it, as the slow twins see it.
 *
 * @param instrument the row that the order counts by.
 * @param lots signed: positive when it brings them.
 */
record SlowOrder(RiskInstrument instrument, long lots) {
    /** What filling it changes under a scenario where its value then counts by a factor: it is paid for in full. */
    long change(final int scenario, final long factor) {
        final BigInteger value = times(instrument.row().column(Column.VALUE));
        return SlowNumbers.timesFloor(value.add(times(instrument.row().scenario(scenario))), factor)
                .subtract(value)
                .longValueExact();
    }

    private BigInteger times(final long number) {
        return BigInteger.valueOf(lots).multiply(BigInteger.valueOf(number));
    }

    /** One lot of it. */
    SlowOrder lot() {
        return new SlowOrder(instrument, Long.signum(lots));
    }

    SlowOrder negated() {
        return new SlowOrder(instrument, -lots);
    }
}
