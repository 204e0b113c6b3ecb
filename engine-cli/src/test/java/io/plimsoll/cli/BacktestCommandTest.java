package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plimsoll backtest} on the command line. */
class BacktestCommandTest {
    private static final LocalDate FIRST = LocalDate.parse("2018-01-01");
    private static final int DAYS = 540;

    @TempDir
    private Path folder;

    /** Two coins that go 3 % up and down by turns; on the last day but one they lose a share. */
    private String data(final String lastRatio) throws IOException {
        final Path daily = Files.createDirectories(folder.resolve("data").resolve("crypto-daily"));
        for (final String coin : new String[] {"BTC", "ETH"}) {
            final StringBuilder text = new StringBuilder("date,close\n");
            for (int i = 0; i < DAYS; i++) {
                final String close = i >= DAYS - 2 ? lastRatio : i % 2 == 0 ? "100" : "103";
                text.append(String.format(Locale.ROOT, "%s,%s%n", FIRST.plusDays(i), close));
            }
            Files.writeString(daily.resolve(coin + "USDT-x.csv"), text);
        }
        return folder.resolve("data").toString();
    }

    private CommandLineRun run(final String data, final String... more) {
        final String[] always = {
            "backtest",
            "--data",
            data,
            "--from",
            "2019-06-01",
            "--progress",
            "none",
            "-o",
            folder.resolve("out").toString()
        };
        final String[] all = new String[always.length + more.length];
        System.arraycopy(always, 0, all, 0, always.length);
        System.arraycopy(more, 0, all, always.length, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void aLossBeyondMarginEndsWithTheCodeForNotMetAndNamesItsDay() throws IOException {
        final CommandLineRun run = run(data("60"), "--books", "long-btc,short-btc", "--format", "csv");

        assertThat(run.out())
                .contains(
                        ",,b_cover,not met\n", "\nbooks,1,days,23\n", "\nbooks,1,im_shortfall,25.55 % on 2019-06-22\n");
        assertThat(run.out())
                .contains("\nnot_met,", ",test,IM\n", "1 of 23 days beyond, 0 allowed; largest 25.55 % on 2019-06-22")
                .contains("\nnext_best,1,variant,none\nnext_best,1,why,", "--vary PARAM=V1,V2");
        assertThat(folder.resolve("out").resolve("report.html")).content().contains("Where the rules are not met");
        assertThat(run.err()).contains("report: " + folder.resolve("out").resolve("report.html"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(folder.resolve("out").resolve("results.json")).content().contains("\"met\" : false");
        assertThat(folder.resolve("out").resolve("daily.csv")).exists();
    }

    @Test
    void variantsAreComparedByCostAmongThoseThatCover() throws IOException {
        final CommandLineRun run = run(data("100"), "--books", "btc-eth", "--vary", "d=0.5,0.8");

        assertThat(run.out()).contains("\nvariants\n").containsPattern("d=0.5 .* \\+\\d.\\d\\d %\n");
        assertThat(run.out()).containsPattern("d=0.8 .* cheapest\n").doesNotContain("by book");
        assertThat(folder.resolve("out").resolve("report.html"))
                .content()
                .contains("The cheapest variant that meets (b) is d=0.8:")
                .doesNotContain("Models by book");
    }

    @Test
    void modelsRunOnTheSameBooksAndTheFirstDecidesTheCode() throws IOException {
        final String data = data("60");
        final CommandLineRun run = run(
                data,
                "--books",
                "short-btc,long-btc",
                "--model",
                "pmrm2,plimsoll",
                "--model",
                "deribit",
                "--format",
                "csv");

        assertThat(run.out())
                .contains(
                        "\nvariants,1,variant,pmrm2\n",
                        "\nvariants,2,variant,plimsoll\n",
                        "\nvariants,3,variant,deribit\n")
                .contains("\nvariants,2,books_meeting_b,1 of 2\n", "\nvariants,2,cost,\"not compared, misses (b)\"\n")
                .contains("\nvariants,2,least_im_cover,\"95.65 % in long-btc, 1 of 23 days beyond\"\n")
                .contains("\nmean_im_by_book,2,cheapest,none meets (b)\n");
        assertThat(run.code()).isEqualTo(3);
        assertThat(folder.resolve("out").resolve("report.html")).content().contains("Models by book");
    }

    @Test
    void modelsBesideTheTestedOneDoNotDecideTheCode() throws IOException {
        final String data = data("100");
        final Path thin = folder.resolve("thin.yaml");
        Files.writeString(
                thin,
                Files.readString(Path.of("..", "config", "models", "plimsoll.yaml"))
                        .replace("f_im: 1", "f_im: 0.1")
                        .replace("f_mm: 0.8", "f_mm: 0.1"));

        final CommandLineRun first = run(data, "--books", "long-btc", "--model", thin + ",pmrm2");
        final CommandLineRun last = run(data, "--books", "long-btc", "--model", "pmrm2," + thin);

        assertThat(first.out()).containsPattern("pmrm2 .* alone meets \\(b\\)\n");
        assertThat(last.out()).containsPattern("thin.yaml .* not compared, misses \\(b\\)\n");
        assertThat(first.out())
                .endsWith("pmrm2    meets (a) in 1 and (b) in 1 of 1 book, mean IM 20.00 %: more than " + thin
                        + ", which meets (a) in 1 and (b) in 0 of 1 book, mean IM not compared\n");
        assertThat(last.out()).doesNotContain("not met\nBOOK", "next best");
        assertThat(first.code()).isEqualTo(3);
        assertThat(last.code()).isZero();
    }

    @Test
    void daysThatTheDataDoNotHaveAreNamedWithThoseTheyHave() throws IOException {
        final CommandLineRun run = run(data("100"), "--to", "2030-01-01");

        assertThat(run.err())
                .isEqualTo("error: days 2019-06-01 to 2030-01-01 were asked for; the history allows 2019-05-16 to"
                        + " 2019-06-23\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** One row a mistake: what was typed, then the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "backtest --books long-btx => error: there is no book 'long-btx'; there are: all, long-btc, short-btc,"
                        + " long-basket, short-basket, btc-eth, alts-btc, carry, short-strangle, short-straddle,"
                        + " short-put-spread, covered-call, long-index, long-fx; did you mean 'long-btc'?",
                "backtest --model plimsol => error: no margin model 'plimsol'; there are: plimsoll, pmrm2, deribit, okx, span, standard,"
                        + " tiered-binance, tiered-drift, tiered-dydx, tiered-hyperliquid, tiered-mango, tiered-synthetix,"
                        + " tiered-vega, by-side; did you"
                        + " mean 'plimsoll'?",
                "backtest --model pmrm2,plimsoll,pmrm2 => error: --model names 'pmrm2' twice",
                "backtest --set d=much => error: 'd' is 'much', not a decimal number",
                "backtest --set range=0 => error: 'range' is 0; allowed: 0.01 to 10.0",
                "backtest --vary d => error: --vary is 'd'; allowed: a parameter and its values, such as d=0.5,0.7",
                "backtest --from 2022-01-01 --to 2021-01-01 => error: --from is 2022-01-01, after --to",
                "backtest --data /nowhere => error: /nowhere: no daily prices; needed: crypto-daily/BTCUSDT-....csv or .csv.gz"
            })
    void namesTheMistake(final String typed, final String error) {
        final CommandLineRun run = CommandLineRun.of(typed.split(" ", -1));

        assertThat(run.err().lines().findFirst().orElse("")).isEqualTo(error);
        assertThat(run.code()).isNotZero();
    }

    @Test
    void aParameterThatTheModelLacksIsNamedWithTheNearest() {
        final CommandLineRun run = CommandLineRun.of("backtest", "--set", "levle=0.99");

        assertThat(run.err()).contains("there is no parameter 'levle'", "did you mean 'level'?");
        assertThat(run.code()).isEqualTo(2);
    }
}
