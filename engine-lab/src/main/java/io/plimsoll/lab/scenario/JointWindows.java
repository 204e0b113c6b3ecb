package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Joint rows as they could be made at the end of any day of a history: a row is made of that day and of days before it alone.
 * Residuals are computed once for all windows.
 */
public final class JointWindows {
    private final Map<String, DailySeries> series;
    private final Map<String, VolatilityResponse> responses = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Double>> own = new HashMap<>();
    private final Map<String, Map<LocalDate, Double>> bases;

    /**
     * Computes residuals.
     *
     * @param series daily closes by symbol.
     * @param volatility log changes of implied volatility by symbol and day, each known at the end of its day.
     * @param otherwise log change on a day that has none, of the day's residual.
     * @param bases changes of the basis by symbol and day, each known at the end of its day.
     * @param lambda decay of the variance per day.
     */
    public JointWindows(
            final Map<String, DailySeries> series,
            final Map<String, Map<LocalDate, Double>> volatility,
            final DoubleUnaryOperator otherwise,
            final Map<String, Map<LocalDate, Double>> bases,
            final double lambda) {
        this.series = Map.copyOf(series);
        this.bases = Map.copyOf(bases);
        series.forEach((symbol, each) -> {
            own.put(symbol, new Residuals(each, lambda).z());
            responses.put(symbol, new VolatilityResponse(volatility.getOrDefault(symbol, Map.of()), otherwise));
        });
    }

    /**
     * The last rows up to a day; none before the first residual of an underlying that is traded every day, if there is one.
     *
     * @param symbols columns, in their order.
     * @param last day, the last row.
     * @param rows how many at most; fewer where the histories are shorter.
     * @return the rows, in order of time.
     */
    public List<JointDay> upTo(final List<String> symbols, final LocalDate last, final int rows) {
        final List<String> daily = symbols.stream()
                .filter(symbol -> series.get(symbol).calendar() == Calendar.EVERY_DAY)
                .toList();
        final LocalDate first = (daily.isEmpty() ? symbols : daily)
                .stream()
                        .map(symbol -> own.get(symbol).firstKey())
                        .min(LocalDate::compareTo)
                        .orElseThrow();
        final List<LocalDate> dates = new ArrayList<>();
        final LocalDate from = last.minusDays(rows - 1L);
        for (LocalDate date = from.isBefore(first) ? first : from; !date.isAfter(last); date = date.plusDays(1)) {
            dates.add(date);
        }
        final Map<String, DailySeries> columns = new LinkedHashMap<>();
        symbols.forEach(symbol -> columns.put(symbol, series.get(symbol)));
        return new JointHistory(dates, columns, responses, bases, own).days();
    }
}
