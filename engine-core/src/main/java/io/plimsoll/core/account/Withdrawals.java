package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Withdrawals that left an account and were neither paid nor returned yet, and what was withdrawn of late. A withdrawal is numbered
 * when it is taken up.
 */
public final class Withdrawals {
    /** Most withdrawals in flight. */
    public static final int IN_FLIGHT_MAX = 1 << 20;

    /** No such withdrawal. */
    public static final int NONE = -1;

    private static final long ALL_ACCOUNTS = -1;

    private final StateHash stateHash;
    private final Long2LongHashMap slotById = new Long2LongHashMap(NONE);
    private final List<Long2ObjectHashMap<WithdrawalWindow>> windowByAccount;
    private final WithdrawalWindow[] windowOfAll;
    private long[] ids = new long[64];
    private Account[] accounts = new Account[64];
    private Asset[] assets = new Asset[64];
    private long[] amounts = new long[64];
    private long[] timesNs = new long[64];
    private int count;
    private long last;

    /**
     * None so far.
     *
     * @param assetsMax room for assets.
     * @param stateHash hash to keep up to date.
     */
    public Withdrawals(final int assetsMax, final StateHash stateHash) {
        this.stateHash = stateHash;
        this.windowByAccount = new ArrayList<>(assetsMax);
        this.windowOfAll = new WithdrawalWindow[assetsMax];
        for (int i = 0; i < assetsMax; i++) {
            windowByAccount.add(new Long2ObjectHashMap<>());
        }
    }

    /** {@return number of withdrawals in flight} */
    public int count() {
        return count;
    }

    /** {@return whether there is no room for another} */
    public boolean isFull() {
        return count == IN_FLIGHT_MAX;
    }

    /** {@return number of the last withdrawal, 0 before the first} */
    public long last() {
        return last;
    }

    /**
     * Place of a withdrawal, until another is settled.
     *
     * @param id of the withdrawal.
     * @return from 0, below {@link #count}; {@link #NONE} when it is not in flight.
     */
    public int slotOf(final long id) {
        return (int) slotById.get(id);
    }

    /**
     * Number of a withdrawal.
     *
     * @param slot from 0, below {@link #count}.
     * @return its id.
     */
    public long id(final int slot) {
        return ids[slot];
    }

    /**
     * Whose it is.
     *
     * @param slot from 0, below {@link #count}.
     * @return the account it left.
     */
    public Account account(final int slot) {
        return accounts[slot];
    }

    /**
     * What is withdrawn.
     *
     * @param slot from 0, below {@link #count}.
     * @return the asset.
     */
    public Asset asset(final int slot) {
        return assets[slot];
    }

    /**
     * How much is withdrawn.
     *
     * @param slot from 0, below {@link #count}.
     * @return minor units.
     */
    public long amount(final int slot) {
        return amounts[slot];
    }

    /**
     * When it was asked for.
     *
     * @param slot from 0, below {@link #count}.
     * @return ns since 1970.
     */
    public long timeNs(final int slot) {
        return timesNs[slot];
    }

    /**
     * Takes a withdrawal up.
     *
     * @param account it leaves.
     * @param asset of the money.
     * @param amount minor units.
     * @param timeNs of the request.
     * @return its number.
     */
    public long add(final Account account, final Asset asset, final long amount, final long timeNs) {
        if (count == ids.length) {
            grow();
        }
        stateHash.replace(countHash(), 0);
        last++;
        stateHash.replace(0, countHash());
        ids[count] = last;
        accounts[count] = account;
        assets[count] = asset;
        amounts[count] = amount;
        timesNs[count] = timeNs;
        slotById.put(last, count);
        stateHash.replace(0, hashOf(count));
        count++;
        windowOf(account, asset).add(timeNs, amount);
        windowOfAll(asset).add(timeNs, amount);
        return last;
    }

    private void grow() {
        ids = Arrays.copyOf(ids, 2 * count);
        accounts = Arrays.copyOf(accounts, 2 * count);
        assets = Arrays.copyOf(assets, 2 * count);
        amounts = Arrays.copyOf(amounts, 2 * count);
        timesNs = Arrays.copyOf(timesNs, 2 * count);
    }

    /**
     * Ends a withdrawal; the last one moves to its place.
     *
     * @param slot from 0, below {@link #count}.
     * @param returned whether the money came back, so that it counts against no limit any more.
     */
    public void settle(final int slot, final boolean returned) {
        if (returned) {
            windowOf(accounts[slot], assets[slot]).giveBack(timesNs[slot], amounts[slot]);
            windowOfAll(assets[slot]).giveBack(timesNs[slot], amounts[slot]);
        }
        stateHash.replace(hashOf(slot), 0);
        slotById.remove(ids[slot]);
        count--;
        if (slot != count) {
            ids[slot] = ids[count];
            accounts[slot] = accounts[count];
            assets[slot] = assets[count];
            amounts[slot] = amounts[count];
            timesNs[slot] = timesNs[count];
            slotById.put(ids[slot], slot);
        }
        accounts[count] = null;
    }

    /**
     * What an account has withdrawn of late.
     *
     * @param account whose.
     * @param asset of which.
     * @param timeNs now.
     * @return minor units that count against its limit.
     */
    public long counted(final Account account, final Asset asset, final long timeNs) {
        final WithdrawalWindow window = known(account, asset);
        return window == null ? 0 : window.at(timeNs);
    }

    /**
     * What all accounts have withdrawn of late.
     *
     * @param asset of which.
     * @param timeNs now.
     * @return minor units that count against the limit of all.
     */
    public long counted(final Asset asset, final long timeNs) {
        final WithdrawalWindow window = windowOfAll[asset.ordinal()];
        return window == null ? 0 : window.at(timeNs);
    }

    /**
     * When the limit of an account lets an amount go.
     *
     * @param account whose.
     * @param asset of which.
     * @param timeNs now.
     * @param amount minor units.
     * @return ns since 1970; 0: never.
     */
    public long fitsFrom(final Account account, final Asset asset, final long timeNs, final long amount) {
        final long limit = asset.rules().get(AssetRule.WITHDRAWAL_ACCOUNT_MAX);
        return fitsFrom(known(account, asset), timeNs, amount, limit);
    }

    /**
     * When the limit of all accounts lets an amount go.
     *
     * @param asset of which.
     * @param timeNs now.
     * @param amount minor units.
     * @return ns since 1970; 0: never.
     */
    public long fitsFrom(final Asset asset, final long timeNs, final long amount) {
        final long limit = asset.rules().get(AssetRule.WITHDRAWAL_TOTAL_MAX);
        return fitsFrom(windowOfAll[asset.ordinal()], timeNs, amount, limit);
    }

    private static long fitsFrom(
            final WithdrawalWindow window, final long timeNs, final long amount, final long limit) {
        return window == null || amount > limit ? 0 : window.fitsFrom(timeNs, amount, limit);
    }

    private WithdrawalWindow known(final Account account, final Asset asset) {
        return windowByAccount.get(asset.ordinal()).get(account.id());
    }

    private WithdrawalWindow windowOf(final Account account, final Asset asset) {
        WithdrawalWindow window = known(account, asset);
        if (window == null) {
            window = new WithdrawalWindow(account.id(), asset.id(), stateHash);
            windowByAccount.get(asset.ordinal()).put(account.id(), window);
        }
        return window;
    }

    private WithdrawalWindow windowOfAll(final Asset asset) {
        if (windowOfAll[asset.ordinal()] == null) {
            windowOfAll[asset.ordinal()] = new WithdrawalWindow(ALL_ACCOUNTS, asset.id(), stateHash);
        }
        return windowOfAll[asset.ordinal()];
    }

    /**
     * Sum of what is in flight.
     *
     * @param asset of which.
     * @return minor units.
     */
    public long inFlight(final Asset asset) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += assets[i] == asset ? amounts[i] : 0;
        }
        return sum;
    }

    /**
     * Hash of all of it, made from nothing.
     *
     * @param holders all accounts.
     * @return sum of the hashes.
     */
    public long hashFromScratch(final Holders holders) {
        long sum = countHash();
        for (int i = 0; i < count; i++) {
            sum += hashOf(i);
        }
        for (int a = 0; a < windowOfAll.length; a++) {
            sum += windowOfAll[a] == null ? 0 : windowOfAll[a].hash();
            final boolean isAny = !windowByAccount.get(a).isEmpty();
            for (int i = 0; isAny && i < holders.count(); i++) {
                final WithdrawalWindow window =
                        windowByAccount.get(a).get(holders.at(i).id());
                sum += window == null ? 0 : window.hash();
            }
        }
        return sum;
    }

    private long countHash() {
        return last == 0 ? 0 : StateHash.of(HashKind.WITHDRAWAL, 0, last);
    }

    private long hashOf(final int slot) {
        long h = StateHash.mix(StateHash.start(HashKind.WITHDRAWAL), ids[slot]);
        h = StateHash.mix(h, accounts[slot].id());
        h = StateHash.mix(h, assets[slot].id());
        h = StateHash.mix(h, amounts[slot]);
        return StateHash.finish(StateHash.mix(h, timesNs[slot]));
    }
}
