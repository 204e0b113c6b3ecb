package io.plimsoll.lab.scenario;

import io.plimsoll.core.math.Logarithm;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Standardised residuals of a history: log return over the sigma of the day before. The variance is an EWMA,
 * v' = lambda v + (1 - lambda) r^2, begun with the mean square of the first 60 returns, which get no residual. A return
 * over k days (of a calendar without weekends: rows, whatever lies between) counts as k days of r / sqrt(k).
 */
public final class Residuals {
    /** Returns that the variance begins with. */
    public static final int START_DAYS = 60;

    private final NavigableMap<LocalDate, Double> z = new TreeMap<>();
    private final NavigableMap<LocalDate, Double> variances = new TreeMap<>();
    private final NavigableMap<LocalDate, Double> meanSquares = new TreeMap<>();

    /**
     * Computes the residuals of a history.
     *
     * @param series at least 62 closes give residuals.
     * @param lambda decay per day, below 1.
     */
    public Residuals(final DailySeries series, final double lambda) {
        final List<DailyClose> closes = series.closes();
        double sum = 0;
        double all = 0;
        double variance = 0;
        for (int i = 1; i < closes.size(); i++) {
            final int days =
                    daysBetween(series, closes.get(i - 1).date(), closes.get(i).date());
            final double daily =
                    Logarithm.log(closes.get(i).close() / closes.get(i - 1).close()) / Math.sqrt(days);
            if (i <= START_DAYS) {
                sum += daily * daily;
                variance = sum / i;
            } else {
                z.put(closes.get(i).date(), variance > 0 ? daily / Math.sqrt(variance) : 0);
                for (int k = 0; k < days; k++) {
                    variance = lambda * variance + (1 - lambda) * daily * daily;
                }
            }
            all += daily * daily;
            variances.put(closes.get(i).date(), variance);
            meanSquares.put(closes.get(i).date(), all / i);
        }
    }

    private static int daysBetween(final DailySeries series, final LocalDate from, final LocalDate to) {
        return switch (series.calendar()) {
            case EVERY_DAY -> (int) ChronoUnit.DAYS.between(from, to);
            case WEEKDAYS -> 1;
        };
    }

    /** {@return residuals by day} */
    public NavigableMap<LocalDate, Double> z() {
        return z;
    }

    /** {@return variance per day as it is known at the end of each day} */
    public NavigableMap<LocalDate, Double> variances() {
        return variances;
    }

    /** {@return mean square of all daily returns up to the end of each day} */
    public NavigableMap<LocalDate, Double> meanSquares() {
        return meanSquares;
    }
}
