package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;

/**
 * The one place that proves that products fit in a {@code long}. An instrument is refused when its largest position passes
 * {@link #lotsMax}; a trade that would take a position beyond it is not booked there.
 *
 * <p>So, for every position of up to that many lots at every legal price, these are at most 2^54:
 *
 * <ul>
 *   <li>its value, hence its entry cost but for less than one unit a trade of rounding, and half of what it can realise;
 *   <li>its notional: linear as the value; inverse lots x contract value; option lots x lot size;
 *   <li>the underlying that a spot trade moves.
 * </ul>
 *
 * <p>With at most 128 positions an account the sums of values, and of values less costs, stay below 2^62.
 */
public final class ContractLimits {
    /** Largest value, notional or amount of one position. */
    public static final long AMOUNT_MAX = 1L << 54;

    private static final int FRACTION_BITS_MAX = 30;

    private ContractLimits() {}

    /**
     * Whether the figures of an instrument are usable together; whether each belongs to its kind is checked elsewhere.
     *
     * @param terms to check; prices and sizes that its kind does not have are 0.
     * @return true when amounts fit, there is a legal price, and an inverse lot is worth at least one minor unit at the
     *     largest price.
     */
    public static boolean fit(final InstrumentTerms terms) {
        final boolean positive = terms.tickValue() > 0 && terms.priceTicksMax() > 0 && terms.positionLotsMax() > 0;
        return positive
                && terms.contract().priceTicksMin() <= terms.priceTicksMax()
                && terms.positionLotsMax() <= lotsMax(terms)
                && (!terms.contract().kind().isInverse() || terms.tickValue() >= terms.priceTicksMax());
    }

    /**
     * Bits behind the point with which a lot's value at any legal price fits a {@code long}.
     *
     * @param positionLotsLimit as {@link #lotsMax} says.
     * @return 0 to {@value #FRACTION_BITS_MAX}.
     */
    public static int fractionBits(final long positionLotsLimit) {
        final long half = Math.max(1, AMOUNT_MAX / 2 / positionLotsLimit);
        return Math.min(FRACTION_BITS_MAX, Long.numberOfLeadingZeros(half) - 3);
    }

    /**
     * Most lots that one position may have.
     *
     * @param terms with positive tick value and prices.
     * @return lots, at most {@link #AMOUNT_MAX}; 0 when one lot is too much.
     */
    public static long lotsMax(final InstrumentTerms terms) {
        final ContractTerms contract = terms.contract();
        long most;
        if (contract.kind().isInverse()) {
            most = FixedPoint.mulDivFloor(AMOUNT_MAX, contract.priceTicksMin(), terms.tickValue(), AMOUNT_MAX);
            most = Math.min(most, AMOUNT_MAX / contract.contractValue());
        } else {
            most = AMOUNT_MAX / terms.priceTicksMax() / terms.tickValue();
        }
        return contract.kind().hasLotSize() ? Math.min(most, AMOUNT_MAX / contract.lotSize()) : most;
    }
}
