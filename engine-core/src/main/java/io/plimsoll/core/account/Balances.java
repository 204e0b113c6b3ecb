package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import java.util.Arrays;

/** Balances of one account by asset, in the order of asset ids. An asset once held keeps its place, at 0 too. */
public final class Balances {
    /** Largest absolute balance, in minor units, that a movement may lead to. */
    public static final long BALANCE_MAX = 1L << 60;

    private static final int INITIAL_CAPACITY = 2;

    private final long account;
    private final StateHash stateHash;
    private Asset[] assets = new Asset[INITIAL_CAPACITY];
    private long[] amounts = new long[INITIAL_CAPACITY];
    private long[] interestSince = new long[INITIAL_CAPACITY];
    private int count;

    Balances(final long account, final StateHash stateHash) {
        this.account = account;
        this.stateHash = stateHash;
    }

    /** {@return number of assets held, now or before} */
    public int count() {
        return count;
    }

    /**
     * Asset at an index.
     *
     * @param index from 0, below {@link #count}.
     * @return the asset.
     */
    public Asset assetAt(final int index) {
        return assets[index];
    }

    /**
     * Amount at an index.
     *
     * @param index from 0, below {@link #count}.
     * @return signed minor units; negative is a debt.
     */
    public long amountAt(final int index) {
        return amounts[index];
    }

    /**
     * Balance of an asset.
     *
     * @param asset the asset.
     * @return signed minor units; 0 when never held.
     */
    public long of(final Asset asset) {
        final int index = indexOf(asset);
        return index < 0 ? 0 : amounts[index];
    }

    /**
     * Whether an asset has a place.
     *
     * @param asset the asset.
     * @return true when held, now or before.
     */
    public boolean holds(final Asset asset) {
        return indexOf(asset) >= 0;
    }

    /**
     * Whether any of some assets has a place.
     *
     * @param assetsByOrdinal a bit for each.
     * @return true when one is held, now or before.
     */
    public boolean holdsAnyOf(final long assetsByOrdinal) {
        for (int i = 0; i < count; i++) {
            if ((assetsByOrdinal >>> assets[i].ordinal() & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a movement keeps the balance within its limit.
     *
     * @param asset the asset.
     * @param change signed, within twice the limit.
     * @return true when it does.
     */
    public boolean hasRoomFor(final Asset asset, final long change) {
        final long after = of(asset) + change;
        return after <= BALANCE_MAX && after >= -BALANCE_MAX;
    }

    /**
     * Interest of a debt that is not booked yet.
     *
     * @param index from 0, below {@link #count}.
     * @return minor units, rounded up, never more than the balance has room for; 0 where nothing is owed.
     */
    public long accruedInterestAt(final int index) {
        final long amount = amounts[index];
        return amount >= 0
                ? 0
                : Math.min(
                        Math.max(0, BALANCE_MAX + amount),
                        assets[index].interest().owedCeil(-amount, interestSince[index]));
    }

    /**
     * Interest of a debt that is not booked yet.
     *
     * @param asset of which.
     * @return minor units, rounded up; 0 where nothing is owed.
     */
    public long accruedInterest(final Asset asset) {
        final int index = indexOf(asset);
        return index < 0 ? 0 : accruedInterestAt(index);
    }

    /**
     * Moves a balance. What interest had accrued on it was booked, or is with this.
     *
     * @param asset that has a place.
     * @param change signed minor units; {@link #hasRoomFor} holds.
     * @return balance after.
     */
    long add(final Asset asset, final long change) {
        final int index = indexOf(asset);
        final long before = hashAt(index);
        amounts[index] += change;
        interestSince[index] = amounts[index] < 0 ? asset.interest().value() : 0;
        stateHash.replace(before, hashAt(index));
        return amounts[index];
    }

    /** Gives an asset a place, with balance 0, if it has none. Returns whether it is new. */
    boolean open(final Asset asset) {
        int at = 0;
        while (at < count && assets[at].id() < asset.id()) {
            at++;
        }
        if (at < count && assets[at] == asset) {
            return false;
        }
        if (count == assets.length) {
            assets = Arrays.copyOf(assets, count * 2);
            amounts = Arrays.copyOf(amounts, count * 2);
            interestSince = Arrays.copyOf(interestSince, count * 2);
        }
        System.arraycopy(assets, at, assets, at + 1, count - at);
        System.arraycopy(amounts, at, amounts, at + 1, count - at);
        System.arraycopy(interestSince, at, interestSince, at + 1, count - at);
        assets[at] = asset;
        amounts[at] = 0;
        interestSince[at] = 0;
        count++;
        return true;
    }

    /** Becomes what another account has, for a copy that nobody hashes. */
    void copy(final Balances other) {
        assets = other.assets.clone();
        amounts = other.amounts.clone();
        interestSince = other.interestSince.clone();
        count = other.count;
    }

    /** {@return sum of the hashes of all balances} */
    public long hash() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += hashAt(i);
        }
        return sum;
    }

    private int indexOf(final Asset asset) {
        for (int i = 0; i < count; i++) {
            if (assets[i] == asset) {
                return i;
            }
        }
        return -1;
    }

    private long hashAt(final int index) {
        final long amount = amounts[index];
        final int asset = assets[index].id();
        if (interestSince[index] != 0) {
            return StateHash.of(HashKind.BALANCE, account, asset, amount, interestSince[index]);
        }
        return amount == 0 ? 0 : StateHash.of(HashKind.BALANCE, account, asset, amount);
    }
}
