package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * A charge of all positions, and what {@link Holdings#reserved} funds change of it. The funds of an order could all become one coin or
 * all the other; the one of which less counts is taken. What they count as a coin is what the account is worth by the charge with all
 * funds that could become this coin, less what it is worth without those of the order: so each order is the last one that pays debts,
 * and of several never more counts than of all together. What counts is value less charge, and the value of reserved funds
 * is no part of equity. It stands at the top of a model, for parts of a portfolio have no orders. Source: Mango v4.
 *
 * @param name of the sum.
 * @param of the charge, one that counts the coins of an underlying apart from all others.
 */
public record ReservedFundsCharge(String name, Charge of) implements Charge {
    private static final String ORDER = "order";
    private static final String COIN = "coin";
    private static final String LESS = "less";
    private static final int NONE = -1;

    @Override
    public boolean isBySide() {
        return of.isBySide();
    }

    @Override
    public boolean looksAtGroup() {
        return of.looksAtGroup();
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final int rows = run.holdings().reserved().count();
        tree.sum(name, 0);
        of.assess(run);
        for (int row = 0; row < rows; row += 2) {
            tree.max(ORDER, row / 2);
            asCoin(run, row);
            asCoin(run, row + 1);
            tree.close();
        }
        return tree.close();
    }

    private void asCoin(final ChargeRun run, final int row) {
        final Accumulator tree = run.tree();
        final RiskInstrument coin = run.holdings().reserved().instrument(row);
        tree.sum(COIN, coin.underlying());
        with(run, coin.underlying(), NONE);
        tree.scale(LESS, 0, -Rate.ONE);
        with(run, coin.underlying(), row);
        tree.close();
        final int vector = tree.takeColumns(coin.row().exponent());
        tree.addColumns(vector, -run.holdings().reserved().lots(row), coin.row());
        tree.column("value", coin.id(), vector, Column.VALUE);
        tree.giveBack(vector);
        tree.close();
    }

    /** The charge of what is of an underlying, with all reserved funds that could be, but those of one row. */
    private void with(final ChargeRun run, final int underlying, final int without) {
        final Holdings reserved = run.holdings().reserved();
        final HoldingsPart members = run.part();
        for (int i = 0; i < run.holdings().count(); i++) {
            if (run.holdings().instrument(i).underlying() == underlying) {
                members.add(i);
            }
        }
        for (int i = 0; i < reserved.count(); i++) {
            if (i != without && reserved.instrument(i).underlying() == underlying) {
                members.net(reserved, i);
            }
        }
        of.assess(run.enter());
        run.leave();
    }
}
