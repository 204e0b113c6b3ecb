package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.risk.Coins;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * As what coins count that orders bring and take: by spot orders, by premiums, and by what contracts that settle in a coin gain or
 * lose against the mark. What an account has of a coin gains and loses along a line that bends at nothing: below it is a debt. The
 * line bends upwards, so that what comes first costs most: coins that come count as debts do where there is a debt, else as what is
 * held, and coins that go count as what is held where there is any, else as debts do.
 */
final class OrderedCoins {
    private static final int NONE = -1;

    private final Coins coins;
    private long[] least = new long[8];
    private long[] most = new long[8];

    OrderedCoins(final Coins coins) {
        this.coins = coins;
    }

    /** Begins with what an account has now. */
    void begin(final AccountSums account) {
        if (least.length < coins.count()) {
            least = new long[coins.count()];
            most = new long[coins.count()];
        }
        for (int c = 0; c < coins.count(); c++) {
            least[c] = account.coinLots(c);
            most[c] = least[c];
        }
    }

    /** Orders that may fill before the others are looked at. */
    void couldFill(final Account account, final OrderProposal change, final OrderFlow flow) {
        for (int i = 0; i < change.count(); i++) {
            couldFill(flow.of(account, change.instrument(i), change.signedLots(i), change.limit(i)));
        }
    }

    /** An order that may fill before the others are looked at: there could be more of what it brings, less of what it takes. */
    void couldFill(final OrderFlow order) {
        final int comes = of(order.comes());
        if (comes >= 0) {
            most[comes] += lots(comes, order.got(), false);
        }
        final int goes = of(order.goes());
        if (goes >= 0) {
            least[goes] -= lots(goes, order.given(), true);
        }
    }

    /** Whether orders in an instrument bring or take coins. */
    boolean areMovedBy(final Instrument instrument) {
        return of(instrument.settlement()) >= 0
                || (instrument.kind() == InstrumentKind.SPOT && of(instrument.underlying()) >= 0);
    }

    /** Lots of the coin that an order brings, rounded up; 0 when it brings none that has a row. */
    long thatCome(final OrderFlow order) {
        final int coin = of(order.comes());
        return coin < 0 ? 0 : lots(coin, order.got(), isOwed(coin));
    }

    /** Lots of the coin that an order takes, rounded up; 0 when it takes none that has a row. */
    long thatGo(final OrderFlow order) {
        final int coin = of(order.goes());
        return coin < 0 ? 0 : lots(coin, order.given(), !isHeld(coin));
    }

    /** Whether coins that come count as debts do. */
    boolean isOwed(final int coin) {
        return least[coin] < 0;
    }

    /** Whether coins that go count as what is held. */
    boolean isHeld(final int coin) {
        return most[coin] > 0;
    }

    /** Place of an asset among the coins; negative when it is none, or null. */
    int of(final Asset asset) {
        return asset == null ? NONE : coins.of(asset);
    }

    /** The row that coins count by; null without one. */
    RiskInstrument row(final int coin, final boolean isDebt) {
        return coins.row(coin, isDebt);
    }

    /** Lots of an amount in minor units, rounded up; what is too much for the rows counts as the most that is not. Without a row: 0. */
    private long lots(final int coin, final long amount, final boolean isDebt) {
        if (coins.row(coin, isDebt) == null) {
            return 0;
        }
        final long lots = FixedPoint.mulDivCeil(amount, 1, coins.lot(coin), Long.MAX_VALUE);
        return Math.min(lots, coins.lotsMax(coin, isDebt));
    }
}
