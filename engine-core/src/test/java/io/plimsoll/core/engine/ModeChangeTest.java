package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.model.LiveMarket;
import io.plimsoll.core.margin.model.LiveSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account changes between cross and portfolio mode with what it holds. BTC 60,000; tiers ask for 2 % of 250,000, then 4 %. */
class ModeChangeTest {
    private static final long DOLLAR = 10_000_000_000L;

    private final EngineDriver driver = EngineDriver.withMarket().account(8, 10_000_000);

    @BeforeEach
    void trade() {
        driver.send("IndexPrice asset=2 price=" + 60_000 * DOLLAR);
        driver.send("MarkPrice price=6000000");
        driver.account(7, 20_000);
        driver.send("Trade id=1 price=6000000 lots=1 buy=7 sell=8");
        driver.clear();
    }

    private void makeRows() {
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=1", LiveSet.set(1, 1));
        LiveSet.load(
                driver, "DefineDocumentPart kind=MARGIN_MODEL version=1", LiveSet.model(LiveMarket.model(1, false)));
        while (driver.engine().risk().hasWork()) {
            driver.host("Continue");
        }
        driver.clear();
    }

    private Account account() {
        return driver.engine().state().accounts().account(7);
    }

    private MarginAssessment assess() {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(account(), assessment);
        return assessment;
    }

    @Test
    void theRequirementIsThatOfTheNewModeFromThenOn() {
        makeRows();
        final long byTiers = assess().positionInitialMargin();

        final String answer = driver.send("ModeChange account=7 mode=PORTFOLIO");

        assertThat(account().mode()).isEqualTo(MarginMode.PORTFOLIO);
        final long byRows = assess().positionInitialMargin();
        assertThat(byRows).isNotEqualTo(byTiers);
        assertThat(answer).isEqualTo("OK (" + assess().freeMargin() + ")");
        assertThat(driver.events())
                .containsExactly("7 CROSS->PORTFOLIO equity " + assess().marginEquity() + " IM "
                        + assess().initialMargin() + " MM " + assess().maintenanceMargin());

        driver.send("ModeChange account=7 mode=CROSS");

        assertThat(assess().positionInitialMargin()).isEqualTo(byTiers);
    }

    @Test
    void sumsOfRowsAreMadeAnewWhenAnAccountComesBack() {
        makeRows();
        driver.send("ModeChange account=7 mode=PORTFOLIO");
        driver.send("ModeChange account=7 mode=CROSS");
        driver.send("Trade id=2 price=6000000 lots=2 buy=8 sell=7");
        driver.send("ModeChange account=7 mode=PORTFOLIO");
        final long afterwards = assess().positionInitialMargin();

        driver.account(70, 20_000);
        driver.send("ModeChange account=70 mode=PORTFOLIO");
        driver.send("Trade id=3 price=6000000 lots=1 buy=8 sell=70");
        final MarginAssessment fresh = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(70), fresh);

        assertThat(afterwards).isEqualTo(fresh.positionInitialMargin());
    }

    @Test
    void anAccountThatTheNewModeFindsUnhealthyStaysInItsOwn() {
        makeRows();
        driver.send("WithdrawalRequest account=7 amount=4000000000");
        // Nearly all of free margin is gone: tiers ask for little, scenarios for more.
        final long free = assess().freeMargin();
        driver.send("WithdrawalRequest account=7 amount=" + (free - 1_000_000));
        driver.clear();

        assertThat(driver.send("ModeChange account=7 mode=PORTFOLIO")).startsWith("INSUFFICIENT_MARGIN (-");

        assertThat(account().mode()).isEqualTo(MarginMode.CROSS);
        assertThat(driver.events()).isEmpty();
        assertThat(assess().freeMargin()).isEqualTo(1_000_000);
        driver.host("Checkpoint");
    }

    @Test
    void nobodyLeavesAModeToEscapeAMarginCall() {
        driver.send("WithdrawalRequest account=7 amount=" + (assess().freeMargin() - 1));
        driver.send("MarkPrice price=5999000");
        assertThat(driver.send("ModeChange account=7 mode=PORTFOLIO")).isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
    }

    @Test
    void ordersCountInTheNewModeToo() {
        makeRows();
        driver.send("OrderPlace account=7 order=1 lots=3 limit=6000000");
        final String withOrders = driver.send("ModeChange account=7 mode=PORTFOLIO");

        assertThat(withOrders).startsWith("INSUFFICIENT_MARGIN (-");
        driver.send("OrderCancel account=7 order=1");
        assertThat(driver.send("ModeChange account=7 mode=PORTFOLIO")).startsWith("OK (");
    }

    @Test
    void ordersCountInTheModeThatIsLeftToo() {
        makeRows();
        driver.send("OrderPlace account=7 order=1 lots=1000 limit=6000000");
        final String refused = driver.events().get(driver.events().size() - 1);
        final String largest = refused.replaceAll(".*largest (\\d+).*", "$1");
        assertThat(driver.send("OrderPlace account=7 order=1 lots=" + largest + " limit=6000000"))
                .startsWith("OK");
        driver.send("MarkPrice price=5900000");
        final long free = assess().freeMarginWith(driver.engine().positionAndOrderMargin(account()));
        assertThat(free).isNegative();
        assertThat(account().status()).isEqualTo(MarginStatus.NORMAL);

        assertThat(driver.send("ModeChange account=7 mode=PORTFOLIO")).isEqualTo("INSUFFICIENT_MARGIN (" + free + ")");
    }

    @Test
    void theSameModeAgainIsNoChange() {
        assertThat(driver.send("ModeChange account=7 mode=CROSS")).isEqualTo("OK");
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void aReplayEndsInTheSameState() {
        makeRows();
        driver.send("ModeChange account=7 mode=PORTFOLIO");
        driver.send("Trade id=2 price=6000000 lots=1 buy=8 sell=7");
        driver.host("Checkpoint");

        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }
}
