package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.util.Arrays;

/** By how much a lot of everything that orders could bring raises the initial margin of an account at most. */
final class Growths {
    /** No bound is known. */
    static final long UNKNOWN = -1;

    private static final long MOST = Long.MAX_VALUE >> 1;

    private final RiskRegime regime;
    private final ChargeRun run;
    private final OrderedCoins coins;
    private RowGrowth[] ofInstruments = new RowGrowth[16];
    private RowGrowth[] ofCoins = new RowGrowth[16];

    Growths(final RiskRegime regime, final ChargeRun run, final OrderedCoins coins) {
        this.regime = regime;
        this.run = run;
        this.coins = coins;
    }

    /** Of orders in an instrument that is covered. */
    long ofContracts(final AccountSums account, final Instrument instrument, final long bought, final long sold) {
        ofInstruments = roomFor(instrument.ordinal(), ofInstruments);
        return of(account, ofInstruments[instrument.ordinal()], regime.row(instrument), bought, sold);
    }

    /** Of lots of an asset that orders bring and take, which is a coin of the regime. */
    long ofCoins(final AccountSums account, final Asset asset, final long comes, final long goes) {
        final int coin = coins.of(asset);
        final boolean isOwed = coins.isOwed(coin);
        final boolean isHeld = coins.isHeld(coin);
        final long ofComing = comes == 0 ? 0 : ofCoin(account, coin, isOwed, comes, 0);
        final long ofGoing = goes == 0 ? 0 : ofCoin(account, coin, !isHeld, 0, goes);
        return ofComing == UNKNOWN || ofGoing == UNKNOWN ? UNKNOWN : FixedPoint.addSaturated(ofComing, ofGoing, MOST);
    }

    private long ofCoin(
            final AccountSums account, final int coin, final boolean isDebt, final long bought, final long sold) {
        final int place = 2 * coin + (isDebt ? 1 : 0);
        ofCoins = roomFor(place, ofCoins);
        return of(account, ofCoins[place], coins.row(coin, isDebt), bought, sold);
    }

    private long of(
            final AccountSums account,
            final RowGrowth growth,
            final RiskInstrument row,
            final long bought,
            final long sold) {
        if (!growth.isKnown(row, regime, run)) {
            return UNKNOWN;
        }
        final long most = growth.of(bought, sold);
        return growth.asksForHoldings()
                ? FixedPoint.addSaturated(most, growth.freshOf(account.deltas(), row), MOST)
                : most;
    }

    private static RowGrowth[] roomFor(final int place, final RowGrowth[] known) {
        final RowGrowth[] all = place < known.length ? known : Arrays.copyOf(known, 2 * place);
        if (all[place] == null) {
            all[place] = new RowGrowth();
        }
        return all;
    }
}
