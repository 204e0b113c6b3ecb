package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;

/** A beneficial owner: tiers and limits use the total of its accounts, or splitting would evade them. */
public final class Group {
    /** Most accounts of one owner. */
    public static final int ACCOUNTS_MAX = 256;

    private static final long OWNED_MAX = 2 * Balances.BALANCE_MAX;

    /** Stands in the hash of a stop where that of an account has the group: no group has this id. */
    private static final long WHOLE_GROUP = -1;

    private final long id;
    private final Holders members = new Holders();
    private boolean stopped;
    private FeeSchedule feeSchedule;
    private long changes;
    private long movedCoins;

    Group(final long id) {
        this.id = id;
    }

    /** {@return id of the group} */
    public long id() {
        return id;
    }

    /** {@return its accounts, in the order of their ids} */
    public Holders members() {
        return members;
    }

    /** {@return whether trading of all its accounts is stopped, of those to come, too} */
    public boolean isTradingStopped() {
        return stopped;
    }

    /** {@return what trades of its accounts cost that have no schedule of their own; null: nothing} */
    public FeeSchedule feeSchedule() {
        return feeSchedule;
    }

    void feeSchedule(final FeeSchedule newSchedule) {
        feeSchedule = newSchedule;
    }

    void stopped(final boolean newStopped) {
        stopped = newStopped;
    }

    /** {@return a number that grows whenever a position of one of its accounts changes; no part of the state hash} */
    public long changes() {
        return changes;
    }

    /** A position of one of its accounts changes. */
    void changed() {
        changes++;
    }

    /** What its accounts own of an asset has changed, and tiers of its haircut are read from all of it. */
    void coinMoved(final Asset asset) {
        movedCoins |= 1L << asset.ordinal();
    }

    /** {@return whether its accounts must be margined anew for what one of them owns; never so between commands} */
    public boolean hasMovedCoins() {
        return movedCoins != 0;
    }

    /**
     * Takes note that its accounts are margined anew.
     *
     * @return assets of which they own more or less, a bit by ordinal.
     */
    public long takeMovedCoins() {
        final long moved = movedCoins;
        movedCoins = 0;
        return moved;
    }

    /**
     * What all accounts but one own of an asset: balances above 0, without profit that is not booked. Pockets do not count, for
     * nothing is haircut there.
     *
     * @param account that one.
     * @param asset of which.
     * @return minor units, at most 2^61.
     */
    public long ownedByOthers(final Account account, final Asset asset) {
        long sum = 0;
        for (int i = 0; i < members.count(); i++) {
            final Account member = members.at(i);
            if (member != account && !member.isPocket()) {
                sum = Math.min(OWNED_MAX, sum + Math.max(0, member.balances().of(asset)));
            }
        }
        return sum;
    }

    /**
     * Lots of an instrument over all accounts, long and short added without netting: each account is a silo of its own.
     *
     * @param instrument the instrument.
     * @return sum of absolute lots, at most {@link Long#MAX_VALUE}.
     */
    public long grossLots(final Instrument instrument) {
        long sum = 0;
        for (int i = 0; i < members.count(); i++) {
            sum += Math.abs(members.at(i).positions().lotsOf(instrument));
        }
        return sum;
    }

    /** {@return hash of the group} */
    public long hash() {
        return StateHash.of(HashKind.GROUP, id, 0)
                + (stopped ? StateHash.of(HashKind.TRADING_STOP, id, WHOLE_GROUP) : 0)
                + (feeSchedule == null ? 0 : StateHash.of(HashKind.FEE_ASSIGNMENT, id, WHOLE_GROUP, feeSchedule.id()));
    }
}
