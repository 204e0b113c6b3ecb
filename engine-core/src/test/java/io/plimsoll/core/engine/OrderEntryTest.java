package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mark 20,000; one tick of one lot is 1 cent; IM 2 %. 500 USDC carry 125 lots: 25,000 USDC. */
class OrderEntryTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 500).account(8, 1_000_000);
        driver.send("MarkPrice price=20000");
        driver.clear();
    }

    @Test
    void anOrderPassesUpToTheLastLotThatTheMarginCarries() {
        assertThat(driver.send("OrderPlace account=7 order=1 lots=126 limit=20000"))
                .isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
        assertThat(driver.events()).containsExactly("7 order 1 refused, free 500000000->-4000000, largest 125");
        driver.clear();
        assertThat(driver.send("OrderPlace account=7 order=1 lots=125 limit=20000"))
                .isEqualTo("OK");
        assertThat(driver.events()).containsExactly("7 order 1 OPEN 125 at 20000");
    }

    @Test
    void theWorseSideCountsNotTheSum() {
        assertThat(driver.send("OrderPlace account=7 order=1 lots=100 limit=20000"))
                .isEqualTo("OK (100000000)");
        assertThat(driver.send("OrderPlace account=7 order=2 lots=100 limit=20000 side=SELL"))
                .isEqualTo("OK (100000000)");
        assertThat(driver.send("OrderPlace account=7 order=3 lots=26 limit=20000"))
                .isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
    }

    @Test
    void whatFillingAtTheLimitWouldLoseCounts() {
        // 100 lots bought 100 ticks above the mark lose 100 USDC at once, on top of 400 initial margin.
        assertThat(driver.send("OrderPlace account=7 order=1 lots=100 limit=20100"))
                .isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=7 order=2 lots=1 limit=20000 side=SELL"))
                .isEqualTo("OK");
        // A limit better than the mark is no credit.
        assertThat(driver.send("OrderPlace account=7 order=3 lots=1 limit=15000"))
                .isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
    }

    @Test
    void anAmendIsCheckedAsIfTheOldOrderWereGone() {
        driver.send("OrderPlace account=7 order=1 lots=125 limit=20000");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=126 limit=20000"))
                .isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=120 limit=20010"))
                .isEqualTo("OK (8000000)");
        assertThat(driver.send("OrderCancel account=7 order=1")).isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=7 order=2 lots=125 limit=20000"))
                .isEqualTo("OK");
    }

    @Test
    void anAccountWithoutFreeMarginMayOnlyReduce() {
        driver.send("Trade id=1 price=20000 lots=100 buy=7 sell=8");
        driver.send("OrderPlace account=7 order=1 lots=10 limit=20000");
        driver.send("MarkPrice price=19800");
        driver.clear();
        assertThat(driver.send("OrderPlace account=7 order=2 lots=1 limit=19800"))
                .isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=11 limit=20000"))
                .isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=9 limit=20000"))
                .isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=7 order=3 lots=60 limit=19800 side=SELL reduceOnly=YES"))
                .startsWith("OK");
        // With 9 to buy it could be long 109. Short 109 with both sells filled is no worse, short 110 is.
        assertThat(driver.send("OrderPlace account=7 order=4 lots=150 limit=19800 side=SELL"))
                .isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
        assertThat(driver.events()).last().asString().endsWith("largest 149");
        assertThat(driver.send("OrderPlace account=7 order=4 lots=40 limit=19800 side=SELL"))
                .startsWith("OK");
    }

    @Test
    void positionAndOrdersTogetherStayWithinTheLimit() {
        driver.send("ParameterChange parameter=POSITION_LOTS_MAX scope=1 value=1000");
        driver.send("Trade id=1 price=20000 lots=600 buy=8 sell=7");
        assertThat(driver.send("OrderPlace account=8 order=1 lots=300 limit=20000"))
                .startsWith("OK");
        assertThat(driver.send("OrderPlace account=8 order=2 lots=101 limit=20000"))
                .isEqualTo("POSITION_LIMIT (1000)");
        assertThat(driver.send("OrderPlace account=8 order=2 lots=1000 limit=20000 side=SELL"))
                .startsWith("OK");
    }

    @Test
    void aHaltedMarketTakesNoOrdersButCancels() {
        driver.send("OrderPlace account=7 order=1 lots=1 limit=20000");
        driver.send("MarketHalt");
        driver.clear();
        assertThat(driver.send("MarketHalt")).isEqualTo("ALREADY_HALTED");
        assertThat(driver.send("OrderPlace account=7 order=2 lots=1 limit=20000"))
                .isEqualTo("MARKET_HALTED");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=1 limit=20001"))
                .isEqualTo("MARKET_HALTED");
        assertThat(driver.send("Trade id=1 price=20000 lots=1 buy=7 sell=8")).isEqualTo("OK");
        assertThat(driver.send("OrderCancel account=7 order=1")).isEqualTo("OK");
        assertThat(driver.send("MarketResume")).isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=7 order=2 lots=1 limit=20000"))
                .startsWith("OK");
    }

    @Test
    void thereIsRoomForSoManyOrdersAndNoMore() {
        for (int i = 1; i <= 32; i++) {
            assertThat(driver.send("OrderPlace account=8 order=" + i + " lots=1 limit=20000"))
                    .startsWith("OK");
        }
        assertThat(driver.send("OrderPlace account=8 order=33 lots=1 limit=20000"))
                .isEqualTo("LIMIT_REACHED (32)");
        driver.send("OrderCancel account=8 order=5");
        assertThat(driver.send("OrderPlace account=8 order=33 lots=1 limit=20000"))
                .startsWith("OK");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }
}
