package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseTest {
    private static final long USD = 1_000_000;

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 1_000).account(8, 1_000_000);
        ok("MarkPrice price=20000");
        driver.clear();
    }

    @Test
    void marginEquityCountsACreditLineAndNetAssetValueDoesNot() {
        ok("CreditLine account=7 amount=" + 500 * USD);
        assertThat(driver.events()).containsExactly("7 credit line 0->500000000 by 1");
        assertThat(assess(7).marginEquity()).isEqualTo(1_500 * USD);
        assertThat(assess(7).netAssetValue()).isEqualTo(1_000 * USD);
        // 2 % of 75,000.
        assertThat(driver.send("OrderPlace account=7 order=1 lots=375 limit=20000"))
                .isEqualTo("OK");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void creditCannotBeWithdrawn() {
        ok("CreditLine account=7 amount=" + 500 * USD);
        ok("Trade id=1 price=20000 lots=100 buy=7 sell=8");
        // Of the account's own 1,000 the initial margin, 400, stays.
        assertThat(driver.send("WithdrawalRequest account=7 amount=" + 601 * USD))
                .isEqualTo("INSUFFICIENT_MARGIN (600000000)");
    }

    @Test
    void withoutItsCreditAnAccountFallsOnTheLadder() {
        ok("CreditLine account=7 amount=" + 500 * USD);
        ok("Trade id=1 price=20000 lots=300 buy=7 sell=8");
        driver.clear();
        ok("CreditLine account=7 amount=0");
        assertThat(driver.events().get(1)).startsWith("7 NORMAL->NO_NEW_RISK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void moneyOfTheHouseMovesBetweenItsLedgers() {
        ok("LedgerMove from=EXTERNAL to=INSURANCE amount=1000");
        ok("LedgerMove from=INSURANCE to=HOUSE amount=400");
        assertThat(driver.events())
                .containsExactly(
                        "moved 1000 of 1 from EXTERNAL to INSURANCE by 1",
                        "moved 400 of 1 from INSURANCE to HOUSE by 1");
        assertThat(driver.send("LedgerMove from=INSURANCE to=HOUSE amount=601"))
                .isEqualTo("INSUFFICIENT_BALANCE (600)");
        assertThat(ledger(LedgerAccount.HOUSE)).isEqualTo(400);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void ledgersThatAreFullRefuseWhatWouldOverflow() {
        String answer = "OK";
        for (int i = 0; i < 8; i++) {
            answer = driver.send("LedgerMove from=EXTERNAL to=HOUSE amount=1152921504606846976");
        }
        assertThat(answer).isEqualTo("BALANCE_LIMIT (1152921504606846976)");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void moneyGoesBetweenGroupsUnderTheRuleOfWithdrawals() {
        assertThat(driver.send("Transfer from=7 to=8 amount=1")).isEqualTo("OTHER_GROUP");
        assertThat(driver.send("GroupTransfer from=7 to=8 amount=" + 1_001 * USD))
                .isEqualTo("INSUFFICIENT_BALANCE (1000000000)");
        ok("GroupTransfer from=7 to=8 amount=" + 400 * USD);
        assertThat(driver.events())
                .containsExactly(
                        "7 TRANSFER -400000000 of 1 to 600000000", "8 TRANSFER 400000000 of 1 to 1000400000000");
    }

    @Test
    void onlyAnAdministratorMovesMoneyOfTheHouseOrGrantsCredit() {
        ok("DefineSource newSource=4 window=16 role=LEDGER ordering=STRICT");
        assertThat(driver.sendAs(4, 1, "CreditLine account=7 amount=1")).isEqualTo("NOT_ALLOWED");
        assertThat(driver.sendAs(4, 2, "LedgerMove from=EXTERNAL to=HOUSE amount=1"))
                .isEqualTo("NOT_ALLOWED");
        assertThat(driver.sendAs(4, 3, "GroupTransfer from=7 to=8 amount=1")).isEqualTo("NOT_ALLOWED");
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private long ledger(final LedgerAccount account) {
        final EngineState state = driver.engine().state();
        return state.ledger().of(account, state.assets().get(1));
    }

    private MarginAssessment assess(final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment;
    }
}
