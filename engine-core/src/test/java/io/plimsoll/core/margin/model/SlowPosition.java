package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A position as the slow twins see it. A coin counts slice by slice: each has the row of a lot with the haircut of its tier, and of
 * all that the group owns an account has its share of every slice. With open orders it has further sizes that it could come to.
 */
final class SlowPosition {
    private final RiskInstrument instrument;
    private final long lots;
    private final long coinsOfOthers;
    private final long buys;
    private final long sells;
    private final List<Long> slices = new ArrayList<>();

    private SlowPosition(
            final RiskInstrument instrument,
            final long lots,
            final long coinsOfOthers,
            final long buys,
            final long sells) {
        this.instrument = instrument;
        this.lots = lots;
        this.coinsOfOthers = coinsOfOthers;
        this.buys = buys;
        this.sells = sells;
        slice();
    }

    /** All that is held; what orders are in and nobody holds is listed with no lots. */
    static List<SlowPosition> of(final Holdings holdings, final List<SlowOrder> orders) {
        final List<SlowPosition> positions = new ArrayList<>();
        for (int i = 0; i < holdings.count(); i++) {
            final RiskInstrument instrument = holdings.instrument(i);
            long buys = 0;
            long sells = 0;
            for (final SlowOrder order : orders) {
                if (order.instrument().id() == instrument.id()) {
                    buys += Math.max(0, order.lots());
                    sells += Math.max(0, -order.lots());
                }
            }
            positions.add(new SlowPosition(instrument, holdings.lots(i), holdings.coinsOfOthers(i), buys, sells));
        }
        return positions;
    }

    /** Lots in each tier: what is above the end of a slice is the account's share of what the group has above it. */
    private void slice() {
        final BigInteger all = BigInteger.valueOf(Math.addExact(lots, coinsOfOthers));
        long below = 0;
        for (int tier = 0; tier < instrument.tiers().count(); tier++) {
            final BigInteger from = BigInteger.valueOf(instrument.tiers().fromLots(tier));
            final BigInteger above = lots == 0
                    ? BigInteger.ZERO
                    : all.subtract(from.min(all))
                            .multiply(BigInteger.valueOf(lots))
                            .divide(all);
            slices.add(lots - above.longValueExact() - below);
            below = lots - above.longValueExact();
        }
        slices.add(lots - below);
    }

    private SlowPosition ofSize(final long signedLots) {
        return new SlowPosition(instrument, signedLots, coinsOfOthers, 0, 0);
    }

    /** The same position held long, without orders. */
    SlowPosition heldLong() {
        return ofSize(Math.abs(lots));
    }

    /** The largest that all buys or all sells make of it, held long. */
    SlowPosition largest() {
        return ofSize(Math.max(Math.abs(lots + buys), Math.abs(lots - sells)));
    }

    /** The most of a column that orders can make. */
    BigInteger most(final int column) {
        return ofSize(lots + buys).column(column).max(ofSize(lots - sells).column(column));
    }

    /** The least of a column that orders can make. */
    BigInteger least(final int column) {
        return ofSize(lots + buys).column(column).min(ofSize(lots - sells).column(column));
    }

    RiskInstrument instrument() {
        return instrument;
    }

    int underlying() {
        return instrument.underlying();
    }

    BigInteger column(final int column) {
        return BigInteger.valueOf(times(row -> row.column(column)));
    }

    long change(final int scenario) {
        return times(row -> row.scenario(scenario));
    }

    /** Exact, or it fails: rows and limits are such that sums fit. */
    private long times(final ToLongFunction<RiskRow> figure) {
        long ofLot = figure.applyAsLong(instrument.row());
        long sum = Math.multiplyExact(slices.get(0), ofLot);
        for (int tier = 1; tier < slices.size(); tier++) {
            ofLot += figure.applyAsLong(instrument.tiers().row(tier - 1));
            sum = Math.addExact(sum, Math.multiplyExact(slices.get(tier), ofLot));
        }
        return sum;
    }
}
