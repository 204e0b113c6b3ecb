package io.plimsoll.lab.backtest.stats;

import java.util.List;

/**
 * Basel's traffic light (<i>Supervisory framework for the use of backtesting</i>, 1996): the zone of a number of
 * exceptions by the probability of at most so many.
 */
public enum TrafficLight {
    /** Below 95 %: no reason for doubt. */
    GREEN,
    /** Below 99.99 %: reason for doubt. */
    AMBER,
    /** The model is wrong. */
    RED;

    private static final double GREEN_BELOW = 0.95;
    private static final double AMBER_BELOW = 0.9999;
    private static final List<Double> MULTIPLIERS = List.of(3.0, 3.0, 3.0, 3.0, 3.0, 3.4, 3.5, 3.65, 3.75, 3.85, 4.0);

    /**
     * The zone.
     *
     * @param exceptions number of them.
     * @param days at least 1.
     * @param rate promised, such as 0.01.
     * @return its colour.
     */
    public static TrafficLight of(final int exceptions, final int days, final double rate) {
        final double probability = Binomial.atMost(exceptions, days, rate);
        if (probability < GREEN_BELOW) {
            return GREEN;
        }
        return probability < AMBER_BELOW ? AMBER : RED;
    }

    /**
     * Basel's multiplier of capital.
     *
     * @param exceptions in 250 days at 99 %.
     * @return 3 to 4.
     */
    public static double multiplier(final int exceptions) {
        return MULTIPLIERS.get(Math.min(exceptions, MULTIPLIERS.size() - 1));
    }
}
