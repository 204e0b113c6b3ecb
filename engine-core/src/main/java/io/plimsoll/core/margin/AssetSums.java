package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;

/**
 * Sums by asset of what orders do, as far as they are counted: what stays, and beside it what is tried and taken back. The assets that
 * something was added to are listed in the order in which that happened first.
 */
final class AssetSums {
    private final long max;
    private final long[] stays;
    private final long[] tried;
    private final boolean[] isListed;
    private final Asset[] listed;
    private int count;
    private boolean isTrying;

    /**
     * No sums yet.
     *
     * @param assets room for assets.
     * @param max what stays of an asset is kept within this, and likewise what is tried; below 2^62, so that both together fit.
     */
    AssetSums(final int assets, final long max) {
        this.max = max;
        this.stays = new long[assets];
        this.tried = new long[assets];
        this.isListed = new boolean[assets];
        this.listed = new Asset[assets];
    }

    /** Forgets everything. */
    void begin() {
        takeBack();
        for (int i = 0; i < count; i++) {
            stays[listed[i].ordinal()] = 0;
            isListed[listed[i].ordinal()] = false;
        }
        count = 0;
        isTrying = false;
    }

    /** What was added so far stays; what comes from now on can be taken back. */
    void settle() {
        isTrying = true;
    }

    /** Takes back what was added since {@link #settle}; its assets stay in the list. */
    void takeBack() {
        for (int i = 0; i < count; i++) {
            tried[listed[i].ordinal()] = 0;
        }
    }

    /**
     * Adds to the sum of an asset, and lists it.
     *
     * @param asset which.
     * @param amount not negative.
     */
    void add(final Asset asset, final long amount) {
        final int ordinal = asset.ordinal();
        if (!isListed[ordinal]) {
            isListed[ordinal] = true;
            listed[count++] = asset;
        }
        final long[] sums = isTrying ? tried : stays;
        sums[ordinal] = FixedPoint.addSaturated(sums[ordinal], amount, max);
    }

    /** What stays of an asset and what is tried of it, together. */
    long of(final Asset asset) {
        return stays[asset.ordinal()] + tried[asset.ordinal()];
    }

    /** How many assets are listed. */
    int count() {
        return count;
    }

    /** A listed asset, by its place from 0. */
    Asset assetAt(final int index) {
        return listed[index];
    }
}
