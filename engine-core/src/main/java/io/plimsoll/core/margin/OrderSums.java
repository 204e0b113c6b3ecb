package io.plimsoll.core.margin;

import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.OrderLosses;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.Arrays;

/**
 * What orders bring to an account: what they could lose under each scenario, beside what it holds; what it would hold with those of
 * the worse side filled; and the delta that they could bring. The account's own sums stay as they are. Reuse the object.
 */
final class OrderSums {
    private final OrderLosses losses;
    private final HeldList held;
    private long[] coinsBought = new long[8];
    private long[] coinsSold = new long[8];
    private long[] newBought = new long[8];
    private long[] newSold = new long[8];

    OrderSums(final OrderLosses losses, final int underlyings) {
        this.losses = losses;
        this.held = new HeldList(new Exposure(underlyings));
    }

    /** Begins with no order of an account. */
    void begin(final AccountSums account) {
        losses.clear();
        account.listPositions(held);
        held.exposure().copy(account.group().exposure());
        Arrays.fill(coinsBought, 0);
        Arrays.fill(coinsSold, 0);
        Arrays.fill(newBought, 0);
        Arrays.fill(newSold, 0);
    }

    /** Begins with the orders that were counted in elsewhere. */
    void begin(final OrderSums other) {
        losses.copy(other.losses);
        held.copy(other.held);
        coinsBought = copy(other.coinsBought, coinsBought);
        coinsSold = copy(other.coinsSold, coinsSold);
    }

    private static long[] copy(final long[] from, final long[] into) {
        if (into.length < from.length) {
            return from.clone();
        }
        System.arraycopy(from, 0, into, 0, from.length);
        Arrays.fill(into, from.length, into.length, 0);
        return into;
    }

    /** Counts an order in. */
    void add(final RiskInstrument row, final long signedLots) {
        losses.add(row, signedLots);
        held.exposure().order(row.underlying(), signedLots * row.row().column(Column.DELTA));
    }

    /** Counts in what an order brings, or with negative lots takes, of a coin; {@link #settleCoins} follows. */
    void addCoin(final int coin, final long signedLots) {
        if (coin >= newBought.length) {
            newBought = Arrays.copyOf(newBought, 2 * coin);
            newSold = Arrays.copyOf(newSold, 2 * coin);
        }
        newBought[coin] += Math.max(0, signedLots);
        newSold[coin] -= Math.min(0, signedLots);
    }

    /** Coins that come or go lose together what they lose one by one: one pass for all that were counted since the last time. */
    void settleCoins(final OrderedCoins coins) {
        coinsBought = withRoom(coinsBought, newBought.length);
        coinsSold = withRoom(coinsSold, newSold.length);
        for (int c = 0; c < newBought.length; c++) {
            if (newBought[c] != 0) {
                add(coins.row(c, coins.isOwed(c)), newBought[c]);
                coinsBought[c] += newBought[c];
                newBought[c] = 0;
            }
            if (newSold[c] != 0) {
                add(coins.row(c, !coins.isHeld(c)), -newSold[c]);
                coinsSold[c] += newSold[c];
                newSold[c] = 0;
            }
        }
    }

    private static long[] withRoom(final long[] of, final int room) {
        return of.length < room ? Arrays.copyOf(of, room) : of;
    }

    /** Lists the coins of an account, each with what orders can make of it, behind all else. */
    HeldList withCoins(final AccountSums account, final OrderedCoins coins) {
        account.listCoins(held);
        for (int c = 0; c < coinsBought.length; c++) {
            if ((coinsBought[c] | coinsSold[c]) != 0) {
                final long lots = account.coinLots(c);
                held.range(coins.row(c, lots < 0), lots, lots + coinsBought[c], lots - coinsSold[c], 0);
            }
        }
        return held;
    }

    /** What is held, or would be; coins are added when all else is said. */
    HeldList held() {
        return held;
    }

    /** {@return what the orders could lose} */
    OrderLosses losses() {
        return losses;
    }
}
