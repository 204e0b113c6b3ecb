package io.plimsoll.vector;

import io.plimsoll.core.math.RowSums;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Four rows in a pass, so that sums are read and written once for four rows. Eight rows in a pass were no faster, and all rows for a
 * few lanes at a time were slower.
 */
final class VectorRowSums implements RowSums {
    private static final int ROWS = 4;

    @Override
    public int add(final long[] sums, final int length, final int[][] rows, final long[] lots, final int count) {
        final int added = count - count % ROWS;
        final int lanes = Lanes.BITS.loopBound(length);
        for (int k = 0; k < added; k += ROWS) {
            addFour(sums, lanes, rows, lots, k);
            for (int i = lanes; i < length; i++) {
                sums[i] += lots[k] * rows[k][i]
                        + lots[k + 1] * rows[k + 1][i]
                        + lots[k + 2] * rows[k + 2][i]
                        + lots[k + 3] * rows[k + 3][i];
            }
        }
        return added;
    }

    private static void addFour(
            final long[] sums, final int lanes, final int[][] rows, final long[] lots, final int first) {
        final int[] rowA = rows[first];
        final int[] rowB = rows[first + 1];
        final int[] rowC = rows[first + 2];
        final int[] rowD = rows[first + 3];
        final LongVector lotsA = LongVector.broadcast(Lanes.BITS, lots[first]);
        final LongVector lotsB = LongVector.broadcast(Lanes.BITS, lots[first + 1]);
        final LongVector lotsC = LongVector.broadcast(Lanes.BITS, lots[first + 2]);
        final LongVector lotsD = LongVector.broadcast(Lanes.BITS, lots[first + 3]);
        for (int at = 0; at < lanes; at += Lanes.COUNT) {
            final LongVector upper =
                    wide(rowA, at).mul(lotsA).add(wide(rowB, at).mul(lotsB));
            final LongVector lower =
                    wide(rowC, at).mul(lotsC).add(wide(rowD, at).mul(lotsD));
            LongVector.fromArray(Lanes.BITS, sums, at).add(upper.add(lower)).intoArray(sums, at);
        }
    }

    private static LongVector wide(final int[] row, final int at) {
        return (LongVector) IntVector.fromArray(Lanes.HALVES, row, at).convertShape(VectorOperators.I2L, Lanes.BITS, 0);
    }
}
