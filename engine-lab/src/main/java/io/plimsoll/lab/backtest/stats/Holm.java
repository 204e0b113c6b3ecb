package io.plimsoll.lab.backtest.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Many tests at once. S. Holm, <i>A Simple Sequentially Rejective Multiple Test Procedure</i>, 1979. */
public final class Holm {
    private Holm() {}

    /**
     * Adjusts p-values so that, each compared with one level, the chance of any false refusal is at most that level.
     *
     * @param pValues of the tests.
     * @return adjusted p-values, in the order given: ascending, the k-th smallest of m is multiplied by m - k + 1, none is
     *     less than the one before, none above 1.
     */
    public static List<Double> adjusted(final List<Double> pValues) {
        final List<Integer> order = IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        final List<Double> adjusted = new ArrayList<>(pValues);
        double largest = 0;
        for (int k = 0; k < order.size(); k++) {
            final int index = order.get(k);
            largest = Math.max(largest, Math.min(1, (order.size() - k) * pValues.get(index)));
            adjusted.set(index, largest);
        }
        return List.copyOf(adjusted);
    }
}
