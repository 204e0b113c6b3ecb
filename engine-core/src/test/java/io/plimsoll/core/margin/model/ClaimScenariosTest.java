package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.RiskRegime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim moves with its underlying in the scenarios of portfolio mode; the first test has the numbers of docs/MARGIN.md. */
class ClaimScenariosTest {
    private static final long USD = 1_000_000;
    private static final long CENT = USD / 100;
    private static final int STETH = 4;
    private static final String UNITS = " asset=4 amount=50000000000";

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));
    private LiveMarket market;

    /** The requirement is the worst of falls and rises of up to 24 %, undamped. An ether is 1,500, a lot of its perpetual 15. */
    @BeforeEach
    void open() {
        final MarginModel model = LiveSet.worst(Rate.ONE);
        market = new LiveMarket(driver, LiveSet.set(1, 1), model, 2, 2);
        send("DefineAsset asset=4 symbol=STETH scale=9 haircut=100000 initialHaircut=0 liability=100000 stable=NO");
    }

    private void claim() {
        send("DefineClaim asset=4 underlying=3 step=1000");
        send("RedemptionRate asset=4 rate=1043200000000000");
        work();
    }

    private void work() {
        for (int i = 0; driver.engine().risk().hasWork(); i++) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
            assertThat(i).isLessThan(1_000);
        }
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private MarginAssessment assess() {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(1), assessment);
        return assessment;
    }

    private void sell(final long lots) {
        send("Trade id=1 instrument=2 price=1500 lots=" + lots + " buy=2 sell=1");
    }

    @Test
    void heldAgainstAShortPerpetualItIsAHedge() {
        claim();
        send("Deposit account=1" + UNITS);
        // 50 x 1,564.80 = 78,240, of which a fall of 24 % costs 14 %.
        assertThat(assess().netAssetValue()).isEqualTo(83_240 * USD);
        assertThat(assess().marginEquity()).isEqualTo(75_416 * USD);
        assertThat(assess().askedInitialMargin()).isEqualTo(1_095_360 * CENT);

        // 52.16 ether short: what the claim gains in a rise, the perpetual loses.
        sell(5_216);
        assertThat(assess().askedInitialMargin()).isZero();
        assertThat(assess().maintenanceMargin()).isZero();

        // u units must stay: 5,000 + 90 % x 1,564.80 u = 24 % x (78,240 - 1,564.80 u), so u = 7.723425.
        assertThat(driver.send("WithdrawalRequest account=1" + UNITS)).isEqualTo("INSUFFICIENT_MARGIN (42276575000)");
    }

    @Test
    void withoutItThePerpetualBearsItsWholeRise() {
        claim();
        sell(5_216);

        assertThat(assess().askedInitialMargin()).isEqualTo(1_877_760 * CENT);
    }

    /** What is left of margin equity after the requirement is what the account is worth after the fall. */
    @Test
    void equityAfterAFallIsWhatTheScenarioSaid() {
        claim();
        send("Deposit account=1" + UNITS);
        final long left = assess().marginEquity() - assess().askedInitialMargin();

        market.index(3, 1_140, 0);

        assertThat(assess().netAssetValue()).isEqualTo(left).isEqualTo(6_446_240 * CENT);
    }

    @Test
    void anAssetThatIsHeldAlreadyMovesOnceItIsAClaim() {
        send("IndexPrice asset=4 price=" + 1_500 * LiveMarket.DOLLAR);
        send("Deposit account=1" + UNITS);
        work();
        assertThat(assess().askedInitialMargin()).isZero();

        send("DefineClaim asset=4 underlying=3 step=1000");
        assertThat(driver.engine().risk().hasWork()).isTrue();
        work();

        // 50 x 1,500 at 14 %, before any rate.
        assertThat(assess().askedInitialMargin()).isEqualTo(10_500 * USD);
    }

    @Test
    void itsOwnHaircutsAndTiersCount() {
        claim();
        send("DefineHaircuts asset=4 liability=100000 tiers=0:100000:0,40000000000:200000:0");
        assertThat(driver.engine().risk().hasWork()).isTrue();
        send("Deposit account=1" + UNITS);
        work();

        // 40,000 x 14 % and 38,240 x 4 %; the end of the slice is a whole lot, of less than a dollar.
        assertThat(assess().askedInitialMargin()).isBetween(712_960 * CENT, 712_970 * CENT);
    }

    @Test
    void anotherRateMakesRowsDueOnceItHasMovedThePrice() {
        claim();
        send("RedemptionRate asset=4 rate=1044200000000000");
        assertThat(driver.engine().risk().hasWork()).isFalse();
        send("RedemptionRate asset=4 rate=1045240000000000");
        assertThat(driver.engine().risk().hasWork()).isFalse();
        send("RedemptionRate asset=4 rate=1045300000000000");
        assertThat(driver.engine().risk().hasWork()).isTrue();
        work();
        send("Deposit account=1" + UNITS);

        // 50 x 1,500 x 1.0453 x 14 %
        assertThat(assess().askedInitialMargin()).isEqualTo(1_097_565 * CENT);
    }

    @Test
    void aNewScenarioSetKnowsItToo() {
        claim();
        send("Deposit account=1" + UNITS);
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=2", LiveSet.set(2, 2));
        work();

        assertThat(assess().askedInitialMargin()).isEqualTo(1_095_360 * CENT);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void claimsCountInWhatTheVenueHoldsOfTheUnderlying() {
        claim();
        send("Deposit account=1" + UNITS);
        send("Deposit account=2 asset=3 amount=1000000");
        send("Revalue asset=3");
        work();

        final RiskRegime regime = driver.engine().state().risk().inUse().regime();
        final int ether = regime.placeOf(driver.engine().state().assets().get(3));
        assertThat(regime.frame().figures(ether).deposits()).isEqualTo((78_240 + 1_500) * USD);
        assertThat(regime.coins().asset(regime.coins().count() - 1).id()).isEqualTo(STETH);
    }
}
