package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers of a configuration: shipped defaults, files, environment, options. */
class ConfigurationTest {
    private static final YamlFile MY_ENGINE =
            new YamlFile("my.yaml", "journal:\n  folder: mine\nsequencer: { tick-after: 50ms }\n");
    private static final YamlFile MARKETS = YamlFile.shipped(MarketsConfig.FILE_NAME);

    @Test
    void theEnvironmentOverrulesTheFileAndAnOptionOverrulesTheEnvironment() {
        final Configuration read = load(
                MY_ENGINE,
                Map.of("PLIMSOLL_JOURNAL_FOLDER", "/env", "PLIMSOLL_SEQUENCER_TICK_AFTER", "20ms", "PATH", "/bin"),
                "journal.folder=/first",
                "journal.folder=/last");

        assertThat(read.engine().journal().folder()).isEqualTo(Path.of("/last"));
        assertThat(read.engine().sequencer().tickAfterNs()).isEqualTo(20_000_000);
        assertThat(read.engine().limits()).isEqualTo(EngineConfig.shipped().limits());
    }

    @Test
    void everyValueKnowsWhereItComesFrom() {
        final Configuration read = load(
                MY_ENGINE, Map.of("PLIMSOLL_IDLE", "busy", "PLIMSOLL_ASSETS_BTC_HAIRCUT", "6 %"), "sessions.max=4");

        assertThat(read.engineValues().list())
                .filteredOn(value -> value.origin().kind() != Origin.Kind.DEFAULT)
                .extracting(value -> value.path() + "=" + value.text() + " from " + value.origin())
                .containsExactly(
                        "journal.folder=mine from my.yaml:2",
                        "sessions.max=4 from --set sessions.max",
                        "sequencer.tick-after=50ms from my.yaml:3",
                        "idle=busy from PLIMSOLL_IDLE");
        assertThat(read.marketsValues().orElseThrow().list())
                .filteredOn(value -> value.path().startsWith("assets.BTC"))
                .extracting(value -> value.path() + "=" + value.text() + " from " + value.origin())
                .containsExactly(
                        "assets.BTC.id=3 from default",
                        "assets.BTC.decimals=8 from default",
                        "assets.BTC.haircut=6 % from PLIMSOLL_ASSETS_BTC_HAIRCUT",
                        "assets.BTC.initial-haircut=5 % from default",
                        "assets.BTC.liability-haircut=5 % from default");
        assertThat(read.markets().orElseThrow().assets().get(2).haircutPpm()).isEqualTo(60_000);
    }

    @Test
    void anOptionalKeyThatTheFileLeavesOutCanBeGiven() {
        final Configuration read = load(MY_ENGINE, Map.of(), "assets.BTC.index=30_000.5");

        assertThat(read.markets().orElseThrow().assets().get(2).indexPrice()).isEqualTo(300_005_000_000_000L);
    }

    @Test
    void oneValueOfASourceCanBeGivenWithoutTheOthers() {
        final Configuration read = load(MY_ENGINE, Map.of("PLIMSOLL_SOURCES_LEDGER_WINDOW", "5"));

        assertThat(read.engine().sources()).hasSize(4);
        assertThat(read.engine().sources().get(3).window()).isEqualTo(5);
    }

    @Test
    void whatIsPrintedReadsBackTheSame() {
        final Configuration read = load(
                MY_ENGINE,
                Map.of("PLIMSOLL_AERON_CHANNEL", "aeron:udp?endpoint=localhost:40123", "PLIMSOLL_THREADS", "2"),
                "journal.folder=a # strange: name");

        for (final boolean origins : new boolean[] {false, true}) {
            assertThat(EngineConfig.parse("printed", read.engineValues().yaml(origins)))
                    .isEqualTo(read.engine());
            assertThat(EngineConfig.parse(
                            "printed", read.engineValues().withoutDefaults().yaml(origins)))
                    .isEqualTo(read.engine());
            assertThat(MarketsConfig.parse(
                            "printed", read.marketsValues().orElseThrow().yaml(origins)))
                    .isEqualTo(read.markets().orElseThrow());
        }
    }

    @Test
    void onlyWhatDiffersFromTheDefaultsIsPrintedAndSourcesStayWhole() {
        final Configuration read = load(MY_ENGINE, Map.of("PLIMSOLL_SOURCES_PRICES_WINDOW", "2"));

        assertThat(read.engineValues().withoutDefaults().yaml(true))
                .startsWith("""
                        journal:
                          folder: mine # my.yaml:2
                        sequencer:
                          tick-after: 50ms # my.yaml:3
                        sources:
                          admin:
                            id: 1 # default
                        """)
                .contains("    window: '2' # PLIMSOLL_SOURCES_PRICES_WINDOW\n", "  ledger:\n    id: 4 # default\n");
        assertThat(load(YamlFile.shipped(EngineConfig.FILE_NAME), Map.of())
                        .engineValues()
                        .withoutDefaults()
                        .yaml(false))
                .isEqualTo("{}\n");
    }

    @Test
    void theValuesAreATreeToo() {
        final Configuration read = load(MY_ENGINE, Map.of());

        assertThat(read.engineValues().tree())
                .containsEntry("threads", "auto")
                .containsEntry("sessions", Map.of("max", "16", "timeout", "3s", "cancel-on-disconnect-after", "5s"));
        assertThat(read.marketsValues().orElseThrow().tree().get("tiers"))
                .asString()
                .contains("rates=[{from=0, ");
    }

    /** One row a mistake in the environment. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "PLIMSOLL_JOURNAL_FOLDR => x => PLIMSOLL_JOURNAL_FOLDR: no key has this variable; did you mean"
                        + " 'PLIMSOLL_JOURNAL_FOLDER'?",
                "PLIMSOLL_XYZZY => x => PLIMSOLL_XYZZY: no key has this variable",
                "PLIMSOLL_IDLE => bussy => PLIMSOLL_IDLE: idle is 'bussy'; allowed: busy, yield, backoff; did you mean"
                        + " 'busy'?",
                "PLIMSOLL_JOURNAL_FOLDER => `` => PLIMSOLL_JOURNAL_FOLDER: journal.folder is empty; allowed: a text",
                "PLIMSOLL_LIMITS_ASSETS => 3 => PLIMSOLL_LIMITS_ASSETS: limits.assets is 3, but the markets have 10;"
                        + " allowed: from 10",
            })
    void anErrorNamesTheVariable(final String name, final String value, final String message) {
        assertThat(errorsOf(MY_ENGINE, Map.of(name, value))).hasMessage(message);
    }

    /** One row a mistake behind {@code --set}. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "journal.foldr=x => --set journal.foldr: unknown key; did you mean 'journal.folder'?",
                "sessions=x => --set sessions: unknown key; it is a section, with the keys sessions.cancel-on-disconnect-after, sessions.max, sessions.timeout",
                "journal.folder => --set journal.folder: is not KEY=VALUE, such as journal.folder=/data/journal",
                "=x => --set =x: is not KEY=VALUE, such as journal.folder=/data/journal",
                "sessions.max=0 => --set sessions.max: sessions.max is 0; allowed: 1 to 1024",
                "limits.instruments=7 => --set limits.instruments: limits.instruments is 7, but the markets have 8;"
                        + " allowed: from 8",
            })
    void anErrorNamesTheOption(final String option, final String message) {
        assertThat(errorsOf(MY_ENGINE, Map.of(), option)).hasMessage(message);
    }

    @Test
    void errorsOfBothFilesAreReportedAtOnce() {
        final YamlFile engine = new YamlFile("e.yaml", "idle: fast\n");
        final YamlFile markets = new YamlFile("m.yaml", "assets: 1\n");

        final ConfigException errors = catchThrowableOfType(
                ConfigException.class, () -> Configuration.load(engine, Optional.of(markets), Overrides.NONE));

        assertThat(errors.errors()).extracting(ConfigError::file).contains("e.yaml", "m.yaml");
    }

    @Test
    void aLimitThatIsTooSmallForTheMarketsIsReportedWhereItStands() {
        final YamlFile engine = new YamlFile("e.yaml", "idle: busy\nlimits:\n  tier-tables: 3\n");

        assertThat(errorsOf(engine, Map.of()))
                .hasMessage("e.yaml:3:16: limits.tier-tables is 3, but the markets have 4; allowed: from 4");
    }

    @Test
    void withoutMarketsTheirKeysAreUnknown() {
        final ConfigException errors = catchThrowableOfType(
                ConfigException.class,
                () -> Configuration.load(
                        MY_ENGINE,
                        Optional.empty(),
                        Overrides.of(Map.of(), List.of("parameters.order-price-band=1 %"))));

        assertThat(errors).hasMessage("--set parameters.order-price-band: unknown key");
    }

    @Test
    void anEngineAloneTakesItsOwnVariablesAndLeavesThoseOfTheMarkets() {
        final EngineConfig engine = Configuration.engineAlone(
                        MY_ENGINE,
                        Overrides.of(
                                Map.of("PLIMSOLL_IDLE", "busy", "PLIMSOLL_PARAMETERS_ORDER_PRICE_BAND", "1 %"),
                                List.of()))
                .engine();

        assertThat(engine.idle()).isEqualTo(EngineConfig.Idle.BUSY);
        assertThat(engine.journal().folder()).isEqualTo(Path.of("mine"));
    }

    @Test
    void anEngineAloneRefusesAMisspeltOption() {
        final ConfigException errors = catchThrowableOfType(
                ConfigException.class,
                () -> Configuration.engineAlone(MY_ENGINE, Overrides.of(Map.of(), List.of("journal.foldr=elsewhere"))));

        assertThat(errors).hasMessage("--set journal.foldr: unknown key; did you mean 'journal.folder'?");
    }

    @Test
    void anOptionOfItsOwnOverrulesAllAndIsTheOrigin() {
        final Configuration read = Configuration.engineAlone(
                MY_ENGINE,
                Overrides.of(Map.of("PLIMSOLL_JOURNAL_FOLDER", "variable"), List.of("journal.folder=set"))
                        .and("--journal", "journal.folder", "option"));

        assertThat(read.engine().journal().folder()).isEqualTo(Path.of("option"));
        assertThat(read.engineValues().list())
                .contains(
                        new EffectiveValue("journal.folder", "option", new Origin(Origin.Kind.OPTION, "--journal", 0)));
    }

    @Test
    void theVariableOfAKeyIsItsPathInCapitals() {
        assertThat(Overrides.variable("instruments.BTC-PERP.price-max"))
                .isEqualTo("PLIMSOLL_INSTRUMENTS_BTC_PERP_PRICE_MAX");
    }

    @Test
    void aVariableThatStandsForTwoKeysIsRefused() {
        final YamlFile engine = new YamlFile("e.yaml", """
                sources:
                  a-b: { id: 1, role: admin, ordering: strict, window: 1 }
                  a.b: { id: 2, role: admin, ordering: strict, window: 1 }
                """);

        assertThat(errorsOf(engine, Map.of("PLIMSOLL_SOURCES_A_B_WINDOW", "3")))
                .hasMessage(
                        "PLIMSOLL_SOURCES_A_B_WINDOW: stands for sources.a-b.window and sources.a.b.window; allowed:"
                                + " --set KEY=VALUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "journal: { x: 1 } => ENGINE",
                "{ tiers: {}, assets: {} } => MARKETS",
                "{ tiers: {}, idle: busy } => ",
                "words => ",
                "{} => "
            })
    void aFileIsRecognisedByItsKeys(final String text, final ConfigKind kind) {
        assertThat(ConfigKind.of(new YamlFile("x.yaml", text))).isEqualTo(Optional.ofNullable(kind));
    }

    private static ConfigException errorsOf(
            final YamlFile engine, final Map<String, String> environment, final String... options) {
        return catchThrowableOfType(ConfigException.class, () -> load(engine, environment, options));
    }

    private static Configuration load(
            final YamlFile engine, final Map<String, String> environment, final String... options) {
        return Configuration.load(engine, Optional.of(MARKETS), Overrides.of(environment, List.of(options)));
    }
}
