package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.LedgerAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawalTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 1_000).account(8, 1_000);
    }

    @Test
    void whatIsAskedForIsInFlightUntilItIsPaid() {
        assertThat(driver.send("WithdrawalRequest account=7 amount=400")).isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly("7 WITHDRAWAL -400 of 1 to 999999600", "7 released 400 of asset 1 as 1");
        assertThat(ledger(LedgerAccount.IN_FLIGHT)).isEqualTo(400);
        assertThat(ledger(LedgerAccount.EXTERNAL)).isEqualTo(-2_000_000_000);
        driver.clear();
        assertThat(driver.send("WithdrawalSettle id=1 result=PAID")).isEqualTo("OK");
        assertThat(driver.events()).containsExactly("7 withdrawal 1 PAID 400 of asset 1");
        assertThat(ledger(LedgerAccount.IN_FLIGHT)).isZero();
        assertThat(ledger(LedgerAccount.EXTERNAL)).isEqualTo(-1_999_999_600);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void whatCouldNotBePaidIsBackOnItsAccount() {
        driver.send("WithdrawalRequest account=7 amount=400");
        driver.send("WithdrawalRequest account=8 amount=500");
        driver.clear();
        assertThat(driver.send("WithdrawalSettle id=1 result=RETURNED")).isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly(
                        "7 WITHDRAWAL_RETURNED 400 of 1 to 1000000000", "7 withdrawal 1 RETURNED 400 of asset 1");
        assertThat(ledger(LedgerAccount.IN_FLIGHT)).isEqualTo(500);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aWithdrawalIsSettledOnce() {
        driver.send("WithdrawalRequest account=7 amount=400");
        driver.send("WithdrawalRequest account=7 amount=500");
        assertThat(driver.send("WithdrawalSettle id=1 result=PAID")).isEqualTo("OK");
        driver.clear();
        assertThat(driver.send("WithdrawalSettle id=1 result=RETURNED")).isEqualTo("WITHDRAWAL_NOT_IN_FLIGHT (2)");
        assertThat(driver.send("WithdrawalSettle id=3 result=PAID")).isEqualTo("WITHDRAWAL_NOT_IN_FLIGHT (2)");
        assertThat(driver.send("WithdrawalSettle id=0 result=PAID")).isEqualTo("WITHDRAWAL_NOT_IN_FLIGHT (2)");
        assertThat(driver.events()).isEmpty();
        assertThat(driver.send("WithdrawalSettle id=2 result=PAID")).isEqualTo("OK");
    }

    @Test
    void whatNoLongerFitsTheBalanceStaysInFlight() {
        driver.send("WithdrawalRequest account=7 amount=400");
        final long most = (1L << 60) - 999_999_600;
        assertThat(driver.send("Deposit account=7 amount=" + most)).isEqualTo("OK");
        assertThat(driver.send("WithdrawalSettle id=1 result=RETURNED"))
                .isEqualTo("BALANCE_LIMIT (1152921504606846976)");
        assertThat(driver.send("WithdrawalSettle id=1 result=PAID")).isEqualTo("OK");
    }

    @Test
    void anAccountMayWithdrawSoMuchIn24Hours() {
        driver.advance(HOUR_NS / 2);
        set("WITHDRAWAL_ACCOUNT_MAX", 1_000);
        assertThat(driver.send("WithdrawalRequest account=7 amount=600")).isEqualTo("OK");
        driver.advance(HOUR_NS);
        assertThat(driver.send("WithdrawalRequest account=7 amount=300")).isEqualTo("OK");
        driver.clear();
        // 100 are left; 600 come free 24 hours after the end of the first hour, and with 300 then counted 700 may go.
        assertThat(driver.send("WithdrawalRequest account=7 amount=101")).isEqualTo("WITHDRAWAL_ACCOUNT_LIMIT (100)");
        assertThat(driver.events()).containsExactly("7 may withdraw 100 of 1000 of asset 1, 101 from " + 25 * HOUR_NS);
        driver.clear();
        assertThat(driver.send("WithdrawalRequest account=7 amount=800")).isEqualTo("WITHDRAWAL_ACCOUNT_LIMIT (100)");
        assertThat(driver.events()).containsExactly("7 may withdraw 100 of 1000 of asset 1, 800 from " + 26 * HOUR_NS);
        driver.clear();
        assertThat(driver.send("WithdrawalRequest account=7 amount=1001")).isEqualTo("WITHDRAWAL_ACCOUNT_LIMIT (100)");
        assertThat(driver.events()).containsExactly("7 may withdraw 100 of 1000 of asset 1, 1001 from 0");
        assertThat(driver.send("WithdrawalRequest account=8 amount=1000")).isEqualTo("OK");
        driver.advance(25 * HOUR_NS - driver.timeNs() - 1);
        assertThat(driver.send("WithdrawalRequest account=7 amount=700")).isEqualTo("WITHDRAWAL_ACCOUNT_LIMIT (100)");
        driver.advance(1);
        assertThat(driver.send("WithdrawalRequest account=7 amount=701")).isEqualTo("WITHDRAWAL_ACCOUNT_LIMIT (700)");
        assertThat(driver.send("WithdrawalRequest account=7 amount=700")).isEqualTo("OK");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void allAccountsTogetherMayWithdrawSoMuchIn24Hours() {
        set("WITHDRAWAL_TOTAL_MAX", 1_000);
        assertThat(driver.send("WithdrawalRequest account=7 amount=600")).isEqualTo("OK");
        driver.clear();
        assertThat(driver.send("WithdrawalRequest account=8 amount=401")).isEqualTo("WITHDRAWAL_TOTAL_LIMIT (400)");
        assertThat(driver.events())
                .containsExactly("8 may withdraw 400 of 1000 of asset 1 with all, 401 from " + 25 * HOUR_NS);
        assertThat(driver.send("WithdrawalRequest account=8 amount=400")).isEqualTo("OK");
        set("WITHDRAWAL_TOTAL_MAX", 0);
        assertThat(driver.send("WithdrawalRequest account=8 amount=1")).isEqualTo("WITHDRAWAL_TOTAL_LIMIT");
    }

    @Test
    void whatCameBackCountsNoMore() {
        set("WITHDRAWAL_ACCOUNT_MAX", 1_000);
        driver.send("WithdrawalRequest account=7 amount=600");
        driver.advance(2 * HOUR_NS);
        driver.send("WithdrawalRequest account=7 amount=400");
        driver.send("WithdrawalSettle id=1 result=RETURNED");
        assertThat(driver.send("WithdrawalRequest account=7 amount=600")).isEqualTo("OK");
        driver.advance(40 * HOUR_NS);
        // Withdrawal 3 has left the window long ago: nothing is given back for it.
        assertThat(driver.send("WithdrawalRequest account=7 amount=1000")).isEqualTo("OK");
        driver.send("WithdrawalSettle id=3 result=RETURNED");
        assertThat(driver.send("WithdrawalRequest account=7 amount=1")).isEqualTo("WITHDRAWAL_ACCOUNT_LIMIT");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void limitsHaveTheirRange() {
        assertThat(driver.send("ParameterChange parameter=WITHDRAWAL_ACCOUNT_MAX scope=1 value=-1"))
                .isEqualTo("VALUE_OUT_OF_RANGE (1152921504606846976)");
        assertThat(driver.send("ParameterChange parameter=WITHDRAWAL_TOTAL_MAX scope=9 value=1"))
                .isEqualTo("UNKNOWN_ASSET");
        assertThat(driver.send("ParameterChange parameter=WITHDRAWAL_TOTAL_MAX scope=1 value=5"))
                .isEqualTo("OK");
        assertThat(driver.events())
                .containsExactly("parameter WITHDRAWAL_TOTAL_MAX scope 1 1152921504606846976->5 by 1");
    }

    private void set(final String parameter, final long value) {
        assertThat(driver.send("ParameterChange parameter=" + parameter + " scope=1 value=" + value))
                .isEqualTo("OK");
    }

    private long ledger(final LedgerAccount account) {
        final EngineState state = driver.engine().state();
        return state.ledger().of(account, state.assets().get(1));
    }
}
