package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.Instrument;

/**
 * What coins need beside their haircut where an account in cross mode is long in contracts on them: both fall together, so the haircut
 * of as much of the coin as the contracts are worth is charged once more, or a share of it. What is short takes nothing off, as each
 * position bears its own margin in cross mode: no reduction raises the charge. A claim counts as what it is on, each coin for itself.
 *
 * <p>Orders count with all that they can make long, and with all coins that they can bring: the charge grows with both, and never by
 * more than a coin counts for.
 */
final class WrongWay {
    private final Valuation valuation;
    private final long[] held;
    private final long[] values;
    private final long[] ofOthers;
    private final long[] charged;
    private final AssetSums longs;
    private final AssetSums comes;

    WrongWay(final Valuation valuation, final int assets) {
        this.valuation = valuation;
        this.held = new long[assets];
        this.values = new long[assets];
        this.ofOthers = new long[assets];
        this.charged = new long[assets];
        this.longs = new AssetSums(assets, OrderMargin.SUM_MAX);
        this.comes = new AssetSums(assets, Valuation.USD_MAX);
    }

    private static Asset underlyingOf(final Asset coin) {
        return coin.claim() == null ? coin : coin.claim().underlying();
    }

    /** Counts a long contract in that an account has, before its coins are looked at. */
    void hold(final Instrument contract, final long notional) {
        held[contract.underlying().ordinal()] += notional;
    }

    /** Forgets what {@link #hold} counted. */
    void release(final Instrument contract) {
        held[contract.underlying().ordinal()] = 0;
    }

    /**
     * What a coin needs of an account with the contracts that were counted; orders will find the coin so.
     *
     * @param coin an asset of the account.
     * @param value signed, millionths of the margin currency.
     * @param others value of what others of the group own, where tiers need it.
     * @return millionths of the margin currency, rounded up.
     */
    long assess(final Asset coin, final long value, final long others) {
        values[coin.ordinal()] = value;
        ofOthers[coin.ordinal()] = others;
        charged[coin.ordinal()] =
                charge(coin, value, others, held[underlyingOf(coin).ordinal()]);
        return charged[coin.ordinal()];
    }

    /**
     * Has orders find a coin that they take from as if they did not: free margin then never falls and rises again in what is filled of
     * one of them.
     *
     * @param coin that was assessed.
     * @param value without what orders take, signed, millionths of the margin currency.
     */
    void keep(final Asset coin, final long value) {
        values[coin.ordinal()] = value;
    }

    private static long charge(final Asset coin, final long value, final long others, final long notional) {
        if (value <= 0 || notional == 0 || coin.stable()) {
            return 0;
        }
        final int share = (int) coin.rules().get(AssetRule.WRONG_WAY_SHARE);
        final long whole = coin.haircuts().againCeil(value, others, share);
        return notional >= value ? whole : FixedPoint.mulDivCeil(whole, notional, value, whole);
    }

    /** Begins to count what an account would hold with orders. */
    void begin() {
        longs.begin();
        comes.begin();
    }

    /** What was counted so far stays; what comes from now on can be taken back. */
    void settle() {
        longs.settle();
        comes.settle();
    }

    /** Counts an instrument in, with all buys filled. */
    void holds(final Instrument of, final long notional) {
        longs.add(of.underlying(), notional);
    }

    /** Counts the coin that an order brings, if it brings one. */
    void order(final Instrument of, final long signedLots, final long limit) {
        final Asset coin = OrderCash.assetGot(of, signedLots);
        if (coin != null) {
            comes.add(coin, valuation.usdCeil(coin, OrderCash.amountGot(of, signedLots, limit)));
        }
    }

    /** Takes back what was counted since {@link #settle}. */
    void takeBack() {
        longs.takeBack();
        comes.takeBack();
    }

    /**
     * What coins need with all that was counted, for the account assessed last.
     *
     * @param account that account.
     * @return millionths of the margin currency, rounded up.
     */
    long required(final Account account) {
        final Balances balances = account.balances();
        long sum = 0;
        for (int i = 0; i < balances.count(); i++) {
            final Asset coin = balances.assetAt(i);
            final int ordinal = coin.ordinal();
            sum += with(coin, values[ordinal], ofOthers[ordinal], charged[ordinal]);
        }
        for (int i = 0; i < comes.count(); i++) {
            if (!balances.holds(comes.assetAt(i))) {
                sum += with(comes.assetAt(i), 0, 0, 0);
            }
        }
        return sum;
    }

    /** A cap has taken its share of what is left of the coin as assessed, and takes that much less of what is charged beyond. */
    private long with(final Asset coin, final long value, final long others, final long assessed) {
        final long then = Math.min(Valuation.USD_MAX, value + comes.of(coin));
        final long all = charge(coin, then, others, longs.of(underlyingOf(coin)));
        return all - CollateralCap.takenFloor(coin, all - assessed);
    }
}
