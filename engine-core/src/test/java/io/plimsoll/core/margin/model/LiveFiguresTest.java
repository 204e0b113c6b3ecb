package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.UnderlyingFigures;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What charges read besides scenarios, in a live engine: as it was when the rows in use were made. */
class LiveFiguresTest {
    private static final long USD = 1_000_000;
    private static final int BTC = 2;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));

    @BeforeEach
    void open() {
        new LiveMarket(driver, 1, false, 3);
        work();
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }

    private RiskRegime regime() {
        return driver.engine().state().risk().inUse().regime();
    }

    private UnderlyingFigures figures() {
        work();
        return regime().frame()
                .figures(regime().placeOf(driver.engine().state().assets().get(BTC)));
    }

    private RiskRow row(final int instrument) {
        return regime().row(driver.engine().state().instruments().get(instrument))
                .row();
    }

    /** Lots of 200: 30 long in the perpetual, 20 in the future; a third account changes nothing. */
    @Test
    void openInterestIsTheNotionalOfAllContractsOfAnUnderlying() {
        assertThat(figures().openInterest()).isZero();
        ok("Trade id=1 instrument=1 price=20000 lots=30 buy=1 sell=2");
        ok("Trade id=2 instrument=3 price=20000 lots=20 buy=2 sell=1");
        ok("Trade id=3 instrument=1 price=20000 lots=5 buy=3 sell=1");
        assertThat(figures().openInterest()).isZero();
        ok("Revalue asset=2");
        assertThat(figures().openInterest()).isEqualTo((30 + 20) * 200 * USD);
    }

    @Test
    void coinsThatAccountsOwnCountAtTheIndex() {
        ok("Deposit account=1 asset=2 amount=300000000");
        ok("Revalue asset=2");
        assertThat(figures().deposits()).isEqualTo(3 * 20_000 * USD);
        assertThat(figures().borrows()).isZero();
    }

    /** Below 98 cents an account is asked for twice what lacks of its risk; the charge is of the initial margin only. */
    @Test
    void aStableCoinBelowItsPegRaisesInitialMargin() {
        LiveSet.load(
                driver,
                "DefineDocumentPart kind=MARGIN_MODEL version=2",
                LiveSet.model(LiveMarket.halfTheGrid(2)
                        .withInitialAddOns(List.of(new PegCharge("peg", Rate.ONE * 98 / 100, 2 * Rate.ONE)))));
        ok("DefineAsset asset=5 symbol=USDX scale=6 haircut=0 initialHaircut=0 liability=0 stable=YES");
        ok("Trade id=1 instrument=1 price=20000 lots=30 buy=1 sell=2");
        work();
        final long risk = initialMargin();
        assertThat(risk).isPositive();

        ok("IndexPrice asset=5 price=" + LiveMarket.DOLLAR * 99 / 100);
        work();
        assertThat(initialMargin()).isEqualTo(risk);

        ok("IndexPrice asset=5 price=" + LiveMarket.DOLLAR * 96 / 100);
        assertThat(driver.engine().risk().hasWork()).isTrue();
        work();
        // 4 % of the scenario risk, which is all but the close-out charge of 0.2 % of 6,000.
        assertThat(initialMargin()).isEqualTo(risk + (risk - 12 * USD) / 25);

        ok("IndexPrice asset=5 price=" + LiveMarket.DOLLAR);
        work();
        assertThat(initialMargin()).isEqualTo(risk);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private long initialMargin() {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(1), assessment);
        return assessment.positionInitialMargin();
    }

    @Test
    void theDailyVolumeIsAParameterAndMakesRowsDue() {
        assertThat(figures().dailyVolume()).isZero();
        ok("ParameterChange parameter=DAILY_VOLUME scope=2 value=" + 7_000 * USD);
        assertThat(driver.engine().risk().hasWork()).isTrue();
        assertThat(figures().dailyVolume()).isEqualTo(7_000 * USD);
        ok("ParameterChange parameter=DAILY_VOLUME scope=2 value=0");
        assertThat(figures().dailyVolume()).isZero();
    }

    @Test
    void howSureAPriceIsIsAParameterAndMakesRowsDue() {
        assertThat(figures().confidence()).isEqualTo(Rate.ONE);
        final long before = driver.engine().stateHash();
        ok("ParameterChange parameter=INDEX_CONFIDENCE scope=2 value=400000");
        assertThat(driver.engine().risk().hasWork()).isTrue();
        assertThat(figures().confidence()).isEqualTo(Rate.ONE * 4 / 10);
        assertThat(driver.engine().stateHash()).isNotEqualTo(before);
        assertThat(driver.send("ParameterChange parameter=INDEX_CONFIDENCE scope=2 value=1000001"))
                .isEqualTo("VALUE_OUT_OF_RANGE (1000000)");
    }

    /** A premium of 0.1 % all the time, without clamp or bound, is the rate. */
    @Test
    void theFundingRateIsThatOfThePerpetual() {
        ok("DefineFunding instrument=1 interval=0 period=28800000000000");
        ok("PremiumSample instrument=1 premium=" + Rate.ONE / 1_000 + " index=20000");
        ok("Revalue asset=2");
        assertThat(figures().fundingRate())
                .isEqualTo(driver.engine()
                        .state()
                        .funding()
                        .rate(driver.engine().state().instruments().get(1)))
                .isPositive();
    }

    /** A lot of the perpetual is worth 200, a hundredth of a bitcoin; one of the option is on a hundredth. */
    @Test
    void aLotHoldsSoManyUnitsOfItsUnderlying() {
        final long unit = USD * power(row(1).exponent());
        assertThat(row(1).column(Column.UNITS)).isEqualTo(unit / 100);
        assertThat(row(3).column(Column.UNITS)).isEqualTo(unit / 100);
    }

    private static long power(final int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
