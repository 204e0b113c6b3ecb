package io.plimsoll.lab.backtest;

import io.plimsoll.config.scenario.JointBlock;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.lab.margin.Scenarios;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Goes through the days. At the end of each it makes scenarios and margins out of what is known, then it looks at the next day to
 * see what every book made.
 */
public final class BacktestRun {
    private static final long MINOR_UNITS = 1_000_000;

    private final History history;
    private final BacktestOptions options;
    private final Map<String, ScenarioSet> sets;
    private final Map<WalkTerms, WalkScenarios> walks = new LinkedHashMap<>();
    private final RawMeasures measures = new RawMeasures();
    private final List<Assessor> assessors;
    private final List<Map<Book, List<BookDay>>> days = new ArrayList<>();
    private final Map<Book, Integer> skipped = new EnumMap<>(Book.class);

    /** Hears how far a run is. */
    @FunctionalInterface
    public interface Steps {
        /**
         * A day is done.
         *
         * @param done days.
         * @param total days.
         */
        void at(long done, long total);
    }

    /** A book on a day, before any model. */
    private record Put(Book book, List<Leg> legs, long pnl) {}

    /** Rows of a day and raw measures of its books, for all models that share a layout. */
    private record Priced(DayMarket market, Map<Book, RawMeasures.Raw> raw) {}

    /** A day with its market. */
    private record Today(LocalDate date, List<String> symbols, Map<String, Market.Quote> quotes, List<Put> books) {}

    /**
     * Has done nothing yet.
     *
     * @param history of prices.
     * @param options what is tested.
     * @param sets scenario sets by name, for the grids of the models.
     */
    public BacktestRun(final History history, final BacktestOptions options, final Map<String, ScenarioSet> sets) {
        this.history = history;
        this.options = options;
        this.sets = Map.copyOf(sets);
        this.assessors = options.variants().stream()
                .map(each -> new Assessor(each.model()))
                .toList();
        for (final Variant variant : options.variants()) {
            walks.computeIfAbsent(variant.terms(), terms -> new WalkScenarios(history, terms));
            final Map<Book, List<BookDay>> byBook = new TreeMap<>();
            options.books().forEach(book -> byBook.put(book, new ArrayList<>()));
            days.add(byBook);
        }
    }

    /**
     * Runs.
     *
     * @param steps hears of every day.
     * @return what happened.
     * @throws IllegalArgumentException when the days asked for are not within the history.
     */
    public BacktestResult run(final Steps steps) {
        final LocalDate from = options.from().orElse(history.first());
        final LocalDate to = options.to().orElse(history.last());
        check(from, to);
        final long total = ChronoUnit.DAYS.between(from, to) + 1;
        long done = 0;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            day(date);
            steps.at(++done, total);
        }
        return new BacktestResult(from, to, options.variants(), days, skipped, history.issues());
    }

    private void check(final LocalDate from, final LocalDate to) {
        if (from.isBefore(history.first()) || to.isAfter(history.last()) || from.isAfter(to)) {
            throw new IllegalArgumentException("days " + from + " to " + to + " were asked for; the history allows "
                    + history.first() + " to " + history.last());
        }
    }

    private void day(final LocalDate date) {
        final Optional<Today> market = today(date);
        if (market.isEmpty()) {
            options.books().forEach(book -> skipped.merge(book, 1, Integer::sum));
            return;
        }
        for (final Map.Entry<WalkTerms, WalkScenarios> each : walks.entrySet()) {
            day(market.get(), each.getKey(), each.getValue());
        }
    }

    private Optional<Today> today(final LocalDate date) {
        final List<String> symbols = history.universe(date);
        if (symbols.isEmpty()) {
            return Optional.empty();
        }
        final Map<String, Market.Quote> quotes = new HashMap<>();
        symbols.forEach(symbol -> quotes.put(symbol, history.quote(symbol, date)));
        final List<Put> books = new ArrayList<>();
        for (final Book book : options.books()) {
            final Optional<Put> put = put(book, date, symbols, quotes);
            put.ifPresentOrElse(books::add, () -> skipped.merge(book, 1, Integer::sum));
        }
        return Optional.of(new Today(date, symbols, quotes, books));
    }

    /** Empty when the book cannot be put up, or cannot be valued the day after. */
    private Optional<Put> put(
            final Book book, final LocalDate date, final List<String> symbols, final Map<String, Market.Quote> quotes) {
        final List<Leg> legs = book.legs(symbols);
        double pnl = 0;
        for (final Leg leg : legs) {
            final Instrument instrument = leg.instrument();
            final Optional<Market.Quote> next = history.next(instrument.symbol(), date);
            final boolean hasPrice = instrument.kind() != Instrument.Kind.FUTURE || history.hasFutures(date);
            if (next.isEmpty() || !hasPrice) {
                return Optional.empty();
            }
            final Market.Quote now = quotes.get(instrument.symbol());
            pnl += leg.dollars() * (Market.valueNextDay(instrument, now, next.get()) - Market.value(instrument, now));
        }
        return legs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Put(book, legs, (long) Math.floor(pnl * MINOR_UNITS)));
    }

    private void day(final Today today, final WalkTerms terms, final WalkScenarios walk) {
        final JointBlock joint = walk.joint(today.symbols(), today.date());
        final Map<Object, Priced> layouts = new HashMap<>();
        for (int v = 0; v < options.variants().size(); v++) {
            final Variant variant = options.variants().get(v);
            if (variant.terms().equals(terms)) {
                final Priced priced = layouts.computeIfAbsent(
                        layout(variant),
                        key -> new Priced(market(today, walk, variant, joint), raw(today, walk, variant, joint)));
                for (final Put put : today.books()) {
                    days.get(v).get(put.book()).add(bookDay(today.date(), put, assessors.get(v), priced));
                }
            }
        }
    }

    private Map<Book, RawMeasures.Raw> raw(
            final Today today, final WalkScenarios walk, final Variant variant, final JointBlock joint) {
        final ScenarioSet set = walk.jointOnly(base(variant), today.symbols(), joint);
        final DayMarket market = new DayMarket(
                Scenarios.of(set, variant.model()), today.quotes(), today.symbols(), symbol -> walk.sigma(symbol)
                        .raw(today.date()));
        final Map<Book, RawMeasures.Raw> raw = new EnumMap<>(Book.class);
        today.books()
                .forEach(put ->
                        raw.put(put.book(), measures.measure(market, new Positions(put.legs(), market), put.pnl())));
        return raw;
    }

    /** What rows depend on besides the day and the terms. */
    private static Object layout(final Variant variant) {
        return List.of(variant.model().scenarios(), variant.model().basis());
    }

    private DayMarket market(
            final Today today, final WalkScenarios walk, final Variant variant, final JointBlock joint) {
        final ScenarioSet set = walk.set(base(variant), today.symbols(), today.date(), joint);
        return new DayMarket(
                Scenarios.of(set, variant.model()), today.quotes(), today.symbols(), symbol -> walk.sigma(symbol)
                        .used(today.date()));
    }

    private ScenarioSet base(final Variant variant) {
        return sets.get(variant.model().scenarios());
    }

    private static BookDay bookDay(final LocalDate date, final Put put, final Assessor assessor, final Priced priced) {
        final Assessor.Margin margin = assessor.margin(priced.market(), new Positions(put.legs(), priced.market()));
        final RawMeasures.Raw raw = priced.raw().get(put.book());
        return new BookDay(
                date,
                put.pnl(),
                margin.initial(),
                margin.maintenance(),
                margin.binding(),
                raw.var99(),
                raw.var975(),
                raw.es975(),
                raw.below());
    }

    /**
     * Margins of portfolios that are no books, on one day, under every variant.
     *
     * @param date the day.
     * @param legs positions.
     * @return margins in the order of the variants.
     */
    List<Assessor.Margin> margins(final LocalDate date, final List<Leg> legs) {
        final Today today = today(date).orElseThrow();
        final List<Assessor.Margin> margins = new ArrayList<>();
        for (final Variant variant : options.variants()) {
            final WalkScenarios walk = walks.get(variant.terms());
            final DayMarket market = market(today, walk, variant, walk.joint(today.symbols(), today.date()));
            margins.add(new Assessor(variant.model()).margin(market, new Positions(legs, market)));
        }
        return margins;
    }
}
