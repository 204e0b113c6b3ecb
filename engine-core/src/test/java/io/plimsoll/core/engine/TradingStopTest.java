package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts 7 and 9 belong to group 7, account 8 to a group of its own. Mark 20,000 in both markets. */
class TradingStopTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 1_000_000).account(8, 1_000_000);
        driver.send("DefineAccount account=9 group=7");
        driver.send("Deposit account=9 amount=1000000000000");
        driver.send("DefineInstrument instrument=2 symbol=BTC-2 underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        driver.send("MarkPrice price=20000");
        driver.send("MarkPrice instrument=2 price=20000");
        driver.send("DefineSource newSource=4 window=4 role=MATCHING ordering=STRICT");
        // Not in the order of their ids.
        ok("OrderPlace account=7 order=30 lots=3 limit=20000");
        ok("OrderPlace account=7 order=10 lots=1 limit=20000 side=SELL");
        ok("OrderPlace account=7 instrument=2 order=20 lots=2 limit=20000");
        ok("OrderPlace account=7 instrument=2 order=40 lots=4 limit=20000 side=SELL");
        ok("OrderPlace account=9 order=15 lots=5 limit=20000");
        ok("OrderPlace account=8 order=5 lots=5 limit=20000");
        driver.clear();
    }

    @Test
    void cancelsAllOrdersOfAnAccountByAscendingIdAndSaysHowMany() {
        assertThat(driver.send("OrdersCancel account=7")).isEqualTo("OK (4)");
        assertThat(driver.events())
                .containsExactly(
                        "7 order 10 CANCELLED 1 at 20000",
                        "7 order 20 CANCELLED 2 at 20000",
                        "7 order 30 CANCELLED 3 at 20000",
                        "7 order 40 CANCELLED 4 at 20000");
        assertThat(driver.engine().state().orders().count()).isEqualTo(2);
        assertThat(driver.send("OrderCancel account=7 order=30")).isEqualTo("UNKNOWN_ORDER");
    }

    @Test
    void cancelsThoseOfAnInstrumentOrASideOrBoth() {
        assertThat(driver.send("OrdersCancel account=7 instrument=2 sides=SELL"))
                .isEqualTo("OK (1)");
        assertThat(driver.events()).containsExactly("7 order 40 CANCELLED 4 at 20000");
        driver.clear();
        assertThat(driver.send("OrdersCancel account=7 sides=BUY")).isEqualTo("OK (2)");
        assertThat(driver.events())
                .containsExactly("7 order 20 CANCELLED 2 at 20000", "7 order 30 CANCELLED 3 at 20000");
        driver.clear();
        assertThat(driver.send("OrdersCancel account=7 instrument=1")).isEqualTo("OK (1)");
        assertThat(driver.events()).containsExactly("7 order 10 CANCELLED 1 at 20000");
    }

    @Test
    void whereThereIsNothingToCancelThatIsNoFault() {
        assertThat(driver.send("OrdersCancel account=8 sides=SELL")).isEqualTo("OK");
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void theOrderOfCancelsDoesNotDependOnTheOrderOfPlacing() {
        driver.send("OrdersCancel account=7");
        ok("OrderPlace account=7 order=2 lots=1 limit=20000");
        ok("OrderPlace account=7 order=1 lots=1 limit=20000");
        ok("OrderPlace account=7 order=3 lots=1 limit=20000");
        driver.clear();
        driver.send("OrdersCancel account=7");
        assertThat(driver.events())
                .extracting(line -> line.substring(0, 9))
                .containsExactly("7 order 1", "7 order 2", "7 order 3");
    }

    @Test
    void aStoppedAccountLosesItsOrdersAndGetsNone() {
        assertThat(driver.send("TradingStop account=7")).isEqualTo("OK (4)");
        assertThat(driver.events())
                .containsExactly(
                        "trading of account 7 stopped",
                        "7 order 10 CANCELLED 1 at 20000",
                        "7 order 20 CANCELLED 2 at 20000",
                        "7 order 30 CANCELLED 3 at 20000",
                        "7 order 40 CANCELLED 4 at 20000");
        assertThat(driver.send("OrderPlace account=7 order=50 lots=1 limit=20000"))
                .isEqualTo("TRADING_STOPPED");
        // The other account of the group goes on.
        ok("OrderPlace account=9 order=51 lots=1 limit=20000");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void evenAnOrderThatReducesIsRefused() {
        driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8");
        driver.send("TradingStop account=7");
        assertThat(driver.send("OrderPlace account=7 order=50 lots=1 limit=20000 side=SELL reduceOnly=YES"))
                .isEqualTo("TRADING_STOPPED");
    }

    @Test
    void tradesMoneyAndCancelsGoOnWhileItIsStopped() {
        driver.send("TradingStop account=7");
        driver.clear();
        assertThat(driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8")).isEqualTo("OK");
        assertThat(driver.send("Deposit account=7 amount=5")).isEqualTo("OK");
        assertThat(driver.send("WithdrawalRequest account=7 amount=5")).isEqualTo("OK");
        assertThat(driver.send("Transfer from=7 to=9 amount=5")).isEqualTo("OK");
        assertThat(driver.send("OrdersCancel account=7")).isEqualTo("OK");
        assertThat(driver.events()).contains("7 position 10 of 1 cost 2000000000 realised 0");
    }

    @Test
    void aStoppedGroupLosesTheOrdersOfAllItsAccounts() {
        assertThat(driver.send("TradingStop group=7")).isEqualTo("OK (5)");
        assertThat(driver.events())
                .containsExactly(
                        "trading of group 7 stopped",
                        "7 order 10 CANCELLED 1 at 20000",
                        "7 order 20 CANCELLED 2 at 20000",
                        "7 order 30 CANCELLED 3 at 20000",
                        "7 order 40 CANCELLED 4 at 20000",
                        "9 order 15 CANCELLED 5 at 20000");
        assertThat(driver.send("OrderPlace account=9 order=50 lots=1 limit=20000"))
                .isEqualTo("TRADING_STOPPED (7)");
        ok("OrderPlace account=8 order=51 lots=1 limit=20000");
    }

    @Test
    void anAccountThatIsDefinedInAStoppedGroupIsStopped() {
        driver.send("TradingStop group=7");
        driver.send("DefineAccount account=10 group=7");
        driver.send("Deposit account=10 amount=1000000000");
        assertThat(driver.send("OrderPlace account=10 order=50 lots=1 limit=20000"))
                .isEqualTo("TRADING_STOPPED (7)");
    }

    @Test
    void resumingTheGroupLeavesAnAccountStoppedThatWasStoppedByItself() {
        driver.send("TradingStop account=7");
        driver.send("TradingStop group=7");
        driver.clear();
        assertThat(driver.send("TradingResume group=7")).isEqualTo("OK");
        assertThat(driver.events()).containsExactly("trading of group 7 goes on");
        ok("OrderPlace account=9 order=50 lots=1 limit=20000");
        assertThat(driver.send("OrderPlace account=7 order=51 lots=1 limit=20000"))
                .isEqualTo("TRADING_STOPPED");
        assertThat(driver.send("TradingResume account=7")).isEqualTo("OK");
        ok("OrderPlace account=7 order=51 lots=1 limit=20000");
    }

    @Test
    void resumingAnAccountDoesNotLetItTradeWhileItsGroupIsStopped() {
        driver.send("TradingStop group=7");
        driver.send("TradingStop account=7");
        assertThat(driver.send("TradingResume account=7")).isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=7 order=50 lots=1 limit=20000"))
                .isEqualTo("TRADING_STOPPED (7)");
    }

    @Test
    void stoppingOrResumingTwiceIsAcceptedAndSaysNothingNew() {
        driver.send("TradingStop account=7");
        driver.clear();
        assertThat(driver.send("TradingStop account=7")).isEqualTo("OK");
        assertThat(driver.events()).isEmpty();
        driver.send("TradingResume account=7");
        driver.clear();
        assertThat(driver.send("TradingResume account=7")).isEqualTo("OK");
        assertThat(driver.send("TradingResume group=8")).isEqualTo("OK");
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void theMatchingEngineMayStopButNotResume() {
        assertThat(driver.sendAs(4, 1, "OrdersCancel account=9")).isEqualTo("OK (1)");
        assertThat(driver.sendAs(4, 2, "TradingStop account=7")).isEqualTo("OK (4)");
        assertThat(driver.sendAs(4, 3, "TradingResume account=7")).isEqualTo("NOT_ALLOWED");
        assertThat(driver.send("OrderPlace account=7 order=50 lots=1 limit=20000"))
                .isEqualTo("TRADING_STOPPED");
    }

    @Test
    void aStopIsPartOfTheStateHashOnlyWhileItLasts() {
        final long account = driver.engine().state().accounts().account(8).hash();
        final long group = driver.engine().state().accounts().group(8).hash();
        driver.send("TradingStop account=8");
        driver.send("TradingStop group=8");
        assertThat(driver.engine().state().accounts().account(8).hash()).isNotEqualTo(account);
        assertThat(driver.engine().state().accounts().group(8).hash()).isNotEqualTo(group);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        driver.send("TradingResume account=8");
        driver.send("TradingResume group=8");
        assertThat(driver.engine().state().accounts().account(8).hash()).isEqualTo(account);
        assertThat(driver.engine().state().accounts().group(8).hash()).isEqualTo(group);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aReplayIsStoppedWhereTheEngineIs() {
        driver.send("TradingStop account=8");
        driver.send("TradingStop group=7");
        final EngineDriver replay = driver.replay();
        assertThat(replay.engine().stateHash()).isEqualTo(driver.engine().stateHash());
        assertThat(replay.host("TradingResume group=7")).isEqualTo("OK");
        assertThat(replay.engine().state().accounts().account(8).isTradingStopped())
                .isTrue();
        assertThat(replay.engine().state().accounts().account(9).isTradingStopped())
                .isFalse();
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }
}
