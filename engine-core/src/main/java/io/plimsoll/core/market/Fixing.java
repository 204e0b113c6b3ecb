package io.plimsoll.core.market;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;

/**
 * The mean of a price over a settlement window: of an index, for all instruments of an underlying that share expiry and window;
 * or of the mark of one instrument.
 */
final class Fixing {
    private final Asset asset;
    private final Instrument instrument;
    private final long fromNs;
    private final long expiryNs;
    private final TimeWeightedMean mean = new TimeWeightedMean();

    private Fixing(final Asset asset, final Instrument instrument, final long fromNs, final long expiryNs) {
        this.asset = asset;
        this.instrument = instrument;
        this.fromNs = fromNs;
        this.expiryNs = expiryNs;
    }

    static Fixing ofIndex(final Asset asset, final long fromNs, final long expiryNs) {
        return new Fixing(asset, null, fromNs, expiryNs);
    }

    static Fixing ofMark(final Instrument instrument, final long fromNs, final long expiryNs) {
        return new Fixing(null, instrument, fromNs, expiryNs);
    }

    boolean isOfIndex(final Asset of) {
        return asset == of;
    }

    boolean isOfIndex() {
        return asset != null;
    }

    boolean isFor(final Asset of, final long from, final long expiry) {
        return asset == of && fromNs == from && expiryNs == expiry;
    }

    /** Whether prices count now. */
    boolean isOpen(final long nowNs) {
        return nowNs >= fromNs && nowNs < expiryNs;
    }

    /** A price follows another while the window is open; there is none before the first. */
    void onPrice(final boolean hadPrice, final long before, final long price, final long nowNs) {
        if (hadPrice) {
            begin(before);
        }
        mean.sample(nowNs, price);
    }

    /** The price that held when the window began counts from there on. */
    private void begin(final long price) {
        if (!mean.isStarted()) {
            mean.sample(fromNs, price);
            mean.restart(fromNs);
        }
    }

    /** Whether a price came within the window. */
    boolean isSampled() {
        return mean.isSampled();
    }

    /** Mean up to the expiry; the price that holds now, when none came within the window. */
    long mean(final long price) {
        begin(price);
        return mean.mean(expiryNs);
    }

    /** Mean from the beginning of the window until now; the price that holds now, when none came within the window. */
    long meanSoFar(final long price, final long nowNs) {
        return mean.isStarted() ? mean.meanSoFar(Math.min(nowNs, expiryNs)) : price;
    }

    /** Time over which the mean is taken. */
    long spanNs() {
        return expiryNs - fromNs;
    }

    long hash() {
        if (!mean.isStarted()) {
            return 0;
        }
        long h = StateHash.mix(StateHash.start(HashKind.FIXING), asset == null ? -instrument.id() : asset.id());
        h = StateHash.mix(h, fromNs);
        h = StateHash.mix(h, expiryNs);
        return StateHash.finish(mean.mixInto(h));
    }
}
