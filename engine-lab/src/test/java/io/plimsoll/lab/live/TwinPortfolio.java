package io.plimsoll.lab.live;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import java.util.List;

/** Positions in some of a venue's rows, and their sums, which follow every trade. */
final class TwinPortfolio implements Holdings {
    private final List<RiskInstrument> rows;
    private final PortfolioSums sums;
    private final long[] lots;
    private final long[] others;
    private final int[] held;
    private int count;

    TwinPortfolio(final List<RiskInstrument> rows, final PortfolioSums sums) {
        this.rows = rows;
        this.sums = sums;
        this.lots = new long[rows.size()];
        this.others = new long[rows.size()];
        this.held = new int[rows.size()];
    }

    boolean isCoin(final int row) {
        return rows.get(row).kind() == RiskKind.COIN;
    }

    void trade(final int row, final long change) {
        sums.add(rows.get(row), change);
        hold(row, lots[row] + change, 0);
    }

    /** So many lots of a coin instead of those that are held, and what others of the group hold of it. */
    void own(final int row, final long now, final long ofOthers) {
        sums.addCoin(rows.get(row), -lots[row], others[row]);
        sums.addCoin(rows.get(row), now, ofOthers);
        hold(row, now, ofOthers);
    }

    private void hold(final int row, final long now, final long ofOthers) {
        lots[row] = now;
        others[row] = ofOthers;
        count = 0;
        for (int i = 0; i < lots.length; i++) {
            if (lots[i] != 0) {
                held[count++] = i;
            }
        }
    }

    PortfolioSums sums() {
        return sums;
    }

    long lotsOf(final int row) {
        return lots[row];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return rows.get(held[index]);
    }

    @Override
    public long lots(final int index) {
        return lots[held[index]];
    }

    @Override
    public long coinsOfOthers(final int index) {
        return others[held[index]];
    }
}
