package io.plimsoll.lab.backtest;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.lab.scenario.BasisHistory;
import io.plimsoll.lab.scenario.Classes;
import io.plimsoll.lab.scenario.DailySeries;
import io.plimsoll.lab.scenario.DataIssue;
import io.plimsoll.lab.scenario.PriceFiles;
import io.plimsoll.lab.scenario.StressHistory;
import io.plimsoll.lab.tape.TapeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prices, implied volatilities and basis of the past. */
public final class History {
    /** Days of prices that an underlying must have before a book may hold it. */
    public static final int WARM_UP_DAYS = 500;

    /** Days of basis that there must be before a book may hold dated futures. */
    public static final int BASIS_DAYS = 100;

    private static final int BREAK_MAX = 5;
    private static final List<String> NEEDED = List.of(Book.BTC, Book.ETH);

    private final Map<String, DailySeries> series = new TreeMap<>();
    private final Map<String, Map<LocalDate, Double>> closes = new HashMap<>();
    private final Map<String, ImpliedPath> implied = new HashMap<>();
    private final List<DataIssue> issues = new ArrayList<>();
    private final BasisHistory basis;
    private final StressHistory stress;

    private History(final PriceFiles data) {
        for (final String symbol : data.symbols()) {
            if (!Classes.isCoin(symbol) && !Book.MARKETS.contains(symbol)) {
                continue;
            }
            add(data.daily(symbol, issues::add));
            data.volatilityIndex(symbol, issues::add).ifPresent(implied.get(symbol)::index);
        }
        for (final String symbol : NEEDED) {
            if (!series.containsKey(symbol)) {
                throw new TapeException("no daily prices of " + symbol + "; the books need BTC and ETH");
            }
        }
        basis = data.funding(Book.BTC).map(BasisHistory::new).orElseGet(BasisHistory::new);
        stress = new StressHistory(data.intraday(), series);
    }

    private void add(final DailySeries each) {
        final Map<LocalDate, Double> byDay = new HashMap<>();
        each.closes().forEach(close -> byDay.put(close.date(), close.close()));
        series.put(each.symbol(), each);
        closes.put(each.symbol(), byDay);
        implied.put(each.symbol(), new ImpliedPath(each));
    }

    /**
     * Reads the histories of all coins, and of the stock index and the currency that books hold.
     *
     * @param data prices.
     * @return the history.
     * @throws TapeException when files cannot be read, or BTC or ETH is not there.
     */
    public static History read(final PriceFiles data) {
        return new History(data);
    }

    /** {@return what was wrong with the histories and was put right} */
    public List<DataIssue> issues() {
        return issues;
    }

    /** {@return the first day on which books can be put up} */
    public LocalDate first() {
        return NEEDED.stream()
                .map(symbol -> series.get(symbol).first().plusDays(WARM_UP_DAYS))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** {@return the last day on which books can be put up: the next has prices too} */
    public LocalDate last() {
        return NEEDED.stream()
                .map(symbol -> series.get(symbol).last().minusDays(1))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Underlyings that a book may hold on a day, by what is known then; none when BTC or ETH has no price. */
    List<String> universe(final LocalDate day) {
        final List<String> symbols = series.values().stream()
                .filter(each -> !each.first().plusDays(WARM_UP_DAYS).isAfter(day))
                .map(DailySeries::symbol)
                .filter(symbol -> closes.get(symbol).containsKey(day))
                .toList();
        return symbols.containsAll(NEEDED) ? symbols : List.of();
    }

    /** What an underlying is worth at the end of a day. */
    Market.Quote quote(final String symbol, final LocalDate day) {
        return new Market.Quote(closes.get(symbol).get(day), implied.get(symbol).on(day), basisOf(symbol, day));
    }

    /** The next day; for a calendar of weekdays the next with a price, if one comes within five days. */
    private LocalDate nextDay(final String symbol, final LocalDate day) {
        LocalDate next = day.plusDays(1);
        if (series.get(symbol).calendar() == Calendar.WEEKDAYS) {
            while (!closes.get(symbol).containsKey(next) && next.isBefore(day.plusDays(BREAK_MAX))) {
                next = next.plusDays(1);
            }
        }
        return next;
    }

    /** What it is worth a day later; empty when it has no price then. */
    Optional<Market.Quote> next(final String symbol, final LocalDate day) {
        final LocalDate next = nextDay(symbol, day);
        return Optional.ofNullable(closes.get(symbol).get(next))
                .map(price -> new Market.Quote(price, implied.get(symbol).after(day, next), basisOf(symbol, next)));
    }

    private double basisOf(final String symbol, final LocalDate day) {
        return symbol.equals(Book.BTC) ? basis.on(day) : 0;
    }

    /** Whether a book may hold dated futures on a day: enough days have a basis, and the next one. */
    boolean hasFutures(final LocalDate day) {
        return basis.daysUpTo(day) >= BASIS_DAYS && basis.daysUpTo(day.plusDays(1)) > 0;
    }

    /** Whether dated futures have a price on a day. */
    boolean hasBasis(final LocalDate day) {
        return basis.daysUpTo(day) > 0;
    }

    Map<String, Map<LocalDate, Double>> basisChanges() {
        return Map.of(Book.BTC, basis.changes());
    }

    Map<String, DailySeries> series() {
        return series;
    }

    Map<String, Map<LocalDate, Double>> volatilityChanges() {
        final Map<String, Map<LocalDate, Double>> changes = new HashMap<>();
        implied.forEach((symbol, path) -> changes.put(symbol, path.changes()));
        return changes;
    }

    StressHistory stress() {
        return stress;
    }
}
