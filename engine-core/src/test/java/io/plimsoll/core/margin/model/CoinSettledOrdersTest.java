package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What orders in a contract that settles in a coin gain or lose against the mark is coin, and counts under every scenario as such. */
class CoinSettledOrdersTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final MarginAssessment assessment = new MarginAssessment();

    /** The requirement is the worst of falls and rises of up to 24 %. 200 lots of the inverse contract are 1 BTC at 20,000. */
    @BeforeEach
    void open() {
        ok("DefineHaircuts asset=2 liability=0 tiers=0:0:0");
        ok(
                "DefineInstrument instrument=2 symbol=BI underlying=2 kind=INVERSE_PERPETUAL settlement=2 priceTicksMin=1000"
                        + " tickValue=1000000000000 contractValue=100000000 priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        ok("MarkPrice instrument=1 price=2000000");
        ok("MarkPrice instrument=2 price=2000000");
        ok("DefineGroup group=7");
        ok("DefineAccount account=7 group=7 mode=PORTFOLIO");
        driver.account(8, 10_000_000);
        ok("Deposit account=7 amount=" + 100_000 * USD);
        ok("Deposit account=7 asset=2 amount=" + COIN);
        ok("Deposit account=8 asset=2 amount=" + 100 * COIN);
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=1", LiveSet.set(1, 1));
        final MarginModel model = LiveSet.worst(Rate.ONE);
        LiveSet.load(driver, "DefineDocumentPart kind=MARGIN_MODEL version=1", LiveSet.model(model));
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }

    @Test
    void aBidBelowTheMarkReservesForAsManyCoinsAsItsPriceMakesItLong() {
        ok("Trade id=1 instrument=1 price=2000000 lots=1 buy=7 sell=8");
        final long before = free();

        accepted("OrderPlace account=7 instrument=2 order=1 side=BUY lots=200 limit=1600000");

        // 1 BTC falls by 24 % of 20,000, and so does the quarter of a BTC that it gains at 16,000.
        assertThat(before - free()).isEqualTo((4_800 + 1_200) * USD);
        ok("Trade id=2 instrument=2 price=1600000 lots=200 buy=7 sell=8 buyOrder=1");
        assertThat(before - free()).isEqualTo((4_800 + 1_200 - 5_000) * USD);
    }

    @Test
    void aBidThatGainsCoinsBeyondTheirCapReservesWhatTheFillTakes() {
        ok("Trade id=1 instrument=1 price=2000000 lots=1 buy=7 sell=8");
        ok("ParameterChange parameter=COLLATERAL_CAP scope=2 value=1000000");
        final long before = free();

        accepted("OrderPlace account=7 instrument=2 order=1 side=BUY lots=200 limit=1600000");

        final long left = free();
        assertThat(before - left).isEqualTo((4_800 + 1_200) * USD);
        ok("Trade id=2 instrument=2 price=1600000 lots=200 buy=7 sell=8 buyOrder=1");
        // A hundredth of 101 BTC counts: of the 5,000 half a dollar.
        assertThat(free() - left).isBetween(0L, USD);
    }

    @Test
    void anOfferThatLosesCoinsReservesForTheHedgeThatTheyWere() {
        ok("Trade id=1 instrument=1 price=2000000 lots=1 buy=8 sell=7");
        final long before = free();

        accepted("OrderPlace account=7 instrument=2 order=1 side=SELL lots=200 limit=1600000");

        // What 200 lots sold at 16,000 lose; then 1 BTC that is short, and a quarter that is gone, rise by 24 %.
        final long left = free();
        assertThat(before - left).isEqualTo((5_000 + 4_800 + 1_200) * USD);
        ok("Trade id=2 instrument=2 price=1600000 lots=200 buy=8 sell=7 sellOrder=1");
        assertThat(free()).isEqualTo(left);
    }

    @Test
    void aFeeInCoinTakesAHedgeAwayToo() {
        ok("DefineFeeSchedule schedule=1 maker=-10000 taker=50000");
        ok("FeeScheduleAssign account=7 schedule=1");
        ok("Trade id=1 instrument=1 price=2000000 lots=1 buy=8 sell=7");
        final long before = free();

        accepted("OrderPlace account=7 instrument=2 order=1 side=SELL lots=200 limit=2000000");

        // A fee of 5 % of a BTC; then 1.05 BTC more are short.
        final long left = free();
        assertThat(before - left).isEqualTo((1_000 + 4_800 + 240) * USD);
        ok("Trade id=2 instrument=2 price=2000000 lots=200 buy=8 sell=7 sellOrder=1 sellFee=SCHEDULE taker=SELL");
        assertThat(free()).isEqualTo(left);
    }

    @Test
    void ordersAtTheMarkBringAndTakeNoCoin() {
        ok("Trade id=1 instrument=1 price=2000000 lots=1 buy=7 sell=8");
        final long before = free();
        accepted("OrderPlace account=7 instrument=2 order=1 side=BUY lots=200 limit=2000000");
        assertThat(before - free()).isEqualTo(4_800 * USD);
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private void accepted(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private long free() {
        final Account account = driver.engine().state().accounts().account(7);
        driver.engine().assess(account, assessment);
        return assessment.marginEquity()
                - assessment.collateralInitialMargin()
                - driver.engine().positionAndOrderMargin(account);
    }
}
