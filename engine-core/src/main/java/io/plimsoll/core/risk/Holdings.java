package io.plimsoll.core.risk;

/** Positions of a portfolio, in a fixed order. */
public interface Holdings {
    /** No positions. */
    Holdings NONE = new Holdings() {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public RiskInstrument instrument(final int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public long lots(final int index) {
            throw new IndexOutOfBoundsException(index);
        }
    };

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

    /**
     * Funds that open orders have reserved, beside the positions and in no sum of them. An order has two rows, one after the other:
     * what all of its funds would be of one coin, and what of another, in lots as the position in that coin has.
     *
     * @return the rows; none unless somebody says so.
     */
    default Holdings reserved() {
        return NONE;
    }
}
