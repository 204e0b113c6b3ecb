package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts 7 and 9 belong to group 7, account 8 to a group of its own; all are rich. A lot is worth 200 USDC at the mark. */
class OrderLimitsTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 10_000_000).account(8, 10_000_000);
        driver.send("DefineAccount account=9 group=7");
        driver.send("Deposit account=9 amount=10000000000000");
        driver.send("MarkPrice price=20000");
        driver.clear();
    }

    @Test
    void anOrderIsWorthNoMoreThanItMayBe() {
        limit("ORDER_VALUE_MAX", 2_000_000_000);
        assertThat(driver.send("OrderPlace account=7 order=1 lots=11 limit=20000"))
                .isEqualTo("ORDER_VALUE_LIMIT (2000000000)");
        assertThat(driver.events()).last().asString().endsWith("largest 10");
        assertThat(driver.send("OrderPlace account=7 order=1 lots=10 limit=20000"))
                .startsWith("OK");
        // At a higher limit fewer lots are worth as much.
        assertThat(driver.send("OrderPlace account=7 order=2 lots=10 limit=20001"))
                .startsWith("ORDER_VALUE_LIMIT");
    }

    @Test
    void anOrderThatReducesMayBeWorthMore() {
        driver.send("Trade id=1 price=20000 lots=50 buy=7 sell=8");
        limit("ORDER_VALUE_MAX", 2_000_000_000);
        assertThat(driver.send("OrderPlace account=7 order=1 lots=50 limit=20000 side=SELL"))
                .startsWith("OK");
    }

    @Test
    void accountsOfAGroupShareItsLimitWithTheirOrders() {
        limit("GROUP_LOTS_MAX", 100);
        driver.send("Trade id=1 price=20000 lots=30 buy=9 sell=8");
        ok("OrderPlace account=9 order=1 lots=20 limit=20000");
        // The other side of account 9 is the smaller one: it could be long 50 or short 10.
        ok("OrderPlace account=9 order=2 lots=40 limit=20000 side=SELL");
        ok("OrderPlace account=7 order=3 lots=40 limit=20000 side=SELL");
        assertThat(driver.send("OrderPlace account=7 order=4 lots=11 limit=20000 side=SELL"))
                .isEqualTo("GROUP_POSITION_LIMIT (10)");
        assertThat(driver.events()).last().asString().endsWith("largest 10");
        ok("OrderPlace account=8 order=5 lots=70 limit=20000 side=SELL");
        driver.send("OrderCancel account=9 order=1");
        ok("OrderPlace account=7 order=4 lots=30 limit=20000 side=SELL");
    }

    @Test
    void openInterestIsNotRaisedBeyondItsLimit() {
        limit("OPEN_INTEREST_MAX", 100);
        driver.send("Trade id=1 price=20000 lots=80 buy=7 sell=8");
        ok("OrderPlace account=9 order=1 lots=20 limit=20000");
        assertThat(driver.send("OrderPlace account=9 order=2 lots=1 limit=20000"))
                .isEqualTo("OPEN_INTEREST_LIMIT (20)");
        // Account 8 is short 80: it closes these and may open 20.
        assertThat(driver.send("OrderPlace account=8 order=3 lots=101 limit=20000"))
                .isEqualTo("OPEN_INTEREST_LIMIT (20)");
        assertThat(driver.events()).last().asString().endsWith("largest 100");
        ok("OrderPlace account=8 order=3 lots=100 limit=20000");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aTradeIsBookedBeyondEveryLimit() {
        limit("ORDER_VALUE_MAX", 0);
        limit("GROUP_LOTS_MAX", 0);
        limit("OPEN_INTEREST_MAX", 0);
        assertThat(driver.send("Trade id=1 price=20000 lots=80 buy=7 sell=8")).isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=8 order=1 lots=1 limit=20000 side=SELL"))
                .isEqualTo("ORDER_VALUE_LIMIT");
        ok("OrderPlace account=8 order=1 lots=80 limit=20000");
    }

    @Test
    void limitsAreAPartOfTheStateOnlyWhileTheyAreSet() {
        final long before = driver.engine().state().instruments().get(1).hash();
        limit("OPEN_INTEREST_MAX", 5);
        assertThat(driver.engine().state().instruments().get(1).hash()).isNotEqualTo(before);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
        limit("OPEN_INTEREST_MAX", 1L << 60);
        assertThat(driver.engine().state().instruments().get(1).hash()).isEqualTo(before);
        assertThat(driver.send("ParameterChange parameter=GROUP_LOTS_MAX scope=1 value=-1"))
                .isEqualTo("VALUE_OUT_OF_RANGE (" + (1L << 60) + ")");
        assertThat(driver.send("ParameterChange parameter=GROUP_LOTS_MAX scope=9 value=1"))
                .isEqualTo("UNKNOWN_INSTRUMENT");
    }

    private void limit(final String parameter, final long value) {
        ok("ParameterChange parameter=" + parameter + " scope=1 value=" + value);
        driver.clear();
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }
}
