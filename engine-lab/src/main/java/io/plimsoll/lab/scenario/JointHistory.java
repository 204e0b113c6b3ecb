package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.lab.tape.TapeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Rows of a joint block out of histories. Every underlying gets a value on every day:
 *
 * <ul>
 *   <li>its own residual where it has one;
 *   <li>zero where its market is closed: on weekends and inside its history, for a calendar of weekdays;
 *   <li>else beta x factor + residual of its class. Factor: mean residual, on that day, of the members of the class that
 *       have enough days; if none has, or none has a value on that day, of all underlyings of its kind that have, coins or not,
 *       else of all. Beta: slope of its own residuals on the factor, held between 0.5 and 2, and 1 with under 60 days of its
 *       own. Residual: of the members' distances from their own beta x factor on that day, the one furthest from zero.
 * </ul>
 *
 * What happened to a basis is of its own history; see {@link BasisColumn}.
 *
 * <p>Enough is 500 days of the block, or half of the block if that is less.
 */
final class JointHistory {
    private static final int ENOUGH_DAYS = 500;
    private static final int BETA_DAYS = 60;
    private static final double BETA_MIN = 0.5;
    private static final double BETA_MAX = 2;

    private final List<String> symbols;
    private final List<LocalDate> dates;
    private final Map<String, DailySeries> series;
    private final Map<String, VolatilityResponse> responses;
    private final Map<String, NavigableMap<LocalDate, Double>> own;
    private final Map<String, Map<LocalDate, Double>> bases;
    private final List<String> full = new ArrayList<>();

    JointHistory(
            final List<LocalDate> dates,
            final Map<String, DailySeries> series,
            final Map<String, VolatilityResponse> responses,
            final Map<String, Map<LocalDate, Double>> bases,
            final double lambda) {
        this(dates, series, responses, bases, ownOf(series, lambda));
    }

    /** Of residuals that are known already: one map for each of the series. */
    JointHistory(
            final List<LocalDate> dates,
            final Map<String, DailySeries> series,
            final Map<String, VolatilityResponse> responses,
            final Map<String, Map<LocalDate, Double>> bases,
            final Map<String, NavigableMap<LocalDate, Double>> own) {
        this.bases = bases;
        this.own = own;
        this.symbols = List.copyOf(series.keySet());
        this.dates = dates;
        this.series = series;
        this.responses = responses;
        for (final String symbol : symbols) {
            if (daysOf(symbol) >= Math.min(ENOUGH_DAYS, dates.size() / 2)) {
                full.add(symbol);
            }
        }
    }

    private static Map<String, NavigableMap<LocalDate, Double>> ownOf(
            final Map<String, DailySeries> series, final double lambda) {
        final Map<String, NavigableMap<LocalDate, Double>> own = new LinkedHashMap<>();
        series.forEach((symbol, each) -> own.put(symbol, new Residuals(each, lambda).z()));
        return own;
    }

    private long daysOf(final String symbol) {
        final NavigableMap<LocalDate, Double> z = own.get(symbol);
        return dates.stream()
                .filter(date -> z.containsKey(date) || isClosed(symbol, date))
                .count();
    }

    /** Symbols that have too few days of their own. */
    List<String> filledSymbols() {
        return symbols.stream().filter(symbol -> !full.contains(symbol)).toList();
    }

    List<JointDay> days() {
        if (full.isEmpty()) {
            throw new TapeException("no underlying has " + Math.min(ENOUGH_DAYS, dates.size() / 2) + " days between "
                    + dates.get(0) + " and " + dates.get(dates.size() - 1));
        }
        final List<List<Double>> columns = symbols.stream().map(this::column).toList();
        final List<List<Double>> moves = symbols.stream()
                .map(symbol -> BasisColumn.of(dates, bases.getOrDefault(symbol, Map.of())))
                .toList();
        final List<JointDay> days = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            final List<Double> z = new ArrayList<>();
            final List<Double> volatility = new ArrayList<>();
            final List<Double> basis = new ArrayList<>();
            for (int u = 0; u < symbols.size(); u++) {
                final double value = columns.get(u).get(i);
                z.add(value);
                basis.add(moves.get(u).get(i));
                volatility.add(
                        isShut(symbols.get(u), dates.get(i))
                                ? 0
                                : responses.get(symbols.get(u)).on(dates.get(i), value));
            }
            days.add(new JointDay(dates.get(i), z, volatility, basis));
        }
        return days;
    }

    private List<Double> column(final String symbol) {
        final Fill fill = new Fill(symbol);
        final List<Double> column = new ArrayList<>();
        for (final LocalDate date : dates) {
            final Double value = own.get(symbol).get(date);
            if (value != null) {
                column.add(value);
            } else {
                column.add(isShut(symbol, date) ? 0 : fill.on(date));
            }
        }
        return column;
    }

    private boolean isShut(final String symbol, final LocalDate date) {
        final boolean isWeekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return isClosed(symbol, date)
                || (isWeekend
                        && series.get(symbol).calendar() == Calendar.WEEKDAYS
                        && !own.get(symbol).containsKey(date));
    }

    private boolean isClosed(final String symbol, final LocalDate date) {
        final DailySeries each = series.get(symbol);
        return each.calendar() == Calendar.WEEKDAYS
                && !own.get(symbol).containsKey(date)
                && date.isAfter(each.first())
                && date.isBefore(each.last());
    }

    /** What the class of an underlying did, where the underlying itself has no value. */
    private final class Fill {
        private final String symbol;
        private final List<String> members;
        private final List<String> alike;
        private final Map<String, Double> betas = new LinkedHashMap<>();

        Fill(final String symbol) {
            this.symbol = symbol;
            final List<String> ofClass = Classes.among(full, Classes.of(symbol));
            final List<String> others =
                    ofClass.stream().filter(each -> !each.equals(symbol)).toList();
            final List<String> ofKind = full.stream()
                    .filter(each -> Classes.isCoin(each) == Classes.isCoin(symbol))
                    .toList();
            alike = ofKind.isEmpty() ? full : ofKind;
            members = others.isEmpty() ? alike : others;
        }

        double on(final LocalDate date) {
            final double factor = factor(date);
            if (Double.isNaN(factor)) {
                throw new TapeException(
                        "no underlying beside " + symbol + " has a close on " + date + " and the day before");
            }
            double worst = 0;
            for (final String member : members) {
                final Double z = own.get(member).get(date);
                final double residual = z == null ? 0 : z - beta(member) * factor;
                worst = Math.abs(residual) > Math.abs(worst) ? residual : worst;
            }
            return beta(symbol) * factor + worst;
        }

        private double factor(final LocalDate date) {
            final double ofClass = mean(members, date);
            final double ofKind = Double.isNaN(ofClass) ? mean(alike, date) : ofClass;
            return Double.isNaN(ofKind) ? mean(full, date) : ofKind;
        }

        private double mean(final List<String> of, final LocalDate date) {
            double sum = 0;
            int count = 0;
            for (final String member : of) {
                final Double z = own.get(member).get(date);
                if (z != null) {
                    sum += z;
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }

        private double beta(final String of) {
            if (!betas.containsKey(of)) {
                betas.put(of, slope(of));
            }
            return betas.get(of);
        }

        private double slope(final String of) {
            double product = 0;
            double square = 0;
            int count = 0;
            for (final Map.Entry<LocalDate, Double> day :
                    own.get(of).headMap(dates.get(dates.size() - 1), true).entrySet()) {
                final double factor = factor(day.getKey());
                if (!Double.isNaN(factor)) {
                    product += day.getValue() * factor;
                    square += factor * factor;
                    count++;
                }
            }
            return count < BETA_DAYS || square == 0 ? 1 : Math.min(BETA_MAX, Math.max(BETA_MIN, product / square));
        }
    }
}
