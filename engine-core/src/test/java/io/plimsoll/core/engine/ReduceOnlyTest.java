package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reduce-only order can but reduce, for as long as it rests. Account 7 is long 100 lots at 20,000. */
class ReduceOnlyTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void open() {
        driver.account(7, 1_000).account(8, 1_000_000);
        driver.send("MarkPrice price=20000");
        driver.send("Trade id=1 price=20000 lots=100 buy=7 sell=8");
        driver.clear();
    }

    private void reduceOnly(final int order, final int lots) {
        assertThat(driver.send("OrderPlace account=7 order=" + order + " lots=" + lots
                        + " limit=20000 side=SELL reduceOnly=YES"))
                .startsWith("OK");
        driver.clear();
    }

    private void trade(final int id, final int lots, final String sides) {
        driver.clear();
        assertThat(driver.send("Trade id=" + id + " price=20000 lots=" + lots + " " + sides))
                .isEqualTo("OK");
    }

    private String[] orderEvents() {
        return driver.events().stream()
                .filter(event -> event.startsWith("7 order"))
                .toArray(String[]::new);
    }

    @Test
    void isTakenAwayWhenThePositionIsClosedInAnotherWay() {
        reduceOnly(1, 60);
        trade(2, 100, "buy=8 sell=7");
        assertThat(orderEvents()).containsExactly("7 order 1 CANCELLED NOT_REDUCING 60 at 20000");
    }

    @Test
    void thoseWithTheHighestIdsGoUntilTheOthersFit() {
        reduceOnly(3, 20);
        reduceOnly(1, 50);
        reduceOnly(2, 30);
        trade(2, 40, "buy=8 sell=7");
        // 60 are left: 50 + 30 + 20 - 20 - 30.
        assertThat(orderEvents())
                .containsExactly(
                        "7 order 3 CANCELLED NOT_REDUCING 20 at 20000", "7 order 2 CANCELLED NOT_REDUCING 30 at 20000");
    }

    @Test
    void itsOwnFillsTakeNothingAway() {
        reduceOnly(1, 60);
        reduceOnly(2, 40);
        trade(2, 60, "buy=8 sell=7 sellOrder=1");
        assertThat(orderEvents()).containsExactly("7 order 1 FILLED 0 at 20000");
        trade(3, 10, "buy=8 sell=7 sellOrder=2");
        assertThat(orderEvents()).containsExactly("7 order 2 OPEN 30 at 20000");
    }

    @Test
    void anOverfillOfAnotherOrderTakesItAway() {
        reduceOnly(1, 60);
        assertThat(driver.send("OrderPlace account=7 order=2 lots=10 limit=20000 side=SELL"))
                .startsWith("OK");
        trade(2, 50, "buy=8 sell=7 sellOrder=2");
        assertThat(orderEvents())
                .containsExactly("7 order 2 FILLED 0 at 20000", "7 order 1 CANCELLED NOT_REDUCING 60 at 20000");
    }

    @Test
    void isTakenAwayWhenThePositionFlips() {
        reduceOnly(1, 60);
        trade(2, 300, "buy=8 sell=7");
        assertThat(orderEvents()).containsExactly("7 order 1 CANCELLED NOT_REDUCING 60 at 20000");
    }

    @Test
    void anAmendmentMayNotMakeItLargerThanThePosition() {
        reduceOnly(1, 60);
        assertThat(driver.send("OrderAmend account=7 order=1 lots=101 limit=20000"))
                .isEqualTo("NOT_REDUCING");
        assertThat(driver.events()).last().asString().endsWith("largest 100");
        assertThat(driver.send("OrderAmend account=7 order=1 lots=100 limit=20010"))
                .startsWith("OK");
        trade(2, 1, "buy=8 sell=7");
        assertThat(orderEvents()).containsExactly("7 order 1 CANCELLED NOT_REDUCING 100 at 20010");
    }

    @Test
    void whatABasketPlacedIsHeldToItAsWell() {
        assertThat(driver.send("BasketPlace account=7 orders=1:SELL:60@20000:1:REDUCE,2:SELL:40@20010:1"))
                .startsWith("OK");
        trade(2, 50, "buy=8 sell=7");
        assertThat(orderEvents()).containsExactly("7 order 1 CANCELLED NOT_REDUCING 60 at 20000");
    }

    @Test
    void ordersOfOtherAccountsAndInstrumentsStay() {
        driver.send("DefineInstrument instrument=2 symbol=I2 underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        driver.send("MarkPrice instrument=2 price=20000");
        driver.send("Trade id=2 instrument=2 price=20000 lots=10 buy=7 sell=8");
        reduceOnly(1, 60);
        driver.send("OrderPlace account=7 instrument=2 order=2 lots=10 limit=20000 side=SELL reduceOnly=YES");
        driver.send("OrderPlace account=8 order=3 lots=90 limit=20000 side=BUY reduceOnly=YES");
        trade(3, 10, "buy=8 sell=7");
        // Account 8 is short 90 now, 7 long 90.
        assertThat(driver.events()).noneMatch(event -> event.contains("CANCELLED"));
        trade(4, 1, "buy=8 sell=7");
        assertThat(driver.events()).contains("8 order 3 CANCELLED NOT_REDUCING 90 at 20000");
        assertThat(orderEvents()).isEmpty();
    }

    @Test
    void aPocketIsEmptiedInTheSameCommand() {
        driver.send("PocketOpen account=9 parent=7 instrument=1");
        driver.send("Transfer from=7 to=9 asset=1 amount=100000000");
        driver.send("Trade id=2 price=20000 lots=10 buy=9 sell=8");
        driver.send("OrderPlace account=9 order=1 lots=10 limit=20000 side=SELL reduceOnly=YES");
        trade(3, 10, "buy=8 sell=9");
        assertThat(driver.events()).contains("9 order 1 CANCELLED NOT_REDUCING 10 at 20000");
        assertThat(driver.events()).contains("9 TRANSFER -100000000 of 1 to 0");
    }

    @Test
    void aReplayTakesTheSameOrdersAway() {
        reduceOnly(1, 60);
        final long withIt = driver.engine().stateHash();
        trade(2, 50, "buy=8 sell=7");
        assertThat(driver.engine().stateHash()).isNotEqualTo(withIt);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }
}
