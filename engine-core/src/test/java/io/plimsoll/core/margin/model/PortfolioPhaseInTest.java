package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stricter version of a margin model: it decides for new risk at once, and comes to count for those who hold over a day. */
class PortfolioPhaseInTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final MarginAssessment assessment = new MarginAssessment();
    private final EngineDriver driver = new EngineDriver();
    private LiveMarket market;
    private long counted;
    private long initial;

    @BeforeEach
    void accountsHoldUnderAMildModel() {
        market = new LiveMarket(driver, LiveSet.set(1, 7), LiveMarket.halfTheGrid(1), 3, 3);
        work();
        trade(1, 1, 3, 1, 2);
        trade(2, 2, 5, 1, 2);
        work();
        counted = of(1).maintenanceMargin();
        initial = assessment.initialMargin();
        assertThat(counted).isPositive();
        driver.clear();
    }

    private void load() {
        LiveSet.load(
                driver, "DefineDocumentPart kind=MARGIN_MODEL version=2", LiveSet.model(LiveMarket.concentration(2)));
    }

    private void trade(final long id, final int instrument, final long lots, final long buyer, final long seller) {
        assertThat(driver.send("Trade id=" + id + " instrument=" + instrument + " price=" + market.mark(instrument)
                        + " lots=" + lots + " buy=" + buyer + " sell=" + seller))
                .isEqualTo("OK");
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }

    private MarginAssessment of(final long id) {
        final Account account = driver.engine().state().accounts().account(id);
        driver.engine().assess(account, assessment);
        return assessment;
    }

    private long askedAfterADay() {
        driver.advance(24 * HOUR_NS);
        assertThat(driver.host("Tick")).isEqualTo("OK");
        return of(1).maintenanceMargin();
    }

    @Test
    void maintenanceMarginStaysWhereItWasAndComesToWhatTheModelAsks() {
        load();
        work();
        assertThat(of(1).maintenanceMargin()).isEqualTo(counted);
        assertThat(assessment.initialMargin()).isGreaterThan(initial);
        final long asked = assessment.askedMaintenanceMargin();
        assertThat(asked).isGreaterThan(counted);
        assertThat(driver.events()).contains("RaisePhasedIn 1 " + counted + " -> " + asked);
        assertThat(driver.events()).noneMatch(line -> line.contains("RaisePhasedIn 3"));
        assertThat(askedAfterADay()).isEqualTo(asked);
    }

    /** A price or a trade may come between the first account that is margined by the new version and the last. */
    @Test
    void whoIsMarginedBeforeHisTurnIsComparedAllTheSame() {
        load();
        while (driver.engine().state().risk().next() != null) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
        assertThat(driver.events()).noneMatch(line -> line.contains("RaisePhasedIn"));
        driver.send("MarkPrice instrument=1 price=" + (market.mark(1) + 1));
        assertThat(driver.events()).anyMatch(line -> line.contains("RaisePhasedIn 2"));
        trade(3, 3, 1, 3, 1);
        work();
        assertThat(driver.events().stream().filter(line -> line.contains("RaisePhasedIn 1")))
                .hasSize(1);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void whoTakesAnotherModelMeanwhileIsSparedNothing() {
        load();
        LiveSet.load(
                driver,
                "DefineDocumentPart kind=MARGIN_MODEL id=2 version=1",
                LiveSet.model(LiveMarket.concentration(1)));
        work();
        assertThat(of(1).sparedMaintenanceMargin()).isPositive();
        assertThat(driver.send("ModelChange account=1 model=2")).startsWith("OK");
        assertThat(of(1).sparedMaintenanceMargin()).isZero();
    }

    @Test
    void aMilderVersionCountsAtOnce() {
        LiveSet.load(
                driver, "DefineDocumentPart kind=MARGIN_MODEL version=2", LiveSet.model(LiveMarket.halfTheGrid(2)));
        work();
        assertThat(of(1).maintenanceMargin()).isEqualTo(counted);
        assertThat(driver.events()).noneMatch(line -> line.contains("RaisePhasedIn"));
    }
}
