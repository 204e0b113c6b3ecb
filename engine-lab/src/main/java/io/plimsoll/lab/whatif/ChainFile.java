package io.plimsoll.lab.whatif;

import io.plimsoll.core.math.ImpliedVolatility;
import io.plimsoll.lab.margin.SettlementWindow;
import io.plimsoll.lab.tape.CsvFile;
import io.plimsoll.lab.tape.CsvRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A market out of a chain of Deribit options in CSV: columns {@code instrument_name, type, expiry_date, strike, T_years, S0,
 * market_price_btc, mark_iv}. Marks are in coin; the volatility of a strike is recovered from the mark of whichever option is
 * out of the money, and is {@code mark_iv} where that mark says nothing. Interest is 0, for marks are not discounted. The price
 * of the underlying is the forward of the nearest expiry; its daily volatility is that of the money about 30 days out.
 */
public final class ChainFile {
    private static final List<String> COLUMNS =
            List.of("instrument_name", "type", "expiry_date", "strike", "T_years", "S0", "market_price_btc", "mark_iv");
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dMMMyy")
            .toFormatter(Locale.ENGLISH);
    private static final LocalTime EXPIRY_HOUR = LocalTime.of(8, 0);
    private static final double SECONDS_PER_YEAR = 365 * 86400.0;
    private static final double DAYS_PER_YEAR = 365;
    private static final double PIVOT_YEARS = 30 / DAYS_PER_YEAR;
    private static final double PERCENT = 100;

    private final String file;
    private final Map<String, List<Quote>> byExpiry = new LinkedHashMap<>();
    private String underlying = "";

    /** One row. */
    private record Quote(
            InstrumentName instrument,
            double strike,
            Instant expiry,
            double years,
            double forward,
            double mark,
            double iv) {}

    private ChainFile(final String file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @param path of the file; gzip when its name ends in {@code .gz}.
     * @return a market with one underlying.
     * @throws io.plimsoll.lab.tape.TapeException with file and line of the first row that is wrong.
     * @throws MarketException when the file as a whole makes no market.
     */
    public static Market read(final Path path) {
        final ChainFile chain = new ChainFile(path.toString());
        CsvFile.of(path).read(COLUMNS, chain::add);
        return chain.market();
    }

    private void add(final CsvRow row) {
        try {
            final InstrumentName instrument = InstrumentName.parse(row.text("instrument_name"));
            if (!instrument.kind().isOption()) {
                throw row.fault("'" + instrument + "' is no option");
            }
            if (underlying.isEmpty()) {
                underlying = instrument.underlying();
            }
            if (!underlying.equals(instrument.underlying())) {
                throw row.fault(
                        "'" + instrument + "' is of " + instrument.underlying() + ", rows above of " + underlying);
            }
            final Quote quote = new Quote(
                    instrument,
                    instrument.strike().orElseThrow().doubleValue(),
                    expiry(row),
                    real(row, "T_years"),
                    real(row, "S0"),
                    real(row, "market_price_btc"),
                    real(row, "mark_iv") / PERCENT);
            UnderlyingMarket.checkPrice(quote.forward(), "S0");
            Smile.flat(quote.iv());
            final List<Quote> quotes =
                    byExpiry.computeIfAbsent(instrument.expiry().orElseThrow(), none -> new ArrayList<>());
            if (quotes.stream().anyMatch(other -> other.instrument().equals(instrument))) {
                throw row.fault("'" + instrument + "' is given twice");
            }
            if (!(quote.years() > 0)) {
                throw row.fault("T_years is " + row.text("T_years") + ": the option has expired");
            }
            quotes.add(quote);
        } catch (final MarketException e) {
            throw row.fault(e.getMessage());
        }
    }

    private static double real(final CsvRow row, final String column) {
        try {
            return new BigDecimal(row.text(column)).doubleValue();
        } catch (final NumberFormatException e) {
            throw row.fault("column '" + column + "' is '" + row.text(column) + "', not a number");
        }
    }

    private static Instant expiry(final CsvRow row) {
        try {
            return LocalDate.parse(row.text("expiry_date"), DAY)
                    .atTime(EXPIRY_HOUR)
                    .toInstant(ZoneOffset.UTC);
        } catch (final DateTimeException e) {
            throw row.fault("column 'expiry_date' is '" + row.text("expiry_date") + "', not a day such as 26DEC25");
        }
    }

    private Market market() {
        if (byExpiry.isEmpty()) {
            throw new MarketException(file + ": there are no options in it");
        }
        final Instant time = snapshot();
        final List<Quote> nearest = byExpiry.values().stream()
                .min(Comparator.comparing(quotes -> quotes.get(0).expiry()))
                .orElseThrow();
        UnderlyingMarket market = UnderlyingMarket.of(underlying, forward(nearest), dailyVolatility());
        for (final Map.Entry<String, List<Quote>> each : byExpiry.entrySet()) {
            final List<Quote> quotes = each.getValue();
            final Instant expiry = quotes.get(0).expiry();
            final double years =
                    SettlementWindow.years(Duration.between(time, expiry).toSeconds());
            market = market.with(
                    Expiry.of(each.getKey(), expiry, forward(quotes)).with(smile(quotes, forward(quotes), years)));
        }
        return Market.at(time).with(market);
    }

    /** The middle of what the rows say: each gives its time to expiry, rounded. */
    private Instant snapshot() {
        final List<Instant> times = byExpiry.values().stream()
                .map(quotes -> quotes.get(0))
                .map(quote -> quote.expiry().minusSeconds(Math.round(quote.years() * SECONDS_PER_YEAR)))
                .sorted()
                .toList();
        return times.get(times.size() / 2);
    }

    /** The forward that most options of an expiry are quoted at. */
    private static double forward(final List<Quote> quotes) {
        return quotes.stream()
                .collect(Collectors.groupingBy(Quote::forward, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private double dailyVolatility() {
        final List<Quote> month = byExpiry.values().stream()
                .min(Comparator.comparing(quotes -> Math.abs(quotes.get(0).years() - PIVOT_YEARS)))
                .orElseThrow();
        return month.stream()
                        .min(Comparator.comparing(quote -> Math.abs(quote.strike() - quote.forward())))
                        .orElseThrow()
                        .iv()
                / Math.sqrt(DAYS_PER_YEAR);
    }

    private static Smile smile(final List<Quote> quotes, final double forward, final double years) {
        final TreeMap<Double, Double> volatilities = new TreeMap<>();
        for (final Quote quote : quotes) {
            final boolean isCall = quote.instrument().toString().endsWith("-C");
            final boolean isOutOfTheMoney = isCall == (quote.strike() >= forward);
            final double recovered = ImpliedVolatility.volatility(
                    isCall, quote.mark() * quote.forward(), quote.forward(), quote.strike(), years);
            final boolean isUsable = recovered >= Smile.LEAST && recovered <= Smile.MOST;
            if (isOutOfTheMoney) {
                volatilities.put(quote.strike(), isUsable ? recovered : quote.iv());
            } else {
                volatilities.putIfAbsent(quote.strike(), quote.iv());
            }
        }
        return Smile.points(
                volatilities.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                volatilities.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
