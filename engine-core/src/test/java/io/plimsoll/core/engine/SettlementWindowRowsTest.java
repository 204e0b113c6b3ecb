package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.model.LiveMarket;
import io.plimsoll.core.margin.model.LiveSet;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.RiskRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of dated contracts within their settlement window: what is fixed of the mean does not move, and is the true mean so far. */
class SettlementWindowRowsTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final long EXPIRY_NS = 40 * 86_400 * SECOND_NS;
    private static final long DOLLAR = 10_000_000_000L;
    private static final long DOLLARS = 1_000_000;
    private static final int BY_INDEX = 2;
    private static final int BY_MARK = 3;
    private static final int INVERSE = 4;
    private static final int CALL = 5;

    /** The first scenario of {@link LiveSet} is a fall of 24 %. */
    private static final int FALL = 0;

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void open() {
        index(60_000);
        send("MarkPrice price=6000000");
        final String dated =
                " underlying=2 tierTable=1 positionLotsMax=100000 window=1800000000000 expiry=" + EXPIRY_NS;
        final String inCents = dated + " settlement=1 priceTicksMax=100000000 tickValue=100";
        send("DefineInstrument instrument=2 symbol=F kind=LINEAR_FUTURE lotSize=1000000" + inCents);
        send("DefineInstrument instrument=3 symbol=M kind=LINEAR_FUTURE" + inCents);
        send("DefineInstrument instrument=4 symbol=I kind=INVERSE_FUTURE settlement=2 tickValue=20000000000"
                + " contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000" + dated);
        send("DefineInstrument instrument=5 symbol=C kind=OPTION lotSize=1000000 premium=PREMIUM side=CALL strike="
                + 50_000 * DOLLAR + " priceTicksMin=0" + inCents);
        send("MarkPrice instrument=2 price=6000000");
        send("MarkPrice instrument=3 price=6000000");
        send("MarkPrice instrument=4 price=120000");
        at(EXPIRY_NS - 60 * MINUTE_NS);
        LiveSet.load(
                driver,
                "SurfacePart asset=2",
                LiveSet.surface(EXPIRY_NS, driver.timeNs(), 60_000 * DOLLAR, 60_000 * DOLLAR, Rate.ONE / 2));
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=1", LiveSet.set(1, 1));
        LiveSet.load(
                driver, "DefineDocumentPart kind=MARGIN_MODEL version=1", LiveSet.model(LiveMarket.model(1, false)));
        work();
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private void index(final long dollars) {
        send("IndexPrice asset=2 price=" + dollars * DOLLAR);
    }

    private void at(final long timeNs) {
        driver.advance(timeNs - driver.timeNs());
        send("Tick");
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }

    private RiskRow rowNow(final int id) {
        send("Revalue asset=2");
        work();
        return regime().row(instrument(id)).row();
    }

    private RiskRegime regime() {
        return driver.engine().state().risk().inUse().regime();
    }

    private long mark(final int id) {
        return driver.engine().state().prices().markTicks(instrument(id));
    }

    private Instrument instrument(final int id) {
        return driver.engine().state().instruments().get(id);
    }

    /** In millionths of a dollar. */
    private long fall(final int id) {
        final RiskRow row = rowNow(id);
        return row.scenario(FALL) / FixedPoint.powerOfTen(row.exponent());
    }

    @Test
    void aFutureHalfwayThroughItsWindowLosesHalfOfWhatItLostBefore() {
        // A hundredth of a bitcoin: 600 dollars, of which 24 % are 144.
        assertThat(fall(BY_INDEX)).isEqualTo(-144 * DOLLARS);
        assertThat(fall(BY_MARK)).isEqualTo(-144 * DOLLARS);
        assertThat(fall(INVERSE)).isEqualTo(-24 * DOLLARS);

        at(EXPIRY_NS - 15 * MINUTE_NS);
        assertThat(fall(BY_INDEX)).isEqualTo(-72 * DOLLARS);
        assertThat(fall(BY_MARK)).isEqualTo(-72 * DOLLARS);
        // The mean falls by 12 %, what the coins are worth by 24 %: 100 x 0.12 x 0.76 / 0.88.
        assertThat(fall(INVERSE)).isEqualTo(-10_363_636);
        final RiskRow row = rowNow(BY_INDEX);
        assertThat(row.column(Column.DELTA)).isEqualTo(row.column(Column.NOTIONAL) / 2);
    }

    @Test
    void atTheEndOfItsWindowAFutureLosesNothing() {
        at(EXPIRY_NS - 1);
        assertThat(fall(BY_INDEX)).isZero();
        assertThat(fall(BY_MARK)).isZero();
        assertThat(fall(INVERSE)).isZero();
    }

    /** The mean so far is 60,000; the rest of the window is at 66,000, so that it settles at 63,000 unless the price moves. */
    @Test
    void anOptionInItsWindowIsWorthWhatTheMeanSoFarAndTheForwardMake() {
        at(EXPIRY_NS - 15 * MINUTE_NS);
        index(66_000);
        final long fall = fall(CALL);

        // In cents, less a cent of interest for the quarter of an hour.
        assertThat(mark(CALL)).isEqualTo((63_000 - 50_000) * 100 - 1);
        // 24 % of a hundredth of 33,000.
        assertThat(fall).isCloseTo(-79_200_000, within(1_000L));
        assertThat(fall(BY_INDEX)).as("whatever its mark").isEqualTo(-79_200_000);
        final RiskRow row = rowNow(CALL);
        assertThat(row.column(Column.DELTA) / FixedPoint.powerOfTen(row.exponent()))
                .isCloseTo(330 * DOLLARS, within(1_000L));
    }

    @Test
    void aPriceThatComesWhileRowsAreMadeIsNoPartOfTheirMean() {
        at(EXPIRY_NS - 15 * MINUTE_NS);
        send("Revalue asset=2");
        final long made = regime().revaluation(0);
        assertThat(driver.host("Continue")).isEqualTo("OK");
        driver.advance(10 * MINUTE_NS);
        index(70_000);
        while (regime().revaluation(0) == made) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
        assertThat(mark(CALL)).isEqualTo((60_000 - 50_000) * 100 - 1);

        work();
        // Twenty-five minutes at 60,000 and five at 70,000.
        assertThat(mark(CALL)).isCloseTo(1_166_667, within(1L));
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    /** A sixtieth of half an hour is 30 seconds. */
    @Test
    void rowsAreMadeAnewWheneverASixtiethOfTheWindowHasPassed() {
        at(EXPIRY_NS - 31 * MINUTE_NS);
        work();
        at(EXPIRY_NS - 30 * MINUTE_NS + 30 * SECOND_NS - 1);
        assertThat(driver.engine().risk().hasWork()).isFalse();
        at(EXPIRY_NS - 30 * MINUTE_NS + 30 * SECOND_NS);
        assertThat(driver.engine().risk().hasWork()).isTrue();
        work();
        at(EXPIRY_NS - 30 * MINUTE_NS + 60 * SECOND_NS - 1);
        assertThat(driver.engine().risk().hasWork()).isFalse();
        at(EXPIRY_NS - 30 * MINUTE_NS + 60 * SECOND_NS);
        assertThat(driver.engine().risk().hasWork()).isTrue();
    }
}
