package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Haircuts inside the scenarios: a fall costs what equity has not taken off already, slice by slice of a holding. */
class PortfolioHaircutTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;
    private static final String TIERS =
            "DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,100000000000:200000:100000";

    private final EngineDriver driver = EngineDriver.withMarket();

    /** The requirement is the worst of falls and rises of up to 24 %, undamped. */
    @BeforeEach
    void open() {
        ok("DefineGroup group=7");
        ok("DefineAccount account=7 group=7 mode=PORTFOLIO");
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=1", LiveSet.set(1, 1));
        final MarginModel model = LiveSet.worst(Rate.ONE * 8 / 10);
        LiveSet.load(driver, "DefineDocumentPart kind=MARGIN_MODEL version=1", LiveSet.model(model));
        work();
    }

    private void work() {
        for (int i = 0; driver.engine().risk().hasWork(); i++) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
            assertThat(i).isLessThan(1_000);
        }
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private MarginAssessment assess() {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(7), assessment);
        return assessment;
    }

    @Test
    void eachSliceOfACoinFallsByWhatItsOwnHaircutDoesNotCover() {
        ok("Deposit account=7 asset=2 amount=" + 8 * COIN);
        work();
        // One tier of 5 %: 160,000 x (24 - 5) %.
        assertThat(assess().askedInitialMargin()).isEqualTo(30_400 * USD);

        ok(TIERS);
        work();

        // 100,000 x (24 - 5) % and 60,000 x (24 - 20) %.
        assertThat(assess().askedInitialMargin()).isEqualTo((19_000 + 2_400) * USD);
        assertThat(assess().marginEquity()).isEqualTo((160_000 - 5_000 - 12_000) * USD);
        // What is left after the fall is what 8 BTC are worth then: no part of the fall counts twice.
        assertThat(assess().marginEquity() - assess().askedInitialMargin()).isEqualTo(121_600 * USD);
    }

    @Test
    void atTheEndOfATierNothingJumps() {
        ok(TIERS);
        work();
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
        work();
        assertThat(assess().askedInitialMargin()).isEqualTo(19_000 * USD);
        ok("Deposit account=7 asset=2 amount=" + COIN / 20);
        assertThat(assess().askedInitialMargin()).isEqualTo(19_040 * USD);
    }

    @Test
    void aDebtHasOneRateHoweverLarge() {
        ok(TIERS);
        work();
        ok("Deposit account=7 amount=" + 1_000_000 * USD);
        ok("DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=100000000 priceTicksMax=10000000 positionLotsMax=100000");
        driver.account(8, 0);
        ok("Trade id=1 instrument=2 price=2000000 lots=8 buy=8 sell=7");
        work();
        // A rise of 24 % costs what the surcharge of 10 % has not taken: 160,000 x 14 %.
        assertThat(assess().askedInitialMargin()).isEqualTo(22_400 * USD);
    }

    @Test
    void aBidForACoinReservesWhatOwningItTakes() {
        ok("Deposit account=7 amount=" + 1_000_000 * USD);
        ok("DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=100000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("MarkPrice instrument=2 price=2000000");
        driver.account(8, 0);
        ok("Deposit account=8 asset=2 amount=" + COIN);
        work();
        final long before = freeMargin();

        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 side=BUY lots=1 limit=2000000"))
                .startsWith("OK");
        // Haircuts of 5 % and 5 %, and the fall of 24 % as far as the first does not cover it.
        assertThat(before - freeMargin()).isEqualTo((1_000 + 1_000 + 3_800) * USD);

        ok("Trade id=1 instrument=2 price=2000000 lots=1 buy=7 sell=8 buyOrder=1");
        // As the model asks; an account of coins alone cannot owe, and is spared the fall.
        assertThat(assess().askedInitialMargin()).isEqualTo(3_800 * USD);
        assertThat(before - freeMargin()).isEqualTo((1_000 + 1_000) * USD);
    }

    private long freeMargin() {
        final MarginAssessment now = assess();
        return now.marginEquity()
                - now.collateralInitialMargin()
                - driver.engine()
                        .positionAndOrderMargin(
                                driver.engine().state().accounts().account(7));
    }

    @Test
    void aDepositLargerThanAllBeforeCountsInFullOnceItsRowsAreMade() {
        ok("Deposit account=7 asset=2 amount=1000");
        work();
        ok("Deposit account=7 asset=2 amount=" + 8_000 * COIN);
        assertThat(driver.engine().risk().hasWork()).isTrue();
        work();
        // 160,000,000.2 x 19 %; a lot is coarser now.
        assertThat(assess().askedInitialMargin()).isBetween(30_400_000 * USD, 30_400_001 * USD);
    }

    @Test
    void newHaircutsMakeRowsOfTheUnderlyingDue() {
        ok("ParameterChange parameter=HAIRCUT_PPM scope=2 value=100000");
        assertThat(driver.engine().risk().hasWork()).isTrue();
        ok("Deposit account=7 asset=2 amount=" + 8 * COIN);
        work();
        assertThat(assess().askedInitialMargin()).isEqualTo(160_000 * USD / 100 * 14);
    }
}
