package io.plimsoll.bench.suite;

import java.util.function.DoubleBinaryOperator;
import org.HdrHistogram.Histogram;

/** What turns of one kind took: everything, and the median of each round, ns. */
final class Timing {
    private final Histogram all;
    private final double[] p50;

    Timing(final Histogram all, final double[] p50) {
        this.all = all;
        this.p50 = p50;
    }

    Histogram all() {
        return all;
    }

    double[] p50() {
        return p50;
    }

    /** The medians of this and of another kind, round by round. */
    double[] with(final Timing other, final DoubleBinaryOperator operator) {
        final double[] results = new double[p50.length];
        for (int round = 0; round < results.length; round++) {
            results[round] = operator.applyAsDouble(p50[round], other.p50[round]);
        }
        return results;
    }
}
