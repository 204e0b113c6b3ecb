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
     * Size that a position could have once open orders have filled.
     *
     * @param index from 0.
     * @param side positive: with all that buy and none that sell; negative: the other way round.
     * @return signed lots; the size of the position unless somebody says that there are orders.
     */
    default long lots(final int index, final int side) {
        return lots(index);
    }

    /**
     * The largest size that a position could have once open orders have filled.
     *
     * @param index from 0.
     * @return lots, not negative.
     */
    default long largest(final int index) {
        return Math.max(Math.abs(lots(index, 1)), Math.abs(lots(index, -1)));
    }

    /** {@return whether a position could have another size once open orders have filled} */
    default boolean hasOrders() {
        return false;
    }

    /**
     * What counts beside the positions where a charge looks at the whole of an underlying.
     *
     * @return others of the group, and orders; nothing unless somebody says so.
     */
    default Exposure exposure() {
        return Exposure.NONE;
    }

    /**
     * What the others of the account's group hold in the same instrument, long and short added without netting.
     *
     * @param index from 0.
     * @return lots, not negative.
     */
    default long lotsOfOthers(final int index) {
        return 0;
    }

    /**
     * What the others of the account's group own of the same coin: tiers of its haircut are read from all.
     *
     * @param index from 0.
     * @return lots, not negative; 0 of what is no coin.
     */
    default long coinsOfOthers(final int index) {
        return 0;
    }

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
