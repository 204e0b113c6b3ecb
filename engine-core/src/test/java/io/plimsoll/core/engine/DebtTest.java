package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Account 7 has 1 BTC, worth 20,000, of which 18,000 count for new risk; account 8 has 1,000,000 USDC. */
class DebtTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long YEAR_NS = 365 * 24 * HOUR_NS;
    private static final String SPOT = "DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1"
            + " tickValue=10000 kind=SPOT lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000";

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 0).account(8, 1_000_000);
        ok("Deposit account=7 asset=2 amount=" + COIN);
        ok(SPOT);
        ok("MarkPrice instrument=2 price=20000");
        driver.clear();
    }

    @Test
    void nobodyBorrowsUnlessTheAssetAllowsIt() {
        assertThat(driver.send("WithdrawalRequest account=7 amount=1")).isEqualTo("INSUFFICIENT_BALANCE");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=1 limit=20000"))
                .isEqualTo("INSUFFICIENT_BALANCE");
    }

    @Test
    void aWithdrawalBorrowsWhatMarginCarries() {
        set("BORROW_ACCOUNT_MAX", 1, 50_000 * USD);
        // 18,000 are free.
        assertThat(driver.send("WithdrawalRequest account=7 amount=" + 18_001 * USD))
                .isEqualTo("INSUFFICIENT_MARGIN (18000000000)");
        ok("WithdrawalRequest account=7 amount=" + 18_000 * USD);
        assertThat(assess(7).marginEquity()).isEqualTo(1_000 * USD);
        assertThat(asset(1).totals().debt()).isEqualTo(18_000 * USD);
        checkpoint();
    }

    @Test
    void anAccountAndAllTogetherHaveTheirCap() {
        set("BORROW_ACCOUNT_MAX", 1, 500 * USD);
        set("BORROW_TOTAL_MAX", 1, 600 * USD);
        ok("Deposit account=7 amount=" + 100 * USD);
        assertThat(driver.send("WithdrawalRequest account=7 amount=" + 601 * USD))
                .isEqualTo("INSUFFICIENT_BALANCE (600000000)");
        ok("WithdrawalRequest account=7 amount=" + 550 * USD);
        assertThat(driver.send("WithdrawalRequest account=7 amount=" + 51 * USD))
                .isEqualTo("INSUFFICIENT_BALANCE (50000000)");
        driver.account(9, 0);
        ok("Deposit account=9 asset=2 amount=" + COIN);
        assertThat(driver.send("WithdrawalRequest account=9 amount=" + 151 * USD))
                .isEqualTo("INSUFFICIENT_BALANCE (150000000)");
        ok("WithdrawalRequest account=9 amount=" + 150 * USD);
        assertThat(driver.send("WithdrawalRequest account=7 amount=1")).isEqualTo("INSUFFICIENT_BALANCE");
    }

    @Test
    void aSpotOrderMayBeBoughtWithBorrowedMoney() {
        set("BORROW_ACCOUNT_MAX", 1, 50_000 * USD);
        // 2 BTC of 40,000: the debt would be 40,000, and 36,000 of the coins would count: 4,000 of 18,000 are needed.
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=200 limit=20000"))
                .startsWith("OK");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=2 lots=51 limit=20000"))
                .isEqualTo("INSUFFICIENT_BALANCE (10000000000)");
        ok("Trade id=1 instrument=2 price=20000 lots=200 buy=7 sell=8 buyOrder=1");
        assertThat(asset(1).totals().debt()).isEqualTo(40_000 * USD);
        checkpoint();
    }

    @Test
    void theSurchargeOnADebtIsPartOfWhatAnOrderNeeds() {
        set("BORROW_ACCOUNT_MAX", 1, 200_000 * USD);
        set("LIABILITY_HAIRCUT_PPM", 1, 100_000);
        // A debt of 90,000 counts 99,000, the coins for it 81,000: 18,000, what is free. With 1 lot more it is too
        // much.
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=451 limit=20000"))
                .startsWith("INSUFFICIENT_MARGIN");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=450 limit=20000"))
                .isEqualTo("OK");
        ok("Trade id=1 instrument=2 price=20000 lots=450 buy=7 sell=8 buyOrder=1");
        assertThat(assess(7).freeMargin()).isZero();
    }

    @Test
    void depositsAndSalesRepayOfThemselves() {
        set("BORROW_ACCOUNT_MAX", 1, 50_000 * USD);
        ok("WithdrawalRequest account=7 amount=" + 500 * USD);
        ok("Deposit account=7 amount=" + 200 * USD);
        assertThat(asset(1).totals().debt()).isEqualTo(300 * USD);
        ok("Trade id=1 instrument=2 price=20000 lots=50 buy=8 sell=7");
        assertThat(asset(1).totals().debt()).isZero();
        checkpoint();
    }

    @Test
    void interestAccruesWithTimeAndIsBookedWhenTheDebtIsTouched() {
        set("BORROW_ACCOUNT_MAX", 1, 50_000 * USD);
        set("BORROW_RATE", 1, 100_000_000_000_000L);
        ok("WithdrawalRequest account=7 amount=" + 1_000 * USD);
        final long before = assess(7).marginEquity();
        driver.clear();
        driver.advance(YEAR_NS / 2);
        // Half a year of 10 % on 1,000; the account is margined anew with the hour, the balance stays.
        driver.host("Continue");
        assertThat(assess(7).marginEquity()).isEqualTo(before - 50 * USD);
        assertThat(driver.events()).isEmpty();
        ok("Deposit account=7 amount=" + 100 * USD);
        assertThat(driver.events())
                .containsExactly(
                        "7 interest 50000000 on 1000000000 of asset 1 at 5000000000000000",
                        "7 INTEREST -50000000 of 1 to -1050000000",
                        "7 DEPOSIT 100000000 of 1 to -950000000");
        assertThat(ledger(LedgerAccount.INTEREST)).isEqualTo(50 * USD);
        assertThat(asset(1).totals().debt()).isEqualTo(950 * USD);
        checkpoint();
    }

    @Test
    void theIndexStandsAtTheSamePlaceHoweverOftenItIsLookedAt() {
        set("BORROW_RATE", 1, 123_456_789_012_345L);
        for (int i = 0; i < 1_000; i++) {
            driver.advance(YEAR_NS / 1_000);
            driver.send("IndexPrice asset=1 price=" + (10_000_000_000L + i));
        }
        assertThat(asset(1).interest().value()).isEqualTo(12_345_678_901_234_500L);
        checkpoint();
    }

    @Test
    void interestAloneCanMoveAnAccountOnTheLadderAtAFullHour() {
        set("BORROW_ACCOUNT_MAX", 1, 50_000 * USD);
        set("BORROW_RATE", 1, 1_000_000_000_000_000L);
        ok("WithdrawalRequest account=7 amount=" + 18_000 * USD);
        while (driver.engine().risk().hasWork()) {
            driver.host("Continue");
        }
        driver.clear();
        driver.advance(HOUR_NS - 1_000_000_001L);
        assertThat(driver.engine().risk().hasWork()).isFalse();
        driver.advance(1_000_000_001L);
        driver.host("Tick");
        assertThat(driver.engine().risk().hasWork()).isTrue();
        driver.host("Continue");
        assertThat(driver.events()).hasSize(2);
        assertThat(driver.events().get(0)).startsWith("7 NORMAL->NO_NEW_RISK");
        assertThat(driver.engine().risk().hasWork()).isFalse();
    }

    @Test
    void whoOwesNothingPaysNothing() {
        set("BORROW_RATE", 1, 1_000_000_000_000_000L);
        driver.advance(YEAR_NS);
        driver.clear();
        ok("Deposit account=8 amount=1");
        assertThat(driver.events()).containsExactly("8 DEPOSIT 1 of 1 to 1000000000001");
        assertThat(driver.send("ParameterChange parameter=BORROW_RATE scope=1 value=10000000000000001"))
                .isEqualTo("VALUE_OUT_OF_RANGE (10000000000000000)");
    }

    private void set(final String parameter, final int asset, final long value) {
        ok("ParameterChange parameter=" + parameter + " scope=" + asset + " value=" + value);
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private void checkpoint() {
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private Asset asset(final int id) {
        return driver.engine().state().assets().get(id);
    }

    private long ledger(final LedgerAccount account) {
        return driver.engine().state().ledger().of(account, asset(1));
    }

    private MarginAssessment assess(final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment;
    }
}
