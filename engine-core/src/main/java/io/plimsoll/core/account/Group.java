package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;

/** A beneficial owner: tiers and limits use the total of its accounts, or splitting would evade them. */
public final class Group {
    /** Most accounts of one owner. */
    public static final int ACCOUNTS_MAX = 256;

    /** Stands in the hash of a stop where that of an account has the group: no group has this id. */
    private static final long WHOLE_GROUP = -1;

    private final long id;
    private final Holders members = new Holders();
    private boolean stopped;
    private FeeSchedule feeSchedule;
    private long changes;

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
