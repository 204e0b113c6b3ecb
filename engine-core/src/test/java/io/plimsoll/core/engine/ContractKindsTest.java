package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BTC is asset 2 at 20,000 USD; tiers 2 % / 1 %; BTC counts at 95 %, and 5 % of it are initial margin. */
class ContractKindsTest {
    private static final String FIGURES = " underlying=2 priceTicksMax=10000000 positionLotsMax=100000";
    private static final String DATED = " expiry=5000000000 window=1800000000000";
    private static final String CALL =
            "DefineInstrument instrument=2 symbol=C kind=OPTION strike=200000000000000 side=CALL" + FIGURES + DATED;

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void twoAccounts() {
        driver.account(7, 1_000).account(8, 1_000);
    }

    private void define(final String command) {
        assertThat(driver.send(command)).isEqualTo("OK");
        driver.clear();
    }

    /** A lot is 100 USD; a tick half a dollar; so a lot is worth 0.00333333.. BTC at 60,000 ticks. */
    private void defineInverse(final String more) {
        define("DefineInstrument instrument=2 symbol=INV kind=INVERSE_PERPETUAL settlement=2 tickValue=20000000000"
                + " contractValue=100000000 priceTicksMin=1000" + FIGURES + more);
    }

    @Test
    void anInverseValueIsRoundedOnceAndBookedToBothSides() {
        defineInverse("");
        driver.send("Trade id=1 instrument=2 price=60000 lots=1 buy=7 sell=8");
        assertThat(driver.events())
                .containsExactly(
                        "7 position 1 of 2 cost -333333 realised 0", "8 position -1 of 2 cost 333333 realised 0");
        driver.clear();
        // Two more at 2 x 333,333.3 = 666,666.7: the nearest is 666,667.
        driver.send("Trade id=2 instrument=2 price=60000 lots=2 buy=7 sell=8");
        assertThat(driver.events())
                .containsExactly(
                        "7 position 3 of 2 cost -1000000 realised 0", "8 position -3 of 2 cost 1000000 realised 0");
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void anInverseLongGainsInCoinWhenThePriceRises() {
        defineInverse("");
        driver.send("Trade id=1 instrument=2 price=60000 lots=3 buy=7 sell=8");
        driver.clear();
        // A third of the cost of -1,000,000 is -333,333.3, its floor -333,334; a lot is worth 285,714 at 70,000.
        driver.send("Trade id=2 instrument=2 price=70000 lots=1 buy=8 sell=7");
        assertThat(driver.events())
                .containsExactly(
                        "8 position -2 of 2 cost 666667 realised -47619",
                        "8 REALISED_PNL -47619 of 2 to -47619",
                        "7 position 2 of 2 cost -666666 realised 47620",
                        "7 REALISED_PNL 47620 of 2 to 47620");
        driver.clear();
        // A flip: 3 lots are worth 857,143; two thirds of them, 571,428.7, close and the rest opens.
        driver.send("Trade id=3 instrument=2 price=70000 lots=3 buy=8 sell=7");
        assertThat(driver.events())
                .containsExactly(
                        "8 position 1 of 2 cost -285714 realised -95238",
                        "8 REALISED_PNL -95238 of 2 to -142857",
                        "7 position -1 of 2 cost 285715 realised 95238",
                        "7 REALISED_PNL 95238 of 2 to 142858");
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void anInverseContractIsMarginedOnItsContractValueAtEveryPrice() {
        defineInverse("");
        driver.send("Trade id=1 instrument=2 price=40000 lots=10 buy=7 sell=8");
        assertThat(assess(7).positionInitialMargin()).isEqualTo(20_000_000);
        driver.send("MarkPrice instrument=2 price=80000");
        // The profit is in BTC, 500 USD, and so is the contract: 5 % of it are charged besides.
        assertThat(assess(7).positionInitialMargin()).isEqualTo(20_000_000 + 25_000_000);
        assertThat(assess(7).notional()).isEqualTo(1_000_000_000);
        // 10 x 100 x (1/20,000 - 1/40,000) = 0.025 BTC = 500 USD, of which 95 % count.
        assertThat(assess(7).netAssetValue()).isEqualTo(1_500_000_000);
        assertThat(assess(7).marginEquity()).isEqualTo(1_475_000_000);
        assertThat(driver.send("MarkPrice instrument=2 price=0")).isEqualTo("PRICE_OUT_OF_RANGE (10000000)");
    }

    @Test
    void aContractValueInAnAssetIsWorthItsIndex() {
        define("DefineInstrument instrument=2 symbol=INV kind=INVERSE_FUTURE settlement=2 tickValue=20000000000 quote=1"
                + " contractValue=100000000 priceTicksMin=1000" + FIGURES + DATED);
        driver.send("Trade id=1 instrument=2 price=40000 lots=10 buy=7 sell=8");
        driver.send("IndexPrice asset=1 price=5000000000");
        assertThat(assess(7).positionInitialMargin()).isEqualTo(10_000_000);
    }

    @Test
    void aSpotTradeMovesBothAssetsAndLeavesNoPosition() {
        define("DefineInstrument instrument=2 symbol=BTC-USDC kind=SPOT settlement=1 tickValue=10000 lotSize=1000000"
                + FIGURES);
        driver.send("Trade id=1 instrument=2 price=20000 lots=3 buy=7 sell=8 buyFee=500");
        assertThat(driver.events())
                .containsExactly(
                        "7 SPOT_TRADE 3000000 of 2 to 3000000",
                        "7 SPOT_TRADE -600000000 of 1 to 400000000",
                        "7 FEE -500 of 1 to 399999500",
                        "8 SPOT_TRADE -3000000 of 2 to -3000000",
                        "8 SPOT_TRADE 600000000 of 1 to 1600000000");
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aSpotOrderMustBeCoveredByTheBalanceThatNoOtherOrderWasPromised() {
        define("DefineInstrument instrument=2 symbol=BTC-USDC kind=SPOT settlement=1 tickValue=10000 lotSize=1000000"
                + FIGURES);
        driver.send("MarkPrice instrument=2 price=20000");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=6 limit=20000"))
                .isEqualTo("INSUFFICIENT_BALANCE (1000000000)");
        // 400 USDC become 2 x 0.01 BTC of which 90 % count at first: 40 USD less free margin.
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=2 limit=20000"))
                .isEqualTo("OK (960000000)");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=2 lots=4 limit=20000"))
                .isEqualTo("INSUFFICIENT_BALANCE (600000000)");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=2 lots=1 limit=20000 side=SELL"))
                .isEqualTo("INSUFFICIENT_BALANCE");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=5 limit=20000"))
                .isEqualTo("OK (900000000)");
    }

    @Test
    void aPremiumMovesCashAndThePositionCountsAtItsMarketValue() {
        define(CALL + " settlement=1 tickValue=100 lotSize=1000000 priceTicksMin=0 premium=PREMIUM");
        driver.send("Trade id=1 instrument=2 price=50000 lots=10 buy=7 sell=8");
        assertThat(driver.events())
                .containsExactly(
                        "7 position 10 of 2 cost 0 realised 0",
                        "7 PREMIUM -50000000 of 1 to 950000000",
                        "8 position -10 of 2 cost 0 realised 0",
                        "8 PREMIUM 50000000 of 1 to 1050000000");
        driver.send("MarkPrice instrument=2 price=70000");
        assertThat(assess(7).optionValue()).isEqualTo(70_000_000);
        // What is worth more than nothing offsets short options, and is no equity.
        assertThat(assess(7).marginEquity()).isEqualTo(950_000_000);
        assertThat(assess(7).netAssetValue()).isEqualTo(1_020_000_000);
        assertThat(assess(8).optionValue()).isEqualTo(-70_000_000);
        assertThat(assess(8).marginEquity()).isEqualTo(980_000_000);
        // The short one bears 2 % of 10 x 0.01 BTC, the long one nothing.
        assertThat(assess(7).initialMargin()).isZero();
        assertThat(assess(8).initialMargin()).isEqualTo(40_000_000);
        assertThat(assess(8).maintenanceMargin()).isEqualTo(20_000_000);
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void optionValueMayNotBeWithdrawn() {
        define(CALL + " settlement=1 tickValue=100 lotSize=1000000 priceTicksMin=0 premium=PREMIUM");
        driver.send("Trade id=1 instrument=2 price=50000 lots=10 buy=7 sell=8");
        assertThat(driver.send("WithdrawalRequest account=7 amount=950000001"))
                .isEqualTo("INSUFFICIENT_BALANCE (950000000)");
        assertThat(driver.send("WithdrawalRequest account=7 amount=950000000")).isEqualTo("OK");
        driver.send("Deposit account=7 asset=2 amount=1000000");
        assertThat(assess(7).marginEquity()).isEqualTo(190_000_000);
        assertThat(driver.send("WithdrawalRequest account=7 asset=2 amount=1000000"))
                .isEqualTo("OK");
    }

    @Test
    void aLongFuturesStyleOptionBearsAtMostWhatItCanLose() {
        define(CALL + " settlement=1 tickValue=10000 lotSize=1000000 priceTicksMin=0 premium=FUTURES");
        driver.send("Trade id=1 instrument=2 price=500 lots=10 buy=7 sell=8");
        assertThat(driver.events())
                .containsExactly(
                        "7 position 10 of 2 cost 50000000 realised 0", "8 position -10 of 2 cost -50000000 realised 0");
        assertThat(assess(7).initialMargin()).isEqualTo(40_000_000);
        driver.send("MarkPrice instrument=2 price=10");
        assertThat(assess(7).initialMargin()).isEqualTo(1_000_000);
        assertThat(assess(8).initialMargin()).isEqualTo(40_000_000);
        assertThat(assess(7).netAssetValue()).isEqualTo(951_000_000);
        driver.send("MarkPrice instrument=2 price=0");
        assertThat(assess(7).initialMargin()).isZero();
    }

    @Test
    void theIndexOfTheUnderlyingMovesTheMarginOfAShortOption() {
        define(CALL + " settlement=1 tickValue=100 lotSize=1000000 priceTicksMin=0 premium=PREMIUM");
        driver.send("Trade id=1 instrument=2 price=0 lots=100 buy=7 sell=8");
        driver.clear();
        // 100 x 0.01 BTC x 60,000: 2 % and 1 % of it.
        driver.send("IndexPrice asset=2 price=600000000000000");
        assertThat(driver.events()).contains("8 NORMAL->NO_NEW_RISK equity 1000000000 im 1200000000 mm 600000000");
    }

    @Test
    void aPremiumThatIsBoughtMustBeCoveredByTheBalance() {
        define(CALL + " settlement=1 tickValue=10000 lotSize=1000000 priceTicksMin=0 premium=PREMIUM");
        driver.send("MarkPrice instrument=2 price=10000");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=11 limit=10000"))
                .isEqualTo("INSUFFICIENT_BALANCE (1000000000)");
        // What it buys offsets nothing: all of the premium is taken from free margin.
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=10 limit=10000"))
                .isEqualTo("OK");
        // Sold lots bear 4 USD each, and are covered by what is kept for the premium until they need more.
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=2 lots=100 limit=10000 side=SELL"))
                .isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=3 lots=151 limit=10000 side=SELL"))
                .isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
    }

    @Test
    void pricesMayBeZeroOrNegativeWhereTheTermsSaySo() {
        define("DefineInstrument instrument=2 symbol=CRUDE kind=LINEAR_FUTURE settlement=1 tickValue=10000"
                + " priceTicksMin=-5000" + FIGURES + DATED);
        assertThat(driver.send("MarkPrice instrument=2 price=-5001")).isEqualTo("PRICE_OUT_OF_RANGE (10000000)");
        driver.send("Trade id=1 instrument=2 price=100 lots=10 buy=7 sell=8");
        driver.send("MarkPrice instrument=2 price=0");
        assertThat(assess(7).netAssetValue()).isEqualTo(990_000_000);
        assertThat(assess(7).notional()).isZero();
        driver.send("MarkPrice instrument=2 price=-3700");
        assertThat(assess(7).netAssetValue()).isEqualTo(620_000_000);
        assertThat(assess(7).positionInitialMargin()).isEqualTo(7_400_000);
        driver.clear();
        driver.send("Trade id=2 instrument=2 price=-3763 lots=10 buy=8 sell=7");
        assertThat(driver.events())
                .contains("7 REALISED_PNL -386300000 of 1 to 613700000", "8 REALISED_PNL 386300000 of 1 to 1386300000");
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void anExpiredInstrumentTakesNoOrdersButTradesAreFacts() {
        define(CALL + " settlement=1 tickValue=100 lotSize=1000000 priceTicksMin=0 premium=PREMIUM");
        driver.send("MarkPrice instrument=2 price=50000");
        driver.send("OrderPlace account=7 instrument=2 order=1 lots=1 limit=50000");
        driver.advance(4_000_000_000L);
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=2 lots=1 limit=50000"))
                .isEqualTo("INSTRUMENT_EXPIRED (5000000000)");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=1 limit=50000"))
                .isEqualTo("INSTRUMENT_EXPIRED (5000000000)");
        assertThat(driver.send("OrderCancel account=7 order=1")).isEqualTo("OK");
        assertThat(driver.send("Trade id=1 instrument=2 price=50000 lots=1 buy=7 sell=8"))
                .isEqualTo("OK");
    }

    @Test
    void aSellerWhomATradeLeavesFlatIsMarginedAnewInTheBuyersGroup() {
        driver.send("DefineAccount account=70 group=7");
        driver.send("Trade id=1 price=20000 lots=100 buy=70 sell=8");
        assertThat(driver.events()).anyMatch(event -> event.startsWith("70 NORMAL->BACKSTOP"));
        driver.clear();
        driver.send("Trade id=2 price=20000 lots=100 buy=7 sell=70");
        assertThat(driver.events()).anyMatch(event -> event.startsWith("70 BACKSTOP->NORMAL"));
    }

    private MarginAssessment assess(final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment;
    }
}
