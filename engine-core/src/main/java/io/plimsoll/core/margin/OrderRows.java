package io.plimsoll.core.margin;

import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.Arrays;
import java.util.List;

/** Orders that were counted into sums, so that they can be taken out again. Reuse the object. */
final class OrderRows {
    private RiskInstrument[] rows = new RiskInstrument[16];
    private long[] lots = new long[16];
    private long[] losses = new long[16];
    private final boolean[] bySize;
    private int count;

    /** Orders under a model: some blocks count moves as losses whatever their sign. */
    OrderRows(final int scenarios, final List<ScenarioBlock> alwaysLoss) {
        bySize = new boolean[scenarios];
        for (final ScenarioBlock block : alwaysLoss) {
            Arrays.fill(bySize, block.from(), block.to(), true);
        }
    }

    void clear() {
        count = 0;
    }

    void add(final RiskInstrument row, final long signedLots, final long loss) {
        if (count == lots.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            lots = Arrays.copyOf(lots, 2 * count);
            losses = Arrays.copyOf(losses, 2 * count);
        }
        rows[count] = row;
        lots[count] = signedLots;
        losses[count++] = loss;
    }

    void removeLast() {
        count--;
    }

    int count() {
        return count;
    }

    /** Counts an order in, or with -1 out again. */
    void apply(final AccountSums account, final int index, final int sign) {
        final RiskInstrument row = rows[index];
        account.sums().addLosses(row, bySize, sign, lots[index], losses[index]);
        account.exposure().order(row.underlying(), lots[index] * row.row().column(Column.DELTA), sign);
    }
}
