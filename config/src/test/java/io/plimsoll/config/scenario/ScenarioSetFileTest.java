package io.plimsoll.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.config.ConfigException;
import io.plimsoll.config.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario set may be, and what a user hears when it is not. */
class ScenarioSetFileTest {
    private static final String HASH = "de222be80af3b133483cc845addec9e3836ea64086f95b235362b5a109b114a7";

    private static final String YAML = """
            name: small
            version: 3
            hash: %s
            volatility-rules:
              standard: { range-up: 50 %%, range-down: 30 %%, short-power: 0.3, long-power: 0.13, dte-floor-days: 1, min-vol-up: 45 %%, max-vol: 300 %%, skew: { linear: { cap: 0.25, cbase: -0.1 }, absolute: { cap: 0.2, cbase: 0 }, min-k-star: 0.01, width-scale: 4, vol-static: 0.6, vol-scale: 0 } }
            classes:
              btc: { group: coins, range: 16 %%, volatility: standard }
            underlyings:
              BTC: { class: btc }
              ETH: { class: btc }
            grid:
              scenarios:
                - { price: -75 %%, of: range, volatility: up }
                - { price: -66 %%, volatility: none, damping: 77 %% }
                - { volatility: linear, hours: 24 }
            joint: { file: small-joint.csv, horizon-hours: 24, lambda: 0.99, calendar: every-day }
            stress: { file: small-stress.csv, volatility-down: up, volatility-up: none }
            """;

    private static final String JOINT = """
            # made up
            date,weight,BTC.z,BTC.vol,ETH.z,ETH.vol
            2024-02-28,300000000,-1.250000,0.010000,0.5,0
            2024-02-29,300000000,0,0,0,0
            2024-03-01,400000000,2.000001,-0.020000,1,0.03
            """;

    private static final String STRESS = """
            event,date,underlying,down,up,source
            march,2020-03-12,BTC,-0.47,0.2,intraday
            march,2020-03-12,ETH,-0.55,0.25,closes
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeASoundSet() throws IOException {
        file = folder.resolve("small.yaml");
        Files.writeString(folder.resolve("small-joint.csv"), JOINT);
        Files.writeString(folder.resolve("small-stress.csv"), STRESS);
        Files.writeString(file, YAML.formatted(HASH));
    }

    @Test
    void aSetIsReadToTheLastDigit() {
        final ScenarioSet set = ScenarioSetFile.read(file);

        assertThat(set.name()).isEqualTo("small");
        assertThat(set.version()).isEqualTo(3);
        assertThat(set.hash()).isEqualTo(HASH);
        assertThat(Long.toHexString(set.shortHash())).isEqualTo(HASH.substring(0, 16));
        assertThat(set.underlyings().get(1).riskClass()).isEqualTo(set.classes().get(0));
        assertThat(set.classes().get(0).volatility())
                .isEqualTo(new VolatilityRule(
                        "standard",
                        Femto.ONE / 2,
                        Femto.ONE / 10 * 3,
                        Femto.ONE / 10 * 3,
                        Femto.ONE / 100 * 13,
                        1,
                        Femto.ONE / 100 * 45,
                        3 * Femto.ONE,
                        new SkewRule(
                                new SkewMove(Femto.ONE / 4, -Femto.ONE / 10),
                                new SkewMove(Femto.ONE / 5, 0),
                                Femto.ONE / 100,
                                4 * Femto.ONE,
                                Femto.ONE / 10 * 6,
                                0)));
        assertThat(set.grid())
                .containsExactly(
                        new GridScenario(-750_000_000_000_000L, PriceUnit.RANGE, VolatilityMove.UP, 0, 0),
                        new GridScenario(
                                -660_000_000_000_000L, PriceUnit.SPOT, VolatilityMove.NONE, 770_000_000_000_000L, 0),
                        new GridScenario(0, PriceUnit.SPOT, VolatilityMove.LINEAR, 0, 24));
        final JointBlock joint = set.joint().orElseThrow();
        assertThat(joint.lambdaFemto()).isEqualTo(990_000_000_000_000L);
        assertThat(joint.rows()).hasSize(3);
        assertThat(joint.rows().get(2))
                .isEqualTo(new JointBlock.Row(
                        LocalDate.of(2024, 3, 1),
                        400_000_000,
                        List.of(
                                new JointBlock.Residual(2_000_001_000_000_000L, -20_000_000_000_000L),
                                new JointBlock.Residual(Femto.ONE, 30_000_000_000_000L))));
        assertThat(set.stress().orElseThrow().events())
                .containsExactly(new StressEvent(
                        "march",
                        LocalDate.of(2020, 3, 12),
                        List.of(
                                new StressMove(-470_000_000_000_000L, 200_000_000_000_000L, StressSource.INTRADAY),
                                new StressMove(-550_000_000_000_000L, 250_000_000_000_000L, StressSource.CLOSES))));
    }

    /** One row a mistake: what is replaced in which file, by what, and the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "joint => 2024-02-29 => 2024-02-28 => small-joint.csv:4:1: date is 2024-02-28 again",
                "joint => 2024-02-29 => 2024-02-27 => small-joint.csv:4:1: date is 2024-02-27, before the line above, 2024-02-28",
                "joint => 2024-03-01 => 2024-03-04 => small-joint.csv:5:1: date is 2024-03-04, 3 days are missing after 2024-02-29",
                "joint => 2024-03-01 => 1.3.2024 => small-joint.csv:5:1: date is '1.3.2024', not a day such as 2020-03-12",
                "joint => ETH.vol => ETH.vols => small-joint.csv:2:33: unknown column 'ETH.vols'; did you mean 'ETH.vol'?",
                "joint => ,ETH.vol => `` => small-joint.csv:3:1: has 6 fields, the columns are 5",
                "joint => weight, => date, => small-joint.csv:2:6: column 'date' is there twice",
                "joint => 400000000 => 400000001 => small-joint.csv: the weights sum to 1000000001; allowed: 1000000000",
                "joint => 400000000 => 0 => small-joint.csv:5:12: weight is 0; allowed: 1 to 1000000000",
                "joint => 400000000 => 0.4 => small-joint.csv:5:12: weight is '0.4', not a whole number; allowed: 1 to 1000000000",
                "joint => 2.000001 => NaN => small-joint.csv:5:22: BTC.z is 'NaN', not a decimal number; allowed: above -100, up to 100",
                "joint => 2.000001 => Infinity => small-joint.csv:5:22: BTC.z is 'Infinity', not a decimal number; allowed: above -100, up to 100",
                "joint => 2.000001 => 101 => small-joint.csv:5:22: BTC.z is 101; allowed: above -100, up to 100",
                "joint => 2.000001 => 1e-16 => small-joint.csv:5:22: BTC.z is 1e-16, too large or finer than 10^-15; allowed: above -100, up to 100",
                "stress => -0.47 => -1 => small-stress.csv:2:22: down is -1; allowed: above -1, up to 0",
                "stress => -0.47 => 0.1 => small-stress.csv:2:22: down is 0.1; allowed: above -1, up to 0",
                "stress => ,closes => ,closed => small-stress.csv:3:33: source is 'closed'; allowed: intraday, closes, class, rounded; did you mean 'closes'?",
                "stress => BTC => ETH => small-stress.csv:3:18: underlying is 'ETH' again in event 'march'",
                "stress => BTC => XBT => small-stress.csv:2:18: underlying is 'XBT', which is not among the underlyings of the set; did you mean 'BTC'?",
                "yaml => class: btc => class: bct => small.yaml:9:17: underlyings.BTC.class is 'bct', which is not defined under classes; did you mean 'btc'?",
                "yaml => group: coins, => `` => small.yaml:7:8: missing key 'group' in classes.btc",
                "yaml => group: coins => group: a b => small.yaml:7:17: classes.btc.group is 'a b'; allowed: 1 to 31 letters, digits, - and _",
                "yaml => price: -75 => price: -101 => small.yaml:13:16: grid.scenarios[1].price is -101 %; allowed: -100 % to 1000 %",
                "yaml => price: -66 => price: -100 => small.yaml:14:9: grid.scenarios[2].price is -100 % of spot; allowed: above -100 %",
                "yaml => price: -75 => price: -700 => small.yaml:13:16: grid.scenarios[1].price is -700 %; allowed: -100 % to 1000 %",
                "yaml => { volatility: linear => { damping: 5 %, volatility: linear => small.yaml:15:9: grid.scenarios[3] damps a price move of 0; allowed: a move, or no damping",
                "yaml => small-joint.csv => none.csv => none.csv: no such file",
                "yaml => small-joint.csv => ../a.csv => small.yaml:16:16: joint.file is '../a.csv'; allowed: the name of a file in the same folder",
                "yaml => grid: => `volatility-follow: { lambda: 1 }\ngrid:` => small.yaml:11:30: volatility-follow.lambda is 1; allowed: 0.5 to 0.999",
                "yaml => version: 3 => version: 4 => `small.yaml:3:1: hash is ... but the content of the set has ...`",
            })
    void whatIsWrongIsRefusedWithFileAndLine(
            final String kind, final String old, final String changed, final String answer) throws IOException {
        final Path target = kind.equals("yaml") ? file : folder.resolve("small-" + kind + ".csv");
        final String text = Files.readString(target);
        assertThat(text).contains(old);
        Files.writeString(target, text.replaceFirst(Pattern.quote(old), changed == null ? "" : changed));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ScenarioSetFile.read(file))
                .satisfies(e -> assertThat(e.errors()
                                .get(0)
                                .toString()
                                .replace(folder + "/", "")
                                .replaceAll("hash is [0-9a-f]{64},", "hash is ...")
                                .replaceAll("has [0-9a-f]{64};.*", "has ..."))
                        .isEqualTo(answer));
    }

    @Test
    void anUnderlyingMayHaveAColumnOfItsBasis() throws IOException {
        Files.writeString(
                folder.resolve("small-joint.csv"),
                JOINT.replace("vol,ETH", "vol,BTC.basis,ETH")
                        .replace("0.010000,", "0.01,-0.02,")
                        .replace("29,300000000,0,0,", "29,300000000,0,0,0,")
                        .replace("-0.020000,", "-0.02,0.015,"));

        final ScenarioSet set =
                ScenarioSetFile.unhashed(YamlFile.read(file), name -> YamlFile.read(file.resolveSibling(name)));

        assertThat(set.joint().orElseThrow().rows())
                .extracting(row -> row.residuals().get(0).basisFemto())
                .containsExactly(-Femto.ONE / 50, 0L, Femto.ONE / 1000 * 15);
        assertThat(set.joint().orElseThrow().rows())
                .allSatisfy(
                        row -> assertThat(row.residuals().get(1).basisFemto()).isZero());
        assertThat(set.hash()).isNotEqualTo(HASH);
    }

    @Test
    void volatilitiesFollowPricesAsTheSetSaysAndWhatItLeavesOutIsAsUsual() throws IOException {
        assertThat(ScenarioSetFile.read(file).follow()).isEqualTo(VolatilityFollow.DEFAULT);
        Files.writeString(file, YAML.formatted(HASH) + "volatility-follow: { lambda: 0.990, rise-per-day: 10.0 % }\n");
        assertThat(ScenarioSetFile.read(file).hash()).isEqualTo(HASH);

        final String quicker = YAML.formatted(HASH) + "volatility-follow: { lambda: 0.97, fall-per-day: 8 % }\n";
        Files.writeString(file, quicker);
        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> ScenarioSetFile.read(file));
        final ScenarioSet set = ScenarioSetFile.unhashed(
                new YamlFile("small.yaml", quicker),
                name -> new YamlFile(name, name.endsWith("joint.csv") ? JOINT : STRESS));
        assertThat(set.follow())
                .isEqualTo(new VolatilityFollow(970_000_000_000_000L, 100_000_000_000_000L, 80_000_000_000_000L));
    }

    @Test
    void anEventThatLacksAnUnderlyingIsRefused() throws IOException {
        Files.writeString(folder.resolve("small-stress.csv"), STRESS.replaceFirst("march,2020-03-12,ETH.*\n", ""));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ScenarioSetFile.read(file))
                .withMessageEndingWith("small-stress.csv: event 'march' has no row for underlying 'ETH'");
    }

    @Test
    void commentsAndTheWayNumbersAreWrittenDoNotChangeTheHash() throws IOException {
        Files.writeString(file, "# a word\n" + YAML.formatted(HASH).replace("16 %", "16.0 %"));
        Files.writeString(folder.resolve("small-joint.csv"), JOINT.replace("-1.250000", "-1.25"));

        assertThat(ScenarioSetFile.read(file).hash()).isEqualTo(HASH);
    }

    @Test
    void everyFigureChangesTheHash() throws IOException {
        Files.writeString(folder.resolve("small-joint.csv"), JOINT.replace("2.000001", "2.000002"));

        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> ScenarioSetFile.read(file));
    }

    @Test
    void theSetThatShipsHasTheGridOfTheDesign() {
        final ScenarioSet set = ScenarioSetFile.shipped();

        assertThat(set.grid()).hasSize(38);
        assertThat(set.joint().orElseThrow().rows()).hasSize(1_000);
        assertThat(set.stress().orElseThrow().events())
                .extracting(StressEvent::name)
                .containsExactly("march-2020", "may-2021", "luna-2022", "ftx-2022", "october-2025");
        assertThat(set.classes())
                .extracting(RiskClass::name, RiskClass::group, each -> Femto.text(each.rangeFemto()))
                .containsExactly(
                        tuple("btc", "coins", "0.16"),
                        tuple("eth", "coins", "0.2"),
                        tuple("large", "coins", "0.25"),
                        tuple("other", "coins", "0.4"),
                        tuple("index", "indices", "0.08"),
                        tuple("fx", "currencies", "0.04"));
        assertThat(set.groups()).containsExactly("coins", "indices", "currencies");
    }
}
