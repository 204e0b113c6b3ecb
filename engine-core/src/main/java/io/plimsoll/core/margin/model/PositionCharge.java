package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * A rate of what positions are worth or hold, of each by its size, long and short alike. A rate that grows with the size looks at that
 * of the account's whole group in the instrument.
 *
 * @param name of the charge.
 * @param column one of {@link io.plimsoll.core.risk.Column}.
 * @param selection which positions.
 * @param rate of a position.
 * @param isRelief whether it is taken off the margin.
 */
public record PositionCharge(String name, int column, Selection selection, PositionRate rate, boolean isRelief)
        implements Charge {
    private static final String POSITION = "position";
    private static final String AMOUNT = "amount";

    @Override
    public boolean isBySide() {
        return selection.isBySide();
    }

    @Override
    public boolean looksAtGroup() {
        return rate.isBySize();
    }

    @Override
    public int assess(final ChargeRun run) {
        final Holdings holdings = run.holdings();
        run.tree().sum(name, 0);
        for (int i = 0; i < holdings.count(); i++) {
            if (selection.has(holdings, i)) {
                charge(run, holdings.instrument(i), Math.abs(holdings.lots(i)), holdings.lotsOfOthers(i));
            }
        }
        return run.tree().close();
    }

    private void charge(final ChargeRun run, final RiskInstrument instrument, final long size, final long others) {
        final Accumulator tree = run.tree();
        final int vector = tree.takeColumns(instrument.row().exponent());
        tree.addColumns(vector, size + others, instrument.row());
        tree.scale(POSITION, instrument.id(), rate.of(run.frame(), instrument, tree, vector));
        tree.addColumns(vector, isRelief ? -2 * size - others : -others, instrument.row());
        tree.column(AMOUNT, instrument.id(), vector, column);
        tree.close();
        tree.giveBack(vector);
    }
}
