package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Account 7 has 1,000 USDC. A lot is worth 200 USDC at the mark and needs 4 USDC of initial margin, in both markets. */
class BasketTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void market() {
        driver.account(7, 1_000).account(8, 10_000_000);
        driver.send("DefineInstrument instrument=2 symbol=BTC-TWO underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        driver.send("MarkPrice price=20000");
        driver.send("MarkPrice instrument=2 price=20000");
        driver.clear();
    }

    @Test
    void aRefusedBasketSaysWhichShareOfAllOrdersWouldPass() {
        // 1,000 lots need 4,000 USDC of which there are 1,000: a quarter, 100 and 150 lots.
        assertThat(place("1:BUY:400@20000:1,2:SELL:600@20000:2")).isEqualTo("INSUFFICIENT_MARGIN (-3000000000)");
        assertThat(driver.events())
                .containsExactly("7 orders refused, free 1000000000->-3000000000, largest 251666 ppm");
        driver.clear();
        // An order of one lot has none left with less than all of it.
        assertThat(place("3:BUY:1@20000:1,4:SELL:600@20000:2")).startsWith("INSUFFICIENT_MARGIN");
        assertThat(driver.events()).singleElement().asString().endsWith(", largest 0 ppm");
    }

    @Test
    void allOrdersOfABasketRestOrNone() {
        // 250 lots need 1,000 USDC; the smaller side of a market needs nothing.
        assertThat(place("1:BUY:100@20000:1,2:SELL:150@20000:2,3:SELL:90@20000:1"))
                .isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly(
                        "7 order 1 OPEN 100 at 20000", "7 order 2 OPEN 150 at 20000", "7 order 3 OPEN 90 at 20000");
        driver.send("OrdersCancel account=7");
        driver.clear();
        assertThat(place("1:BUY:100@20000:1,2:SELL:151@20000:2")).isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
        // A millionth less is 99 and 150 lots.
        assertThat(driver.events()).containsExactly("7 orders refused, free 1000000000->-4000000, largest 999999 ppm");
        assertThat(driver.engine().state().orders().count()).isZero();
    }

    @Test
    void whatPassesOneByOnePassesTogetherAndWhatDoesNotDoesNot() {
        assertThat(driver.send("OrderPlace account=7 order=9 lots=50 limit=20000"))
                .startsWith("OK");
        assertThat(place("1:BUY:100@20000:1,2:SELL:101@20000:2")).startsWith("INSUFFICIENT_MARGIN");
        assertThat(place("1:BUY:100@20000:1,2:SELL:100@20000:2")).isEqualTo("OK");
    }

    @Test
    void ordersThatCanButReducePassWhateverTheMargin() {
        driver.send("Trade id=1 price=20000 lots=200 buy=7 sell=8");
        driver.send("Trade id=2 instrument=2 price=20000 lots=40 buy=8 sell=7");
        driver.send("MarkPrice price=19600");
        driver.clear();
        assertThat(place("1:BUY:1@19600:1")).isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
        assertThat(place("1:SELL:120@19600:1,2:SELL:80@19600:1:REDUCE,3:BUY:40@20000:2"))
                .startsWith("OK");
    }

    @Test
    void aPartOfABasketThatWouldNotReduceMustBeCovered() {
        driver.send("Trade id=1 price=20000 lots=200 buy=7 sell=8");
        driver.send("MarkPrice price=19600");
        driver.clear();
        assertThat(place("1:SELL:120@19600:1,2:SELL:81@19600:1:REDUCE")).isEqualTo("NOT_REDUCING");
        assertThat(driver.events()).containsExactly("7 orders refused, entry 1: order 2 in 1");
        assertThat(place("1:SELL:200@19600:1,2:BUY:1@20000:2")).isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
        assertThat(driver.engine().state().orders().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1:BUY:1@20000:1,2:BUY:1@20000:9          | UNKNOWN_INSTRUMENT         | 1
                    1:BUY:1@20000:1,1:BUY:1@20000:2          | DUPLICATE_ORDER            | 1
                    5:BUY:1@20000:1                          | DUPLICATE_ORDER            | 0
                    1:BUY:1@20000:1,0:BUY:1@20000:2          | ID_OUT_OF_RANGE            | 1
                    1:BUY:1@20000:1,2:BUY:0@20000:2          | LOTS_OUT_OF_RANGE (100000) | 1
                    1:BUY:1@20000:1,2:BUY:-1@20000:2         | LOTS_OUT_OF_RANGE (100000) | 1
                    1:BUY:1@20000:1,2:BUY:1@30001:2          | PRICE_OUTSIDE_BAND (30000) | 1
                    1:BUY:1@20000:1,2:SELL:1@20000:2:REDUCE  | NOT_REDUCING               | 1
                    """)
    void anOrderThatBreaksARuleIsNamed(final String orders, final String reason, final int entry) {
        driver.send("OrderPlace account=8 order=5 lots=1 limit=20000");
        driver.clear();
        assertThat(place(orders)).isEqualTo(reason);
        assertThat(driver.events()).singleElement().asString().startsWith("7 orders refused, entry " + entry + ": ");
        assertThat(driver.engine().state().orders().count()).isEqualTo(1);
    }

    @Test
    void noOrderOfABasketRestsWhenOneOfItsMarketsIsClosed() {
        driver.send("MarketHalt instrument=2");
        driver.clear();
        assertThat(place("1:BUY:1@20000:1,2:BUY:1@20000:2")).isEqualTo("MARKET_HALTED");
        assertThat(driver.events()).containsExactly("7 orders refused, entry 1: order 2 in 2");
        assertThat(driver.engine().state().orders().count()).isZero();
    }

    @Test
    void anUnknownOrStoppedAccountHasNoBaskets() {
        assertThat(driver.send("BasketPlace account=99 orders=1:BUY:1@20000:1")).isEqualTo("UNKNOWN_ACCOUNT");
        driver.send("TradingStop account=7");
        assertThat(place("1:BUY:1@20000:1")).isEqualTo("TRADING_STOPPED");
    }

    @Test
    void ordersOfABasketCountTogetherForLimits() {
        driver.send("ParameterChange parameter=OPEN_INTEREST_MAX scope=1 value=10");
        driver.send("ParameterChange parameter=GROUP_LOTS_MAX scope=2 value=20");
        driver.clear();
        assertThat(place("1:BUY:6@20000:1,2:SELL:9@20000:1,3:BUY:5@20000:1")).isEqualTo("OPEN_INTEREST_LIMIT (10)");
        assertThat(driver.events()).containsExactly("7 orders refused, entry 2: order 3 in 1");
        assertThat(place("1:BUY:15@20000:2,2:BUY:6@20000:2")).isEqualTo("GROUP_POSITION_LIMIT (5)");
        assertThat(place("1:BUY:6@20000:1,2:BUY:4@20000:1,3:BUY:15@20000:2,4:BUY:5@20000:2"))
                .startsWith("OK");
    }

    @Test
    void ordersOfABasketPayWithTheSameBalance() {
        driver.send("DefineInstrument instrument=3 symbol=BTC-SPOT underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        driver.send("MarkPrice instrument=3 price=20000");
        driver.clear();
        // 200 USDC a lot.
        assertThat(place("1:BUY:3@20000:3,2:BUY:3@20000:3")).isEqualTo("INSUFFICIENT_BALANCE (400000000)");
        assertThat(driver.events()).containsExactly("7 orders refused, entry 1: order 2 in 3");
        assertThat(place("1:BUY:3@20000:3,2:BUY:2@20000:3")).startsWith("OK");
    }

    @Test
    void aBasketNeedsRoomForAllItsOrders() {
        final Limits limits = driver.engine().limits();
        final int most = limits.openOrdersPerAccount();
        for (int i = 0; i < most - 1; i++) {
            assertThat(driver.send("OrderPlace account=8 order=" + (100 + i) + " lots=1 limit=20000"))
                    .startsWith("OK");
        }
        assertThat(driver.send("BasketPlace account=8 orders=1:BUY:1@20000:1,2:BUY:1@20000:1"))
                .isEqualTo("LIMIT_REACHED (" + most + ")");
        assertThat(driver.send("BasketPlace account=8 orders=1:BUY:1@20000:1")).startsWith("OK");
    }

    @Test
    void ordersOfABasketAreOrdersLikeAnyOther() {
        place("1:BUY:10@20000:1,2:SELL:10@20000:2");
        driver.clear();
        driver.send("Trade id=1 price=20000 lots=4 buy=7 sell=8 buyOrder=1");
        driver.send("OrderCancel account=7 order=2");
        assertThat(driver.events()).contains("7 order 1 OPEN 6 at 20000", "7 order 2 CANCELLED 10 at 20000");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private String place(final String orders) {
        return driver.send("BasketPlace account=7 orders=" + orders);
    }
}
