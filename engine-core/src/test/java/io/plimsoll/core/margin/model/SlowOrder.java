package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.RiskInstrument;

/**
 * What an open order brings of a row, or takes of it, as the slow twins see it.
 *
 * @param instrument the row that the order counts by.
 * @param lots signed: positive when it brings them.
 */
record SlowOrder(RiskInstrument instrument, long lots) {
    /** What filling it changes under a scenario. */
    long change(final int scenario) {
        return Math.multiplyExact(lots, instrument.row().scenario(scenario));
    }
}
