package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;

/**
 * The part of long and short sums of an underlying that offset each other: all that is on the smaller side. The side that the
 * net is not on is the smaller one. With orders the long side is as long as they can make it and the short side as short: no
 * choice of what fills offsets more.
 */
final class SmallerSide {
    private SmallerSide() {}

    /** Opens a sum and adds a leaf for each of an underlying's sums on the smaller side. */
    static int of(
            final ChargeRun run,
            final Gathered most,
            final Gathered least,
            final int underlying,
            final int column,
            final String name) {
        final Accumulator tree = run.tree();
        final int net = tree.takeColumns(run.frame().underlying(underlying).exponent());
        for (int i = 0; i < most.count(); i++) {
            if (isOn(tree, most, i, underlying, column, 1)) {
                tree.mergeColumns(net, most.vector(i));
            }
            if (isOn(tree, least, i, underlying, column, -1)) {
                tree.mergeColumns(net, least.vector(i));
            }
        }
        final int side = tree.sign(net, column) > 0 ? -1 : 1;
        tree.giveBack(net);
        final Gathered smaller = side > 0 ? most : least;
        tree.sum(name, underlying);
        for (int i = 0; i < smaller.count(); i++) {
            if (isOn(tree, smaller, i, underlying, column, side)) {
                tree.size(name, smaller.place(i), smaller.vector(i), column);
            }
        }
        return tree.close();
    }

    private static boolean isOn(
            final Accumulator tree,
            final Gathered sums,
            final int index,
            final int underlying,
            final int column,
            final int side) {
        return sums.sample(index).underlying() == underlying && tree.sign(sums.vector(index), column) == side;
    }
}
