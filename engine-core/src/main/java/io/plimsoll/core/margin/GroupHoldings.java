package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;

/**
 * What the other accounts of an account's group hold, in whatever mode they are: contracts and options, as in the tiers of cross mode;
 * coins count in the account that owns them, but for the tiers of their haircuts. Added without netting between accounts. It follows
 * from positions and rows.
 */
final class GroupHoldings {
    private static final long STALE = -1;

    private final Account account;
    private final RiskRegime regime;
    private final Exposure exposure;
    private final long[] deltas;
    private long groupChanges = STALE;
    private long regimeChanges = STALE;

    GroupHoldings(final Account account, final RiskRegime regime) {
        this.account = account;
        this.regime = regime;
        this.exposure = new Exposure(regime.underlyings());
        this.deltas = new long[regime.underlyings()];
    }

    /** Adds up anew if a position of the group, or a row, has changed; says whether it has. */
    boolean refresh() {
        final Group group = account.group();
        final boolean isAlone = group.members().count() == 1;
        if (isAlone || (groupChanges == group.changes() && regimeChanges == regime.changes())) {
            return false;
        }
        groupChanges = group.changes();
        regimeChanges = regime.changes();
        exposure.clearOthers();
        for (int i = 0; i < group.members().count(); i++) {
            if (group.members().at(i) != account) {
                add(group.members().at(i).positions());
            }
        }
        return true;
    }

    private void add(final Positions positions) {
        for (int i = 0; i < positions.count(); i++) {
            final RiskInstrument row = regime.row(positions.instrumentAt(i));
            if (row != null) {
                deltas[row.underlying()] += positions.lotsAt(i) * row.row().column(Column.DELTA);
            }
        }
        for (int u = 0; u < deltas.length; u++) {
            exposure.addOther(u, deltas[u]);
            deltas[u] = 0;
        }
    }

    /** Delta beside that of the account's positions; orders are told to it. */
    Exposure exposure() {
        return exposure;
    }

    /** Lots that others hold of an instrument; 0 as long as nobody asked for {@link #refresh}. */
    long lotsOfOthers(final Instrument instrument) {
        return groupChanges == STALE
                ? 0
                : account.group().grossLots(instrument)
                        - Math.abs(account.positions().lotsOf(instrument));
    }
}
