package io.plimsoll.lab.scenario;

import io.plimsoll.config.ConfigError;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.Nearest;
import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.lab.tape.TapeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a scenario set, out of a data folder or out of nothing. */
public final class ScenarioBuild {
    private static final String BTC = "BTC";
    private static final int ALIVE_DAYS = 60;
    private static final int DAYS_MIN = 100;

    private final PriceFiles data;
    private final BuildOptions options;
    private final List<DataIssue> issues = new ArrayList<>();

    private ScenarioBuild(final PriceFiles data, final BuildOptions options) {
        this.data = data;
        this.options = options;
    }

    /**
     * A set out of real prices.
     *
     * @param data prices.
     * @param options what to make.
     * @return the set.
     * @throws TapeException when files cannot be read or have too little.
     * @throws ConfigException when {@code strict} and a history has anything wrong.
     */
    public static BuiltSet of(final PriceFiles data, final BuildOptions options) {
        return new ScenarioBuild(data, options).build();
    }

    /**
     * A set with a made-up joint block and the moves of named events in whole per cents.
     *
     * @param options all but days by date and strictness count.
     * @param seed of the block.
     * @return the set.
     */
    public static BuiltSet synthetic(final BuildOptions options, final long seed) {
        final List<JointDay> days = new SyntheticHistory(seed).days(options.days(), options.symbols());
        final SetTerms terms = new SetTerms(
                options.name(),
                options.version(),
                options.symbols(),
                options.lambda(),
                Calendar.EVERY_DAY,
                List.of(
                        "The joint block is SYNTHETIC, seed " + seed
                                + ": a Student t with 4 degrees of freedom, correlation" + " 0.64 between any two.",
                        "The basis of all coins changes alike: a Student t of its own, standard deviation 0.016.",
                        "It stands in for prices that may not be shipped; 'plimsoll scenarios build --data DIR' makes one of"
                                + " real prices.",
                        "Stress: moves of exchange prices, in whole per cents."));
        return new BuiltSet(
                new SetText(terms, days, RoundedStress.table()).files(), List.of(), options.symbols(), List.of(), days);
    }

    private BuiltSet build() {
        final Map<String, DailySeries> all = read(options.symbols().isEmpty() ? data.coins() : checkedSymbols());
        refuseIfStrict();
        final LocalDate to = options.to().orElseGet(() -> commonEnd(all));
        final Map<String, DailySeries> series = new LinkedHashMap<>();
        all.forEach((symbol, each) -> {
            if (!options.symbols().isEmpty() || isAlive(each, to)) {
                series.put(symbol, each);
            }
        });
        final Calendar calendar = series.values().stream().anyMatch(each -> each.calendar() == Calendar.EVERY_DAY)
                ? Calendar.EVERY_DAY
                : Calendar.WEEKDAYS;
        final List<LocalDate> dates = dates(series, calendar, to);
        final JointHistory history = new JointHistory(
                dates,
                series,
                responses(series),
                bases(series),
                options.lambda().doubleValue());
        refuseIfStrict();
        final List<JointDay> days = history.days();
        final List<String> symbols = List.copyOf(series.keySet());
        final SetTerms terms = new SetTerms(
                options.name(), options.version(), symbols, options.lambda(), calendar, origin(history, dates));
        return new BuiltSet(
                new SetText(terms, days, new StressHistory(data.intraday(), series).until(to)).files(),
                issues,
                symbols,
                history.filledSymbols(),
                days);
    }

    private List<String> checkedSymbols() {
        final List<String> known = data.symbols();
        for (final String symbol : options.symbols()) {
            if (!known.contains(symbol)) {
                throw new TapeException("no daily prices of '" + symbol + "'; there are " + String.join(", ", known)
                        + Nearest.question(symbol, known));
            }
        }
        return options.symbols();
    }

    private Map<String, DailySeries> read(final List<String> symbols) {
        final Map<String, DailySeries> series = new LinkedHashMap<>();
        symbols.forEach(symbol -> series.put(symbol, data.daily(symbol, issues::add)));
        return series;
    }

    private Map<String, VolatilityResponse> responses(final Map<String, DailySeries> series) {
        final Map<String, VolatilityResponse> responses = new LinkedHashMap<>();
        series.keySet().forEach(symbol -> {
            final Optional<DailySeries> index = data.volatilityIndex(symbol, issues::add);
            responses.put(symbol, index.map(VolatilityResponse::new).orElseGet(VolatilityResponse::new));
        });
        return responses;
    }

    /** Coins without funding of their own take that of BTC; what is no coin has no basis. */
    private Map<String, Map<LocalDate, Double>> bases(final Map<String, DailySeries> series) {
        final Map<String, Map<LocalDate, Double>> bases = new LinkedHashMap<>();
        for (final String symbol : series.keySet()) {
            if (Classes.isCoin(symbol)) {
                data.funding(symbol)
                        .or(() -> data.funding(BTC))
                        .ifPresent(file -> bases.put(symbol, new BasisHistory(file).changes()));
            }
        }
        return bases;
    }

    private void refuseIfStrict() {
        if (options.strict() && !issues.isEmpty()) {
            throw new ConfigException(issues.stream()
                    .map(issue -> new ConfigError(
                            issue.file(), Math.toIntExact(issue.line()), 1, issue.kind() + ": " + issue.text()))
                    .toList());
        }
    }

    private static LocalDate commonEnd(final Map<String, DailySeries> series) {
        final LocalDate latest = series.values().stream()
                .map(DailySeries::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return series.values().stream()
                .filter(each -> isAlive(each, latest))
                .map(DailySeries::last)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static boolean isAlive(final DailySeries series, final LocalDate to) {
        return !series.last().isBefore(to.minusDays(ALIVE_DAYS))
                && !series.first().isAfter(to);
    }

    private List<LocalDate> dates(final Map<String, DailySeries> series, final Calendar calendar, final LocalDate to) {
        final LocalDate first = series.values().stream()
                .map(DailySeries::first)
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new TapeException("no prices reach " + to));
        final List<LocalDate> dates = new ArrayList<>();
        LocalDate date = to;
        while (!date.isBefore(options.from().orElse(first))
                && (options.from().isPresent() || dates.size() < options.days())) {
            if (calendar == Calendar.EVERY_DAY || hasClose(series, date)) {
                dates.add(0, date);
            }
            date = date.minusDays(1);
        }
        if (dates.size() < DAYS_MIN) {
            throw new TapeException("only " + dates.size() + " days up to " + to + "; needed: at least " + DAYS_MIN);
        }
        return dates;
    }

    private static boolean hasClose(final Map<String, DailySeries> series, final LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && series.values().stream()
                        .flatMap(each -> each.closes().stream())
                        .anyMatch(close -> close.date().equals(date));
    }

    private List<String> origin(final JointHistory history, final List<LocalDate> dates) {
        final List<String> lines = new ArrayList<>();
        lines.add("Made of daily closes, " + dates.get(0) + " to " + dates.get(dates.size() - 1)
                + ". Sigma: EWMA, begun with the mean square of the first " + Residuals.START_DAYS + " returns.");
        lines.add(
                "vol: log change of DVOL (BTC) or VIX (SP500, SPY) where there is one, else -0.015 + 0.025 max(0, -z) + 0.020"
                        + " max(0, z).");
        lines.add(
                "basis: change of the funding to be expected over 90 days, per year; of coins without funding that of BTC. Days without"
                        + " funding repeat those with it, from the first on.");
        lines.add(
                "A day without a value of its own: beta x mean z of the class + the member's residual furthest from zero;"
                        + " beta from 60 days or more, 0.5 to 2, else 1.");
        lines.add(
                "A market that is closed, such as stocks on weekends, has 0. Underlyings with under 500 days of their own: "
                        + (history.filledSymbols().isEmpty() ? "none" : String.join(", ", history.filledSymbols()))
                        + ".");
        return lines;
    }
}
