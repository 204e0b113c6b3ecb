package io.plimsoll.core.market;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.math.SurfaceCheck;
import io.plimsoll.core.math.SurfaceSlice;
import java.util.ArrayList;
import java.util.List;

/** Forwards and volatilities of every underlying by expiry, as they came last. */
public final class SurfaceBook {
    /** Most expiries of one underlying. */
    public static final int EXPIRIES_MAX = 64;

    /** One expiry; another object whenever it is replaced. */
    private record Entry(Asset asset, long expiryNs, SurfaceSlice slice, long hash) {}

    private final List<List<Entry>> byAsset;
    private final SurfaceCheck check = new SurfaceCheck();
    private final StateHash stateHash;

    /**
     * A book without surfaces.
     *
     * @param assets room for assets.
     * @param stateHash hash to keep up to date.
     */
    public SurfaceBook(final int assets, final StateHash stateHash) {
        this.stateHash = stateHash;
        this.byAsset = new ArrayList<>(assets);
        for (int i = 0; i < assets; i++) {
            byAsset.add(new ArrayList<>());
        }
    }

    /**
     * What of a slice allows arbitrage, within itself or against its neighbours.
     *
     * @param asset the underlying.
     * @param expiryNs when it expires.
     * @param slice to look at.
     * @return the first fault, or NONE.
     */
    public SurfaceCheck.Fault fault(final Asset asset, final long expiryNs, final SurfaceSlice slice) {
        SurfaceSlice before = null;
        SurfaceSlice after = null;
        final List<Entry> entries = byAsset.get(asset.ordinal());
        for (int i = 0; i < entries.size(); i++) {
            final Entry entry = entries.get(i);
            if (entry.expiryNs < expiryNs) {
                before = entry.slice;
            } else if (entry.expiryNs > expiryNs && after == null) {
                after = entry.slice;
            }
        }
        SurfaceCheck.Fault fault = slice.fault(check);
        if (fault == SurfaceCheck.Fault.NONE && before != null) {
            fault = before.faultBefore(slice, check);
        }
        if (fault == SurfaceCheck.Fault.NONE && after != null) {
            fault = slice.faultBefore(after, check);
        }
        return fault;
    }

    /**
     * Whether there is room for a slice.
     *
     * @param asset the underlying.
     * @param expiryNs when it expires.
     * @return true when it replaces one, or one more fits.
     */
    public boolean hasRoomFor(final Asset asset, final long expiryNs) {
        return find(asset, expiryNs) != null || byAsset.get(asset.ordinal()).size() < EXPIRIES_MAX;
    }

    /**
     * Puts a slice in, and takes those away that have expired.
     *
     * @param asset the underlying.
     * @param expiryNs when it expires.
     * @param slice to keep.
     * @param hash of the words that it came as.
     * @param nowNs the engine's time.
     */
    public void put(
            final Asset asset, final long expiryNs, final SurfaceSlice slice, final long hash, final long nowNs) {
        final List<Entry> entries = byAsset.get(asset.ordinal());
        int at = 0;
        while (at < entries.size()) {
            final Entry entry = entries.get(at);
            if (entry.expiryNs == expiryNs || entry.expiryNs <= nowNs) {
                stateHash.replace(hashOf(entry), 0);
                entries.remove(at);
            } else {
                at++;
            }
        }
        at = 0;
        while (at < entries.size() && entries.get(at).expiryNs < expiryNs) {
            at++;
        }
        final Entry entry = new Entry(asset, expiryNs, slice, hash);
        entries.add(at, entry);
        stateHash.replace(0, hashOf(entry));
    }

    /**
     * The slice of an expiry.
     *
     * @param asset the underlying.
     * @param expiryNs when it expires.
     * @return the slice; null when there is none.
     */
    public SurfaceSlice find(final Asset asset, final long expiryNs) {
        final List<Entry> entries = byAsset.get(asset.ordinal());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).expiryNs == expiryNs) {
                return entries.get(i).slice;
            }
        }
        return null;
    }

    /**
     * Hash of all slices of an underlying.
     *
     * @param asset the underlying.
     * @return its part of the state hash.
     */
    public long hashOf(final Asset asset) {
        final List<Entry> entries = byAsset.get(asset.ordinal());
        long sum = 0;
        for (int i = 0; i < entries.size(); i++) {
            sum += hashOf(entries.get(i));
        }
        return sum;
    }

    private static long hashOf(final Entry entry) {
        return StateHash.of(HashKind.DOCUMENT, entry.asset.id(), entry.expiryNs, entry.hash);
    }
}
