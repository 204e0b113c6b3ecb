package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;

/** What lots are worth in 10^-12 of the margin currency: finer than minor units, so that a row of a cheap lot is not coarse. */
final class LotWorth {
    /** Largest lot, a million of the margin currency. */
    static final long MAX = 1_000_000_000_000_000_000L;

    private static final int EXTRA_DIGITS = 6;

    private final PriceBook prices;

    LotWorth(final PriceBook prices) {
        this.prices = prices;
    }

    /** What rows of a lot are made from: of an option what it is on, at the index price. */
    long ofLot(final Instrument instrument) {
        return instrument.kind() == InstrumentKind.OPTION
                ? of(instrument.underlying(), instrument.terms().contract().lotSize())
                : proportional(instrument);
    }

    /** A lot that moves in proportion to the underlying; 0 when it has no usable price. */
    long proportional(final Instrument instrument) {
        final Asset asset = instrument.kind().isInverse() ? instrument.notionalAsset() : instrument.settlement();
        if (!prices.hasMark(instrument) || prices.markTicks(instrument) <= 0) {
            return 0;
        }
        return of(asset, instrument.lotNotional(prices.markTicks(instrument)));
    }

    /** An amount of an asset, null for the margin currency; at most {@link #MAX} and one more. */
    long of(final Asset asset, final long amount) {
        if (asset == null) {
            return FixedPoint.mulDivFloor(amount, FixedPoint.powerOfTen(EXTRA_DIGITS), 1, MAX + 1);
        }
        final long price = asset.priceToCount(prices.indexPrice(asset));
        final int digits = asset.scale() + Asset.INDEX_PRICE_SCALE - Asset.USD_SCALE - EXTRA_DIGITS;
        return digits >= 0
                ? FixedPoint.mulDivFloor(amount, price, FixedPoint.powerOfTen(digits), MAX + 1)
                : FixedPoint.mulDivFloor(amount * FixedPoint.powerOfTen(-digits), price, 1, MAX + 1);
    }

    /** The mark in ticks of an option lot of a worth, rounded to nearest; the settlement asset has an index price. */
    long ticks(final Instrument instrument, final long worth) {
        final long tick = of(instrument.settlement(), instrument.terms().tickValue());
        return tick == 0 ? -1 : (worth + tick / 2) / tick;
    }
}
