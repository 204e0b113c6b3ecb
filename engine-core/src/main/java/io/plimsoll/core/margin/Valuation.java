package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.PriceBook;

/** Turns amounts of an asset into margin currency at the index price. */
public final class Valuation {
    /**
     * Bound of a single value: 2^54 millionths, 18 billion. What is above counts as this, so that the sum over all assets,
     * option values and positions of an account stays below 2^63.
     */
    public static final long USD_MAX = 1L << 54;

    private final PriceBook prices;

    /**
     * Values at the prices of a book.
     *
     * @param prices index prices.
     */
    public Valuation(final PriceBook prices) {
        this.prices = prices;
    }

    /**
     * Value of an amount, rounded down.
     *
     * @param asset the asset.
     * @param amount not negative, minor units.
     * @return millionths of the margin currency, at most {@link #USD_MAX}; 0 without an index price.
     */
    public long usdFloor(final Asset asset, final long amount) {
        final long price = priceOf(asset);
        return isUnit(asset, price)
                ? Math.min(USD_MAX, amount)
                : FixedPoint.mulDivFloor(amount, price, asset.usdDivisor(), USD_MAX);
    }

    /**
     * Value of an amount, rounded up.
     *
     * @param asset the asset.
     * @param amount not negative, minor units.
     * @return millionths of the margin currency, at most {@link #USD_MAX}; 0 without an index price.
     */
    public long usdCeil(final Asset asset, final long amount) {
        final long price = priceOf(asset);
        return isUnit(asset, price)
                ? Math.min(USD_MAX, amount)
                : FixedPoint.mulDivCeil(amount, price, asset.usdDivisor(), USD_MAX);
    }

    /**
     * Signed value of an amount, rounded down: less for an owner, more for a debtor.
     *
     * @param asset the asset.
     * @param amount signed minor units.
     * @return millionths of the margin currency, at most {@link #USD_MAX} either way; 0 without an index price.
     */
    public long usdSignedFloor(final Asset asset, final long amount) {
        return amount >= 0 ? usdFloor(asset, amount) : -usdCeil(asset, -amount);
    }

    /**
     * The notional of an order at its limit: what tiers would be read from.
     *
     * @param of instrument of the order.
     * @param lots not negative.
     * @param limit in ticks.
     * @return millionths of the margin currency, rounded up.
     */
    public long notional(final Instrument of, final long lots, final long limit) {
        final long amount = lots * of.lotNotional(limit);
        return of.notionalAsset() == null ? amount : usdCeil(of.notionalAsset(), amount);
    }

    private long priceOf(final Asset asset) {
        return asset.priceToCount(prices.indexPrice(asset));
    }

    private static boolean isUnit(final Asset asset, final long price) {
        return price == Asset.INDEX_PRICE_ONE && asset.scale() == Asset.USD_SCALE;
    }
}
