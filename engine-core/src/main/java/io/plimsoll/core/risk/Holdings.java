package io.plimsoll.core.risk;

/** Positions of a portfolio, in a fixed order. */
public interface Holdings {
    /** {@return number of positions} */
    int count();

    /**
     * What a position is in.
     *
     * @param index from 0.
     * @return the instrument.
     */
    RiskInstrument instrument(int index);

    /**
     * Size of a position.
     *
     * @param index from 0.
     * @return signed lots.
     */
    long lots(int index);
}
