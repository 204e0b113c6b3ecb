package io.plimsoll.core.market;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Instrument;

/** How far the settlement of one instrument is: not begun, or at which account, or done. */
final class Settling {
    private static final long NOT_BEGUN = -1;
    private static final long DONE = Long.MAX_VALUE;

    private final Instrument instrument;
    private final Fixing fixing;
    private long fromNs;
    private long nextAccount = NOT_BEGUN;
    private long price;
    private long lotValue;
    private long settledLots;

    Settling(final Instrument instrument, final Fixing fixing, final long expiryNs) {
        this.instrument = instrument;
        this.fixing = fixing;
        this.fromNs = expiryNs;
    }

    Instrument instrument() {
        return instrument;
    }

    Fixing fixing() {
        return fixing;
    }

    /** Whether the mean of its mark settles it. */
    boolean isByMark() {
        return fixing != null && !fixing.isOfIndex();
    }

    long dueNs() {
        return nextAccount == DONE ? SettlementBook.NEVER : fromNs;
    }

    boolean isBegun() {
        return nextAccount != NOT_BEGUN;
    }

    /** Settles before its expiry, if it has one. */
    void delist(final long nowNs, final long valueOfLot) {
        fromNs = nowNs;
        begin(0, valueOfLot);
    }

    void begin(final long settlementPrice, final long valueOfLot) {
        price = settlementPrice;
        lotValue = valueOfLot;
        nextAccount = 0;
    }

    long nextAccount() {
        return nextAccount;
    }

    void nextAccount(final long account) {
        nextAccount = account;
    }

    void done() {
        nextAccount = DONE;
    }

    long price() {
        return price;
    }

    long lotValue() {
        return lotValue;
    }

    /** Lots that were settled, signed; 0 when all are. */
    long settledLots() {
        return settledLots;
    }

    void settled(final long lots) {
        settledLots += lots;
    }

    long hash() {
        if (!isBegun()) {
            return 0;
        }
        long h = StateHash.mix(StateHash.start(HashKind.SETTLEMENT), instrument.id());
        h = StateHash.mix(h, nextAccount);
        h = StateHash.mix(h, fromNs);
        h = StateHash.mix(h, price);
        h = StateHash.mix(h, lotValue);
        return StateHash.finish(StateHash.mix(h, settledLots));
    }
}
