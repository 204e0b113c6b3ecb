package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long EXPIRY_S = 7_200;
    private static final String DATED = " underlying=2 expiry=7200000000000 window=1800000000000"
            + " priceTicksMax=10000000 positionLotsMax=100000";

    /** One lot is 0.01 BTC; a tick of it is worth 0.01 USDC. */
    private static final String FUTURE = "DefineInstrument instrument=3 symbol=F kind=LINEAR_FUTURE settlement=1"
            + " tickValue=10000 lotSize=1000000" + DATED;

    private final EngineDriver driver =
            EngineDriver.withMarket().account(7, 10_000).account(8, 10_000).account(9, 10_000);

    private long nextTrade = 1;

    private void at(final long second) {
        driver.advance(second * SECOND_NS - driver.timeNs());
    }

    private String trade(final int instrument, final int lots, final long price) {
        return driver.send("Trade instrument=" + instrument + " id=" + nextTrade++ + " price=" + price + " lots=" + lots
                + " buy=7 sell=8");
    }

    private void index(final long dollars) {
        assertThat(driver.send("IndexPrice asset=2 price=" + dollars * 10_000_000_000L))
                .isEqualTo("OK");
    }

    /** The price is 20,000 for the first half of the window and 21,000 for the second. */
    private void throughTheWindow() {
        at(EXPIRY_S - 900);
        index(21_000);
        at(EXPIRY_S + 5);
        index(30_000);
    }

    private int goOn() {
        driver.clear();
        int commands = 0;
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
            assertThat(driver.host("Checkpoint")).isEqualTo("OK");
            commands++;
        }
        driver.events().removeIf(event -> event.startsWith("checkpoint"));
        return commands;
    }

    @Test
    void aFutureSettlesToTheMeanOfItsWindow() {
        assertThat(driver.send(FUTURE)).isEqualTo("OK");
        trade(3, 10, 20_000);
        throughTheWindow();
        assertThat(goOn()).isEqualTo(2);

        assertThat(driver.events())
                .containsExactly(
                        "market 3 SETTLED",
                        "settled 3 at 205000000000000 lot 6878658560000000/2^25, 2 positions",
                        "7 settled 10 of 3 cost 2000000000 paid 50000000",
                        "7 SETTLEMENT 50000000 of 1 to 10050000000",
                        "8 settled -10 of 3 cost -2000000000 paid -50000000",
                        "8 SETTLEMENT -50000000 of 1 to 9950000000");
        assertThat(driver.engine().state().accounts().openPositions()).isZero();
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 0.01 BTC x 500 dollars above the strike, in USDC
            call in dollars   | OPTION         | settlement=1 tickValue=10000 lotSize=1000000 strike=200000000000000 side=CALL premium=PREMIUM | 100   | 7 settled 10 of 3 cost 0 paid 50000000            | 8 settled -10 of 3 cost 0 paid -50000000
            put out of money  | OPTION         | settlement=1 tickValue=10000 lotSize=1000000 strike=200000000000000 side=PUT premium=PREMIUM  | 100   | 7 settled 10 of 3 cost 0 paid 0                   | 8 settled -10 of 3 cost 0 paid 0
            # 0.01 BTC x 500 / 20,500, in coin: 24,390.24 of its smallest amount a lot
            call in coin      | OPTION         | settlement=2 tickValue=100 lotSize=1000000 strike=200000000000000 side=CALL premium=PREMIUM   | 100   | 7 settled 10 of 3 cost 0 paid 243902              | 8 settled -10 of 3 cost 0 paid -243903
            # a futures-style option has cost 1 USDC a lot
            futures-style     | OPTION         | settlement=1 tickValue=10000 lotSize=1000000 strike=200000000000000 side=CALL premium=FUTURES | 100   | 7 settled 10 of 3 cost 10000000 paid 40000000     | 8 settled -10 of 3 cost -10000000 paid -40000000
            # 100 dollars a lot: 0.005 BTC at 20,000 of two ticks a dollar, 0.00487804.88 at 20,500
            inverse future    | INVERSE_FUTURE | settlement=2 tickValue=20000000000 contractValue=100000000 priceTicksMin=1000                 | 40000 | 7 settled 10 of 3 cost -5000000 paid 121951       | 8 settled -10 of 3 cost 5000000 paid -121952
            """)
    void everyKindPaysWhatItIsWorth(
            final String what,
            final String kind,
            final String terms,
            final long price,
            final String buyer,
            final String seller) {
        final String least = kind.equals("OPTION") ? " priceTicksMin=0" : "";
        assertThat(driver.send("DefineInstrument instrument=3 symbol=X kind=" + kind + ' ' + terms + least + DATED))
                .isEqualTo("OK");
        trade(3, 10, price);
        throughTheWindow();
        goOn();

        assertThat(driver.events()).as(what).contains(buyer, seller);
        assertThat(driver.engine().state().accounts().openPositions()).isZero();
    }

    @Test
    void aFutureThatDoesNotSayWhatALotHoldsSettlesToTheMeanOfItsMark() {
        driver.send("DefineInstrument instrument=3 symbol=F kind=LINEAR_FUTURE settlement=1 tickValue=10000" + DATED);
        trade(3, 10, 20_000);
        at(EXPIRY_S - 600);
        driver.send("MarkPrice instrument=3 price=20300");
        at(EXPIRY_S);
        driver.send("MarkPrice instrument=3 price=99999");
        goOn();

        assertThat(driver.events())
                .contains(
                        "settled 3 at 0 lot 6744440832000000/2^25, 2 positions",
                        "7 settled 10 of 3 cost 2000000000 paid 10000000");
    }

    @Test
    void nothingIsSettledBeforeTheExpiry() {
        driver.send(FUTURE);
        trade(3, 10, 20_000);
        at(EXPIRY_S);
        driver.advance(-1);
        driver.host("Tick");

        assertThat(goOn()).isZero();
        driver.advance(1);
        driver.host("Tick");
        assertThat(goOn()).isEqualTo(2);
    }

    @Test
    void withoutAPriceInTheWindowTheLastOneSettlesWithAnAlarm() {
        driver.send(FUTURE);
        trade(3, 10, 20_000);
        at(100);
        index(19_000);
        at(EXPIRY_S);
        driver.host("Tick");
        goOn();

        assertThat(driver.events())
                .contains(
                        "settled 3 at 190000000000000 lot 6375342080000000/2^25, 2 positions",
                        "alarm SETTLEMENT_PRICE_OLD account 0 instrument 3 trade 0 order 0 lots 0",
                        "7 settled 10 of 3 cost 2000000000 paid -100000000");
    }

    @Test
    void aSettlementPriceIsKeptWithinThePricesOfTheInstrument() {
        driver.send(FUTURE.replace("priceTicksMax=10000000", "priceTicksMax=20200"));
        trade(3, 10, 20_000);
        throughTheWindow();
        goOn();

        assertThat(driver.events())
                .contains(
                        "alarm SETTLEMENT_LIMITED account 0 instrument 3 trade 0 order 0 lots 0",
                        "7 settled 10 of 3 cost 2000000000 paid 20000000");
    }

    @Test
    void ordersAreCancelledAndTheMarketIsClosedForGood() {
        driver.send(FUTURE);
        trade(3, 1, 20_000);
        driver.send("OrderPlace account=9 instrument=3 order=12 lots=1 limit=20000");
        driver.send("OrderPlace account=9 instrument=3 order=11 lots=2 limit=19999");
        driver.send("MarkPrice price=20000");
        driver.send("OrderPlace account=9 instrument=1 order=13 lots=1 limit=20000");
        throughTheWindow();
        goOn();

        assertThat(driver.events())
                .contains("9 order 11 CANCELLED 2 at 19999", "9 order 12 CANCELLED 1 at 20000")
                .doesNotContain("9 order 13 CANCELLED 1 at 20000");
        assertThat(driver.send("OrderPlace account=9 instrument=3 order=14 lots=1 limit=20000"))
                .isEqualTo("INSTRUMENT_EXPIRED (7200000000000)");
        assertThat(driver.send("MarketResume instrument=3")).isEqualTo("INSTRUMENT_EXPIRED (7200000000000)");
        assertThat(driver.send("MarketHalt instrument=3")).isEqualTo("INSTRUMENT_EXPIRED (7200000000000)");
    }

    @Test
    void aTradeThatComesLateIsBookedAndSettled() {
        driver.send(FUTURE);
        throughTheWindow();
        goOn();
        assertThat(trade(3, 10, 20_400)).isEqualTo("OK");

        assertThat(goOn()).isEqualTo(1);
        assertThat(driver.events())
                .containsExactly(
                        "7 settled 10 of 3 cost 2040000000 paid 10000000",
                        "7 SETTLEMENT 10000000 of 1 to 10010000000",
                        "8 settled -10 of 3 cost -2040000000 paid -10000000",
                        "8 SETTLEMENT -10000000 of 1 to 9990000000");
    }

    @Test
    void aPerpetualIsDelistedWithItsPositionsAtAPrice() {
        driver.send("DefineFunding interval=0 period=28800000000000");
        trade(1, 10, 20_000);
        driver.send("OrderPlace account=9 order=11 lots=2 limit=19999");
        at(100);
        driver.send("PremiumSample premium=1000000000000 index=20000");
        at(100 + 28_800);
        assertThat(driver.send("InstrumentDelist price=19000")).isEqualTo("MARKET_NOT_HALTED");
        driver.send("MarketHalt");
        assertThat(driver.send("InstrumentDelist price=0")).isEqualTo("PRICE_OUT_OF_RANGE (10000000)");
        assertThat(driver.send("InstrumentDelist instrument=9 price=1")).isEqualTo("UNKNOWN_INSTRUMENT");
        driver.clear();
        assertThat(driver.send("InstrumentDelist price=19000")).isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly("market 1 SETTLED", "settled 1 at 0 lot 6375342080000000/2^25, 2 positions");
        at(100 + 2 * 28_800);

        assertThat(goOn()).isEqualTo(1);
        assertThat(driver.events())
                .containsExactly(
                        "7 funding -2000000 on 10 of 1",
                        "7 FUNDING -2000000 of 1 to 9998000000",
                        "7 settled 10 of 1 cost 2000000000 paid -100000000",
                        "7 SETTLEMENT -100000000 of 1 to 9898000000",
                        "8 funding 2000000 on -10 of 1",
                        "8 FUNDING 2000000 of 1 to 10002000000",
                        "8 settled -10 of 1 cost -2000000000 paid 100000000",
                        "8 SETTLEMENT 100000000 of 1 to 10102000000",
                        "9 order 11 CANCELLED 2 at 19999");
        assertThat(driver.send("InstrumentDelist price=19000")).isEqualTo("INSTRUMENT_EXPIRED");
        assertThat(driver.send("PremiumSample premium=1 index=20000")).isEqualTo("INSTRUMENT_EXPIRED");
        assertThat(driver.send("DefineFunding interval=0 period=28800000000000"))
                .isEqualTo("INSTRUMENT_EXPIRED");
        assertThat(driver.send("OrderPlace account=9 order=14 lots=1 limit=20000"))
                .isEqualTo("INSTRUMENT_EXPIRED");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void aFutureIsDelistedBeforeItsExpiryAndASpotPairWithItsOrders() {
        driver.send(FUTURE);
        driver.send("DefineInstrument instrument=4 symbol=S underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000");
        trade(3, 10, 20_000);
        driver.send("MarkPrice instrument=4 price=20000");
        driver.send("OrderPlace account=9 instrument=4 order=11 lots=2 limit=19999");
        for (final int instrument : new int[] {3, 4}) {
            driver.send("MarketHalt instrument=" + instrument);
            assertThat(driver.send("InstrumentDelist instrument=" + instrument + " price=20100"))
                    .isEqualTo("OK");
        }
        assertThat(goOn()).isEqualTo(2);

        assertThat(driver.events())
                .contains(
                        "7 settled 10 of 3 cost 2000000000 paid 10000000",
                        "8 settled -10 of 3 cost -2000000000 paid -10000000",
                        "9 order 11 CANCELLED 2 at 19999");
        throughTheWindow();
        assertThat(goOn()).isZero();
    }

    @Test
    void aLossAtSettlementMovesTheAccountOnTheLadder() {
        driver.account(10, 45);
        driver.send(FUTURE);
        driver.send("MarkPrice price=20000");
        driver.send("Trade instrument=3 id=900 price=20000 lots=10 buy=8 sell=10");
        driver.send("Trade instrument=1 id=901 price=20000 lots=1 buy=10 sell=9");
        throughTheWindow();
        goOn();

        assertThat(driver.events())
                .contains("10 settled -10 of 3 cost -2000000000 paid -50000000")
                .anyMatch(event -> event.startsWith("10 NORMAL->BANKRUPT equity -5000000"));
    }
}
