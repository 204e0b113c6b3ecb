package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Accounts;
import io.plimsoll.core.account.MarginStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Account 7 is long 100 lots from 20,000: 20,000 USDC notional; IM 2 %, MM 1 %; one tick is 1 USDC. */
class LadderTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void aLongPosition() {
        driver.account(7, 500).account(8, 1_000_000);
        driver.send("MarkPrice price=20000");
        driver.send("Trade id=1 price=20000 lots=100 buy=7 sell=8");
        driver.clear();
    }

    @Test
    void goesDownStepByStepAndSaysWhatFollows() {
        driver.send("MarkPrice price=19890");
        // Equity 390; IM 2 % of 19,890 = 397.8.
        assertThat(driver.events())
                .containsExactly(
                        "7 NORMAL->NO_NEW_RISK equity 390000000 im 397800000 mm 198900000",
                        "7 no new risk, shortfall 7800000");
        driver.clear();
        driver.send("MarkPrice price=19790");
        // Equity 290; MM 197.9, halfway 296.85.
        assertThat(driver.events())
                .containsExactly(
                        "7 NO_NEW_RISK->MARGIN_CALL equity 290000000 im 395800000 mm 197900000",
                        "7 margin call, shortfall 105800000, to liquidation 92100000");
        driver.clear();
        driver.send("MarkPrice price=19690");
        // Equity 190; MM 196.9, two thirds 131.3.
        assertThat(driver.events())
                .containsExactly(
                        "7 MARGIN_CALL->LIQUIDATION equity 190000000 im 393800000 mm 196900000",
                        "7 liquidate, equity 190000000 mm 196900000 notional 19690000000 [100 of 1 at 19690]");
        driver.clear();
        driver.send("MarkPrice price=19630");
        // Equity 130; two thirds of 196.3 are 130.87.
        assertThat(driver.events())
                .containsExactly("7 LIQUIDATION->BACKSTOP equity 130000000 im 392600000 mm 196300000");
        driver.clear();
        driver.send("MarkPrice price=19499");
        assertThat(driver.events()).containsExactly("7 BACKSTOP->BANKRUPT equity -1000000 im 389980000 mm 194990000");
    }

    @Test
    void leavesLiquidationOnlyATenthAboveMaintenance() {
        driver.send("MarkPrice price=19690");
        driver.clear();
        driver.send("MarkPrice price=19710");
        // Equity 210; MM 197.1, 1.1 MM = 216.81: still in liquidation.
        assertThat(driver.events()).isEmpty();
        driver.send("MarkPrice price=19717");
        // Equity 217; 1.1 x 197.17 = 216.887.
        assertThat(driver.events())
                .containsExactly("7 LIQUIDATION->MARGIN_CALL equity 217000000 im 394340000 mm 197170000");
    }

    @Test
    void fallingStraightThroughAsksForLiquidationOnce() {
        driver.send("MarkPrice price=19600");
        assertThat(driver.events())
                .containsExactly(
                        "7 NORMAL->BACKSTOP equity 100000000 im 392000000 mm 196000000",
                        "7 liquidate, equity 100000000 mm 196000000 notional 19600000000 [100 of 1 at 19600]");
    }

    @Test
    void aDepositBringsAnAccountBack() {
        driver.send("MarkPrice price=19890");
        driver.clear();
        driver.send("Deposit account=7 amount=7800000");
        // 390 + 7.8 is exactly IM: E below IM does not hold any more.
        assertThat(driver.events())
                .containsExactly(
                        "7 DEPOSIT 7800000 of 1 to 507800000",
                        "7 NO_NEW_RISK->NORMAL equity 397800000 im 397800000 mm 198900000");
    }

    @Test
    void accountsOfAGroupShareItsTiers() {
        driver.send("DefineAccount account=70 group=7");
        driver.send("Deposit account=70 amount=12000000000");
        driver.clear();
        // 1,900 more lots: the group has 2,000 lots, 400,000 USDC; IM 5,000 + 4 % of 150,000 = 11,000, of which 7 bears
        // 100/2000.
        driver.send("Trade id=2 price=20000 lots=1900 buy=70 sell=8");
        assertThat(driver.events()).contains("7 NORMAL->NO_NEW_RISK equity 500000000 im 550000000 mm 275000000");
    }

    @Test
    void collateralIsNettedFirstAndHaircutByItsSignThen() {
        driver.account(9, 0);
        // 0.1 BTC at 20,000: 2,000, haircut 5 %, and 5 % more as initial margin.
        driver.send("Deposit account=9 asset=2 amount=10000000");
        driver.send("Trade id=2 price=20000 lots=50 buy=9 sell=8");
        driver.clear();
        driver.send("MarkPrice price=16600");
        // A debt of 50 x 3,400 x 0.01 = 1,700 USDC; equity 1,900 - 1,700 = 200; MM 1 % of 8,300, and of 2,000 in BTC
        // the
        // haircut once more, for the contracts are on BTC: 83 + 100; IM 166 + 100 + 100.
        assertThat(driver.events()).contains("9 NORMAL->MARGIN_CALL equity 200000000 im 366000000 mm 183000000");
    }

    @Test
    void anIndexPriceMovesAllWhoHoldTheAsset() {
        driver.account(9, 0);
        driver.send("Deposit account=9 asset=2 amount=10000000");
        driver.send("Trade id=2 price=20000 lots=50 buy=9 sell=8");
        driver.clear();
        driver.send("IndexPrice asset=2 price=20000000000000");
        // 0.1 BTC at 2,000 is 200: equity 190; MM 1 % of 10,000, and its haircut once more, 110; IM 200 + 10 + 10;
        // halfway 165.
        assertThat(driver.events())
                .containsExactly(
                        "9 NORMAL->NO_NEW_RISK equity 190000000 im 220000000 mm 110000000",
                        "9 no new risk, shortfall 30000000");
    }

    @Test
    void countsTheAccountsAtEachPlace() {
        final Accounts accounts = driver.engine().state().accounts();
        final long changes = accounts.statusChanges();
        // Accounts 7 and 8 and the error account.
        assertThat(accounts.count(MarginStatus.NORMAL)).isEqualTo(3);

        driver.send("MarkPrice price=19690");
        assertThat(accounts.count(MarginStatus.NORMAL)).isEqualTo(2);
        assertThat(accounts.count(MarginStatus.LIQUIDATION)).isEqualTo(1);
        assertThat(accounts.statusChanges()).isEqualTo(changes + 1);

        driver.send("MarkPrice price=19691");
        assertThat(accounts.statusChanges()).isEqualTo(changes + 1);
        Invariants.check(driver.engine().state());
    }
}
