package io.plimsoll.lab.backtest.stats;

import java.util.Arrays;
import java.util.Random;

/**
 * The second test of C. Acerbi and B. Szekely, <i>Backtesting Expected Shortfall</i>, 2014:
 * Z2 = sum over exceptions of P&amp;L / (n tail ES) + 1. Zero is expected of a model that is right; the further below zero,
 * the more were losses understated. Its distribution has no closed form and is simulated.
 */
public final class AcerbiSzekely {
    private AcerbiSzekely() {}

    /**
     * The statistic.
     *
     * @param pnl of each day, a loss is negative.
     * @param valueAtRisk of each day, positive; a day is an exception when it lost more.
     * @param shortfall expected shortfall of each day, above 0.
     * @param tail share of days in the tail, such as 0.025.
     * @return Z2.
     */
    public static double z2(
            final double[] pnl, final double[] valueAtRisk, final double[] shortfall, final double tail) {
        if (pnl.length == 0 || pnl.length != valueAtRisk.length || pnl.length != shortfall.length) {
            throw new IllegalArgumentException(
                    pnl.length + " days of P&L, " + valueAtRisk.length + " of VaR, " + shortfall.length + " of ES");
        }
        double sum = 0;
        for (int i = 0; i < pnl.length; i++) {
            if (!(shortfall[i] > 0)) {
                throw new IllegalArgumentException("ES of day " + i + " is " + shortfall[i] + "; allowed: above 0");
            }
            sum += pnl[i] < -valueAtRisk[i] ? pnl[i] / shortfall[i] : 0;
        }
        return sum / (pnl.length * tail) + 1;
    }

    /**
     * Simulates the statistic of a model that is right.
     *
     * @param law of the P&amp;L, the same every day.
     * @param days at least 1.
     * @param tail share of days in the tail, at most one half.
     * @param paths number of simulated statistics, at least 1.
     * @param seed of the simulation.
     * @return the statistics.
     */
    public static Simulated simulate(
            final TailLaw law, final int days, final double tail, final int paths, final long seed) {
        final Random random = new Random(seed);
        final double scale = law.shortfall(tail) * days * tail;
        final double[] statistics = new double[paths];
        for (int path = 0; path < paths; path++) {
            double sum = 0;
            for (int day = 0; day < days; day++) {
                final double p = random.nextDouble();
                sum += p < tail && p > 0 ? law.quantile(p) : 0;
            }
            statistics[path] = sum / scale + 1;
        }
        Arrays.sort(statistics);
        return new Simulated(statistics);
    }

    /** Statistics of a right model, in ascending order. */
    public static final class Simulated {
        private final double[] statistics;

        Simulated(final double[] statistics) {
            this.statistics = statistics;
        }

        /**
         * The value below which a model is refused.
         *
         * @param level of the test, such as 0.01.
         * @return the quantile.
         */
        public double critical(final double level) {
            return statistics[Math.min(statistics.length - 1, (int) (level * statistics.length))];
        }

        /**
         * Judges a statistic.
         *
         * @param z2 statistic of the model.
         * @return it, and the share of simulated ones that are not above it, itself counted among them.
         */
        public TestResult judge(final double z2) {
            int notAbove = 0;
            for (final double each : statistics) {
                notAbove += each <= z2 ? 1 : 0;
            }
            return new TestResult(z2, (notAbove + 1.0) / (statistics.length + 1.0));
        }
    }
}
