package io.plimsoll.core.market;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import java.util.Arrays;

/**
 * Index price of every asset, mark price and status of every market. An index price of 0 is no price; a mark may be 0 or
 * negative, where its instrument says so.
 */
public final class PriceBook {
    /** Largest index price: 10^8 of the margin currency for one whole unit. */
    public static final long INDEX_PRICE_MAX = 1_000_000_000_000_000_000L;

    private final long[] indexPrices;
    private final long[] indexTimesNs;
    private final long[] markTicks;
    private final boolean[] marked;
    private final boolean[] quoted;
    private final MarketStatus[] statuses;
    private final StateHash stateHash;
    private long stablePrice = Asset.INDEX_PRICE_ONE;

    /**
     * A book without prices, all markets open.
     *
     * @param assets room for assets.
     * @param instruments room for instruments.
     * @param stateHash hash to keep up to date.
     */
    public PriceBook(final int assets, final int instruments, final StateHash stateHash) {
        this.indexPrices = new long[assets];
        this.indexTimesNs = new long[assets];
        this.markTicks = new long[instruments];
        this.marked = new boolean[instruments];
        this.quoted = new boolean[instruments];
        this.statuses = new MarketStatus[instruments];
        Arrays.fill(statuses, MarketStatus.OPEN);
        this.stateHash = stateHash;
    }

    /**
     * Index price of an asset.
     *
     * @param asset the asset.
     * @return margin currency per whole unit x 10^10; 0: none.
     */
    public long indexPrice(final Asset asset) {
        return indexPrices[asset.ordinal()];
    }

    /**
     * What the weakest stable coin is worth. Follows from index prices.
     *
     * @return as an index price; one unit of the margin currency at most.
     */
    public long stablePrice() {
        return stablePrice;
    }

    /**
     * Says what the weakest stable coin is worth now.
     *
     * @param price as {@link #stablePrice()}.
     */
    public void stablePrice(final long price) {
        stablePrice = price;
    }

    /**
     * Sets the index price of an asset, or says again that it is the same.
     *
     * @param asset the asset.
     * @param price positive, at most {@link #INDEX_PRICE_MAX}.
     * @param timeNs when it came.
     */
    public void indexPrice(final Asset asset, final long price, final long timeNs) {
        final long before = hashOf(asset);
        indexPrices[asset.ordinal()] = price;
        indexTimesNs[asset.ordinal()] = timeNs;
        stateHash.replace(before, hashOf(asset));
    }

    /**
     * When the index price of an asset came.
     *
     * @param asset the asset.
     * @return ns since 1970; 0: there is none.
     */
    public long indexTimeNs(final Asset asset) {
        return indexTimesNs[asset.ordinal()];
    }

    /**
     * Whether the index price of an asset is older than it may be.
     *
     * @param asset the asset.
     * @param nowNs the engine's time.
     * @return false for an asset without a limit.
     */
    public boolean isStale(final Asset asset, final long nowNs) {
        final long most = asset.rules().get(AssetRule.INDEX_AGE_MAX);
        return most > 0 && nowNs - indexTimeNs(asset) > most;
    }

    /**
     * Whether an instrument has a mark price.
     *
     * @param instrument the instrument.
     * @return true once one was set.
     */
    public boolean hasMark(final Instrument instrument) {
        return marked[instrument.ordinal()];
    }

    /**
     * Mark price of an instrument.
     *
     * @param instrument the instrument.
     * @return ticks; 0 also while there is none.
     */
    public long markTicks(final Instrument instrument) {
        return markTicks[instrument.ordinal()];
    }

    /**
     * Sets the mark price of an instrument.
     *
     * @param instrument the instrument.
     * @param ticks a price of it.
     */
    public void markTicks(final Instrument instrument, final long ticks) {
        stateHash.replace(markHash(instrument), hash(HashKind.MARK_PRICE, instrument.id(), ticks));
        markTicks[instrument.ordinal()] = ticks;
        marked[instrument.ordinal()] = true;
    }

    /**
     * Whether the mark of an option comes from the surface: until somebody quotes one.
     *
     * @param instrument the instrument.
     * @return true for an option that never was given a mark.
     */
    public boolean followsSurface(final Instrument instrument) {
        return instrument.kind() == InstrumentKind.OPTION && !quoted[instrument.ordinal()];
    }

    /**
     * Notes that somebody quotes the mark of an instrument.
     *
     * @param instrument the instrument.
     */
    public void quote(final Instrument instrument) {
        if (followsSurface(instrument)) {
            quoted[instrument.ordinal()] = true;
            stateHash.replace(0, quoteHash(instrument));
        }
    }

    private long quoteHash(final Instrument instrument) {
        return quoted[instrument.ordinal()] ? hash(HashKind.MARK_PRICE, -instrument.id(), 1) : 0;
    }

    /**
     * Status of a market.
     *
     * @param instrument the instrument.
     * @return what is allowed.
     */
    public MarketStatus status(final Instrument instrument) {
        return statuses[instrument.ordinal()];
    }

    /**
     * Sets the status of a market. An open market has no part in the hash.
     *
     * @param instrument the instrument.
     * @param status what is allowed from now on.
     */
    public void status(final Instrument instrument, final MarketStatus status) {
        final int id = instrument.id();
        stateHash.replace(statusHash(id, statuses[instrument.ordinal()]), statusHash(id, status));
        statuses[instrument.ordinal()] = status;
    }

    /**
     * Hash of all that the book says of an asset.
     *
     * @param asset the asset.
     * @return its part of the state hash.
     */
    public long hashOf(final Asset asset) {
        final long price = indexPrice(asset);
        return price == 0 ? 0 : StateHash.of(HashKind.INDEX_PRICE, asset.id(), price, indexTimeNs(asset));
    }

    /**
     * Hash of all that the book says of an instrument.
     *
     * @param instrument the instrument.
     * @return its part of the state hash.
     */
    public long hashOf(final Instrument instrument) {
        return markHash(instrument) + quoteHash(instrument) + statusHash(instrument.id(), status(instrument));
    }

    private long markHash(final Instrument instrument) {
        return hasMark(instrument) ? hash(HashKind.MARK_PRICE, instrument.id(), markTicks(instrument)) : 0;
    }

    private static long statusHash(final int id, final MarketStatus status) {
        return status == MarketStatus.OPEN ? 0 : hash(HashKind.MARKET, id, status.code());
    }

    private static long hash(final HashKind kind, final int id, final long price) {
        return StateHash.of(kind, id, price);
    }
}
