package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What orders pay beyond what an account has would be owed, and bears the surcharge of a debt. A debt in dollars bears 8 %; BTC is at
 * 20,000 and counts at 90 % for the initial margin; a lot of the perpetual and of the spot pair is worth 200.
 */
class OrderPaymentsTest {
    private static final long ONE = 1_000_000;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final MarginAssessment assessment = new MarginAssessment();

    @BeforeEach
    void aThousandAndACoin() {
        ok("DefineHaircuts asset=1 liability=80000 tiers=0:0:0");
        ok("DefineInstrument instrument=3 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("MarkPrice instrument=1 price=20000");
        ok("MarkPrice instrument=3 price=20000");
        driver.account(7, 1_000).account(8, 1_000_000);
        ok("Deposit account=7 asset=2 amount=100000000");
        ok("Deposit account=8 asset=2 amount=100000000");
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private Account account(final long id) {
        return driver.engine().state().accounts().account(id);
    }

    private long free() {
        driver.engine().assess(account(7), assessment);
        return assessment.freeMarginWith(driver.engine().positionAndOrderMargin(account(7)));
    }

    @Test
    void whatALossHasTakenIsOwedOnceAnOrderIsPaidThoughNothingMayBeBorrowed() {
        ok("Trade id=1 instrument=1 price=20000 lots=10 buy=7 sell=8");
        ok("MarkPrice instrument=1 price=15000");
        final long before = free();
        ok("OrderPlace account=7 instrument=3 order=1 lots=5 limit=20000");
        // Of 1,000 that come count 900; 500 are there after the loss, and 500 would be owed.
        assertThat(free()).isEqualTo(before - (100 + 40) * ONE);
        ok("Trade id=2 instrument=3 price=20000 lots=5 buy=7 sell=8 buyOrder=1");
        assertThat(free()).isEqualTo(before - (100 + 40) * ONE);
    }

    @Test
    void whatIsThereIsNotOwedThoughItMightBeBorrowed() {
        ok("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=" + 1_000 * ONE);
        final long before = free();
        ok("OrderPlace account=7 instrument=3 order=1 lots=5 limit=20000");
        assertThat(free()).isEqualTo(before - 100 * ONE);
        // All is promised to the first order.
        ok("OrderPlace account=7 instrument=3 order=2 lots=1 limit=20000");
        assertThat(free()).isEqualTo(before - (100 + 20 + 16) * ONE);
    }

    @Test
    void theFeeOfASpotBuyIsPaidWithIt() {
        ok("DefineFeeSchedule schedule=1 maker=0 taker=1000");
        ok("FeeScheduleAssign account=7 schedule=1");
        final long before = free();
        ok("OrderPlace account=7 instrument=3 order=1 lots=5 limit=20000");
        // The fee is 1, and is owed.
        assertThat(free()).isEqualTo(before - 101 * ONE - 80_000);
        ok("Trade id=1 instrument=3 price=20000 lots=5 buy=7 sell=8 buyOrder=1 buyFee=SCHEDULE taker=BUY");
        assertThat(free()).isEqualTo(before - 101 * ONE - 80_000);
    }

    @Test
    void aPocketBearsNoSurchargeOnWhatAnOrderLoses() {
        ok("PocketOpen account=9 parent=7 instrument=1");
        ok("Transfer from=7 to=9 asset=1 amount=" + 500 * ONE);
        ok("OrderPlace account=9 instrument=1 order=1 lots=1 limit=21000");
        // 2 % of 200, and 10 that it loses against the mark.
        assertThat(driver.engine().positionAndOrderMargin(account(9))).isEqualTo(14 * ONE);
    }
}
