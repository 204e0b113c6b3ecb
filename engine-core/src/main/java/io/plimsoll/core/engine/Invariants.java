package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Accounts;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Claim;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.PriceBook;

/**
 * What must hold of the whole state after every command. Checked at every checkpoint, in the live engine and in replay.
 *
 * <ul>
 *   <li>Money: per asset, balances of accounts and ledgers sum to what open positions have cost and not yet paid.
 *   <li>Totals: per asset, what all accounts own and owe is the sum of their balances.
 *   <li>Withdrawals: per asset, those in flight sum to the ledger of what is in flight.
 *   <li>Claims: the index price of a claim with a redemption rate is that of its underlying times the rate.
 *   <li>Positions: per instrument, lots of all accounts, with those that were settled, sum to zero; what is held long is the open interest.
 *   <li>Ladder: the numbers of accounts by status are those of a recount.
 *   <li>Coins: no account waits to be margined anew for what others of its group own.
 *   <li>Reduce-only: such orders of an account are together no more than the position that they reduce.
 *   <li>Stop: an account whose trading is stopped has no orders.
 *   <li>Hash: the hash kept up to date equals the one made from nothing.
 * </ul>
 */
public final class Invariants {
    private static final MarginStatus[] STATUSES = MarginStatus.values();

    private Invariants() {}

    /**
     * Checks the whole state.
     *
     * @param state to check.
     * @throws EngineFault naming the first invariant that does not hold, with its figures.
     */
    public static void check(final EngineState state) {
        checkBooks(state);
        final long fromScratch = state.hashFromScratch();
        if (fromScratch != state.hash().value()) {
            throw new EngineFault("state hash is "
                    + Long.toHexString(state.hash().value()) + " but its parts give " + Long.toHexString(fromScratch));
        }
    }

    /**
     * Checks all but the hash: what takes time by accounts, positions and orders, and not by rows of scenarios.
     *
     * @param state to check.
     * @throws EngineFault naming the first invariant that does not hold, with its figures.
     */
    public static void checkBooks(final EngineState state) {
        for (int i = 0; i < state.instruments().count(); i++) {
            checkPositions(state, state.instruments().at(i));
        }
        for (int i = 0; i < state.assets().count(); i++) {
            checkMoney(state, state.assets().at(i));
            checkTotals(state.accounts(), state.assets().at(i));
            checkWithdrawals(state, state.assets().at(i));
            checkClaim(state, state.assets().at(i));
        }
        checkLadder(state.accounts());
        checkStopped(state.accounts());
        checkReduceOnly(state);
        checkMovedCoins(state.accounts());
    }

    private static void checkPositions(final EngineState state, final Instrument instrument) {
        final Holders holders = state.accounts().holdersOf(instrument);
        long sum = state.settlement().settledLots(instrument);
        long held = 0;
        for (int i = 0; i < holders.count(); i++) {
            final long lots = holders.at(i).positions().lotsOf(instrument);
            sum += lots;
            held += Math.max(0, lots);
        }
        if (sum != 0) {
            throw new EngineFault("positions in instrument " + instrument.id() + " sum to " + sum + " lots, not to 0");
        }
        if (held != state.accounts().openInterest(instrument)) {
            throw new EngineFault("open interest in instrument " + instrument.id() + " is said to be "
                    + state.accounts().openInterest(instrument) + " lots, but " + held + " are held");
        }
    }

    private static void checkMoney(final EngineState state, final Asset asset) {
        long unpaid = state.ledger().sumOf(asset);
        final Holders holders = state.accounts().holdersOf(asset);
        for (int i = 0; i < holders.count(); i++) {
            final Account account = holders.at(i);
            unpaid += account.balances().of(asset);
            final Positions positions = account.positions();
            for (int p = 0; p < positions.count(); p++) {
                if (positions.instrumentAt(p).settlement() == asset) {
                    unpaid -= positions.entryCostAt(p);
                }
            }
        }
        if (unpaid != 0) {
            throw new EngineFault("money in asset " + asset.id() + " sums to " + unpaid + " minor units, not to 0");
        }
    }

    private static void checkTotals(final Accounts accounts, final Asset asset) {
        long owned = 0;
        long owed = 0;
        final Holders holders = accounts.holdersOf(asset);
        for (int i = 0; i < holders.count(); i++) {
            final long balance = holders.at(i).balances().of(asset);
            owned += Math.max(0, balance);
            owed += Math.max(0, -balance);
        }
        if (owned != asset.totals().credit() || owed != asset.totals().debt()) {
            throw new EngineFault("balances in asset " + asset.id() + " sum to " + owned + " owned and " + owed
                    + " owed, but the totals are " + asset.totals().credit() + " and "
                    + asset.totals().debt());
        }
    }

    private static void checkWithdrawals(final EngineState state, final Asset asset) {
        final long booked = state.ledger().of(LedgerAccount.IN_FLIGHT, asset);
        final long inFlight = state.withdrawals().inFlight(asset);
        if (booked != inFlight) {
            throw new EngineFault("withdrawals in flight of asset " + asset.id() + " sum to " + inFlight
                    + " minor units, but the ledger has " + booked);
        }
    }

    private static void checkClaim(final EngineState state, final Asset asset) {
        final Claim claim = asset.claim();
        final long underlying = claim == null ? 0 : state.prices().indexPrice(claim.underlying());
        if (underlying == 0 || claim.rate() == 0) {
            return;
        }
        final long redeems = claim.price(underlying, PriceBook.INDEX_PRICE_MAX);
        if (redeems != state.prices().indexPrice(asset)) {
            throw new EngineFault("claim " + asset.id() + " redeems for " + redeems + ", but its index price is "
                    + state.prices().indexPrice(asset));
        }
    }

    /** By status in the outer loop: no memory is needed for the recount. */
    private static void checkLadder(final Accounts accounts) {
        for (int s = 0; s < STATUSES.length; s++) {
            int counted = 0;
            for (int i = 0; i < accounts.all().count(); i++) {
                counted += accounts.all().at(i).status() == STATUSES[s] ? 1 : 0;
            }
            if (counted != accounts.count(STATUSES[s])) {
                throw new EngineFault(accounts.count(STATUSES[s]) + " accounts are said to be " + STATUSES[s] + ", but "
                        + counted + " are");
            }
        }
    }

    private static void checkMovedCoins(final Accounts accounts) {
        for (int i = 0; i < accounts.all().count(); i++) {
            if (accounts.all().at(i).group().hasMovedCoins()) {
                throw new EngineFault(
                        "accounts of group " + accounts.all().at(i).group().id()
                                + " were not margined anew when coins of one of them moved");
            }
        }
    }

    private static void checkReduceOnly(final EngineState state) {
        final Accounts accounts = state.accounts();
        for (int i = 0; i < accounts.all().count(); i++) {
            final Account account = accounts.all().at(i);
            for (int k = 0; k < state.instruments().count() && account.reduceOnlyCount() != 0; k++) {
                checkReduceOnly(state.orders(), account, state.instruments().at(k));
            }
        }
    }

    private static void checkReduceOnly(final Orders orders, final Account account, final Instrument instrument) {
        long buys = 0;
        long sells = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (orders.isReduceOnly(slot) && orders.instrument(slot) == instrument) {
                buys += Math.max(0, orders.signedLots(slot));
                sells -= Math.min(0, orders.signedLots(slot));
            }
        }
        final long position = account.positions().lotsOf(instrument);
        if (buys > Math.max(0, -position) || sells > Math.max(0, position)) {
            throw new EngineFault("reduce-only orders of account " + account.id() + " in instrument " + instrument.id()
                    + " buy " + buys + " and sell " + sells + " lots, but its position is " + position);
        }
    }

    private static void checkStopped(final Accounts accounts) {
        for (int i = 0; i < accounts.all().count(); i++) {
            final Account account = accounts.all().at(i);
            if (account.isTradingStopped() && account.orderCount() != 0) {
                throw new EngineFault("trading of account " + account.id() + " is stopped, but it has "
                        + account.orderCount() + " orders");
            }
        }
    }
}
