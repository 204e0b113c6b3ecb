package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One tick of one lot is worth 1 cent (10,000 minor units); tiers 2 % / 1 % up to 250,000. */
class TradingTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void twoAccounts() {
        driver.account(7, 1_000).account(8, 1_000);
        driver.send("MarkPrice price=20000");
        driver.clear();
    }

    @Test
    void booksBothSidesOfATradeAtItsExactCost() {
        assertThat(driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8")).isEqualTo("OK");
        // 10 lots x 20,000 ticks x 10,000 = 2,000,000,000 minor units: 2,000 USDC.
        assertThat(driver.events())
                .containsExactly(
                        "7 position 10 of 1 cost 2000000000 realised 0",
                        "8 position -10 of 1 cost -2000000000 realised 0");
    }

    @Test
    void aPartialCloseTakesTheFloorOfItsShareOfTheCost() {
        driver.send("Trade id=1 price=20001 lots=1 buy=7 sell=8");
        driver.send("Trade id=2 price=20000 lots=2 buy=7 sell=8");
        driver.clear();
        driver.send("Trade id=3 price=20000 lots=1 buy=8 sell=7");
        // Cost of 3 lots: 600,010,000; a third is 200,003,333.3. The buyer's floor is 200,003,333, realised 200,000,000
        // - that.
        // The seller's cost is -600,010,000, its floor -200,003,334: realised -200,000,000 + 200,003,334.
        assertThat(driver.events())
                .containsExactly(
                        "8 position -2 of 1 cost -400006666 realised 3334",
                        "8 REALISED_PNL 3334 of 1 to 1000003334",
                        "7 position 2 of 1 cost 400006667 realised -3333",
                        "7 REALISED_PNL -3333 of 1 to 999996667");
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aFlipClosesTheWholeCostAndOpensAtTheTradePrice() {
        driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8");
        driver.clear();
        driver.send("Trade id=2 price=20100 lots=15 buy=8 sell=7");
        // 10 x 100 ticks x 10,000 = 10,000,000 gained; 5 short at 20,100 cost -1,005,000,000.
        assertThat(driver.events())
                .containsExactly(
                        "8 position 5 of 1 cost 1005000000 realised -10000000",
                        "8 REALISED_PNL -10000000 of 1 to 990000000",
                        "7 position -5 of 1 cost -1005000000 realised 10000000",
                        "7 REALISED_PNL 10000000 of 1 to 1010000000");
    }

    @Test
    void feesMoveFromTheAccountsToTheLedger() {
        driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8 buyFee=500 sellFee=-200");
        assertThat(driver.events()).contains("7 FEE -500 of 1 to 999999500", "8 FEE 200 of 1 to 1000000200");
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aTradeIsNeverRefusedForMargin() {
        driver.send("WithdrawalRequest account=7 amount=999000000");
        driver.clear();
        // Equity 1 USDC against a notional of 20,000.
        assertThat(driver.send("Trade id=1 price=20000 lots=100 buy=7 sell=8")).isEqualTo("OK");
        assertThat(driver.events())
                .contains(
                        "7 NORMAL->BACKSTOP equity 1000000 im 400000000 mm 200000000",
                        "7 liquidate, equity 1000000 mm 200000000 notional 20000000000 [100 of 1 at 20000]");
    }

    @Test
    void aKnownTradeGetsTheSameAnswerAndChangesNothing() {
        driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8");
        driver.clear();
        assertThat(driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8")).isEqualTo("OK");
        assertThat(driver.events()).isEmpty();
        assertThat(driver.send("Trade id=1 price=20000 lots=11 buy=7 sell=8")).startsWith("TRADE_ID_REUSED (");
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void aSideOfAnUnknownAccountGoesToTheErrorAccountAndTheMarketGoesCancelOnly() {
        assertThat(driver.send("Trade id=1 price=20000 lots=10 buy=99 sell=8")).isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly(
                        "0 position 10 of 1 cost 2000000000 realised 0",
                        "alarm TRADE_TO_ERROR_ACCOUNT account 99 instrument 1 trade 1 order 0 lots 10",
                        "market 1 CANCEL_ONLY",
                        "8 position -10 of 1 cost -2000000000 realised 0",
                        "0 NORMAL->BACKSTOP equity 0 im 40000000 mm 20000000",
                        "0 liquidate, equity 0 mm 20000000 notional 2000000000 [10 of 1 at 20000]");
        assertThat(driver.send("OrderPlace account=8 order=1 lots=1 limit=20000 side=SELL"))
                .isEqualTo("MARKET_CANCEL_ONLY");
        assertThat(driver.send("MarketResume")).isEqualTo("OK");
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aTradeOutsideAllLimitsIsUnbookableAndRaisesAnAlarm() {
        assertThat(driver.send("Trade id=1 instrument=5 price=20000 lots=10 buy=7 sell=8"))
                .isEqualTo("TRADE_UNBOOKABLE");
        assertThat(driver.events())
                .containsExactly("alarm TRADE_UNBOOKABLE account 7 instrument 5 trade 1 order 0 lots 10");
        for (final String bad : new String[] {
            "price=0 lots=1", "price=10000001 lots=1", "price=1 lots=0", "price=1 lots=-5", "price=1 lots=9999999999"
        }) {
            assertThat(driver.send("Trade id=2 buy=7 sell=8 " + bad)).as(bad).isEqualTo("TRADE_UNBOOKABLE");
        }
        assertThat(driver.send("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void theFirstTradeStandsInForAMarkThatHasNotArrived() {
        driver.send("DefineInstrument instrument=2 symbol=X underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=1000000 positionLotsMax=1000");
        assertThat(driver.send("Trade id=1 instrument=2 price=500 lots=1 buy=7 sell=8"))
                .isEqualTo("OK");
        assertThat(driver.engine()
                        .state()
                        .prices()
                        .markTicks(driver.engine().state().instruments().get(2)))
                .isEqualTo(500);
    }

    @Test
    void aTradeConvertsWhatRemainsOfAnOrder() {
        driver.send("OrderPlace account=7 order=1 lots=10 limit=20000 side=BUY");
        driver.clear();
        driver.send("Trade id=1 price=20000 lots=4 buy=7 sell=8 buyOrder=1");
        driver.send("Trade id=2 price=20000 lots=7 buy=7 sell=8 buyOrder=1");
        driver.send("Trade id=3 price=20000 lots=1 buy=7 sell=8 buyOrder=1");
        assertThat(driver.events())
                .contains(
                        "7 order 1 OPEN 6 at 20000",
                        "7 order 1 FILLED 0 at 20000",
                        "alarm ORDER_OVERFILLED account 7 instrument 1 trade 2 order 1 lots 7",
                        "alarm UNKNOWN_ORDER_FILLED account 7 instrument 1 trade 3 order 1 lots 1");
    }
}
