package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;

/** Terms of a linear perpetual: lots x ticks x tick value is exact money in the settlement asset. */
public final class Instrument {
    /**
     * Largest value of one account's position at the largest price, in minor units of the settlement asset. With at most 128
     * positions an account the sum of their values stays below 2^61.
     */
    public static final long POSITION_VALUE_MAX = 1L << 54;

    private final InstrumentTerms terms;
    private final int ordinal;
    private final Asset settlement;
    private TierTable tiers;
    private long positionLotsMax;

    /**
     * Sets the terms. They have been checked.
     *
     * @param terms as defined; the instrument keeps them.
     * @param ordinal place among the instruments, in the order of definition.
     * @param settlement asset in which P and L is paid.
     * @param tiers margin tiers.
     */
    public Instrument(final InstrumentTerms terms, final int ordinal, final Asset settlement, final TierTable tiers) {
        this.terms = terms;
        this.ordinal = ordinal;
        this.settlement = settlement;
        this.tiers = tiers;
        this.positionLotsMax = terms.positionLotsMax();
    }

    /**
     * Value of lots at a price: exact.
     *
     * @param lots signed, within the position limit.
     * @param ticks price, within the price limit.
     * @return signed minor units of the settlement asset.
     */
    public long value(final long lots, final long ticks) {
        return lots * ticks * terms.tickValue();
    }

    /**
     * Whether a price may be used.
     *
     * @param ticks price.
     * @return true when positive and within the limit.
     */
    public boolean isPrice(final long ticks) {
        return ticks > 0 && ticks <= terms.priceTicksMax();
    }

    /** {@return id of the instrument} */
    public int id() {
        return terms.id();
    }

    /** {@return place among the instruments, in the order of definition} */
    public int ordinal() {
        return ordinal;
    }

    /** {@return its terms as defined} */
    public InstrumentTerms terms() {
        return terms;
    }

    /** {@return asset in which P and L is paid} */
    public Asset settlement() {
        return settlement;
    }

    /** {@return margin tiers} */
    public TierTable tiers() {
        return tiers;
    }

    /**
     * Changes the margin tiers.
     *
     * @param newTiers to use from now on.
     */
    public void tiers(final TierTable newTiers) {
        tiers = newTiers;
    }

    /** {@return largest position of an account, in lots} */
    public long positionLotsMax() {
        return positionLotsMax;
    }

    /**
     * Changes the largest position of an account.
     *
     * @param lots positive, at most {@link #positionLotsLimit}.
     */
    public void positionLotsMax(final long lots) {
        positionLotsMax = lots;
    }

    /** {@return the largest position limit that keeps every value below {@link #POSITION_VALUE_MAX}} */
    public long positionLotsLimit() {
        return POSITION_VALUE_MAX / terms.priceTicksMax() / terms.tickValue();
    }

    /** {@return hash of the terms} */
    public long hash() {
        long h = StateHash.start(HashKind.INSTRUMENT);
        h = StateHash.mix(h, terms.id());
        h = StateHash.mix(h, terms.symbol().first());
        h = StateHash.mix(h, terms.symbol().second());
        h = StateHash.mix(h, terms.underlying());
        h = StateHash.mix(h, settlement.id());
        h = StateHash.mix(h, terms.tickValue());
        h = StateHash.mix(h, terms.priceTicksMax());
        h = StateHash.mix(h, positionLotsMax);
        h = StateHash.mix(h, tiers.id());
        return StateHash.finish(h);
    }
}
