package io.plimsoll.lab.tape;

import io.plimsoll.lab.tape.TapeEvent.Fill;
import io.plimsoll.lab.tape.TapeEvent.Ledger;
import io.plimsoll.lab.tape.TapeEvent.Mark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first weeks of Hyperliquid in 2023, from the folder {@code portfolios} of the data folder: fills, deposits and
 * withdrawals, and the venue's own list of liquidations. The tape has no fees, no funding and no oracle marks.
 */
public final class HyperliquidTape {
    private static final String FOLDER = "portfolios";
    private static final String FILLS = "hyperliquid-2023-trades";
    private static final String LEDGER = "hyperliquid-2023-ledger";
    private static final String LIQUIDATIONS = "hyperliquid-2023-liquidations";

    private final Path dataFolder;
    private final List<RawFill> rawFills = new ArrayList<>();
    private final List<RawLiquidation> rawLiquidations = new ArrayList<>();
    private final Map<String, HourlyMarks.Source> hourly = new TreeMap<>();
    private final TreeSet<String> accountNames = new TreeSet<>();
    private final Map<String, Integer> accountIndex = new HashMap<>();

    private record RawLedger(long timeNs, String account, long amount) {}

    private HyperliquidTape(final Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /**
     * Whether a data folder has this tape.
     *
     * @param dataFolder the data folder.
     * @return true when the file of fills is there.
     */
    public static boolean isIn(final Path dataFolder) {
        return find(dataFolder, FILLS) != null;
    }

    /**
     * Reads the tape.
     *
     * @param dataFolder the data folder.
     * @return the tape.
     * @throws TapeException when a file is missing or has something in it that does not belong there.
     */
    public static Tape load(final Path dataFolder) {
        if (!Files.isDirectory(dataFolder)) {
            throw new TapeException(dataFolder + ": no such folder; --data names the data folder");
        }
        return new HyperliquidTape(dataFolder).load();
    }

    private Tape load() {
        final List<RawLedger> rawLedger = readLedger();
        readFills();
        readLiquidations();
        int index = 0;
        for (final String account : accountNames) {
            accountIndex.put(account, index++);
        }
        final List<Coin> coins = coins(startNs(rawLedger), endNs());
        final CloseOuts closeOuts = new CloseOuts(rawFills, rawLiquidations);
        final List<TapeEvent> events = new ArrayList<>();
        rawLedger.forEach(row -> events.add(new Ledger(row.timeNs, accountIndex.get(row.account), row.amount)));
        addMarks(events, coins);
        addFills(events, coins, closeOuts);
        // The sort is stable: what stands first in this list, and in its file, stays first within a moment.
        events.sort(Comparator.comparingLong(TapeEvent::timeNs));
        return new Tape(
                "hyperliquid-2023",
                "real fills, deposits and withdrawals of Hyperliquid, from the data folder",
                marksSentence(),
                coins,
                List.copyOf(accountNames),
                events,
                liquidations(),
                true,
                closeOuts.liquidator() == null ? -1 : accountIndex.get(closeOuts.liquidator()));
    }

    private List<RawLedger> readLedger() {
        final List<RawLedger> ledger = new ArrayList<>();
        file(LEDGER).read(List.of("time_utc", "account", "delta_usd"), row -> {
            final String account = row.text("account");
            final long amount = row.amount("delta_usd", Coin.MONEY_DECIMALS);
            final long timeNs = row.timeNs("time_utc");
            accountNames.add(account);
            if (amount != 0) {
                ledger.add(new RawLedger(timeNs, account, amount));
            }
        });
        return ledger;
    }

    private void readFills() {
        file(FILLS).read(List.of("time_utc", "account", "coin", "side", "px", "sz", "crossed"), row -> {
            final RawFill fill = new RawFill(
                    row.timeNs("time_utc"),
                    row.text("account"),
                    row.text("coin"),
                    row.positive("px"),
                    row.positive("sz"),
                    row.oneOf("side", "Ask", "Bid") == 1,
                    row.oneOf("crossed", "false", "true") == 1);
            accountNames.add(fill.account());
            rawFills.add(fill);
        });
        if (rawFills.isEmpty()) {
            throw new TapeException(file(FILLS).name() + ": no fills");
        }
    }

    private void readLiquidations() {
        final List<String> columns =
                List.of("time_utc", "account", "liquidated_ntl_pos", "liquidated_account_value", "leverage_type");
        file(LIQUIDATIONS)
                .read(
                        columns,
                        row -> rawLiquidations.add(new RawLiquidation(
                                row.timeNs("time_utc"),
                                row.text("account"),
                                row.positive("liquidated_ntl_pos").unitsRounded(Coin.MONEY_DECIMALS),
                                row.decimal("liquidated_account_value").unitsRounded(Coin.MONEY_DECIMALS),
                                row.oneOf("leverage_type", "Cross", "Isolated") == 1)));
    }

    private CsvFile file(final String name) {
        final Path file = find(dataFolder, name);
        if (file == null) {
            throw new TapeException(dataFolder.resolve(FOLDER).resolve(name + ".csv.gz") + ": no such file");
        }
        return CsvFile.of(file);
    }

    private static Path find(final Path dataFolder, final String name) {
        for (final String ending : List.of(".csv.gz", ".csv")) {
            final Path file = dataFolder.resolve(FOLDER).resolve(name + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private long startNs(final List<RawLedger> ledger) {
        final long firstFill = rawFills.get(0).timeNs();
        return ledger.isEmpty() ? firstFill : Math.min(firstFill, ledger.get(0).timeNs());
    }

    private long endNs() {
        return rawFills.get(rawFills.size() - 1).timeNs();
    }

    private List<Coin> coins(final long startNs, final long endNs) {
        final CoinUnits units = new CoinUnits();
        rawFills.forEach(fill -> units.see(fill.coin(), fill.price(), fill.size()));
        for (final Coin coin : units.coins()) {
            final HourlyMarks.Source source = HourlyMarks.of(dataFolder, coin.name(), startNs, endNs);
            if (source != null) {
                hourly.put(coin.name(), source);
                source.closes().forEach(close -> units.seeMark(coin.name(), close.price()));
            }
        }
        return units.coins();
    }

    private void addMarks(final List<TapeEvent> events, final List<Coin> coins) {
        for (int i = 0; i < coins.size(); i++) {
            final HourlyMarks.Source source = hourly.get(coins.get(i).name());
            if (source == null) {
                continue;
            }
            for (final HourlyMarks.Close close : source.closes()) {
                final long ticks = close.price().unitsRounded(coins.get(i).priceDecimals());
                events.add(new Mark(close.knownAtNs(), i, Math.max(1, ticks)));
            }
        }
    }

    private void addFills(final List<TapeEvent> events, final List<Coin> coins, final CloseOuts closeOuts) {
        final Map<String, Integer> coinIndex = CoinUnits.indexByName(coins);
        for (int i = 0; i < rawFills.size(); i++) {
            final RawFill raw = rawFills.get(i);
            final int coin = coinIndex.get(raw.coin());
            final long lots = raw.size().units(coins.get(coin).lotDecimals());
            events.add(new Fill(
                    raw.timeNs(),
                    accountIndex.get(raw.account()),
                    coin,
                    raw.price().units(coins.get(coin).priceDecimals()),
                    raw.bought() ? lots : -lots,
                    raw.taker(),
                    closeOuts.isCloseOut(i)));
        }
    }

    private List<VenueLiquidation> liquidations() {
        return rawLiquidations.stream()
                .map(row -> new VenueLiquidation(
                        row.timeNs(),
                        accountIndex.getOrDefault(row.account(), -1),
                        row.account(),
                        row.notional(),
                        row.accountValue(),
                        row.isolated()))
                .toList();
    }

    private String marksSentence() {
        final String fills = "every fill's price, but for the venue's own close-outs";
        return hourly.isEmpty()
                ? fills
                : fills + "; for " + String.join(", ", hourly.keySet())
                        + " also the close of each hour, once the hour is over";
    }
}
