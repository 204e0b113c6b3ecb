package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.util.Arrays;

/**
 * What one account holds in a regime: its scenario sums, kept up to date trade by trade and made anew, an underlying at a time,
 * at the first touch after rows were replaced; and its requirement as long as nothing of that changes. All of it follows from
 * positions, nets and rows, and is no part of the state hash.
 */
final class AccountSums {
    private static final long STALE = -1;

    private final Account account;
    private final RiskRegime regime;
    private final PortfolioSums sums;
    private final long[] revaluations;
    private final HeldDeltas deltas;
    private final GroupHoldings group;
    private long regimeChanges = STALE;
    private final HeldList held;
    private long[] coinLots;
    private long[] coinLotsOfOthers;
    private boolean isAssessed;
    private long initialMargin;
    private long maintenanceMargin;

    AccountSums(final Account account, final RiskRegime regime, final Accumulator accumulator, final boolean byExpiry) {
        this.account = account;
        this.regime = regime;
        this.sums = new PortfolioSums(accumulator, regime.frame(), byExpiry);
        this.revaluations = new long[regime.underlyings()];
        this.coinLots = new long[regime.coins().count()];
        this.coinLotsOfOthers = new long[regime.coins().count()];
        this.deltas = new HeldDeltas(regime.underlyings());
        this.group = new GroupHoldings(account, regime);
        this.held = new HeldList(group.exposure());
        Arrays.fill(revaluations, STALE);
    }

    /** The account's position has changed already. */
    void traded(final Instrument instrument, final long signedLots) {
        changed();
        final RiskInstrument row = regime.row(instrument);
        if (row != null && revaluations[row.underlying()] == regime.revaluation(row.underlying())) {
            sums.add(row, signedLots);
        }
    }

    /** Brings the sums up to the rows in use. */
    void refresh() {
        if (regimeChanges == regime.changes()) {
            return;
        }
        regimeChanges = regime.changes();
        changed();
        for (int u = 0; u < revaluations.length; u++) {
            if (revaluations[u] != regime.revaluation(u)) {
                revaluations[u] = regime.revaluation(u);
                sums.clear(u);
                addPositionsOf(u);
            }
        }
    }

    /** Brings what others of the group hold up to date. */
    void refreshGroup() {
        if (group.refresh()) {
            changed();
        }
    }

    private void addPositionsOf(final int underlying) {
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final RiskInstrument row = regime.row(positions.instrumentAt(i));
            if (row != null && row.underlying() == underlying) {
                sums.addSoon(row, positions.lotsAt(i));
            }
        }
        sums.settle();
    }

    /** Sets how much of a coin counts, and how much others of the group own; a change asks for a new assessment. */
    void coin(final int coin, final long net, final long owned) {
        final long signedLots = coinLots(coin, net);
        // Rounded down: less of a coin is in higher tiers, of which equity has taken more off, and a fall costs no
        // less.
        final long others = owned / regime.coins().lot(coin);
        if (coin >= coinLots.length) {
            coinLots = Arrays.copyOf(coinLots, regime.coins().count());
            coinLotsOfOthers = Arrays.copyOf(coinLotsOfOthers, coinLots.length);
        }
        if (coinLots[coin] != signedLots || coinLotsOfOthers[coin] != others) {
            coinLots[coin] = signedLots;
            coinLotsOfOthers[coin] = others;
            changed();
        }
    }

    /** To the nearest lot, half away from zero; what is too much for the rows counts as the most that is not. */
    private long coinLots(final int coin, final long net) {
        final RiskInstrument row = regime.coins().row(coin, net < 0);
        if (row == null || net == 0) {
            return 0;
        }
        final long lots =
                FixedPoint.mulDivNearest(Math.abs(net), 1, regime.coins().lot(coin));
        return Math.min(lots, regime.coins().lotsMax(coin, net < 0)) * Long.signum(net);
    }

    /** Adds coins to the sums, or with -1 takes them away again. */
    void addCoins(final int sign) {
        addCoins(sums, sign);
    }

    /** Adds coins to sums that began as those of the account. */
    void addCoins(final PortfolioSums to, final int sign) {
        for (int c = 0; c < coinLots.length; c++) {
            final RiskInstrument row = coinRow(c);
            if (row != null) {
                to.addCoin(row, sign * coinLots[c], coinLotsOfOthers[c]);
            }
        }
    }

    /** What counts of a coin. */
    long coinLots(final int coin) {
        return coin < coinLots.length ? coinLots[coin] : 0;
    }

    private RiskInstrument coinRow(final int coin) {
        return coinLots[coin] == 0 ? null : regime.coins().row(coin, coinLots[coin] < 0);
    }

    /** {@return what there is: positions that have a row, then coins} */
    HeldList list() {
        listPositions(held);
        listCoins(held);
        return held;
    }

    /** Begins a list with the positions that have a row. */
    void listPositions(final HeldList list) {
        list.clear();
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            list.add(regime.row(instrument), positions.lotsAt(i), group.lotsOfOthers(instrument), 0);
        }
    }

    /** Adds coins to a list that has none. */
    void listCoins(final HeldList list) {
        for (int c = 0; c < coinLots.length; c++) {
            list.add(coinRow(c), coinLots[c], 0, coinLotsOfOthers[c]);
        }
    }

    /** Delta and lots that count beside the account's. */
    GroupHoldings group() {
        return group;
    }

    void assessed(final long initial, final long maintenance) {
        isAssessed = true;
        initialMargin = initial;
        maintenanceMargin = maintenance;
    }

    private void changed() {
        isAssessed = false;
        deltas.forget();
    }

    /** What delta the account holds, coins as they counted last. */
    HeldDeltas deltas() {
        if (!deltas.isKnown()) {
            deltas.learn(list());
        }
        return deltas;
    }

    /** Somebody has looked at the tree; the requirement is to be computed again. */
    void forget() {
        isAssessed = false;
    }

    boolean isAssessed() {
        return isAssessed;
    }

    long initialMargin() {
        return initialMargin;
    }

    long maintenanceMargin() {
        return maintenanceMargin;
    }

    PortfolioSums sums() {
        return sums;
    }
}
