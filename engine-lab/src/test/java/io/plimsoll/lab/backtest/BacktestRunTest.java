package io.plimsoll.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.lab.scenario.PriceFiles;
import io.plimsoll.lab.tape.DataFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over made-up prices, and a short one over real ones. */
class BacktestRunTest {
    private static final LocalDate FROM = LocalDate.parse("2019-05-20");
    private static final LocalDate TO = LocalDate.parse("2019-06-10");
    private static final LocalDate CHANGED = LocalDate.parse("2019-06-01");

    @TempDir
    private Path folder;

    private static BacktestOptions options(final LocalDate from, final LocalDate to, final List<Book> books) {
        final List<Variant> variants = new Variants(List.of("plimsoll"), Map.of(), List.of("d=0.5", "range=2")).all();
        return new BacktestOptions(Optional.of(from), Optional.of(to), books, variants);
    }

    private static BacktestResult run(final PriceFiles prices, final BacktestOptions options) {
        return new BacktestRun(
                        History.read(prices),
                        options,
                        Presets.sets(
                                options.variants().stream().map(Variant::model).toList()))
                .run((done, total) -> {});
    }

    /** What is known of a day at its end: all but the profit and loss. */
    private static List<String> known(final BacktestResult result) {
        final List<String> known = new ArrayList<>();
        result.days()
                .forEach(byBook -> byBook.forEach((book, days) -> days.stream()
                        .filter(day -> day.date().isBefore(CHANGED))
                        .forEach(day -> known.add(book + " " + day.date() + " " + day.initial() + " "
                                + day.maintenance() + " " + day.binding() + " " + day.var99() + " " + day.var975() + " "
                                + day.es975()))));
        return known;
    }

    @Test
    void aMarginDoesNotDependOnWhatComesAfterItsDay() throws IOException {
        final BacktestOptions options = options(FROM, TO, List.of(Book.values()));
        final PriceFiles calm = MadeUpPrices.in(folder.resolve("calm"), (date, price) -> price);
        final PriceFiles crash =
                MadeUpPrices.in(folder.resolve("crash"), (date, price) -> date.isBefore(CHANGED) ? price : price * 0.7);

        final BacktestResult before = run(calm, options);
        final BacktestResult after = run(crash, options);

        assertThat(known(before)).hasSize(2 * 10 * 12).isEqualTo(known(after));
        assertThat(pnl(before, CHANGED.minusDays(1))).isGreaterThan(pnl(after, CHANGED.minusDays(1)));
        assertThat(margin(before, TO)).isLessThan(margin(after, TO));
    }

    private static long pnl(final BacktestResult result, final LocalDate date) {
        return day(result, date).pnl();
    }

    private static long margin(final BacktestResult result, final LocalDate date) {
        return day(result, date).es975();
    }

    private static BookDay day(final BacktestResult result, final LocalDate date) {
        return result.days().get(0).get(Book.LONG_BTC).stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameDataGiveTheSameBytes() throws IOException {
        final PriceFiles prices = MadeUpPrices.in(folder.resolve("data"), (date, price) -> price);
        final BacktestOptions options = options(FROM, FROM.plusDays(5), List.of(Book.values()));

        for (final String name : List.of("one", "other")) {
            final Outcome outcome =
                    Outcome.of(run(prices, options), SideBySide.of(History.read(prices), FROM.plusDays(5)));
            final Path out = Files.createDirectories(folder.resolve(name));
            ResultFiles.write(outcome, out);
            BacktestPage.write(outcome, out.resolve("report.html"));
        }

        for (final String file : List.of("results.json", "daily.csv", "report.html")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("other").resolve(file));
        }
        assertThat(folder.resolve("one").resolve("daily.csv"))
                .content()
                .startsWith("book,date,pnl_usd,initial_margin_usd,")
                .contains("\nlong-btc,2019-05-20,");
    }

    @Test
    void aBookOfOneCoinMakesWhatTheCoinMakes() throws IOException {
        final PriceFiles prices = MadeUpPrices.in(
                folder, (date, price) -> date.equals(CHANGED) ? 110.0 : date.isBefore(CHANGED) ? 100.0 : price);
        final BacktestResult result =
                run(prices, options(FROM, TO, List.of(Book.LONG_BTC, Book.SHORT_BTC, Book.CARRY)));

        assertThat(pnl(result, CHANGED.minusDays(1))).isBetween(99_999_999_999L, 100_000_000_000L);
        assertThat(result.days().get(0).get(Book.SHORT_BTC).stream()
                        .filter(day -> day.date().equals(CHANGED.minusDays(1)))
                        .map(BookDay::pnl))
                .allSatisfy(pnl -> assertThat(pnl).isBetween(-100_000_000_001L, -100_000_000_000L));
        assertThat(result.days().get(0).get(Book.CARRY)).isEmpty();
        assertThat(result.skipped()).containsEntry(Book.CARRY, 22);
    }

    @Test
    void aWiderRangeCostsMoreAndRowsOfOneDayServeAllModels() throws IOException {
        final PriceFiles prices = MadeUpPrices.in(folder, (date, price) -> price);
        final BacktestResult result = run(prices, options(FROM, FROM, List.of(Book.LONG_BTC, Book.BTC_ETH)));

        assertThat(result.days()).hasSize(2);
        assertThat(result.variants()).extracting(Variant::name).containsExactly("plimsoll", "d=0.5 range=2");
        final long once = result.days().get(0).get(Book.LONG_BTC).get(0).initial();
        final long twice = result.days().get(1).get(Book.LONG_BTC).get(0).initial();
        assertThat(once).isGreaterThanOrEqualTo(162_000_000_000L);
        assertThat(twice).isEqualTo(322_000_000_000L);
    }

    @Test
    void aModelAmongOthersComesOutAsItDoesAlone() throws IOException {
        final PriceFiles prices = MadeUpPrices.in(folder, (date, price) -> price);
        final List<Book> books = List.of(Book.LONG_BTC, Book.ALTS_BTC, Book.SHORT_STRANGLE);
        final List<String> names = List.of("plimsoll", "pmrm2", "deribit");
        final BacktestResult together = run(prices, models(books, names));

        for (int i = 0; i < names.size(); i++) {
            final BacktestResult alone = run(prices, models(books, names.subList(i, i + 1)));
            assertThat(together.variants().get(i)).isEqualTo(alone.variants().get(0));
            assertThat(together.days().get(i)).isEqualTo(alone.days().get(0));
        }
        assertThat(together.days().get(0)).isNotEqualTo(together.days().get(1));
    }

    private static BacktestOptions models(final List<Book> books, final List<String> names) {
        final List<Variant> variants = new Variants(names, Map.of(), List.of()).all();
        return new BacktestOptions(Optional.of(FROM), Optional.of(FROM.plusDays(2)), books, variants);
    }

    @Test
    void daysOutsideTheHistoryAreRefusedWithThoseThatItHas() throws IOException {
        final PriceFiles prices = MadeUpPrices.in(folder, (date, price) -> price);

        assertThatThrownBy(() -> run(prices, options(FROM.minusYears(1), TO, List.of(Book.LONG_BTC))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "days 2018-05-20 to 2019-06-10 were asked for; the history allows 2019-05-16 to 2019-06-23");
    }

    @Test
    void onTheDayOfTheCrashOfMarch2020OnlyHedgedBooksAreCovered() {
        final BacktestOptions options = options(
                LocalDate.parse("2020-03-11"), LocalDate.parse("2020-03-12"), List.of(Book.LONG_BTC, Book.BTC_ETH));
        final BacktestResult result = run(new PriceFiles(DataFolders.orSkip()), options);

        final BookDay crash = result.days().get(0).get(Book.LONG_BTC).get(0);
        final BookDay hedged = result.days().get(0).get(Book.BTC_ETH).get(0);
        assertThat(crash.pnl() / 1_000_000_000).isEqualTo(-395);
        assertThat(crash.initial()).isEqualTo(162_000_000_000L);
        assertThat(-hedged.pnl()).isLessThan(hedged.initial());
    }
}
