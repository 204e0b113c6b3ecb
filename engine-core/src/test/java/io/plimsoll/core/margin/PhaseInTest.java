package io.plimsoll.core.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import org.junit.jupiter.api.Test;

/** Where the house asks for more, initial margin follows at once and maintenance margin over a day. */
class PhaseInTest {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final String DOUBLED = "DefineTierTable table=1 tiers=0:40000:20000,250000000000:80000:40000";

    private final MarginAssessment assessment = new MarginAssessment();

    /** Account 1 is long 500 lots of one dollar a cent: 100,000 dollars, of which maintenance is 1,000 and initial 2,000. */
    private static EngineDriver held() {
        final EngineDriver driver = EngineDriver.withMarket().account(1, 3_000).account(2, 100_000);
        driver.send("MarkPrice instrument=1 price=2000000");
        trade(driver, 1, 5, 1);
        driver.clear();
        return driver;
    }

    private static void trade(final EngineDriver driver, final long id, final long lots, final long buyer) {
        assertThat(driver.send("Trade id=" + id + " instrument=1 price=2000000 lots=" + lots + " buy=" + buyer
                        + " sell=" + (3 - buyer)))
                .isEqualTo("OK");
    }

    private MarginAssessment of(final EngineDriver driver, final long id) {
        final Account account = driver.engine().state().accounts().account(id);
        driver.engine().assess(account, assessment);
        return assessment;
    }

    @Test
    void initialMarginFollowsAtOnceAndMaintenanceMarginOverADay() {
        final EngineDriver driver = held();
        assertThat(of(driver, 1).maintenanceMargin()).isEqualTo(1_000_000_000);
        assertThat(driver.send(DOUBLED)).isEqualTo("OK");
        assertThat(driver.events()).contains("RaisePhasedIn 1 1000000000 -> 2000000000");
        assertThat(of(driver, 1).maintenanceMargin()).isEqualTo(1_000_000_000);
        assertThat(assessment.initialMargin()).isEqualTo(4_000_000_000L);
        assertThat(after(driver, 6)).isEqualTo(1_250_000_000);
        assertThat(after(driver, 12)).isEqualTo(1_750_000_000);
        assertThat(after(driver, 6)).isEqualTo(2_000_000_000);
        assertThat(after(driver, 100)).isEqualTo(2_000_000_000);
    }

    @Test
    void nobodyIsClosedOutByARaiseUntilItCounts() {
        final EngineDriver driver = held();
        driver.send("ParameterChange parameter=MARGIN_CALL_POINT_PPM scope=0 value=0");
        assertThat(driver.send("MarkPrice instrument=1 price=1970000")).isEqualTo("OK");
        assertThat(of(driver, 1).marginEquity()).isEqualTo(1_500_000_000);
        driver.clear();
        driver.send(DOUBLED);
        assertThat(driver.events()).noneMatch(line -> line.contains("LIQUIDATION"));
        driver.advance(13 * HOUR_NS);
        driver.send("MarkPrice instrument=1 price=1970001");
        assertThat(driver.events()).anyMatch(line -> line.contains("LIQUIDATION"));
    }

    @Test
    void whatIsLoweredCountsAtOnce() {
        final EngineDriver driver = held();
        driver.send("DefineTierTable table=1 tiers=0:10000:5000,250000000000:40000:20000");
        assertThat(of(driver, 1).maintenanceMargin()).isEqualTo(500_000_000);
        assertThat(driver.events()).noneMatch(line -> line.contains("RaisePhasedIn"));
    }

    @Test
    void anotherTableAndAShareOfTheHaircutAreRaisesToo() {
        final EngineDriver driver = held();
        driver.send("DefineTierTable table=2 tiers=0:60000:30000");
        driver.send("ParameterChange parameter=TIER_TABLE scope=1 value=2");
        assertThat(driver.events()).contains("RaisePhasedIn 1 1000000000 -> 3000000000");
        driver.send("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=0");
        driver.send("Deposit account=1 asset=2 amount=100000000");
        driver.send("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=500000");
        assertThat(driver.events()).contains("RaisePhasedIn 1 1000000000 -> 3500000000");
    }

    @Test
    void whatIsClosedTakesItsShareAlongAndWhatIsOpenedIsSparedNothing() {
        final EngineDriver driver = held();
        driver.send(DOUBLED);
        trade(driver, 2, 5, 1);
        assertThat(of(driver, 1).askedMaintenanceMargin()).isEqualTo(4_000_000_000L);
        assertThat(assessment.maintenanceMargin()).isEqualTo(3_000_000_000L);
        trade(driver, 3, 8, 2);
        assertThat(of(driver, 1).askedMaintenanceMargin()).isEqualTo(800_000_000);
        assertThat(assessment.maintenanceMargin()).isEqualTo(400_000_000);
    }

    @Test
    void aRaiseUponARaiseBeginsWhereTheFirstOneIs() {
        final EngineDriver driver = held();
        driver.send(DOUBLED);
        assertThat(after(driver, 12)).isEqualTo(1_500_000_000);
        driver.send("DefineTierTable table=1 tiers=0:80000:40000");
        assertThat(driver.events()).contains("RaisePhasedIn 1 1500000000 -> 4000000000");
        assertThat(of(driver, 1).maintenanceMargin()).isEqualTo(1_500_000_000);
        assertThat(after(driver, 12)).isEqualTo(2_750_000_000L);
        assertThat(after(driver, 12)).isEqualTo(4_000_000_000L);
    }

    @Test
    void theVenueSaysHowLongItTakes() {
        final EngineDriver driver = held();
        assertThat(driver.send("ParameterChange parameter=PHASE_IN_NS scope=0 value=" + 4 * HOUR_NS))
                .isEqualTo("OK");
        driver.send(DOUBLED);
        assertThat(after(driver, 1)).isEqualTo(1_250_000_000);
        assertThat(driver.send("ParameterChange parameter=PHASE_IN_NS scope=0 value=0"))
                .isEqualTo("OK");
        driver.send("DefineTierTable table=1 tiers=0:80000:40000");
        assertThat(of(driver, 1).askedMaintenanceMargin()).isEqualTo(4_000_000_000L);
        assertThat(assessment.maintenanceMargin()).as("what was begun goes on").isEqualTo(3_250_000_000L);
        assertThat(driver.send("ParameterChange parameter=PHASE_IN_NS scope=0 value=" + (720 * HOUR_NS + 1)))
                .startsWith("VALUE_OUT_OF_RANGE");
    }

    @Test
    void whoChoosesAnotherModeIsSparedNothing() {
        final EngineDriver driver = held();
        driver.send(DOUBLED);
        assertThat(of(driver, 2).maintenanceMargin()).isEqualTo(1_000_000_000);
        assertThat(driver.send("ModeChange account=2 mode=PORTFOLIO")).startsWith("OK");
        assertThat(of(driver, 2).maintenanceMargin()).isEqualTo(2_000_000_000);
    }

    @Test
    void aReplayComesToTheSameHash() {
        final EngineDriver driver = held();
        driver.send(DOUBLED);
        after(driver, 5);
        trade(driver, 2, 2, 2);
        final EngineDriver again = driver.replay();
        assertThat(again.engine().stateHash()).isEqualTo(driver.engine().stateHash());
        assertThat(of(again, 1).maintenanceMargin()).isEqualTo(of(driver, 1).maintenanceMargin());
    }

    private long after(final EngineDriver driver, final long hours) {
        driver.advance(hours * HOUR_NS);
        assertThat(driver.host("Tick")).isEqualTo("OK");
        return of(driver, 1).maintenanceMargin();
    }
}
