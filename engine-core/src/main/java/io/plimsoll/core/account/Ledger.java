package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;

/**
 * The other side of every movement that does not stay between accounts, so that per asset the sum over accounts and ledger
 * is always what positions have not yet paid.
 */
public final class Ledger {
    private static final long MOST = 1L << 62;

    private final long[][] amounts;
    private final StateHash stateHash;

    /**
     * An empty ledger.
     *
     * @param assets room for assets.
     * @param stateHash hash to keep up to date.
     */
    public Ledger(final int assets, final StateHash stateHash) {
        this.amounts = new long[LedgerAccount.count()][assets];
        this.stateHash = stateHash;
    }

    /**
     * Moves a ledger balance. Its magnitude is bounded by what accounts may hold.
     *
     * @param ledgerAccount which.
     * @param asset the asset.
     * @param change signed minor units.
     * @throws ArithmeticException when the books of a whole venue would pass 2^63: a broken invariant.
     */
    public void add(final LedgerAccount ledgerAccount, final Asset asset, final long change) {
        final long before = of(ledgerAccount, asset);
        final long after = Math.addExact(before, change);
        stateHash.replace(hash(ledgerAccount, asset, before), hash(ledgerAccount, asset, after));
        amounts[ledgerAccount.index()][asset.ordinal()] = after;
    }

    /**
     * Whether a ledger has room for a change.
     *
     * @param ledgerAccount which.
     * @param asset the asset.
     * @param change signed minor units, its magnitude at most {@link Balances#BALANCE_MAX}.
     * @return false when the books of the whole venue would come near 2^63.
     */
    public boolean hasRoomFor(final LedgerAccount ledgerAccount, final Asset asset, final long change) {
        return Math.abs(of(ledgerAccount, asset) + change) <= MOST;
    }

    /**
     * A ledger balance.
     *
     * @param ledgerAccount which.
     * @param asset the asset.
     * @return signed minor units.
     */
    public long of(final LedgerAccount ledgerAccount, final Asset asset) {
        return amounts[ledgerAccount.index()][asset.ordinal()];
    }

    /**
     * Sum over all ledger balances of an asset.
     *
     * @param asset the asset.
     * @return signed minor units.
     */
    public long sumOf(final Asset asset) {
        long sum = 0;
        for (final long[] byAsset : amounts) {
            sum += byAsset[asset.ordinal()];
        }
        return sum;
    }

    /**
     * Hash of all ledger balances of an asset.
     *
     * @param asset the asset.
     * @return sum of the hashes.
     */
    public long hashOf(final Asset asset) {
        long sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += hash(LedgerAccount.at(i), asset, amounts[i][asset.ordinal()]);
        }
        return sum;
    }

    private static long hash(final LedgerAccount ledgerAccount, final Asset asset, final long amount) {
        return amount == 0 ? 0 : StateHash.of(HashKind.LEDGER, ledgerAccount.index(), asset.id(), amount);
    }
}
