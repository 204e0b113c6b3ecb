package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;

/**
 * The part of long and short sums of an underlying that offset each other: all that is on the smaller side. The side that the
 * net is not on is the smaller one.
 */
final class SmallerSide {
    private SmallerSide() {}

    /** Opens a sum and adds a leaf for each of an underlying's sums on the smaller side. */
    static int of(final ChargeRun run, final Gathered sums, final int underlying, final int column, final String name) {
        final Accumulator tree = run.tree();
        final int net = tree.takeColumns(run.frame().underlying(underlying).exponent());
        for (int i = 0; i < sums.count(); i++) {
            if (sums.sample(i).underlying() == underlying) {
                tree.mergeColumns(net, sums.vector(i));
            }
        }
        final int side = tree.sign(net, column) > 0 ? -1 : 1;
        tree.giveBack(net);
        tree.sum(name, underlying);
        for (int i = 0; i < sums.count(); i++) {
            if (sums.sample(i).underlying() == underlying && tree.sign(sums.vector(i), column) == side) {
                tree.size(name, sums.place(i), sums.vector(i), column);
            }
        }
        return tree.close();
    }
}
