package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;

/**
 * What was withdrawn within the last 24 hours by event time, by full hours since 1970: an amount counts until 24 hours after the
 * end of the hour in which it was asked for, so that no 24 hours ever see more than a limit.
 */
public final class WithdrawalWindow {
    /** Length of a part of the window. */
    public static final long HOUR_NS = 3_600_000_000_000L;

    private static final int HOURS = 25;

    private final long account;
    private final int asset;
    private final StateHash stateHash;
    private final long[] amounts = new long[HOURS];
    private long newest;

    /**
     * Nothing was withdrawn.
     *
     * @param account whose; -1: of all accounts.
     * @param asset id of the asset.
     * @param stateHash hash to keep up to date.
     */
    WithdrawalWindow(final long account, final int asset, final StateHash stateHash) {
        this.account = account;
        this.asset = asset;
        this.stateHash = stateHash;
    }

    /**
     * What counts at a moment.
     *
     * @param timeNs not before anything that was added.
     * @return minor units.
     */
    long at(final long timeNs) {
        long sum = 0;
        for (long hour = oldest(timeNs); hour <= newest; hour++) {
            sum += amounts[place(hour)];
        }
        return sum;
    }

    /**
     * When an amount fits under a limit.
     *
     * @param timeNs now.
     * @param amount to withdraw, at most the limit.
     * @param limit for 24 hours.
     * @return the first moment, ns since 1970.
     */
    long fitsFrom(final long timeNs, final long amount, final long limit) {
        long counted = at(timeNs);
        long from = timeNs;
        for (long hour = oldest(timeNs); hour <= newest && counted > limit - amount; hour++) {
            counted -= amounts[place(hour)];
            from = (hour + HOURS) * HOUR_NS;
        }
        return from;
    }

    /** The first hour that still counts and is known. */
    private long oldest(final long timeNs) {
        return Math.max(0, Math.max(timeNs / HOUR_NS, newest) - HOURS + 1);
    }

    /** Counts an amount; time does not go back. */
    void add(final long timeNs, final long amount) {
        final long hour = timeNs / HOUR_NS;
        final long before = newest;
        for (long past = Math.max(0, before - HOURS + 1); past <= before && past <= hour - HOURS; past++) {
            set(past, 0);
        }
        newest = hour;
        set(hour, amounts[place(hour)] + amount);
    }

    /** What was asked for came back; hours that do not count any more are left as they are. */
    void giveBack(final long timeNs, final long amount) {
        final long hour = timeNs / HOUR_NS;
        if (hour > newest - HOURS) {
            set(hour, amounts[place(hour)] - amount);
        }
    }

    private void set(final long hour, final long amount) {
        final int place = place(hour);
        stateHash.replace(hashOf(hour), 0);
        amounts[place] = amount;
        stateHash.replace(0, hashOf(hour));
    }

    private static int place(final long hour) {
        return (int) (hour % HOURS);
    }

    private long hashOf(final long hour) {
        final long amount = amounts[place(hour)];
        return amount == 0 ? 0 : StateHash.of(HashKind.WITHDRAWAL_WINDOW, account, asset, hour, amount);
    }

    /** {@return sum of the hashes of all hours} */
    long hash() {
        long sum = 0;
        for (long hour = Math.max(0, newest - HOURS + 1); hour <= newest; hour++) {
            sum += hashOf(hour);
        }
        return sum;
    }
}
