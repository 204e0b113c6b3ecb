package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.LedgerAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeeTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 1_000).account(8, 1_000);
        ok("MarkPrice price=20000");
        ok("DefineFeeSchedule schedule=1 maker=-100 taker=450");
        driver.clear();
    }

    @Test
    void aTradeThatLeavesItsFeesToTheEngineGetsThemByTheSchedule() {
        ok("FeeScheduleAssign account=7 schedule=1");
        ok("FeeScheduleAssign group=8 schedule=1");
        assertThat(driver.events())
                .containsExactly("fees of account 7 by schedule 1, by 1", "fees of group 8 by schedule 1, by 1");
        driver.clear();
        // 3 lots of 200.01: the taker pays 450 ppm of 600.03, 0.2700135, rounded up; the maker gets 100 ppm, rounded
        // down.
        ok("Trade id=1 price=20001 lots=3 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE taker=BUY");
        assertThat(driver.events()).contains("7 FEE -270014 of 1 to 999729986", "8 FEE 60003 of 1 to 1000060003");
        assertThat(fees()).isEqualTo(270_014 - 60_003);
        ok("Trade id=2 price=20001 lots=3 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE taker=SELL");
        assertThat(fees()).isEqualTo(2 * (270_014 - 60_003));
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aFeeThatIsGivenIsAFact() {
        ok("FeeScheduleAssign account=7 schedule=1");
        ok("Trade id=1 price=20000 lots=1 buy=7 sell=8 buyFee=5 sellFee=SCHEDULE");
        assertThat(driver.events()).contains("7 FEE -5 of 1 to 999999995");
        assertThat(fees()).isEqualTo(5);
    }

    @Test
    void theAccountsScheduleComesBeforeItsGroups() {
        ok("DefineFeeSchedule schedule=2 maker=0 taker=1000");
        ok("FeeScheduleAssign group=7 schedule=1");
        ok("FeeScheduleAssign account=7 schedule=2");
        ok("Trade id=1 price=20000 lots=1 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE");
        assertThat(fees()).isEqualTo(200_000);
        ok("FeeScheduleAssign account=7 schedule=0");
        ok("Trade id=2 price=20000 lots=1 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE");
        assertThat(fees()).isEqualTo(290_000);
        ok("DefineFeeSchedule schedule=1 maker=0 taker=0");
        ok("Trade id=3 price=20000 lots=1 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE");
        assertThat(fees()).isEqualTo(290_000);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void anOrderNeedsItsFeeAtTheWorseRate() {
        // 1,000 carry 250 lots: 2 % of 50,000. With 450 ppm of fees, 22.5, they carry 244.
        ok("FeeScheduleAssign account=7 schedule=1");
        assertThat(driver.send("OrderPlace account=7 order=1 lots=245 limit=20000"))
                .startsWith("INSUFFICIENT_MARGIN");
        assertThat(driver.send("OrderPlace account=7 order=1 lots=244 limit=20000"))
                .startsWith("OK");
        assertThat(driver.send("OrderPlace account=8 order=2 lots=250 limit=20000"))
                .isEqualTo("OK");
    }

    @Test
    void whoTookIsAFigureOfATradeByTheSchedule() {
        ok("Trade id=1 price=20000 lots=1 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE taker=BUY");
        assertThat(driver.send("Trade id=1 price=20000 lots=1 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE taker=BUY"))
                .isEqualTo("OK");
        assertThat(driver.send(
                        "Trade id=1 price=20000 lots=1 buy=7 sell=8 buyFee=SCHEDULE sellFee=SCHEDULE taker=SELL"))
                .startsWith("TRADE_ID_REUSED");
    }

    @Test
    void schedulesHaveTheirRange() {
        assertThat(driver.send("DefineFeeSchedule schedule=0")).isEqualTo("ID_OUT_OF_RANGE");
        assertThat(driver.send("DefineFeeSchedule schedule=2 maker=-10 taker=9"))
                .isEqualTo("RATE_OUT_OF_RANGE");
        assertThat(driver.send("DefineFeeSchedule schedule=2 maker=0 taker=100001"))
                .isEqualTo("RATE_OUT_OF_RANGE");
        assertThat(driver.send("FeeScheduleAssign account=7 schedule=9")).isEqualTo("UNKNOWN_FEE_SCHEDULE");
        assertThat(driver.send("FeeScheduleAssign account=9 schedule=1")).isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(driver.send("FeeScheduleAssign group=9 schedule=1")).isEqualTo("UNKNOWN_GROUP");
        assertThat(driver.send("FeeScheduleAssign account=7 group=7 schedule=1"))
                .isEqualTo("ID_OUT_OF_RANGE");
        assertThat(driver.events()).isEmpty();
        for (int i = 2; i <= 64; i++) {
            ok("DefineFeeSchedule schedule=" + i);
        }
        assertThat(driver.send("DefineFeeSchedule schedule=65")).isEqualTo("LIMIT_REACHED (64)");
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private long fees() {
        final EngineState state = driver.engine().state();
        return state.ledger().of(LedgerAccount.FEES, state.assets().get(1));
    }
}
