package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Account 7 has 1,000 USDC. A lot is worth 200 USDC at the mark and needs 4 USDC of initial margin, in both markets. */
class QuoteTest {
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
    void quotesOfAnInstrumentAreReplacedTogether() {
        assertThat(quote("1/11:100@20000/12:100@20010,2/21:50@20000/-")).isEqualTo("OK (400000000)");
        assertThat(driver.events())
                .containsExactly(
                        "7 order 11 OPEN 100 at 20000", "7 order 12 OPEN 100 at 20010", "7 order 21 OPEN 50 at 20000");
        driver.clear();
        // The bid of market 1 has a new id, the ask its old one at another price; market 2 is not named.
        assertThat(quote("1/13:90@19990/12:90@20020")).isEqualTo("OK (440000000)");
        assertThat(driver.events())
                .containsExactly(
                        "7 order 11 CANCELLED 100 at 20000",
                        "7 order 13 OPEN 90 at 19990",
                        "7 order 12 OPEN 90 at 20020");
        driver.clear();
        assertThat(quote("1/-/-,2/-/-")).isEqualTo("OK (1000000000)");
        assertThat(driver.events())
                .containsExactly(
                        "7 order 12 CANCELLED 90 at 20020",
                        "7 order 13 CANCELLED 90 at 19990",
                        "7 order 21 CANCELLED 50 at 20000");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void aQuoteThatStaysAsItIsKeepsItsPlaceWithoutAWord() {
        quote("1/11:100@20000/12:100@20010");
        driver.clear();
        assertThat(quote("1/11:100@20000/12:99@20010")).startsWith("OK");
        assertThat(driver.events()).containsExactly("7 order 12 OPEN 99 at 20010");
    }

    @Test
    void newQuotesAreCheckedWithoutThoseTheyReplace() {
        assertThat(quote("1/11:250@20000/12:250@20010")).isEqualTo("OK");
        assertThat(quote("1/13:250@20000/14:250@20010")).isEqualTo("OK");
        driver.clear();
        final long hash = ordersHash();
        assertThat(quote("1/15:251@20000/14:1@20010")).isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
        assertThat(driver.events()).containsExactly("7 orders refused, free 0->-4000000, largest 0 ppm");
        assertThat(ordersHash()).isEqualTo(hash);
        // An order of its own stands beside the quotes and counts.
        assertThat(quote("1/13:200@20000/14:200@20010")).startsWith("OK");
        assertThat(driver.send("OrderPlace account=7 order=1 lots=50 limit=20000"))
                .isEqualTo("OK");
        assertThat(quote("1/13:201@20000/14:200@20010")).startsWith("INSUFFICIENT_MARGIN");
    }

    @Test
    void aReplacementThatNeedsNoMorePassesWhateverTheMargin() {
        quote("1/11:200@20000/12:200@20010");
        driver.send("Trade id=1 instrument=2 price=20000 lots=60 buy=7 sell=8");
        driver.send("MarkPrice instrument=2 price=18400");
        driver.clear();
        assertThat(driver.send("OrderPlace account=7 order=1 lots=1 limit=20000"))
                .isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
        assertThat(quote("1/13:200@20000/14:200@20010")).startsWith("OK");
        assertThat(quote("1/13:201@20000/14:200@20010")).isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
        assertThat(quote("1/13:150@20000/14:200@20010")).startsWith("OK");
        assertThat(quote("1/13:1@20000/14:1@20010,2/-/21:60@18400")).startsWith("OK");
        assertThat(quote("1/-/-,2/-/-")).startsWith("OK");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    9/11:1@20000/-                 | UNKNOWN_INSTRUMENT         | entry 0: order 11 in 9
                    1/11:1@20000/-,1/-/12:1@20001  | DUPLICATE_INSTRUMENT       | entry 1: order 0 in 1
                    1/11:1@20001/12:1@20001        | CROSSED_QUOTE              | entry 0: order 11 in 1
                    1/11:1@20000/11:1@20001        | DUPLICATE_ORDER            | entry 0: order 11 in 1
                    1/5:1@20000/-                  | DUPLICATE_ORDER            | entry 0: order 5 in 1
                    1/6:1@20000/-                  | DUPLICATE_ORDER            | entry 0: order 6 in 1
                    2/7:1@20000/-                  | DUPLICATE_ORDER            | entry 0: order 7 in 2
                    1/-/7:1@20010                  | DUPLICATE_ORDER            | entry 0: order 7 in 1
                    1/0:1@20000/-                  | ID_OUT_OF_RANGE            | entry 0: order 0 in 1
                    1/11:1@20000/12:-1@20001       | LOTS_OUT_OF_RANGE (100000) | entry 0: order 12 in 1
                    1/11:1@9999/-                  | PRICE_OUTSIDE_BAND (10000) | entry 0: order 11 in 1
                    2/-/-,1/11:100001@20000/-      | LOTS_OUT_OF_RANGE (100000) | entry 1: order 11 in 1
                    """)
    void aQuoteThatBreaksARuleIsNamedAndNothingChanges(final String quotes, final String reason, final String named) {
        driver.send("OrderPlace account=8 order=5 lots=1 limit=20000");
        driver.send("OrderPlace account=7 order=6 lots=1 limit=20000");
        quote("1/7:1@20000/8:1@20010");
        driver.clear();
        final long hash = ordersHash();
        assertThat(quote(quotes)).isEqualTo(reason);
        assertThat(driver.events()).containsExactly("7 orders refused, " + named);
        assertThat(ordersHash()).isEqualTo(hash);
    }

    @Test
    void quotesOfAClosedMarketMayOnlyGo() {
        quote("1/11:1@20000/12:1@20010");
        driver.send("MarketHalt");
        driver.clear();
        assertThat(quote("1/11:1@20000/12:1@20010")).isEqualTo("MARKET_HALTED");
        assertThat(quote("1/-/-")).startsWith("OK");
        assertThat(driver.engine().state().orders().count()).isZero();
    }

    @Test
    void quotesAreOrdersToTradesToCancelsAndToTheKillSwitch() {
        quote("1/11:10@20000/12:10@20010,2/21:5@20000/22:5@20010");
        driver.clear();
        driver.send("Trade id=1 price=20000 lots=4 buy=7 sell=8 buyOrder=11");
        assertThat(driver.events()).contains("7 order 11 OPEN 6 at 20000");
        assertThat(driver.send("OrderAmend account=7 order=12 lots=9 limit=20010"))
                .startsWith("OK");
        assertThat(driver.send("OrderCancel account=7 order=21")).isEqualTo("OK");
        assertThat(driver.send("OrdersCancel account=7 instrument=1")).isEqualTo("OK (2)");
        assertThat(driver.send("TradingStop account=7")).isEqualTo("OK (1)");
        assertThat(quote("1/11:1@20000/-")).isEqualTo("TRADING_STOPPED");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void quotesCountForLimitsOnceAndNotBesideThoseTheyReplace() {
        driver.send("ParameterChange parameter=OPEN_INTEREST_MAX scope=1 value=10");
        assertThat(quote("1/11:10@20000/12:10@20010")).startsWith("OK");
        assertThat(quote("1/13:10@20000/14:10@20010")).startsWith("OK");
        assertThat(quote("1/13:11@20000/14:10@20010")).isEqualTo("OPEN_INTEREST_LIMIT (10)");
        driver.send("ParameterChange parameter=OPEN_INTEREST_MAX scope=1 value=5");
        // What rests may go on, or become smaller.
        assertThat(quote("1/13:9@20000/14:10@20010")).startsWith("OK");
        assertThat(quote("1/13:9@19999/14:10@20010")).isEqualTo("OPEN_INTEREST_LIMIT (5)");
    }

    @Test
    void quotesNeedRoomForWhatIsMore() {
        final int most = driver.engine().limits().openOrdersPerAccount();
        for (int i = 0; i < most - 2; i++) {
            driver.send("OrderPlace account=8 order=" + (100 + i) + " lots=1 limit=20000");
        }
        assertThat(driver.send("QuotesReplace account=8 quotes=1/11:1@20000/12:1@20010"))
                .startsWith("OK");
        assertThat(driver.send("QuotesReplace account=8 quotes=1/13:1@20000/14:1@20010"))
                .startsWith("OK");
        assertThat(driver.send("QuotesReplace account=8 quotes=2/21:1@20000/-"))
                .isEqualTo("LIMIT_REACHED (" + most + ")");
        assertThat(driver.send("QuotesReplace account=8 quotes=2/21:1@20000/-,1/13:1@20000/-"))
                .startsWith("OK");
    }

    private String quote(final String quotes) {
        return driver.send("QuotesReplace account=7 quotes=" + quotes);
    }

    private long ordersHash() {
        return driver.engine()
                .state()
                .orders()
                .hashOf(driver.engine().state().accounts().account(7));
    }
}
