package io.plimsoll.lab.profit;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.Valuation;
import java.util.Map;
import java.util.TreeMap;

/** What moved the balance of one asset since a moment, and what it was worth then. */
final class CoinSums {
    private final Asset asset;
    private final Map<String, Long> others = new TreeMap<>();
    private long balanceBefore;
    private long accruedBefore;
    private long worthBefore;
    private long money;
    private long spot;
    private long interest;

    /** Of an asset that an account did not have. */
    CoinSums(final Asset asset) {
        this.asset = asset;
    }

    /** Takes note of what the account has now. */
    void begin(final Account account, final OpenWorth worth) {
        balanceBefore = account.balances().of(asset);
        accruedBefore = account.balances().accruedInterest(asset);
        worthBefore = worth.of(account, asset);
    }

    /** A balance moved, but not for an instrument's profit. */
    void moved(final String reason, final long change) {
        others.merge(reason, change, Long::sum);
    }

    /** Interest was booked. */
    void interest(final long change) {
        interest += change;
    }

    /** Money came or went, at its worth when it was booked. */
    void money(final long usd) {
        money += usd;
    }

    /** A side of a spot trade was booked, at its worth then. */
    void spot(final long usd) {
        spot += usd;
    }

    /** Ends with what the account has now and what instruments gained. */
    CoinProfit profit(final Account account, final OpenWorth worth, final Valuation valuation, final long instruments) {
        final long accrued = account.balances().accruedInterest(asset);
        return new CoinProfit(
                asset.symbol().toString(),
                worthBefore,
                money,
                spot,
                instruments,
                valuation.usdSignedFloor(asset, interest - accrued + accruedBefore),
                worth.of(account, asset));
    }

    /** Why the balance moved, instruments being what they booked. */
    MoneyFlow flow(final Balances balances, final long instruments) {
        return new MoneyFlow(
                asset.symbol().toString(), asset.scale(), balanceBefore, instruments, others, balances.of(asset));
    }
}
