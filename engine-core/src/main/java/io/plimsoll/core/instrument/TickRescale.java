package io.plimsoll.core.instrument;

/**
 * Another tick size of an instrument, with which every price in use stays exactly what it is: ticks are multiplied, or divided
 * where that leaves no rest.
 *
 * @param times what ticks are multiplied with; 1: they are not.
 * @param divisor what ticks are divided by; 1: they are not.
 */
public record TickRescale(long times, long divisor) {
    private static final long FACTOR_MAX = 1L << 31;

    /**
     * How ticks change with the tick value.
     *
     * @param instrument whose tick value changes.
     * @param tickValue the new one.
     * @return the change; null when neither tick value divides the other, or they are the same.
     */
    public static TickRescale of(final Instrument instrument, final long tickValue) {
        final long before = instrument.terms().tickValue();
        if (tickValue < 1 || tickValue == before) {
            return null;
        }
        final boolean larger = tickValue > before;
        final long most = Math.max(tickValue, before);
        final long least = Math.min(tickValue, before);
        final long factor = most / least;
        if (factor * least != most || factor > FACTOR_MAX) {
            return null;
        }
        // The value of an inverse lot is its tick value over the ticks.
        return larger == instrument.kind().isInverse() ? new TickRescale(factor, 1) : new TickRescale(1, factor);
    }

    /**
     * Whether a price can be said in new ticks.
     *
     * @param ticks old ticks.
     * @return true when it can, exactly.
     */
    public boolean fits(final long ticks) {
        return ticks % divisor == 0 && Math.abs(ticks) <= ContractLimits.AMOUNT_MAX / times;
    }

    /**
     * A price in new ticks.
     *
     * @param ticks old ticks, of which {@link #fits} holds.
     * @return the same price.
     */
    public long of(final long ticks) {
        return ticks / divisor * times;
    }

    /**
     * Terms with the new tick size.
     *
     * @param terms old terms.
     * @param tickValue the new tick value.
     * @return terms of the same prices.
     */
    public InstrumentTerms of(final InstrumentTerms terms, final long tickValue) {
        final ContractTerms contract = terms.contract();
        return new InstrumentTerms(
                terms.id(),
                terms.symbol(),
                terms.underlying(),
                terms.settlement(),
                tickValue,
                of(terms.priceTicksMax()),
                terms.positionLotsMax(),
                terms.tierTable(),
                new ContractTerms(
                        contract.kind(),
                        contract.quote(),
                        of(contract.priceTicksMin()),
                        contract.lotSize(),
                        contract.contractValue(),
                        contract.expiry(),
                        contract.option()));
    }
}
