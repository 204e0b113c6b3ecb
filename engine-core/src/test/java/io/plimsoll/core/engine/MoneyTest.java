package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 1_000).account(8, 1_000_000);
        driver.send("MarkPrice price=20000");
        driver.clear();
    }

    @Test
    void anAccountWithoutPositionsCanWithdrawEverything() {
        assertThat(driver.send("WithdrawalRequest account=7 amount=1000000000")).isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly("7 WITHDRAWAL -1000000000 of 1 to 0", "7 released 1000000000 of asset 1 as 1");
    }

    @Test
    void neverPaysMoreThanTheBalance() {
        assertThat(driver.send("WithdrawalRequest account=7 amount=1000000001"))
                .isEqualTo("INSUFFICIENT_BALANCE (1000000000)");
        assertThat(driver.send("WithdrawalRequest account=7 asset=2 amount=1")).isEqualTo("INSUFFICIENT_BALANCE");
    }

    @Test
    void leavesInitialMarginBehindAndSaysTheLargestAmount() {
        driver.send("Trade id=1 price=20000 lots=100 buy=7 sell=8");
        // IM 2 % of 20,000 = 400: 600 may go.
        assertThat(driver.send("WithdrawalRequest account=7 amount=600000001"))
                .isEqualTo("INSUFFICIENT_MARGIN (600000000)");
        assertThat(driver.send("WithdrawalRequest account=7 amount=600000000")).isEqualTo("OK");
    }

    @Test
    void unrealisedProfitCannotBeWithdrawn() {
        driver.send("Trade id=1 price=20000 lots=100 buy=7 sell=8");
        driver.send("MarkPrice price=22000");
        // Equity 1,000 + 2,000; less the profit 1,000; IM 2 % of 22,000 = 440.
        assertThat(driver.send("WithdrawalRequest account=7 amount=1000000000"))
                .isEqualTo("INSUFFICIENT_MARGIN (560000000)");
        driver.send("ParameterChange parameter=UNREALISED_PROFIT_CREDIT_PPM value=250000");
        // A quarter of the profit counts: 1,060, more than the balance.
        assertThat(driver.send("WithdrawalRequest account=7 amount=1000000000")).isEqualTo("OK");
    }

    @Test
    void restingOrdersHoldMoneyBack() {
        driver.send("OrderPlace account=7 order=1 lots=100 limit=20000 side=BUY");
        assertThat(driver.send("WithdrawalRequest account=7 amount=700000000"))
                .isEqualTo("INSUFFICIENT_MARGIN (600000000)");
    }

    @Test
    void transfersStayWithinAGroup() {
        driver.send("DefineAccount account=70 group=7");
        driver.clear();
        assertThat(driver.send("Transfer from=7 to=8 amount=1")).isEqualTo("OTHER_GROUP");
        assertThat(driver.send("Transfer from=7 to=7 amount=1")).isEqualTo("SAME_ACCOUNT");
        assertThat(driver.send("Transfer from=7 to=99 amount=1")).isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(driver.send("Transfer from=7 to=70 amount=1000000001"))
                .isEqualTo("INSUFFICIENT_BALANCE (1000000000)");
        assertThat(driver.events()).isEmpty();
        assertThat(driver.send("Transfer from=7 to=70 amount=400000000")).isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly("7 TRANSFER -400000000 of 1 to 600000000", "70 TRANSFER 400000000 of 1 to 400000000");
    }

    @Test
    void aDepositAddsExactlyItsValue() {
        final long before = equity(7);
        driver.send("Deposit account=7 amount=123456789");
        assertThat(equity(7)).isEqualTo(before + 123_456_789);
    }

    private long equity(final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment.marginEquity();
    }

    @Test
    void theBooksOfTheWholeVenueHaveALimitToo() {
        final long most = 1L << 60;
        for (int i = 0; i < 4; i++) {
            driver.account(20 + i, 0);
            assertThat(driver.send("Deposit account=" + (20 + i) + " asset=2 amount=" + most))
                    .isEqualTo("OK");
        }
        driver.account(24, 0);
        assertThat(driver.send("Deposit account=24 asset=2 amount=1")).isEqualTo("BALANCE_LIMIT (" + most + ")");
    }
}
