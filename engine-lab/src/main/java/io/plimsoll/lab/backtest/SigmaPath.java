package io.plimsoll.lab.backtest;

import io.plimsoll.core.math.Exponential;
import io.plimsoll.core.math.Logarithm;
import io.plimsoll.lab.scenario.DailySeries;
import io.plimsoll.lab.scenario.Residuals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The volatility of an underlying that scenarios are scaled with. Raw: the EWMA at the end of a day. Used: the larger of raw and
 * the standard deviation of all returns so far, rounded up to a ladder of 2 % steps, which it climbs at most four steps (8.2 %)
 * and descends at most two (3.9 %) a day: the whole steps that +10 % and -5 % in 24 h allow.
 */
final class SigmaPath {
    private static final double BASE = 1e-4;
    private static final double STEP = Logarithm.log(1.02);
    private static final int UP = 4;
    private static final int DOWN = 2;

    private final Map<LocalDate, Double> raw = new HashMap<>();
    private final Map<LocalDate, Double> used = new HashMap<>();

    SigmaPath(final DailySeries prices, final double lambda) {
        final Residuals residuals = new Residuals(prices, lambda);
        int rung = 0;
        boolean first = true;
        for (final Map.Entry<LocalDate, Double> day : residuals.variances().entrySet()) {
            final double sigma = Math.sqrt(day.getValue());
            final double floor = Math.sqrt(residuals.meanSquares().get(day.getKey()));
            final int target = rung(Math.max(sigma, floor));
            rung = first ? target : Math.max(rung - DOWN, Math.min(rung + UP, target));
            first = false;
            raw.put(day.getKey(), sigma);
            used.put(day.getKey(), BASE * Exponential.exp(rung * STEP));
        }
    }

    private static int rung(final double sigma) {
        return sigma <= BASE ? 0 : (int) Math.ceil(Logarithm.log(sigma / BASE) / STEP);
    }

    double raw(final LocalDate day) {
        return raw.get(day);
    }

    double used(final LocalDate day) {
        return used.get(day);
    }
}
