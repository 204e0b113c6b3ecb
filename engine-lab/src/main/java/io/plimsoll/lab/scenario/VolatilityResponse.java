package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.core.math.Logarithm;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * What implied volatility did on a day, as a log change: that of its index where there is one, else a function of the
 * day's residual.
 */
final class VolatilityResponse {
    /**
     * Of the function -0.015 + 0.025 max(0, -z) + 0.020 max(0, z): least squares over BTC and its index DVOL, 1,100 days
     * from November 2022, rounded.
     */
    private static final double CALM = -0.015;

    private static final double DOWN = 0.025;
    private static final double UP = 0.020;

    private final Map<LocalDate, Double> changes;
    private final DoubleUnaryOperator otherwise;

    /** Known changes, and a function of the residual for other days. */
    VolatilityResponse(final Map<LocalDate, Double> changes, final DoubleUnaryOperator otherwise) {
        this.changes = changes;
        this.otherwise = otherwise;
    }

    /** Without an index. */
    VolatilityResponse() {
        this(Map.of(), VolatilityResponse::ofResidual);
    }

    VolatilityResponse(final DailySeries index) {
        this(changesOf(index), VolatilityResponse::ofResidual);
    }

    private static Map<LocalDate, Double> changesOf(final DailySeries index) {
        final Map<LocalDate, Double> changes = new HashMap<>();
        final List<DailyClose> values = index.closes();
        for (int i = 1; i < values.size(); i++) {
            final LocalDate date = values.get(i).date();
            final long days = ChronoUnit.DAYS.between(values.get(i - 1).date(), date);
            if (days == 1 || index.calendar() == Calendar.WEEKDAYS) {
                changes.put(
                        date,
                        Logarithm.log(values.get(i).close() / values.get(i - 1).close()));
            }
        }
        return changes;
    }

    double on(final LocalDate date, final double z) {
        final Double change = changes.get(date);
        return change == null ? otherwise.applyAsDouble(z) : change;
    }

    static double ofResidual(final double z) {
        return CALM + DOWN * Math.max(0, -z) + UP * Math.max(0, z);
    }
}
