package io.plimsoll.lab.backtest;

import io.plimsoll.config.model.ModelFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Margins of known portfolios on one day under the default and the portfolio margin of two venues.
 *
 * @param date the day.
 * @param models names of the models, in order.
 * @param rows by portfolio.
 */
public record SideBySide(LocalDate date, List<String> models, List<Row> rows) {
    /**
     * Margins of a portfolio of one million dollars a side.
     *
     * @param portfolio what it holds.
     * @param shares initial margin over notional by model.
     */
    public record Row(String portfolio, List<Double> shares) {}

    private static final List<String> MODELS = List.of("plimsoll", "pmrm2", "deribit");

    private static final double NOTIONAL_MINOR = Book.NOTIONAL * 1e6;

    /**
     * Computes the margins.
     *
     * @param history of prices.
     * @param last day that may be looked at; the last one up to it on which dated futures have a price counts, if
     *     there is any.
     * @return the margins.
     */
    public static SideBySide of(final History history, final LocalDate last) {
        final LocalDate date = lastWithFutures(history, last);
        final List<Variant> variants = MODELS.stream()
                .map(name -> new Variant(name, ModelFile.shipped(name, Map.of()), WalkTerms.DEFAULT, false))
                .toList();
        final BacktestRun run = new BacktestRun(
                history,
                new BacktestOptions(Optional.of(date), Optional.of(date), List.of(), variants),
                Presets.sets(variants.stream().map(Variant::model).toList()));
        final List<Row> rows = new ArrayList<>();
        for (final Map.Entry<String, List<Leg>> each : portfolios().entrySet()) {
            final List<Double> shares = run.margins(date, each.getValue()).stream()
                    .map(margin -> margin.initial() / NOTIONAL_MINOR)
                    .toList();
            rows.add(new Row(each.getKey(), shares));
        }
        return new SideBySide(date, MODELS, rows);
    }

    /** The day itself when dated futures never have a price up to it. */
    private static LocalDate lastWithFutures(final History history, final LocalDate last) {
        LocalDate date = last;
        while (!date.isBefore(history.first())) {
            if (history.hasBasis(date) && !history.universe(date).isEmpty()) {
                return date;
            }
            date = date.minusDays(1);
        }
        return last;
    }

    private static Map<String, List<Leg>> portfolios() {
        final long size = Book.NOTIONAL;
        final Map<String, List<Leg>> portfolios = new LinkedHashMap<>();
        portfolios.put("long BTC, short ETH, one to one", Book.BTC_ETH.legs(List.of()));
        portfolios.put(
                "calendar spread: long BTC future of 30 days, short 90 days",
                List.of(
                        new Leg(Instrument.future(Book.BTC, Book.NEAR), size),
                        new Leg(Instrument.future(Book.BTC, Book.FAR), -size)));
        portfolios.put("short BTC strangle of 30 days", Book.SHORT_STRANGLE.legs(List.of()));
        portfolios.put(
                "cash-and-carry: BTC coins, short BTC future of 90 days",
                List.of(
                        new Leg(Instrument.coin(Book.BTC), size),
                        new Leg(Instrument.future(Book.BTC, Book.FAR), -size)));
        return portfolios;
    }
}
