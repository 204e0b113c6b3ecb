package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.util.Arrays;

/**
 * What one account holds in a regime: its scenario sums, kept up to date trade by trade and made anew, an underlying at a time,
 * at the first touch after rows were replaced; and its requirement as long as nothing of that changes. All of it follows from
 * positions, nets and rows, and is no part of the state hash.
 */
final class AccountSums implements Holdings {
    private static final long STALE = -1;

    private final Account account;
    private final RiskRegime regime;
    private final PortfolioSums sums;
    private final long[] revaluations;
    private final HeldDeltas deltas;
    private final GroupHoldings group;
    private long regimeChanges = STALE;
    private RiskInstrument[] instruments = new RiskInstrument[8];
    private long[] lots = new long[8];
    private long[] lotsOfOthers = new long[8];
    private long[] coinLots;
    private int count;
    private boolean isAssessed;
    private long initialMargin;
    private long maintenanceMargin;

    AccountSums(final Account account, final RiskRegime regime, final Accumulator accumulator, final boolean byExpiry) {
        this.account = account;
        this.regime = regime;
        this.sums = new PortfolioSums(accumulator, regime.frame(), byExpiry);
        this.revaluations = new long[regime.underlyings()];
        this.coinLots = new long[regime.coins().count()];
        this.deltas = new HeldDeltas(regime.underlyings());
        this.group = new GroupHoldings(account, regime);
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

    /** Sets how many lots of a coin count; a change asks for a new assessment. */
    void coin(final int coin, final long signedLots) {
        if (coin >= coinLots.length) {
            coinLots = Arrays.copyOf(coinLots, regime.coins().count());
        }
        if (coinLots[coin] != signedLots) {
            coinLots[coin] = signedLots;
            changed();
        }
    }

    /** Adds coins to the sums, or with -1 takes them away again. */
    void addCoins(final int sign) {
        for (int c = 0; c < coinLots.length; c++) {
            final RiskInstrument row = coinRow(c);
            if (row != null) {
                sums.add(row, sign * coinLots[c]);
            }
        }
    }

    private RiskInstrument coinRow(final int coin) {
        return coinLots[coin] == 0 ? null : regime.coins().row(coin, coinLots[coin] < 0);
    }

    /** Lists what there is: positions that have a row, then coins. */
    void list() {
        count = 0;
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            list(regime.row(instrument), positions.lotsAt(i), group.lotsOfOthers(instrument));
        }
        for (int c = 0; c < coinLots.length; c++) {
            list(coinRow(c), coinLots[c], 0);
        }
    }

    /** Adds to the list, also what is not held, such as orders that could fill; nothing without a row. */
    private void list(final RiskInstrument row, final long signedLots, final long others) {
        if (row == null) {
            return;
        }
        if (count == lots.length) {
            instruments = Arrays.copyOf(instruments, 2 * count);
            lots = Arrays.copyOf(lots, 2 * count);
            lotsOfOthers = Arrays.copyOf(lotsOfOthers, 2 * count);
        }
        instruments[count] = row;
        lotsOfOthers[count] = others;
        lots[count++] = signedLots;
    }

    /** Replaces the lots of what is listed already, or lists it. */
    void relist(final Instrument instrument, final long signedLots) {
        final RiskInstrument row = regime.row(instrument);
        for (int i = 0; i < count; i++) {
            if (instruments[i].id() == row.id()) {
                lots[i] = signedLots;
                return;
            }
        }
        list(row, signedLots, group.lotsOfOthers(instrument));
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
            list();
            deltas.learn(this);
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

    /** What counts beside the positions: others of the group, and orders, which are told here. */
    @Override
    public Exposure exposure() {
        return group.exposure();
    }

    @Override
    public long lotsOfOthers(final int index) {
        return lotsOfOthers[index];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instruments[index];
    }

    @Override
    public long lots(final int index) {
        return lots[index];
    }
}
