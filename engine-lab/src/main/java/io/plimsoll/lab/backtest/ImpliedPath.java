package io.plimsoll.lab.backtest;

import io.plimsoll.core.math.Logarithm;
import io.plimsoll.lab.scenario.DailyClose;
import io.plimsoll.lab.scenario.DailySeries;
import io.plimsoll.lab.scenario.Residuals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Implied volatility of an underlying at the end of each day: its index where there is one, else a function of prices up to that
 * day, {@code sqrt(365 (v94 + v99) / 2)} with the EWMA variances of decay 0.94 and 0.99. Nothing in it is fitted. From a calm
 * state a day with residual z multiplies it by {@code sqrt(0.965 + 0.035 z^2)}.
 */
final class ImpliedPath {
    private static final double FAST = 0.94;
    private static final double SLOW = 0.99;
    private static final double CALM = (FAST + SLOW) / 2;
    private static final double PER_CENT = 0.01;

    private final Map<LocalDate, Double> index = new HashMap<>();
    private final Map<LocalDate, Double> function = new HashMap<>();

    ImpliedPath(final DailySeries prices) {
        final NavigableMap<LocalDate, Double> fast = new Residuals(prices, FAST).variances();
        final NavigableMap<LocalDate, Double> slow = new Residuals(prices, SLOW).variances();
        fast.forEach((date, variance) ->
                function.put(date, Math.sqrt(Instrument.DAYS_PER_YEAR * (variance + slow.get(date)) / 2)));
    }

    /** Takes an index of volatility, in per cent, where it has a value. */
    void index(final DailySeries perCent) {
        for (final DailyClose close : perCent.closes()) {
            index.put(close.date(), close.close() * PER_CENT);
        }
    }

    /** Whether there is a volatility at the end of a day. */
    boolean has(final LocalDate day) {
        return function.containsKey(day);
    }

    /** Volatility at the end of a day, by what is known then. */
    double on(final LocalDate day) {
        return index.getOrDefault(day, function.get(day));
    }

    /** Volatility a day later: that of the index if it has both days, else moved as the function moved. */
    double after(final LocalDate day, final LocalDate next) {
        return index.containsKey(day) && index.containsKey(next)
                ? index.get(next)
                : on(day) * function.get(next) / function.get(day);
    }

    /** Log changes by day. */
    Map<LocalDate, Double> changes() {
        final Map<LocalDate, Double> changes = new HashMap<>();
        function.keySet().forEach(next -> {
            final LocalDate day = next.minusDays(1);
            if (has(day) && function.get(day) > 0 && function.get(next) > 0) {
                changes.put(next, Logarithm.log(after(day, next) / on(day)));
            }
        });
        return changes;
    }

    /** Log change from a calm state on a day with a residual. */
    static double ofResidual(final double z) {
        return Logarithm.log(CALM + (1 - CALM) * z * z) / 2;
    }
}
