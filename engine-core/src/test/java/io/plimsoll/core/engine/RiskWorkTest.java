package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.model.LiveMarket;
import io.plimsoll.core.margin.model.LiveSet;
import io.plimsoll.core.risk.RiskRegime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revaluation in slices: when it is due, what is priced, and what an account sees meanwhile. */
class RiskWorkTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long EXPIRY_NS = 40 * 86_400 * SECOND_NS;
    private static final long DOLLAR = 10_000_000_000L;
    private static final String TERMS = " underlying=2 settlement=1 priceTicksMax=100000000 tierTable=1";

    private final EngineDriver driver = EngineDriver.withMarket().account(8, 1_000_000);

    @BeforeEach
    void open() {
        send("IndexPrice asset=2 price=" + 60_000 * DOLLAR);
        send("MarkPrice price=6000000");
        send("DefineGroup group=7");
        send("DefineAccount account=7 group=7 mode=PORTFOLIO");
        send("Deposit account=7 asset=1 amount=1000000000000");
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private void load(final int version) {
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=" + version, LiveSet.set(version, version));
        LiveSet.load(
                driver,
                "DefineDocumentPart kind=MARGIN_MODEL version=" + version,
                LiveSet.model(LiveMarket.model(version, false)));
    }

    private int work() {
        int commands = 0;
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
            assertThat(++commands).isLessThan(10_000);
        }
        return commands;
    }

    private RiskRegime regime() {
        return driver.engine().state().risk().inUse().regime();
    }

    private Instrument instrument(final int id) {
        return driver.engine().state().instruments().get(id);
    }

    private MarginAssessment assess() {
        final Account account = driver.engine().state().accounts().account(7);
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(account, assessment);
        return assessment;
    }

    @Test
    void withoutASetTiersDecideAndThereIsNoWork() {
        send("Trade id=1 price=6000000 lots=10 buy=7 sell=8");

        assertThat(driver.engine().risk().hasWork()).isFalse();
        assertThat(driver.host("Continue")).isEqualTo("OK");
        assertThat(assess().initialMargin()).isEqualTo(600_000L * 1_000_000 / 50 + 350_000L * 1_000_000 / 50);
    }

    @Test
    void tiersDecideUntilAllRowsAreThereAndScenariosFromThenOn() {
        send("Trade id=1 price=6000000 lots=10 buy=7 sell=8");
        final long byTiers = assess().initialMargin();
        load(1);
        assertThat(driver.host("Continue")).isEqualTo("OK");
        assertThat(assess().initialMargin()).isEqualTo(byTiers);

        work();

        assertThat(regime().row(instrument(1))).isNotNull();
        assertThat(assess().initialMargin()).isGreaterThan(2 * byTiers);
    }

    @Test
    void rowsAreMadeAnewAfterAMoveOfTwoTenthsOfAPerCentAndAfterFiveMinutes() {
        load(1);
        work();
        final long made = regime().revaluation(0);

        send("IndexPrice asset=2 price=" + 60_120 * DOLLAR);
        assertThat(driver.engine().risk().hasWork()).isFalse();
        send("IndexPrice asset=2 price=" + 60_121 * DOLLAR);
        assertThat(work()).isPositive();
        assertThat(regime().revaluation(0)).isEqualTo(made + 1);
        assertThat(regime().indexPrice(0)).isEqualTo(60_121 * DOLLAR);

        driver.advance(300 * SECOND_NS - 1);
        send("Tick");
        assertThat(driver.engine().risk().hasWork()).isFalse();
        driver.advance(1);
        send("Tick");
        assertThat(work()).isPositive();
        send("Revalue asset=2");
        assertThat(work()).isPositive();
        assertThat(regime().revaluation(0)).isEqualTo(made + 3);
    }

    @Test
    void anInstrumentWhoseLotIsTooSmallForTheUnitHasNoRowAndIsMarginedByTiers() {
        send("DefineInstrument instrument=2 symbol=DUST tickValue=1 positionLotsMax=100000" + TERMS
                + " kind=LINEAR_PERPETUAL");
        send("MarkPrice instrument=2 price=60");
        driver.clear();
        load(1);
        work();
        assertThat(regime().row(instrument(1))).isNotNull();
        assertThat(regime().row(instrument(2))).isNull();
        assertThat(driver.events()).anyMatch(event -> event.startsWith("alarm LOT_TOO_COARSE"));

        send("Trade id=1 instrument=2 price=60 lots=100000 buy=7 sell=8");
        assertThat(assess().initialMargin()).isEqualTo(6_000_000 / 50);
    }

    @Test
    void aPriceThatRisesWhileRowsAreMadeTakesNoInstrumentItsRow() {
        // Prices of a twentieth more each, over a decade: at some of them the unit only just fits the price before.
        for (long price = 600_000; price < 6_000_000; price += price / 20) {
            final RiskWorkTest venue = new RiskWorkTest();
            venue.open();
            venue.send("MarkPrice price=100000");
            for (int id = 2; id <= 6; id++) {
                venue.send("DefineInstrument instrument=" + id + " symbol=BIG" + id + " underlying=2 settlement=1"
                        + " tickValue=10000 priceTicksMax=6400000 positionLotsMax=28000 tierTable=1");
                venue.send("MarkPrice instrument=" + id + " price=" + price);
            }
            venue.load(1);
            venue.work();

            venue.send("Revalue asset=2");
            venue.driver.host("Continue");
            venue.driver.host("Continue");
            venue.send("MarkPrice instrument=6 price=" + (price + price / 20));
            venue.work();

            assertThat(venue.regime().row(venue.instrument(6)))
                    .as("price " + price)
                    .isNotNull();
        }
    }

    @Test
    void anInstrumentWhoseLargestPositionDoesNotFitHasNoRowAndLeavesTheOthersTheirs() {
        send("DefineInstrument instrument=2 symbol=HUGE underlying=2 settlement=1 tickValue=10000 priceTicksMax=6000001"
                + " positionLotsMax=300000 tierTable=1");
        send("MarkPrice instrument=2 price=6000000");
        load(1);
        driver.clear();
        work();

        assertThat(regime().row(instrument(1))).isNotNull();
        assertThat(regime().row(instrument(2))).isNull();
        assertThat(driver.events()).anyMatch(event -> event.endsWith("priced 1, unpriced 1"));
        assertThat(driver.events()).anyMatch(event -> event.startsWith("alarm LOT_TOO_LARGE"));
        driver.clear();
        send("Revalue asset=2");
        work();
        assertThat(driver.events()).noneMatch(event -> event.startsWith("alarm"));
    }

    @Test
    void aRowThatCannotBeMadeAnyMoreRaisesAnAlarm() {
        send("DefineInstrument instrument=2 symbol=DUST tickValue=1 positionLotsMax=100000" + TERMS);
        send("MarkPrice instrument=2 price=600000");
        load(1);
        work();
        assertThat(regime().row(instrument(2))).isNotNull();
        driver.clear();

        send("MarkPrice instrument=2 price=60");
        send("Revalue asset=2");
        work();

        assertThat(regime().row(instrument(2))).isNull();
        assertThat(driver.events()).anyMatch(event -> event.startsWith("alarm LOT_TOO_COARSE"));
    }

    @Test
    void anotherSetAndModelAreTakenUpWhenAllTheirRowsAreThere() {
        load(1);
        work();
        send("Trade id=1 price=6000000 lots=10 buy=7 sell=8");
        final RiskRegime first = regime();
        final long before = assess().initialMargin();

        load(2);
        assertThat(driver.host("Continue")).isEqualTo("OK");
        assertThat(regime()).isSameAs(first);
        assertThat(assess().initialMargin()).isEqualTo(before);
        work();

        assertThat(regime()).isNotSameAs(first);
        assertThat(regime().set().version()).isEqualTo(2);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void anOptionThatFollowsTheSurfaceAndBecomesWorthlessIsMarkedAtItsLeastPrice() {
        load(1);
        send("DefineInstrument instrument=2 symbol=PUT kind=OPTION lotSize=1000000 tickValue=10000 priceTicksMin=1"
                + " strike=" + 60_000 * DOLLAR + " side=PUT premium=PREMIUM expiry=" + EXPIRY_NS
                + " window=1800000000000 positionLotsMax=1000" + TERMS);
        surface(60_000);
        work();
        final long before = driver.engine().state().prices().markTicks(instrument(2));
        assertThat(before).isGreaterThan(1);

        surface(6_000_000);
        work();

        assertThat(driver.engine().state().prices().markTicks(instrument(2))).isEqualTo(1);
    }

    /** Volatilities around a forward, which is where the index goes. */
    private void surface(final long dollars) {
        send("IndexPrice asset=2 price=" + dollars * DOLLAR);
        final long price = dollars * DOLLAR;
        LiveSet.load(
                driver,
                "SurfacePart asset=2",
                LiveSet.surface(EXPIRY_NS, driver.timeNs(), price, price, Rate.ONE * 6 / 10));
    }

    /** The last rows that are made are those of ETH, which the account does not have. By tiers it needs 19,000. */
    @Test
    void anotherModelMarginsAccountsAnewThatHaveNothingOfWhatWasPricedLast() {
        send("DefineAsset asset=3 symbol=ETH scale=8 haircut=0 initialHaircut=0 liability=0 stable=NO");
        send("IndexPrice asset=3 price=" + 3_000 * DOLLAR);
        send("DefineGroup group=9");
        send("DefineAccount account=9 group=9 mode=PORTFOLIO");
        send("Deposit account=9 asset=1 amount=20000000000");
        send("Trade id=1 price=6000000 lots=10 buy=9 sell=8");
        final Account account = driver.engine().state().accounts().account(9);
        assertThat(account.status()).isEqualTo(MarginStatus.NORMAL);

        load(1);
        work();

        assertThat(account.status()).isNotEqualTo(MarginStatus.NORMAL);
    }
}
