package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In cross mode long options that are paid offset short ones, and nothing else. A lot is on 0.01 BTC at 20,000, so that a short one
 * needs 2 % and 1 % of 200; a tick of a lot is a cent.
 */
class CrossOptionsTest {
    private static final long ONE = 1_000_000;
    private static final int LONG = 2;
    private static final int SHORT = 3;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final MarginAssessment assessment = new MarginAssessment();

    @BeforeEach
    void twoOptionsAndTwoAccounts() {
        option(LONG, "PREMIUM");
        option(SHORT, "PREMIUM");
        ok("MarkPrice instrument=1 price=20000");
        ok("MarkPrice instrument=2 price=500");
        ok("MarkPrice instrument=3 price=200");
        driver.account(7, 1_100).account(8, 100_000);
    }

    private void option(final int id, final String style) {
        ok("DefineInstrument instrument=" + id + " symbol=O" + id
                + " kind=OPTION strike=200000000000000 side=CALL underlying=2 settlement=1 tickValue=10000"
                + " lotSize=1000000 priceTicksMin=0 premium=" + style
                + " priceTicksMax=10000000 positionLotsMax=100000 expiry=5000000000 window=1800000000000");
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    /** Long 100 for 500, short 200 for 400: 1,000 is left in money. */
    private void spread() {
        ok("Trade id=1 instrument=2 price=500 lots=100 buy=7 sell=8");
        ok("Trade id=2 instrument=3 price=200 lots=200 buy=8 sell=7");
    }

    private MarginAssessment assess() {
        driver.engine().assess(driver.engine().state().accounts().account(7), assessment);
        return assessment;
    }

    private long free() {
        return assess().freeMarginWith(driver.engine()
                .positionAndOrderMargin(driver.engine().state().accounts().account(7)));
    }

    @Test
    void valueAboveZeroIsNoEquityAndLowersWhatShortOptionsNeed() {
        spread();
        // 500 - 400 = 100 of value; 200 short lots need 2 % of 40,000.
        assertThat(assess().optionValue()).isEqualTo(100 * ONE);
        assertThat(assessment.netAssetValue()).isEqualTo(1_100 * ONE);
        assertThat(assessment.marginEquity()).isEqualTo(1_000 * ONE);
        assertThat(assessment.initialMargin()).isEqualTo((800 - 100) * ONE);
        assertThat(assessment.maintenanceMargin()).isEqualTo((400 - 100) * ONE);
        assertThat(assessment.freeMargin()).isEqualTo(300 * ONE);
    }

    @Test
    void valueBelowZeroIsTakenFromEquity() {
        spread();
        ok("MarkPrice instrument=2 price=100");
        assertThat(assess().optionValue()).isEqualTo(-300 * ONE);
        assertThat(assessment.marginEquity()).isEqualTo(700 * ONE);
        assertThat(assessment.initialMargin()).isEqualTo(800 * ONE);
        assertThat(assessment.maintenanceMargin()).isEqualTo(400 * ONE);
    }

    @Test
    void valueAboveWhatShortOptionsNeedOffsetsNothing() {
        spread();
        ok("MarkPrice instrument=2 price=5000");
        ok("Trade id=3 instrument=1 price=20000 lots=200 buy=7 sell=8");
        // The perpetual needs 2 % of 40,000, whatever the options are worth.
        assertThat(assess().optionValue()).isEqualTo(4_600 * ONE);
        assertThat(assessment.marginEquity()).isEqualTo(1_000 * ONE);
        assertThat(assessment.initialMargin()).isEqualTo(800 * ONE);
        assertThat(assessment.maintenanceMargin()).isEqualTo(400 * ONE);
        assertThat(assessment.initialOffset()).isEqualTo(800 * ONE);
        ok("MarkPrice instrument=1 price=19670");
        assertThat(driver.engine().state().accounts().account(7).status()).isEqualTo(MarginStatus.LIQUIDATION);
    }

    @Test
    void longOptionsDoNotCarryADebt() {
        ok("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=" + 500 * ONE);
        ok("Trade id=1 instrument=2 price=500 lots=220 buy=7 sell=8");
        assertThat(driver.engine().state().accounts().account(7).status()).isEqualTo(MarginStatus.NORMAL);
        ok("Trade id=2 instrument=2 price=500 lots=1 buy=7 sell=8");
        // Worth 1,105, owes 5: not bankrupt, but nothing carries the debt.
        assertThat(assess().netAssetValue()).isEqualTo(1_100 * ONE);
        assertThat(assessment.marginEquity()).isEqualTo(-5 * ONE);
        assertThat(assessment.maintenanceMargin()).isZero();
        assertThat(driver.engine().state().accounts().account(7).status()).isEqualTo(MarginStatus.BACKSTOP);
    }

    /** Free margin with orders is the worse of what all options need together and what premiums take from money. */
    @Test
    void anOrderThatBuysOptionsTakesItsPremiumUnlessShortOptionsNeedMoreAnyway() {
        spread();
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=50 limit=500"))
                .isEqualTo("OK (300000000)");
        ok("OrderCancel account=7 order=1");
        // 180 lots for 900: what is bought offsets no more than the 700 that short ones need.
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=2 lots=180 limit=500"))
                .isEqualTo("OK (100000000)");
        ok("Trade id=3 instrument=2 price=500 lots=180 buy=7 sell=8 buyOrder=2");
        assertThat(free()).isEqualTo(100 * ONE);
    }

    @Test
    void anOrderInAContractIsNotCoveredByOptionValue() {
        spread();
        ok("MarkPrice instrument=2 price=5000");
        assertThat(free()).isEqualTo(1_000 * ONE);
        assertThat(driver.send("OrderPlace account=7 instrument=1 order=1 lots=250 limit=20000"))
                .isEqualTo("OK");
        assertThat(driver.send("OrderPlace account=7 instrument=1 order=2 lots=1 limit=20000"))
                .startsWith("INSUFFICIENT_MARGIN");
    }

    @Test
    void aLongOptionThatIsSoldNeedsNothing() {
        ok("Trade id=1 instrument=2 price=500 lots=200 buy=7 sell=8");
        assertThat(free()).isEqualTo(100 * ONE);
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=200 limit=500 side=SELL"))
                .isEqualTo("OK (100000000)");
    }

    @Test
    void anOrderThatBuysShortOptionsBackNeedsNothingMore() {
        ok("Trade id=1 instrument=3 price=200 lots=200 buy=8 sell=7");
        // 1,500 in money less 400 of value, and 2 % of 40,000.
        assertThat(free()).isEqualTo(300 * ONE);
        assertThat(driver.send("OrderPlace account=7 instrument=3 order=1 lots=200 limit=200"))
                .isEqualTo("OK (300000000)");
    }

    @Test
    void moneyMayLeaveAsFarAsOptionValueOffsetsWhatShortOptionsNeed() {
        spread();
        assertThat(driver.send("WithdrawalRequest account=7 amount=" + (300 * ONE + 1)))
                .isEqualTo("INSUFFICIENT_MARGIN (300000000)");
        ok("WithdrawalRequest account=7 amount=" + 300 * ONE);
    }

    /** Their profit and loss is in money: value that cannot be spent does not carry it, and they have no value to offset with. */
    @Test
    void futuresStyleOptionsAreNoPartOfIt() {
        option(4, "FUTURES");
        ok("MarkPrice instrument=4 price=200");
        ok("Trade id=1 instrument=2 price=500 lots=100 buy=7 sell=8");
        ok("Trade id=2 instrument=4 price=200 lots=100 buy=8 sell=7");
        assertThat(assess().optionValue()).isEqualTo(500 * ONE);
        assertThat(assessment.marginEquity()).isEqualTo(600 * ONE);
        assertThat(assessment.initialMargin()).isEqualTo(400 * ONE);
    }
}
