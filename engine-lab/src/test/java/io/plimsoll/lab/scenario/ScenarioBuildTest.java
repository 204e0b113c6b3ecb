package io.plimsoll.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.config.ConfigException;
import io.plimsoll.config.YamlFile;
import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.config.scenario.Femto;
import io.plimsoll.config.scenario.JointBlock;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.config.scenario.StressMove;
import io.plimsoll.config.scenario.StressSource;
import io.plimsoll.core.math.Exponential;
import io.plimsoll.lab.tape.DataFolder;
import io.plimsoll.lab.tape.TapeException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets that are made of histories. */
class ScenarioBuildTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final List<String> SHIPPED_SYMBOLS =
            List.of("BTC", "ETH", "SOL", "XRP", "DOGE", "BNB", "ADA", "LINK");

    @TempDir
    private Path folder;

    @Test
    void theSetThatShipsIsTheOneThatItsSeedMakes() throws IOException {
        final BuiltSet set = ScenarioBuild.synthetic(options("plimsoll", SHIPPED_SYMBOLS, 1_000, false), 1);
        final Path shipped = Path.of("..", "config", "scenarios");

        assertThat(set.files().keySet()).containsExactly("plimsoll.yaml", "plimsoll-joint.csv", "plimsoll-stress.csv");
        set.files()
                .forEach((name, text) ->
                        assertThat(shipped.resolve(name)).as(name).hasContent(text));
    }

    @Test
    void madeUpResidualsHaveFatTailsVarianceOneAndMoveTogether() {
        final List<JointDay> days = new SyntheticHistory(5).days(20_000, List.of("BTC", "ETH"));
        double square = 0;
        double product = 0;
        int far = 0;
        for (final JointDay day : days) {
            square += day.z().get(0) * day.z().get(0);
            product += day.z().get(0) * day.z().get(1);
            far += Math.abs(day.z().get(0)) > 4 ? 1 : 0;
        }

        assertThat(square / days.size()).isEqualTo(1, within(0.1));
        assertThat(product / days.size()).isEqualTo(0.64, within(0.1));
        assertThat(far).isGreaterThan(40);
    }

    @Test
    void aResidualIsTheReturnOverTheSigmaOfTheDayBefore() {
        final List<DailyClose> closes = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            closes.add(
                    new DailyClose(0, FIRST.plusDays(i), Double.NaN, i % 2 == 0 ? 100 : 100 * Exponential.exp(0.02)));
        }
        closes.add(new DailyClose(0, FIRST.plusDays(61), Double.NaN, 100 * Exponential.exp(-0.06)));
        closes.add(new DailyClose(0, FIRST.plusDays(65), Double.NaN, 100 * Exponential.exp(0.02)));
        final Residuals residuals = new Residuals(new DailySeries("X", Calendar.EVERY_DAY, closes), 0.99);
        final double variance = 0.99 * 0.0004 + 0.01 * 0.0036;

        assertThat(residuals.z()).hasSize(2);
        assertThat(residuals.z().get(FIRST.plusDays(61))).isEqualTo(-3, within(1e-9));
        assertThat(residuals.z().get(FIRST.plusDays(65))).isEqualTo(0.04 / Math.sqrt(variance), within(1e-9));
    }

    @Test
    void twoRunsGiveTheSameBytesAndWeightsSumToTheWhole() throws IOException {
        final PriceFiles data = madeUpData(700, "");

        final BuiltSet set = ScenarioBuild.of(data, options("s", List.of(), 300, false));
        SetFiles.write(set, folder.resolve("out"));
        final ScenarioSet read = ScenarioSetFile.read(folder.resolve("out").resolve("s.yaml"));

        assertThat(ScenarioBuild.of(data, options("s", List.of(), 300, false)).files())
                .isEqualTo(set.files());
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.part");
        final JointBlock joint = read.joint().orElseThrow();
        assertThat(joint.rows()).hasSize(300);
        assertThat(joint.rows().stream().mapToInt(JointBlock.Row::weight).sum()).isEqualTo(1_000_000_000);
        assertThat(joint.rows().stream().mapToInt(JointBlock.Row::weight).distinct())
                .containsExactly(3_333_333, 3_333_334);
        assertThat(set.filled()).isEmpty();
        assertThat(set.symbols()).containsExactly("BTC", "ETH");
    }

    @Test
    void nothingAfterTheLastDayPlaysARole() throws IOException {
        final LocalDate to = FIRST.plusDays(500);
        final BuiltSet before = ScenarioBuild.of(madeUpData(600, ""), until("s", to));
        final BuiltSet after = ScenarioBuild.of(madeUpData(700, ""), until("s", to));

        assertThat(after.files()).isEqualTo(before.files());
        assertThat(after.days().get(after.days().size() - 1).date()).isEqualTo(to);
    }

    @Test
    void anUnderlyingWithFewDaysTakesTheMovesOfItsClass() throws IOException {
        madeUpData(700, "");
        write("ADAUSDT", 700, 650, 9);
        write("SOLUSDT", 700, 0, 3);

        final BuiltSet set =
                ScenarioBuild.of(new PriceFiles(folder), options("s", List.of("BTC", "SOL", "ADA"), 300, false));

        assertThat(set.filled()).containsExactly("ADA");
        assertThat(set.days()).hasSize(300).allSatisfy(day -> assertThat(day.z())
                .hasSize(3));
        assertThat(set.days().get(0).z().get(2)).isEqualTo(set.days().get(0).z().get(1));
        assertThat(set.files().get("s.yaml")).contains("Underlyings with under 500 days of their own: ADA.");
    }

    @Test
    void strictRefusesWhatIsOtherwisePutRight() throws IOException {
        final PriceFiles data = madeUpData(700, "2021-01-01,0,0,0,0\n");

        assertThat(ScenarioBuild.of(data, options("s", List.of(), 300, false)).issues())
                .extracting(DataIssue::kind)
                .containsExactly(IssueKind.BAD_CLOSE);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ScenarioBuild.of(data, options("s", List.of(), 300, true)))
                .withMessageEndingWith("BTCUSDT-x.csv:702:1: bad close: the close is '0'; the day is left out");
    }

    @Test
    void unknownSymbolsAndTooFewDaysAreRefused() throws IOException {
        final PriceFiles data = madeUpData(120, "");

        assertThatExceptionOfType(TapeException.class)
                .isThrownBy(() -> ScenarioBuild.of(data, options("s", List.of("BTX"), 300, false)))
                .withMessage("no daily prices of 'BTX'; there are BTC, ETH; did you mean 'BTC'?");
        assertThatExceptionOfType(TapeException.class)
                .isThrownBy(() -> ScenarioBuild.of(
                        data,
                        new BuildOptions(
                                "s",
                                1,
                                List.of(),
                                Optional.of(FIRST.plusDays(90)),
                                Optional.empty(),
                                300,
                                new BigDecimal("0.99"),
                                false)))
                .withMessage("only 30 days up to 2020-04-29; needed: at least 100");
        assertThatExceptionOfType(TapeException.class)
                .isThrownBy(() -> new PriceFiles(folder.resolve("none")))
                .withMessage(
                        folder.resolve("none") + ": no daily prices; needed: crypto-daily/BTCUSDT-....csv or .csv.gz");
    }

    @Test
    void theWorstWindowOfTheRealMarch2020Is47PerCent() {
        final Path data = DataFolder.findFrom(Path.of("")).orElse(Path.of("none"));
        Assumptions.assumeTrue(Files.isDirectory(data), "there is no data folder");

        final BuiltSet set =
                ScenarioBuild.of(new PriceFiles(data), options("s", List.of("BTC", "ETH", "SOL"), 1_000, false));
        final ScenarioSet read = ScenarioSetFile.unhashed(
                new YamlFile("s.yaml", set.files().get("s.yaml")),
                name -> new YamlFile(name, set.files().get(name)));

        final List<StressMove> march =
                read.stress().orElseThrow().events().get(0).moves();
        assertThat(Femto.text(march.get(0).downFemto())).startsWith("-0.47");
        assertThat(march.get(0).source()).isEqualTo(StressSource.INTRADAY);
        assertThat(march.get(2).source()).isEqualTo(StressSource.CLASS);
        assertThat(read.stress().orElseThrow().events()).hasSize(5);
    }

    private static BuildOptions options(
            final String name, final List<String> symbols, final int days, final boolean strict) {
        return new BuildOptions(
                name, 1, symbols, Optional.empty(), Optional.empty(), days, new BigDecimal("0.99"), strict);
    }

    private static BuildOptions until(final String name, final LocalDate to) {
        return new BuildOptions(
                name, 1, List.of(), Optional.empty(), Optional.of(to), 300, new BigDecimal("0.99"), false);
    }

    private PriceFiles madeUpData(final int days, final String lastLineOfBtc) throws IOException {
        write("ETHUSDT", days, 0, 2);
        final Path btc = write("BTCUSDT", days, 0, 1);
        Files.writeString(btc, Files.readString(btc) + lastLineOfBtc);
        return new PriceFiles(folder);
    }

    private Path write(final String pair, final int days, final int from, final long seed) throws IOException {
        final Random random = new Random(seed);
        final StringBuilder text = new StringBuilder("date,open,high,low,close\n");
        double close = 100;
        for (int i = 0; i < days; i++) {
            close *= 0.97 + 0.06 * random.nextDouble();
            final String price = BigDecimal.valueOf(close)
                    .setScale(4, RoundingMode.HALF_EVEN)
                    .toPlainString();
            if (i >= from) {
                text.append(FIRST.plusDays(i)).append((',' + price).repeat(4)).append('\n');
            }
        }
        Files.createDirectories(folder.resolve("crypto-daily"));
        return Files.writeString(folder.resolve("crypto-daily").resolve(pair + "-x.csv"), text.toString());
    }
}
