package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.OrderLimit;
import io.plimsoll.core.market.PriceBook;

/**
 * How far from the mark a limit may be: on the side that trades at once, a buy above it and a sell below, and on the side that rests.
 * An instrument has bands of its own, or that of the venue. A market order goes to the end of its band.
 */
final class PriceBand {
    private final PriceBook prices;
    private final Parameters parameters;

    PriceBand(final PriceBook prices, final Parameters parameters) {
        this.prices = prices;
        this.parameters = parameters;
    }

    /** The limit that a market order stands for, in ticks: the end of its band, within the instrument's prices; it has a mark. */
    long limitOfMarketOrder(final Instrument instrument, final boolean isBuy) {
        final long end = end(instrument, isBuy, isBuy);
        final long most = Math.min(instrument.terms().priceTicksMax(), end);
        return Math.max(instrument.terms().contract().priceTicksMin(), most);
    }

    /** Whether a limit is no further from the mark than it may be. */
    boolean holds(final Instrument instrument, final boolean isBuy, final long limit) {
        final long end = endBeyond(instrument, isBuy, limit);
        return limit > prices.markTicks(instrument) ? limit <= end : limit >= end;
    }

    /** The end of the band on the side of the mark where a limit is, in ticks; it need not be a price of the instrument. */
    long endBeyond(final Instrument instrument, final boolean isBuy, final long limit) {
        return end(instrument, isBuy, limit > prices.markTicks(instrument));
    }

    /** Where prices come near zero the band is at least a tick wide, or a market with a small mark could not be traded. */
    private long end(final Instrument instrument, final boolean isBuy, final boolean isAbove) {
        final long mark = prices.markTicks(instrument);
        final long ppm =
                ppm(instrument.limit(isAbove == isBuy ? OrderLimit.TAKING_BAND_PPM : OrderLimit.RESTING_BAND_PPM));
        final long least = instrument.terms().contract().priceTicksMin() < 1 ? 1 : 0;
        final long share = FixedPoint.mulDivFloor(Math.abs(mark), ppm, FixedPoint.PPM, Long.MAX_VALUE >> 1);
        final long width = Math.max(least, share);
        return isAbove ? mark + width : mark - width;
    }

    private long ppm(final long ofInstrument) {
        return ofInstrument == OrderLimit.UNLIMITED ? parameters.orderPriceBandPpm() : ofInstrument;
    }
}
