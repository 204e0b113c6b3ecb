package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import java.util.Arrays;

/**
 * A contract: what lots of it are worth at a price, exactly, in the settlement asset.
 *
 * <p>Linear contracts, spot pairs and options: lots x ticks x tick value. Inverse contracts: - lots x tick value / ticks, of
 * which the magnitude is rounded once; the sign makes a long gain when the price rises, so that for every kind P and L is
 * value at the mark less entry cost.
 */
public final class Instrument {
    private InstrumentTerms terms;
    private final int ordinal;
    private final Asset settlement;
    private final Asset underlying;
    private final Asset notionalAsset;
    private final InstrumentKind kind;
    private final boolean inverse;
    private final boolean premiumStyle;
    private final long positionLotsLimit;
    private final FundingIndex funding;
    private final long[] limits = new long[OrderLimit.count()];
    private TierTable tiers;
    private long positionLotsMax;
    private long positionLotsPeak;

    /**
     * Sets the terms. They have been checked.
     *
     * @param terms as defined; the instrument keeps them.
     * @param ordinal place among the instruments, in the order of definition.
     * @param settlement asset in which P and L is paid.
     * @param underlying asset it is about.
     * @param quote asset of the contract value of an inverse contract; null: the margin currency, or not inverse.
     * @param tiers margin tiers.
     */
    public Instrument(
            final InstrumentTerms terms,
            final int ordinal,
            final Asset settlement,
            final Asset underlying,
            final Asset quote,
            final TierTable tiers) {
        this.terms = terms;
        this.ordinal = ordinal;
        this.settlement = settlement;
        this.underlying = underlying;
        this.kind = terms.contract().kind();
        this.inverse = kind.isInverse();
        this.premiumStyle = terms.contract().isPremiumStyle();
        this.notionalAsset = inverse ? quote : kind == InstrumentKind.OPTION ? underlying : settlement;
        this.tiers = tiers;
        this.positionLotsLimit = ContractLimits.lotsMax(terms);
        this.funding = kind.isPerpetual() ? FundingIndex.of(positionLotsLimit) : null;
        this.positionLotsMax = terms.positionLotsMax();
        this.positionLotsPeak = positionLotsMax;
        Arrays.fill(limits, OrderLimit.UNLIMITED);
    }

    /**
     * Value of lots at a price. Linear: exact. Inverse: rounded to the nearest minor unit, half away from zero, so that what
     * one side books the other does with the opposite sign.
     *
     * @param lots signed, within the position limit.
     * @param ticks price, within the price limits.
     * @return signed minor units of the settlement asset; inverse: of the opposite sign of the lots.
     */
    public long value(final long lots, final long ticks) {
        return inverse ? inverseValueNearest(lots, ticks) : lots * ticks * terms.tickValue();
    }

    private long inverseValueNearest(final long lots, final long ticks) {
        final long magnitude = FixedPoint.mulDivNearest(Math.abs(lots), terms.tickValue(), ticks);
        return lots > 0 ? -magnitude : magnitude;
    }

    /**
     * Notional of one lot, from which margin tiers are read: linear its value at the mark, inverse its contract value, of an
     * option the underlying.
     *
     * @param ticks mark price.
     * @return not negative, minor units of {@link #notionalAsset}, or millionths of the margin currency.
     */
    public long lotNotional(final long ticks) {
        if (inverse) {
            return terms.contract().contractValue();
        }
        return kind == InstrumentKind.OPTION ? terms.contract().lotSize() : Math.abs(ticks) * terms.tickValue();
    }

    /** {@return what a lot has paid in funding so far; null when it is no perpetual} */
    public FundingIndex funding() {
        return funding;
    }

    /**
     * Worth of a lot of a perpetual, for funding.
     *
     * @param ticks price, positive.
     * @return positive, in units of {@link #funding}; inverse: rounded to the nearest.
     */
    public long fundedValue(final long ticks) {
        return inverse
                ? FixedPoint.mulDivNearest(terms.tickValue(), 1L << funding.fractionBits(), ticks)
                : (ticks * terms.tickValue()) << funding.fractionBits();
    }

    /** {@return asset in which {@link #lotNotional} is; null: the margin currency} */
    public Asset notionalAsset() {
        return notionalAsset;
    }

    /**
     * Whether a price may be used.
     *
     * @param ticks price.
     * @return true when within the limits.
     */
    public boolean isPrice(final long ticks) {
        return ticks >= terms.contract().priceTicksMin() && ticks <= terms.priceTicksMax();
    }

    /**
     * The price that may be used which is nearest to another.
     *
     * @param ticks any price.
     * @return ticks, within the limits.
     */
    public long nearestPrice(final long ticks) {
        return Math.max(terms.contract().priceTicksMin(), Math.min(terms.priceTicksMax(), ticks));
    }

    /**
     * Whether it has expired.
     *
     * @param timeNs now.
     * @return true from the expiry on.
     */
    public boolean isExpiredAt(final long timeNs) {
        return kind.isDated() && timeNs >= terms.contract().expiry().timeNs();
    }

    /** {@return contract type} */
    public InstrumentKind kind() {
        return kind;
    }

    /** {@return whether the premium is paid at the trade, and the position counts at its market value} */
    public boolean isPremiumStyle() {
        return premiumStyle;
    }

    /** {@return id of the instrument} */
    public int id() {
        return terms.id();
    }

    /** {@return place among the instruments, in the order of definition} */
    public int ordinal() {
        return ordinal;
    }

    /** {@return its terms as defined, in ticks of the size in force} */
    public InstrumentTerms terms() {
        return terms;
    }

    /**
     * Changes the tick size. Every value stays what it was.
     *
     * @param rescale how ticks change; price limits fit.
     * @param tickValue the new tick value.
     */
    public void rescale(final TickRescale rescale, final long tickValue) {
        terms = rescale.of(terms, tickValue);
    }

    /** {@return asset in which P and L is paid; spot: the asset that pays} */
    public Asset settlement() {
        return settlement;
    }

    /** {@return asset it is about} */
    public Asset underlying() {
        return underlying;
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
        positionLotsPeak = Math.max(positionLotsPeak, lots);
    }

    /** {@return the highest that the largest position of an account ever was, in lots} */
    public long positionLotsPeak() {
        return positionLotsPeak;
    }

    /**
     * A limit on orders.
     *
     * @param limit which.
     * @return its value; {@link OrderLimit#UNLIMITED} until it is set.
     */
    public long limit(final OrderLimit limit) {
        return limits[limit.index()];
    }

    /**
     * Sets a limit on orders.
     *
     * @param limit which.
     * @param value from 0 to {@link OrderLimit#UNLIMITED}.
     */
    public void limit(final OrderLimit limit, final long value) {
        limits[limit.index()] = value;
    }

    /** {@return whether it is a call} */
    public boolean isCall() {
        return terms.contract().option().side() == OptionSide.CALL;
    }

    /** {@return the largest position limit with which amounts fit} */
    public long positionLotsLimit() {
        return positionLotsLimit;
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
        h = positionLotsPeak == terms.positionLotsMax() ? h : StateHash.mix(h, positionLotsPeak);
        for (int i = 0; i < limits.length; i++) {
            h = limits[i] == OrderLimit.UNLIMITED ? h : StateHash.mix(StateHash.mix(h, i), limits[i]);
        }
        return StateHash.finish(terms.contract().mixInto(h));
    }
}
