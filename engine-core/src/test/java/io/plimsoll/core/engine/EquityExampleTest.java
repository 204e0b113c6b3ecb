package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.Test;

/** The worked numbers of docs/MARGIN.md, section "Equity and what may leave". */
class EquityExampleTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;

    private final EngineDriver driver = EngineDriver.withMarket();

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private MarginAssessment assess() {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(7), assessment);
        return assessment;
    }

    @Test
    void theNumbersOfThePageAreTheEngines() {
        driver.account(7, 0);
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000," + 50_000 * USD + ":100000:50000");
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
        ok("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=" + 500_000 * USD);
        ok("WithdrawalRequest account=7 amount=" + 10_000 * USD);
        ok("CreditLine account=7 amount=" + 1_000 * USD);

        assertThat(assess().netAssetValue()).isEqualTo(90_000 * USD);
        assertThat(assess().marginEquity()).isEqualTo(83_500 * USD);
        assertThat(assess().initialMargin()).isEqualTo(5_000 * USD);
        assertThat(assess().maintenanceMargin()).isZero();
        assertThat(assess().freeMargin()).isEqualTo(78_500 * USD);
        assertThat(driver.send("WithdrawalRequest account=7 amount=" + 77_501 * USD))
                .isEqualTo("INSUFFICIENT_MARGIN (" + 77_500 * USD + ")");

        ok("ParameterChange parameter=COLLATERAL_CAP scope=2 value=" + 4 * COIN);

        assertThat(assess().marginEquity()).isEqualTo(83_500 * USD);
        assertThat(assess().cappedCollateral()).isEqualTo(17_500 * USD);
        assertThat(assess().freeMargin()).isEqualTo(61_000 * USD);
    }
}
