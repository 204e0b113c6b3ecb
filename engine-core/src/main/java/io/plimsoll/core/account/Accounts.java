package io.plimsoll.core.account;

import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;
import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All groups and accounts, and who holds what. Maps look up; loops run over the dense lists, which are in the order of
 * account ids.
 */
public final class Accounts {
    private final int accountsMax;
    private final int groupsMax;
    private final StateHash stateHash;
    private final Long2ObjectHashMap<Account> accountById;
    private final Long2ObjectHashMap<Group> groupById;
    private final Holders all = new Holders();
    private final Holders[] byInstrument;
    private final Holders[] byAsset;
    private final long[] openInterest;
    private Group[] groups = new Group[16];
    private final int[] countByStatus = new int[MarginStatus.values().length + 1];
    private int groupCount;
    private long openPositions;
    private long statusChanges;

    /**
     * No accounts but the error account, in a group of its own, both with id 0.
     *
     * @param accountsMax room for accounts.
     * @param groupsMax room for groups.
     * @param instruments room for instruments.
     * @param assets room for assets.
     * @param stateHash hash to keep up to date.
     */
    public Accounts(
            final int accountsMax,
            final int groupsMax,
            final int instruments,
            final int assets,
            final StateHash stateHash) {
        this.accountsMax = accountsMax;
        this.groupsMax = groupsMax;
        this.stateHash = stateHash;
        this.accountById = new Long2ObjectHashMap<>(2 * accountsMax, 0.55f);
        this.groupById = new Long2ObjectHashMap<>(2 * groupsMax, 0.55f);
        this.byInstrument = holders(instruments);
        this.byAsset = holders(assets);
        this.openInterest = new long[instruments];
        defineAccount(Account.ERROR_ACCOUNT, defineGroup(Account.ERROR_ACCOUNT), MarginMode.CROSS);
    }

    private static Holders[] holders(final int number) {
        final Holders[] holders = new Holders[number];
        for (int i = 0; i < number; i++) {
            holders[i] = new Holders();
        }
        return holders;
    }

    /**
     * Adds a group.
     *
     * @param id not in use.
     * @return the group.
     */
    public Group defineGroup(final long id) {
        final Group group = new Group(id);
        groupById.put(id, group);
        if (groupCount == groups.length) {
            groups = Arrays.copyOf(groups, groupCount * 2);
        }
        groups[groupCount++] = group;
        stateHash.replace(0, group.hash());
        return group;
    }

    /**
     * Adds an account.
     *
     * @param id not in use.
     * @param group its owner.
     * @param mode how its requirement is formed.
     * @return the account.
     */
    public Account defineAccount(final long id, final Group group, final MarginMode mode) {
        return add(new Account(id, group, mode, stateHash));
    }

    /**
     * Adds a pocket: an account of the same group with one instrument, apart from all else.
     *
     * @param id not in use.
     * @param parent account that its money comes from; no pocket itself.
     * @param only its instrument.
     * @return the pocket.
     */
    public Account openPocket(final long id, final Account parent, final Instrument only) {
        return add(Account.pocket(id, parent, only, stateHash));
    }

    /**
     * Changes how the requirement of an account is formed.
     *
     * @param account the account, no pocket.
     * @param mode from now on.
     */
    public void changeMode(final Account account, final MarginMode mode) {
        account.mode(mode);
    }

    /**
     * Changes the margin model of an account.
     *
     * @param account the account, no pocket.
     * @param model id of the model that it is margined by in portfolio mode from now on.
     */
    public void changeModel(final Account account, final int model) {
        account.model(model);
    }

    /**
     * Says what an account is spared of a raise.
     *
     * @param account the account.
     * @param phaseIn from now on.
     */
    public void phaseIn(final Account account, final PhaseIn phaseIn) {
        account.phaseIn(phaseIn);
    }

    private Account add(final Account account) {
        accountById.put(account.id(), account);
        account.group().members().add(account);
        all.add(account);
        countByStatus[account.status().code()]++;
        statusChanges++;
        return account;
    }

    /**
     * Moves an account on the ladder.
     *
     * @param account the account.
     * @param status where it stands now.
     */
    public void moveTo(final Account account, final MarginStatus status) {
        countByStatus[account.status().code()]--;
        account.status(status);
        countByStatus[status.code()]++;
        statusChanges++;
    }

    /**
     * Stops trading of an account by itself, or lets it go on unless its group is stopped.
     *
     * @param account the account.
     * @param stopped whether it is stopped from now on; then it has no orders.
     */
    public void stop(final Account account, final boolean stopped) {
        account.stopped(stopped);
    }

    /**
     * Stops trading of a group, or lets it go on, but for accounts that are stopped by themselves.
     *
     * @param group the group.
     * @param stopped whether it is stopped from now on; then none of its accounts has orders.
     */
    public void stop(final Group group, final boolean stopped) {
        final long before = group.hash();
        group.stopped(stopped);
        stateHash.replace(before, group.hash());
    }

    /**
     * Grants an account unsecured credit.
     *
     * @param account the account.
     * @param amount millionths of the margin currency, not negative.
     */
    public void creditLine(final Account account, final long amount) {
        account.creditLine(amount);
    }

    /**
     * Gives an account a fee schedule of its own.
     *
     * @param account the account.
     * @param schedule its schedule; null: that of its group counts.
     */
    public void feeSchedule(final Account account, final FeeSchedule schedule) {
        account.feeSchedule(schedule);
    }

    /**
     * Gives a group a fee schedule.
     *
     * @param group the group.
     * @param schedule for its accounts without one of their own; null: none.
     */
    public void feeSchedule(final Group group, final FeeSchedule schedule) {
        final long before = group.hash();
        group.feeSchedule(schedule);
        stateHash.replace(before, group.hash());
    }

    /**
     * How many accounts stand at a place of the ladder, the error account among them. For display: no rule reads it, and
     * it is no part of the state hash.
     *
     * @param status the place.
     * @return number of accounts.
     */
    public int count(final MarginStatus status) {
        return countByStatus[status.code()];
    }

    /** {@return a number that grows whenever {@link #count(MarginStatus)} may have changed} */
    public long statusChanges() {
        return statusChanges;
    }

    /**
     * Moves a balance.
     *
     * @param account the account.
     * @param asset the asset.
     * @param change signed minor units; the balance has room for it.
     * @return balance after.
     */
    public long addBalance(final Account account, final Asset asset, final long change) {
        openAsset(account, asset);
        final long after = account.balances().add(asset, change);
        asset.totals().moved(after - change, after);
        if (countsForGroup(account, asset) && Math.max(0, after) != Math.max(0, after - change)) {
            account.group().coinMoved(asset);
        }
        return after;
    }

    /** Whether what an account owns of an asset raises haircuts of others. */
    private static boolean countsForGroup(final Account account, final Asset asset) {
        return asset.haircuts().count() > 1 && account.group().members().count() > 1 && !account.isPocket();
    }

    /**
     * Sets a position; 0 lots take it away.
     *
     * @param account the account.
     * @param instrument the instrument.
     * @param lots signed, within the limits.
     * @param entryCost signed; 0 when flat.
     */
    public void setPosition(final Account account, final Instrument instrument, final long lots, final long entryCost) {
        final long before = account.positions().lotsOf(instrument);
        final boolean held = before != 0;
        openInterest[instrument.ordinal()] += Math.max(0, lots) - Math.max(0, before);
        account.positions().set(instrument, lots, entryCost);
        account.group().changed();
        if (!held && lots != 0) {
            byInstrument[instrument.ordinal()].add(account);
            openAsset(account, instrument.settlement());
            if (instrument.notionalAsset() != null) {
                openAsset(account, instrument.notionalAsset());
            }
            openPositions++;
        } else if (held && lots == 0) {
            byInstrument[instrument.ordinal()].remove(account);
            openPositions--;
        }
    }

    /**
     * Takes note that the funding of a position was booked.
     *
     * @param account whose; its position is open.
     * @param instrument a perpetual.
     * @return what had accrued, signed minor units of the settlement asset, rounded down.
     */
    public long settleFunding(final Account account, final Instrument instrument) {
        return account.positions().settleFunding(instrument);
    }

    /**
     * Gives an asset a place among the balances of an account, so that the account can be assessed as if it had or owed some. A place
     * at 0 is no part of the state.
     *
     * @param account the account.
     * @param asset the asset.
     */
    public void place(final Account account, final Asset asset) {
        openAsset(account, asset);
    }

    private void openAsset(final Account account, final Asset asset) {
        if (account.balances().open(asset)) {
            byAsset[asset.ordinal()].add(account);
        }
    }

    /**
     * Looks an account up.
     *
     * @param id to look up.
     * @return the account, or null.
     */
    public Account account(final long id) {
        return accountById.get(id);
    }

    /**
     * Looks a group up.
     *
     * @param id to look up.
     * @return the group, or null.
     */
    public Group group(final long id) {
        return groupById.get(id);
    }

    /** {@return all accounts, the error account first} */
    public Holders all() {
        return all;
    }

    /**
     * Who has a position in an instrument.
     *
     * @param instrument the instrument.
     * @return the accounts.
     */
    public Holders holdersOf(final Instrument instrument) {
        return byInstrument[instrument.ordinal()];
    }

    /**
     * Whose equity or requirement depends on the index price of an asset.
     *
     * @param asset the asset.
     * @return the accounts that hold it, settle in it or have a notional in it, now or before.
     */
    public Holders holdersOf(final Asset asset) {
        return byAsset[asset.ordinal()];
    }

    /** {@return whether there is no room for another account} */
    public boolean isFull() {
        return all.count() > accountsMax;
    }

    /** {@return whether there is no room for another group} */
    public boolean isFullOfGroups() {
        return groupCount > groupsMax;
    }

    /** {@return number of accounts without the error account} */
    public int count() {
        return all.count() - 1;
    }

    /**
     * Hash of all groups, accounts and orders, made from nothing.
     *
     * @param orders resting orders.
     * @return sum of the hashes.
     */
    public long hashFromScratch(final Orders orders) {
        long sum = 0;
        for (int i = 0; i < groupCount; i++) {
            sum += groups[i].hash();
        }
        for (int i = 0; i < all.count(); i++) {
            sum += all.at(i).hash() + orders.hashOf(all.at(i));
        }
        return sum;
    }

    /**
     * Open interest: lots that are held long, over all accounts.
     *
     * @param instrument the instrument.
     * @return lots, not negative.
     */
    public long openInterest(final Instrument instrument) {
        return openInterest[instrument.ordinal()];
    }

    /** {@return number of positions that are not flat} */
    public long openPositions() {
        return openPositions;
    }
}
