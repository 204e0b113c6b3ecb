package io.plimsoll.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.lab.tape.DataFolder;
import io.plimsoll.lab.tape.TapeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a history is named with its line and put right as stated. */
class DailyFileTest {
    @TempDir
    private Path folder;

    private final List<DataIssue> issues = new ArrayList<>();

    @Test
    void aSoundFileHasNoIssues() throws IOException {
        final DailySeries series = read("date,close", "2024-01-01,10", "2024-01-02,11.5");

        assertThat(series.closes())
                .containsExactly(
                        new DailyClose(2, LocalDate.of(2024, 1, 1), Double.NaN, 10),
                        new DailyClose(3, LocalDate.of(2024, 1, 2), Double.NaN, 11.5));
        assertThat(issues).isEmpty();
    }

    @Test
    void aDayThatStandsTwiceCountsOnce() throws IOException {
        final DailySeries series = read("date,close", "2024-01-01,10", "2024-01-02,11", "2024-01-02,12");

        assertThat(closes(series)).containsExactly(10.0, 11.0);
        assertIssue(4, IssueKind.DUPLICATE_DATE, "2024-01-02 is already on line 3; that row counts");
    }

    @Test
    void rowsOutOfOrderArePutInOrder() throws IOException {
        final DailySeries series = read("date,close", "2024-01-01,10", "2024-01-03,12", "2024-01-02,11");

        assertThat(closes(series)).containsExactly(10.0, 11.0, 12.0);
        assertIssue(4, IssueKind.OUT_OF_ORDER, "2024-01-02 stands after 2024-01-03; the rows are put in order");
    }

    @Test
    void missingDaysAreNamedWhereTheCalendarHasThem() throws IOException {
        read("date,close", "2024-01-05,10", "2024-01-08,11");
        assertIssue(3, IssueKind.GAP, "2 days are missing after 2024-01-05; they get no value");

        issues.clear();
        DailyFile.read(
                file("date,close", "2024-01-05,10", "2024-01-08,11"), "X", "close", Calendar.WEEKDAYS, issues::add);
        assertThat(issues).isEmpty();
    }

    @Test
    void closesThatAreNoPricesAreLeftOut() throws IOException {
        final DailySeries series = read(
                "date,close",
                "2024-01-01,10",
                "2024-01-02,0",
                "2024-01-02,-3",
                "2024-01-02,",
                "2024-01-02,NaN",
                "2024-01-02,11");

        assertThat(closes(series)).containsExactly(10.0, 11.0);
        assertThat(issues).extracting(DataIssue::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(issues).extracting(DataIssue::kind).containsOnly(IssueKind.BAD_CLOSE);
        assertThat(issues)
                .extracting(DataIssue::text)
                .containsExactly(
                        "the close is '0'; the day is left out",
                        "the close is '-3'; the day is left out",
                        "the close is blank; the day is left out",
                        "the close is 'NaN'; the day is left out");
    }

    @Test
    void aCloseThatContradictsItsRangeIsLeftOut() throws IOException {
        final DailySeries series = read(
                "date,open,high,low,close", "2024-01-01,9,11,8,10", "2024-01-02,10,12,9,13", "2024-01-03,10,12,9,11");

        assertThat(closes(series)).containsExactly(10.0, 11.0);
        assertThat(issues.get(0))
                .hasToString(
                        folder.resolve("x.csv") + ":3: outside range: the close, 13, is not between low, 9, and high,"
                                + " 12; the day is left out");
    }

    @Test
    void aTickThatTheNextDayTakesBackIsLeftOutAndACrashIsNot() throws IOException {
        final List<String> lines = new ArrayList<>(List.of("date,close"));
        for (int i = 0; i < 40; i++) {
            lines.add(LocalDate.of(2024, 1, 1).plusDays(i) + "," + (i % 2 == 0 ? 100 : 101));
        }
        final List<String> spike = new ArrayList<>(lines);
        spike.set(31, LocalDate.of(2024, 1, 31) + ",50");
        final List<String> crash = new ArrayList<>(lines.subList(0, 31));
        crash.addAll(List.of("2024-01-31,50", "2024-02-01,55", "2024-02-02,54"));

        assertThat(read(spike.toArray(String[]::new)).closes()).hasSize(39);
        assertIssue(
                32,
                IssueKind.BAD_TICK,
                "a log return of -0.70, sigma 0.015, and +0.70 on the day after; the day is left out");
        issues.clear();
        assertThat(read(crash.toArray(String[]::new)).closes()).hasSize(33);
        assertThat(issues).isEmpty();
    }

    @Test
    void aSymbolThatGoesToAnotherCoinEndsTheHistory() throws IOException {
        final DailySeries series =
                read("date,close", "2022-05-12,0.00032", "2022-05-13,0.00005", "2022-05-31,8.87", "2022-06-01,6.5");

        assertThat(series.last()).isEqualTo(LocalDate.of(2022, 5, 13));
        assertThat(issues).extracting(DataIssue::kind).containsExactly(IssueKind.SYMBOL_REUSED);
        assertThat(issues.get(0).line()).isEqualTo(4);
    }

    @Test
    void whatCannotBePutRightIsRefused() throws IOException {
        final Path noColumn = file("date,price", "2024-01-01,10");
        assertThatExceptionOfType(TapeException.class)
                .isThrownBy(() -> DailyFile.read(noColumn, "X", "close", Calendar.EVERY_DAY, issues::add))
                .withMessage(noColumn + ":1: no column 'close'; there are date, price");
        final Path noDay = file("date,close", "1.1.2024,10");
        assertThatExceptionOfType(TapeException.class)
                .isThrownBy(() -> DailyFile.read(noDay, "X", "close", Calendar.EVERY_DAY, issues::add))
                .withMessage(noDay + ":2: column 'date': '1.1.2024' is no day like 2023-02-28");
        final Path nothing = file("date,close", "2024-01-01,0");
        assertThatExceptionOfType(TapeException.class)
                .isThrownBy(() -> DailyFile.read(nothing, "X", "close", Calendar.EVERY_DAY, issues::add))
                .withMessage(nothing + ": has no row with a usable close");
    }

    @Test
    void theKnownTrapsOfRealDataAreFound() {
        final Path daily =
                DataFolder.findFrom(Path.of("")).orElse(Path.of("none")).resolve("crypto-daily");
        Assumptions.assumeTrue(Files.isDirectory(daily), "there is no data folder");

        final DailySeries luna = DailyFile.read(
                daily.resolve("LUNAUSDT-binance-spot-1d.csv.gz"), "LUNA", "close", Calendar.EVERY_DAY, issues::add);
        assertThat(luna.last()).isEqualTo(LocalDate.of(2022, 5, 13));
        assertThat(issues).extracting(DataIssue::kind).containsExactly(IssueKind.SYMBOL_REUSED);

        issues.clear();
        final DailySeries coinbase = DailyFile.read(
                daily.resolve("BTCUSD-coinbase-1d.csv.gz"), "BTC", "close", Calendar.EVERY_DAY, issues::add);
        assertThat(issues).extracting(DataIssue::kind).contains(IssueKind.GAP, IssueKind.BAD_TICK);
        assertThat(coinbase.closes()).extracting(DailyClose::date).doesNotContain(LocalDate.of(2015, 1, 14));

        issues.clear();
        final DailySeries btc = DailyFile.read(
                daily.resolve("BTCUSDT-binance-spot-1d.csv.gz"), "BTC", "close", Calendar.EVERY_DAY, issues::add);
        assertThat(issues).isEmpty();
        assertThat(btc.closes())
                .filteredOn(close -> close.date().equals(LocalDate.of(2020, 3, 12)))
                .extracting(DailyClose::close)
                .containsExactly(4_800.0);
    }

    private void assertIssue(final long line, final IssueKind kind, final String text) {
        assertThat(issues).containsExactly(new DataIssue(folder.resolve("x.csv").toString(), line, kind, text));
    }

    private static List<Double> closes(final DailySeries series) {
        return series.closes().stream().map(DailyClose::close).toList();
    }

    private DailySeries read(final String... lines) throws IOException {
        return DailyFile.read(file(lines), "X", "close", Calendar.EVERY_DAY, issues::add);
    }

    private Path file(final String... lines) throws IOException {
        return Files.writeString(folder.resolve("x.csv"), String.join("\n", lines) + "\n");
    }
}
