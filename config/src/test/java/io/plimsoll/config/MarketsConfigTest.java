package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketsConfigTest {
    static final String GOOD = """
            parameters:
              unrealised-profit-credit: 0 %
              margin-call-point: 50 %
              liquidation-exit: 110 %
              order-price-band: 10 %
            assets:
              USDC: { id: 1, decimals: 6, haircut: 0 %, initial-haircut: 0.5 %, liability-haircut: 0 %, stable: true, index: 0.9995 }
              BTC: { id: 2, decimals: 8, haircut: 5 %, initial-haircut: 5 %, liability-haircut: 7.5 % }
            tiers:
              btc:
                id: 1
                rates:
                  - { from: 0, initial: 2 %, maintenance: 1 % }
                  - { from: 250_000.5, initial: 4 %, maintenance: 2 % }
            instruments:
              BTC-PERP:
                id: 1
                kind: linear-perpetual
                underlying: BTC
                settlement: USDC
                tiers: btc
                tick-size: 0.1
                lot-size: 0.0001
                price-max: 1_000_000
                position-max: 1_000
            """;

    private static final long HALF_HOUR = 1_800;

    private static final String WITH_INDEX =
            GOOD.replace("liability-haircut: 7.5 % }", "liability-haircut: 7.5 %, index: 50_000 }");
    private static final String EVERY_KIND = """
              BTC-USDC:
                { id: 2, kind: spot, underlying: BTC, settlement: USDC, tiers: btc, tick-size: 0.1, lot-size: 0.0001,
                  price-max: 1_000_000, position-max: 1_000 }
              BTC-INV:
                { id: 3, kind: inverse-perpetual, underlying: BTC, settlement: BTC, tiers: btc, tick-size: 0.5,
                  contract-value: 100, price-min: 100, price-max: 10_000_000, position-max: 1_000_000_000 }
              BTC-FUT:
                { id: 4, kind: linear-future, underlying: BTC, settlement: USDC, tiers: btc, tick-size: 0.1, lot-size: 0.0001,
                  expiry: 2026-12-25T08:00:00Z, price-min: -40_000, price-max: 1_000_000, position-max: 1_000 }
              BTC-C:
                { id: 5, kind: option, underlying: BTC, settlement: BTC, tiers: btc, tick-size: 0.0005, lot-size: 0.01,
                  price-max: 100, position-max: 10_000, expiry: 2026-12-25T08:00:00Z, strike: 50_000, side: call,
                  style: premium }
              BTC-P:
                { id: 6, kind: option, underlying: BTC, settlement: USDC, tiers: btc, tick-size: 0.01, lot-size: 0.1,
                  price-max: 100_000, position-max: 10_000, expiry: 2026-12-25T08:00:00Z, strike: 40_000, side: put,
                  style: futures, settlement-window: 60s }
            """;

    @Test
    void derivesExactIntegers() {
        final MarketsConfig markets = MarketsConfig.parse("m.yaml", GOOD);

        assertThat(markets.parameters())
                .isEqualTo(new MarketsConfig.Parameters(0, 500_000, 1_100_000, 100_000, OptionalLong.empty()));
        assertThat(markets.assets())
                .containsExactly(
                        new MarketsConfig.Asset(
                                1, "USDC", 6, 0, 5_000, 0, true, 9_995_000_000L, MarketsConfig.AssetRules.NONE),
                        new MarketsConfig.Asset(
                                2, "BTC", 8, 50_000, 50_000, 75_000, false, 0, MarketsConfig.AssetRules.NONE));
        assertThat(markets.tierTables())
                .containsExactly(new MarketsConfig.TierTable(
                        1,
                        "btc",
                        List.of(
                                new MarketsConfig.Tier(0, 20_000, 10_000),
                                new MarketsConfig.Tier(250_000_500_000L, 40_000, 20_000))));
        // Tick value: 0.1 x 0.0001 = 0.00001 USDC = 10 millionths. 1,000,000 / 0.1 ticks, 1,000 / 0.0001 lots.
        assertThat(markets.instruments())
                .containsExactly(new MarketsConfig.Instrument(
                        1,
                        "BTC-PERP",
                        MarketsConfig.Kind.LINEAR_PERPETUAL,
                        2,
                        1,
                        new BigDecimal("0.1"),
                        new BigDecimal("0.0001"),
                        10,
                        10_000_000,
                        10_000_000,
                        1,
                        new TreeMap<>(),
                        contract(0, 1, 0, 0, MarketsConfig.Side.NONE),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"24h, 86400000000000", "0s, 0", "720h, 2592000000000000"})
    void readsOverWhatTimeRaisesComeToCount(final String time, final long ns) {
        final String text = GOOD.replace("assets:\n", "  phase-in: " + time + "\nassets:\n");
        assertThat(MarketsConfig.parse("m.yaml", text).parameters().phaseInNs()).hasValue(ns);
    }

    @Test
    void namesWhatPortfolioMarginIsMadeFromWhereThereIsSuchAMode() {
        assertThat(MarketsConfig.parse("m.yaml", GOOD).portfolio()).isEmpty();
        assertThat(MarketsConfig.parse("m.yaml", GOOD + "portfolio: { scenarios: my/set.yaml, model: deribit }")
                        .portfolio())
                .contains(new MarketsConfig.Portfolio("my/set.yaml", "deribit", List.of()));
    }

    @Test
    void furtherMarginModelsHaveIds() {
        final String text = GOOD + "portfolio: { scenarios: plimsoll, model: plimsoll, models: { 3: c.yaml, 2: okx } }";

        assertThat(MarketsConfig.parse("m.yaml", text).portfolio().orElseThrow().models())
                .containsExactly(new MarketsConfig.FurtherModel(2, "okx"), new MarketsConfig.FurtherModel(3, "c.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9", "02", "careful"})
    void refusesAFurtherModelWithAnotherId(final String id) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> MarketsConfig.parse(
                        "m.yaml",
                        GOOD + "portfolio: { scenarios: plimsoll, model: plimsoll, models: { " + id + ": okx } }"))
                .withMessageContaining("portfolio.models has a model '" + id
                        + "'; allowed: ids from 2 to 8, for 1 is the model of new accounts");
    }

    @Test
    void refusesAFurtherModelThatDoesNotShipAndIsNoFile() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> MarketsConfig.parse(
                        "m.yaml", GOOD + "portfolio: { scenarios: plimsoll, model: plimsoll, models: { 2: okex } }"))
                .withMessageContaining("portfolio.models.2 is 'okex'; allowed: ")
                .withMessageContaining("did you mean 'okx'?");
    }

    @Test
    void refusesAModelThatDoesNotShipAndIsNoFile() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () -> MarketsConfig.parse("m.yaml", GOOD + "portfolio: { scenarios: plimsoll, model: derbit }"))
                .withMessageContaining(
                        "portfolio.model is 'derbit'; allowed: plimsoll, pmrm2, deribit, okx, span, standard,"
                                + " tiered-binance, tiered-drift, tiered-dydx, tiered-hyperliquid, tiered-mango,"
                                + " tiered-synthetix, tiered-vega, by-side, or a file that"
                                + " ends in .yaml; did you mean 'deribit'?");
    }

    @Test
    void derivesTheTermsOfEveryKind() {
        final MarketsConfig markets = MarketsConfig.parse("m.yaml", WITH_INDEX + EVERY_KIND);

        assertThat(markets.instruments().stream().skip(1))
                .extracting(MarketsConfig.Instrument::tickValue)
                .containsExactly(10L, 20_000_000_000L, 10L, 500L, 1_000L);
        // One lot of the inverse contracts is 100 USD: at 0.5 USD it is worth 200 BTC.
        assertThat(markets.instruments().stream().skip(1))
                .extracting(MarketsConfig.Instrument::contract)
                .containsExactly(
                        contract(0, 1, 10_000, 0, MarketsConfig.Side.NONE),
                        contract(0, 200, 0, 100_000_000, MarketsConfig.Side.NONE),
                        dated(0, -400_000, 10_000, 0, MarketsConfig.Side.NONE, MarketsConfig.Style.NONE, HALF_HOUR),
                        dated(50_000, 0, 1_000_000, 0, MarketsConfig.Side.CALL, MarketsConfig.Style.PREMIUM, HALF_HOUR),
                        dated(40_000, 0, 10_000_000, 0, MarketsConfig.Side.PUT, MarketsConfig.Style.FUTURES, 60));
    }

    private static MarketsConfig.Contract contract(
            final int quote,
            final long priceMin,
            final long lotSize,
            final long contractValue,
            final MarketsConfig.Side side) {
        return new MarketsConfig.Contract(
                quote, priceMin, lotSize, contractValue, 0, 0, 0, side, MarketsConfig.Style.NONE);
    }

    private static MarketsConfig.Contract dated(
            final long strike,
            final long priceMin,
            final long lotSize,
            final long contractValue,
            final MarketsConfig.Side side,
            final MarketsConfig.Style style,
            final long windowSeconds) {
        return new MarketsConfig.Contract(
                0,
                priceMin,
                lotSize,
                contractValue,
                1_798_185_600_000_000_000L,
                windowSeconds * 1_000_000_000L,
                strike * 10_000_000_000L,
                side,
                style);
    }

    /** One row an error: the instrument, what is replaced in it, what it becomes, then the one message. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "kind: spot, underlying: BTC, settlement: USDC => kind: spot, underlying: BTC, settlement: BTC => 27:43:"
                        + " instruments.BTC-USDC.settlement is 'BTC'; allowed for kind spot: another asset than the"
                        + " underlying",
                "contract-value: 100, => `` => 30:5: missing key 'contract-value' in instruments.BTC-INV, which kind"
                        + " inverse-perpetual needs",
                "contract-value: 100, => contract-value: 100, lot-size: 1, => instruments.BTC-INV.lot-size is not for kind"
                        + " inverse-perpetual; allowed for: spot, linear-perpetual, linear-future, option",
                "price-min: 100, => quote: USDC, => missing key 'price-min' in instruments.BTC-INV, which kind"
                        + " inverse-perpetual needs",
                "price-min: 100, => price-min: -1, => instruments.BTC-INV.price-min is outside what kind inverse-perpetual may"
                        + " have; allowed: tick-size to price-max",
                "contract-value: 100, => contract-value: 0.0000005, => instruments.BTC-INV.contract-value is 0.0000005,"
                        + " finer than the smallest step, 0.000001",
                "price-max: 10_000_000, position-max: 1_000_000_000 => price-max: 10_000_000, position-max: 100_000_000_000 =>"
                        + " instruments.BTC-INV: position-max / price-min is more than a position in BTC may be worth; allowed: at"
                        + " most 180143985",
                "price-min: -40_000, => price-min: -2_000_000, => instruments.BTC-FUT.price-min is outside what kind"
                        + " linear-future may have; allowed: -price-max to price-max",
                "expiry: 2026-12-25T08:00:00Z, price-min => price-min => missing key 'expiry' in instruments.BTC-FUT, which kind"
                        + " linear-future needs",
                "expiry: 2026-12-25T08:00:00Z, price-min => expiry: 2026-12-25, price-min => instruments.BTC-FUT.expiry is"
                        + " '2026-12-25', not a time such as 2026-12-25T08:00:00Z; allowed: 1970-01-01T00:00:01Z to"
                        + " 2222-11-01T00:00:00Z",
                "side: call, => side: cal, => instruments.BTC-C.side is 'cal'; allowed: call, put; did you mean 'call'?",
                "side: call, => `` => missing key 'side' in instruments.BTC-C, which kind option needs",
                "strike: 50_000, => strike: 0.00000000001, => instruments.BTC-C.strike is 0.00000000001, finer than the smallest"
                        + " step, 0.0000000001",
                "settlement-window: 60s => settlement-window: 25h => instruments.BTC-P.settlement-window is 25h; allowed: 1s to"
                        + " 24h",
            })
    void saysWhatIsWrongWithAKindOfInstrument(final String good, final String bad, final String message) {
        assertThat(EVERY_KIND).contains(good);
        final String text = WITH_INDEX + EVERY_KIND.replace(good, bad);
        assertThat(errorsOf(text))
                .singleElement()
                .asString()
                .startsWith("m.yaml:")
                .contains(message);
    }

    @Test
    void wantsTheContractValueToBeAWholeNumberOfMinorUnitsAtOneTick() {
        final String text = WITH_INDEX
                + EVERY_KIND
                        .replace("0.5,", "3,")
                        .replace("price-min: 100, price-max: 10_", "price-min: 300, price-max: 9_");

        assertThat(errorsOf(text))
                .containsExactly(
                        "m.yaml:30:85: instruments.BTC-INV: contract-value / tick-size in BTC, which is not a whole"
                                + " number of its smallest amount, 0.00000001; allowed: larger ticks or lots");
    }

    @Test
    void readsTheFileThatShips() {
        final MarketsConfig markets = MarketsConfig.shipped();

        assertThat(markets.assets()).extracting(MarketsConfig.Asset::id).isSorted();
        assertThat(markets.instruments())
                .extracting(MarketsConfig.Instrument::symbol)
                .startsWith("BTC-PERP", "ETH-PERP", "SOL-PERP");
        final List<MarketsConfig.Tier> btc = markets.tierTables().get(0).tiers();
        for (final MarketsConfig.TierTable table : markets.tierTables()) {
            // Each table is the first one times 1, 1.25, 1.6 or 2.5.
            final long factor = table.tiers().get(0).initialPpm();
            for (int i = 0; i < btc.size(); i++) {
                final MarketsConfig.Tier tier = table.tiers().get(i);
                assertThat(tier.initialPpm()).isEqualTo((int) (btc.get(i).initialPpm() * factor / 20_000));
                assertThat(tier.maintenancePpm()).isEqualTo((int) (btc.get(i).maintenancePpm() * factor / 20_000));
            }
        }
    }

    @Test
    void readsAFileOfTheUser(@TempDir final Path folder) throws Exception {
        final Path file = Files.writeString(folder.resolve("m.yaml"), GOOD);

        assertThat(MarketsConfig.read(file)).isEqualTo(MarketsConfig.parse("m.yaml", GOOD));
    }

    /** One row an error: text to replace in the good file, what it becomes, then the one message. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "margin-call-point: 50 % => margin-call-point: 0.5 => 3:22: parameters.margin-call-point is '0.5', not a"
                        + " percentage such as '2.5 %'; allowed: 0 % to 100 %",
                "margin-call-point: 50 % => margin-call-point: 0.00005 % => 3:22: parameters.margin-call-point is"
                        + " '0.00005 %', finer than the smallest step, 0.0001 %; allowed: 0 % to 100 %",
                "liquidation-exit: 110 % => liquidation-exit: 99 % => 4:21: parameters.liquidation-exit is 99 %; allowed:"
                        + " 100 % to 150 %",
                "order-price-band: 10 % => phase-in: 721h => 5:13: parameters.phase-in is 721h; allowed: 0ns to 720h",
                "order-price-band: 10 % => phase-in: 24 => 5:13: parameters.phase-in is '24', not a duration such as",
                "liquidation-exit: 110 % => liquidation-exitt: 110 % => 4:3: unknown key",
                "id: 2, decimals: 8, haircut => decimals: 8, haircut => 8:8: missing key 'id' in assets.BTC",
                "id: 2, decimals: 8 => id: 1, decimals: 8 => 8:14: assets.BTC.id is 1, which is the id of 'USDC'; allowed:"
                        + " an id of its own",
                "decimals: 8 => decimals: 13 => 8:27: assets.BTC.decimals is 13; allowed: 0 to 12",
                "stable: true => stable: yes => 7:101: assets.USDC.stable is 'yes'; allowed: true, false",
                "BTC-PERP: => A-NAME-OF-17-CHRS: => 16:3: the name 'A-NAME-OF-17-CHRS' in instruments is not allowed;"
                        + " allowed: 1 to 16 printable ASCII letters without spaces",
                "underlying: BTC => underlying: BTX => 19:17: instruments.BTC-PERP.underlying is 'BTX', which is not defined"
                        + " under assets; did you mean 'BTC'?",
                "tiers: btc => tiers: eth => 21:12: instruments.BTC-PERP.tiers is 'eth', which is not defined under tiers",
                "kind: linear-perpetual => kind: opton => 18:11: instruments.BTC-PERP.kind is 'opton'; allowed: spot,"
                        + " linear-perpetual, inverse-perpetual, linear-future, inverse-future, option; did you mean 'option'?",
                "kind: linear-perpetual => kind: option => 17:5: missing key 'expiry' in instruments.BTC-PERP, which kind"
                        + " option needs",
                "lot-size: 0.0001 => lot-size: 0.000001 => 22:5: instruments.BTC-PERP: tick-size x lot-size = 0.0000001"
                        + " USDC, which is not a whole number of its smallest amount, 0.000001; allowed: larger ticks or lots",
                "price-max: 1_000_000 => price-max: 1_000_000.05 => 24:5: instruments.BTC-PERP.price-max is 1000000.05;"
                        + " allowed: a multiple of tick-size, such as 1000000",
                "position-max: 1_000 => position-max: 0.00005 => 25:5: instruments.BTC-PERP.position-max is 0.00005;"
                        + " allowed: a multiple of lot-size, such as 0.0001",
                "position-max: 1_000 => position-max: 10_000_000 => 25:5: instruments.BTC-PERP: price-max x position-max is"
                        + " more than a position in USDC may be worth; allowed: at most 18014398509",
                "index: 0.9995 => index: 0.99999999999 => 7:114: assets.USDC.index is 0.99999999999, finer than the smallest"
                        + " step, 0.0000000001",
                "liability-haircut: 7.5 % => liability-haircut: 101 % => 8:85: assets.BTC.liability-haircut is 101 %;"
                        + " allowed: 0 % to 100 %",
                "haircut: 5 %, initial-haircut: 5 % => haircut: 60 %, initial-haircut: 40.0001 % => 8:30: assets.BTC:"
                        + " haircut and initial-haircut are more than 100 % together",
                "settlement: USDC => settlement: BTC => 20:5: instruments.BTC-PERP.settlement is 'BTC', which has no index"
                        + " under assets",
                "tick-size: 0.1 => tick-size: 0 => 22:16: instruments.BTC-PERP.tick-size is 0; allowed: above 0, up to"
                        + " 1000000000",
                "tick-size: 0.1 => tick-size: 1e-1 => 22:16: instruments.BTC-PERP.tick-size is '1e-1', not a decimal"
                        + " number; allowed: 0 to 1000000000",
                "from: 0, => from: 1, => 13:9: tiers.btc.rates[1] is the first tier; allowed: from 0",
                "from: 250_000.5 => from: 0 => 14:9: tiers.btc.rates[2] must begin above the tier before it",
                "from: 250_000.5 => from: 0.0000001 => 14:17: tiers.btc.rates[2].from is 0.0000001, finer than the smallest"
                        + " step, 0.000001",
                "initial: 4 % => initial: 1.9 % => 14:9: tiers.btc.rates[2] has lower rates than the tier before it; rates"
                        + " must not fall",
                "maintenance: 2 % => maintenance: 4.1 % => 14:9: tiers.btc.rates[2] has maintenance above initial; allowed:"
                        + " at most initial, 4 %",
                "instruments: => instrument: => 15:1: unknown key 'instrument' in the file; keys here: parameters, assets,"
                        + " tiers, fees, funding, instruments, portfolio; did you mean 'instruments'?",
            })
    void saysWhatIsWrongAndWhere(final String good, final String bad, final String message) {
        assertThat(GOOD).contains(good);
        assertThat(errorsOf(GOOD.replace(good, bad))).anyMatch(line -> line.startsWith("m.yaml:" + message));
    }

    @Test
    void reportsOneErrorForOneMistake() {
        assertThat(errorsOf(GOOD.replace("lot-size: 0.0001", "lot-size: 0.000001")))
                .hasSize(1);
        // An asset that is wrong gives no second error at the instrument that names it.
        assertThat(errorsOf(GOOD.replace("decimals: 6", "decimals: six"))).hasSize(1);
        assertThat(errorsOf(GOOD.replace("underlying: BTC", "underlying: BTX"))).hasSize(1);
    }

    @Test
    void wantsRatesToBeAListOfOneToSixteen() {
        final String rates = GOOD.substring(GOOD.indexOf("rates:"), GOOD.indexOf("instruments:"));

        assertThat(errorsOf(GOOD.replace(rates, "rates: 5\n")))
                .containsExactly("m.yaml:12:12: tiers.btc.rates must be a list of '- ' entries");
        assertThat(errorsOf(GOOD.replace(rates, "rates: []\n")))
                .containsExactly("m.yaml:12:12: tiers.btc.rates has 0 entries; allowed: 1 to 16");
    }

    private static List<String> errorsOf(final String text) {
        try {
            MarketsConfig.parse("m.yaml", text);
        } catch (final ConfigException e) {
            return Arrays.asList(e.getMessage().split(System.lineSeparator(), -1));
        }
        return List.of();
    }
}
