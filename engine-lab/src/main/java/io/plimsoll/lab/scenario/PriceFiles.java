package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.lab.tape.TapeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a data folder has. Daily prices of coins are {@code crypto-daily/<SYMBOL>USD[T]-*.csv[.gz]}, of others
 * {@code macro/}; implied-volatility indices are {@code vol-funding/DVOL-<SYMBOL>-*} and {@code macro/VIX-*}; bars are
 * {@code crypto-intraday/*}.
 */
public final class PriceFiles {
    private static final Pattern COIN = Pattern.compile("([A-Z0-9]+?)USDT?-.*\\.csv(\\.gz)?");
    private static final Pattern MACRO = Pattern.compile("(SP500|SPY|EURUSD|USDJPY)-.*\\.csv(\\.gz)?");
    private static final Pattern DVOL = Pattern.compile("DVOL-([A-Z0-9]+)-.*\\.csv(\\.gz)?");
    private static final Pattern FUNDING = Pattern.compile("FUNDING-([A-Z0-9]+)-dailymean.*\\.csv(\\.gz)?");
    private static final Pattern VIX = Pattern.compile("(VIX)-.*\\.csv(\\.gz)?");
    private static final String SP500_CLOSE = "sp500_close";
    private static final String CLOSE = "close";
    private static final String STOCK_INDEX = "SP500";

    private final Path folder;
    private final Map<String, List<Path>> coins;
    private final Map<String, List<Path>> macro;

    /**
     * Looks into a folder.
     *
     * @param folder of the data.
     * @throws TapeException when it has no daily prices.
     */
    public PriceFiles(final Path folder) {
        this.folder = folder;
        this.coins = bySymbol(folder.resolve("crypto-daily"), COIN);
        this.macro = bySymbol(folder.resolve("macro"), MACRO);
        if (coins.isEmpty() && macro.isEmpty()) {
            throw new TapeException(folder + ": no daily prices; needed: crypto-daily/BTCUSDT-....csv or .csv.gz");
        }
    }

    /** {@return symbols of all coins with daily prices, in alphabetical order} */
    public List<String> coins() {
        return List.copyOf(coins.keySet());
    }

    /** {@return symbols of everything with daily prices} */
    public List<String> symbols() {
        final List<String> symbols = new ArrayList<>(coins.keySet());
        symbols.addAll(macro.keySet());
        return symbols;
    }

    /**
     * The history of a symbol. Of several files the one that reaches furthest counts, then the one with most days, then
     * the first by name.
     *
     * @param symbol one of {@link #symbols}.
     * @param issues takes what is wrong with the file that counts.
     * @return the history.
     */
    public DailySeries daily(final String symbol, final Consumer<DataIssue> issues) {
        final boolean isCoin = coins.containsKey(symbol);
        DailySeries best = null;
        List<DataIssue> found = List.of();
        for (final Path path : (isCoin ? coins : macro).get(symbol)) {
            final List<DataIssue> here = new ArrayList<>();
            final DailySeries series = DailyFile.read(
                    path, symbol, closeColumn(path), isCoin ? Calendar.EVERY_DAY : Calendar.WEEKDAYS, here::add);
            if (best == null || isBetter(series, best)) {
                best = series;
                found = here;
            }
        }
        found.forEach(issues);
        return best;
    }

    private static boolean isBetter(final DailySeries series, final DailySeries best) {
        final int later = series.last().compareTo(best.last());
        return later > 0
                || (later == 0 && series.closes().size() > best.closes().size());
    }

    private static String closeColumn(final Path path) {
        return path.getFileName().toString().startsWith(STOCK_INDEX + "-VIX") ? SP500_CLOSE : CLOSE;
    }

    /**
     * The index of implied volatility for a symbol.
     *
     * @param symbol an underlying.
     * @param issues takes what is wrong with its file.
     * @return daily values; empty when there is no index.
     */
    public Optional<DailySeries> volatilityIndex(final String symbol, final Consumer<DataIssue> issues) {
        if (symbol.equals(STOCK_INDEX) || symbol.equals("SPY")) {
            return first(bySymbol(folder.resolve("macro"), VIX).get("VIX"))
                    .map(path -> DailyFile.read(path, "VIX", CLOSE, Calendar.WEEKDAYS, issues));
        }
        return first(bySymbol(folder.resolve("vol-funding"), DVOL).get(symbol))
                .map(path -> DailyFile.read(path, "DVOL-" + symbol, "dvol_close_pct", Calendar.EVERY_DAY, issues));
    }

    /**
     * Mean funding rates of perpetuals by day.
     *
     * @param symbol an underlying.
     * @return the file, if there is one.
     */
    public Optional<Path> funding(final String symbol) {
        return first(bySymbol(folder.resolve("vol-funding"), FUNDING).get(symbol));
    }

    private static Optional<Path> first(final List<Path> paths) {
        return paths == null ? Optional.empty() : Optional.of(paths.get(0));
    }

    /** {@return files of bars, in alphabetical order} */
    public List<Path> intraday() {
        return files(folder.resolve("crypto-intraday"));
    }

    /**
     * The symbol of an underlying in the name of a file or a pair.
     *
     * @param name such as {@code BTCUSDT} or {@code BTCUSDT-binance-spot-1d.csv.gz}.
     * @return such as {@code BTC}; empty when the name begins with no pair.
     */
    static Optional<String> symbolOf(final String name) {
        final Matcher matcher = COIN.matcher(name.contains("-") ? name : name + "-.csv");
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Map<String, List<Path>> bySymbol(final Path folder, final Pattern pattern) {
        final Map<String, List<Path>> found = new TreeMap<>();
        for (final Path path : files(folder)) {
            final Matcher matcher = pattern.matcher(path.getFileName().toString());
            if (matcher.matches()) {
                found.computeIfAbsent(matcher.group(1), none -> new ArrayList<>())
                        .add(path);
            }
        }
        return found;
    }

    private static List<Path> files(final Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
