package io.plimsoll.lab.backtest;

import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.ScenarioBlock;

/** VaR and ES of books over the joint block alone, all underlyings together. */
final class RawMeasures {
    private static final int LEVEL_99 = 990_000;
    private static final int LEVEL_975 = 975_000;

    private int scenarios;
    private LongAccumulator tree;

    /**
     * Measures of a book on a day, in minor units.
     *
     * @param var99 value at risk at 99 %.
     * @param var975 value at risk at 97.5 %.
     * @param es975 expected shortfall at 97.5 %.
     * @param below share of the scenarios that are worse than what happened, those as bad counted half.
     */
    record Raw(long var99, long var975, long es975, double below) {}

    Raw measure(final DayMarket market, final Holdings positions, final long pnl) {
        final int count = market.scenarios().plan().count();
        if (tree == null || scenarios != count) {
            scenarios = count;
            tree = new LongAccumulator(count);
        }
        final PortfolioSums sums = new PortfolioSums(tree, market.frame(), false);
        sums.addAll(positions);
        final int all = tree.take(0);
        for (int i = 0; i < sums.count(); i++) {
            tree.merge(all, sums.vector(i));
        }
        tree.clear();
        final ScenarioBlock joint = market.scenarios().plan().joint();
        tree.sum("raw", 0);
        final int var99 = tree.valueAtRisk("VaR 99", 0, all, joint, LEVEL_99);
        final int var975 = tree.valueAtRisk("VaR 97.5", 0, all, joint, LEVEL_975);
        final int es975 = tree.shortfall("ES 97.5", 0, all, joint, LEVEL_975);
        tree.close();
        final Raw raw =
                new Raw(tree.ceil(var99), tree.ceil(var975), tree.ceil(es975), below(tree.numbers(all), joint, pnl));
        tree.giveBack(all);
        sums.clear();
        return raw;
    }

    private static double below(final long[] numbers, final ScenarioBlock joint, final long pnl) {
        int twice = 0;
        for (int i = Column.COUNT + joint.from(); i < Column.COUNT + joint.to(); i++) {
            twice += numbers[i] < pnl ? 2 : numbers[i] == pnl ? 1 : 0;
        }
        return twice / (2.0 * joint.count());
    }
}
