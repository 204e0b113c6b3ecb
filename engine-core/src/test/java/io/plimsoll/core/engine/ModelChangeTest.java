package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.model.LiveMarket;
import io.plimsoll.core.margin.model.LiveSet;
import io.plimsoll.core.margin.model.MarginModel;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several margin models over one scenario set, and accounts that go from one to another. BTC 60,000; account 7 is long 1 BTC. */
class ModelChangeTest {
    private static final long DOLLAR = 10_000_000_000L;

    private final EngineDriver driver = EngineDriver.withMarket().account(8, 10_000_000);

    @BeforeEach
    void trade() {
        driver.send("IndexPrice asset=2 price=" + 60_000 * DOLLAR);
        driver.send("MarkPrice price=6000000");
        driver.account(7, 30_000);
        driver.send("Trade id=1 price=6000000 lots=1 buy=7 sell=8");
        driver.send("ModeChange account=7 mode=PORTFOLIO");
        driver.clear();
    }

    private String load(final String document, final Words words) {
        String answer = "";
        for (final String part : LiveSet.parts("DefineDocumentPart " + document, words)) {
            answer = driver.send(part);
            if (!answer.equals("OK")) {
                return answer;
            }
        }
        return answer;
    }

    private String loadModel(final int id, final MarginModel model) {
        return load("kind=MARGIN_MODEL id=" + id + " version=" + model.version(), LiveSet.model(model));
    }

    private String loadSet(final int version, final Words set) {
        return load("kind=SCENARIO_SET version=" + version, set);
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            driver.host("Continue");
        }
        driver.clear();
    }

    /** Model 1 asks for half of what the grid says, model 2 for all, and looks at more; both at work. */
    private void makeRows() {
        loadSet(1, LiveSet.set(1, 1));
        loadModel(1, LiveMarket.halfTheGrid(1));
        loadModel(2, LiveMarket.model(1, false));
        work();
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
    void theRequirementIsThatOfTheNewModelFromThenOn() {
        makeRows();
        final long byFirst = assess().positionInitialMargin();

        final String answer = driver.send("ModelChange account=7 model=2");

        assertThat(account().model()).isEqualTo(2);
        assertThat(assess().positionInitialMargin()).isGreaterThan(byFirst);
        assertThat(answer).isEqualTo("OK (" + assess().freeMargin() + ")");
        assertThat(driver.events())
                .containsExactly("7 model 1->2 equity " + assess().marginEquity() + " IM " + assess().initialMargin()
                        + " MM " + assess().maintenanceMargin());

        driver.send("ModelChange account=7 model=1");

        assertThat(assess().positionInitialMargin()).isEqualTo(byFirst);
    }

    @Test
    void aModelAsksTheSameWhateverItsId() {
        makeRows();
        driver.send("ModelChange account=7 model=2");
        final MarginAssessment bySecond = assess();
        loadModel(1, LiveMarket.model(2, false));
        loadModel(2, LiveMarket.halfTheGrid(2));
        work();
        driver.send("ModelChange account=7 model=1");

        assertThat(assess().initialMargin()).isEqualTo(bySecond.initialMargin());
        assertThat(assess().maintenanceMargin()).isEqualTo(bySecond.maintenanceMargin());
    }

    @Test
    void sumsOfRowsAreMadeAnewWhenAnAccountComesBack() {
        makeRows();
        driver.send("ModelChange account=7 model=2");
        driver.send("Trade id=2 price=6000000 lots=2 buy=8 sell=7");
        driver.send("ModelChange account=7 model=1");
        final long afterwards = assess().positionInitialMargin();

        driver.account(70, 30_000);
        driver.send("ModeChange account=70 mode=PORTFOLIO");
        driver.send("Trade id=3 price=6000000 lots=1 buy=8 sell=70");
        final MarginAssessment fresh = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(70), fresh);

        assertThat(afterwards).isEqualTo(fresh.positionInitialMargin());
    }

    @Test
    void anAccountThatTheNewModelFindsUnhealthyKeepsItsOwn() {
        makeRows();
        final long free = assess().freeMargin();
        driver.send("WithdrawalRequest account=7 amount=" + (free - 1_000_000));
        driver.clear();

        assertThat(driver.send("ModelChange account=7 model=2")).startsWith("INSUFFICIENT_MARGIN (-");

        assertThat(account().model()).isEqualTo(1);
        assertThat(driver.events()).isEmpty();
        assertThat(assess().freeMargin()).isEqualTo(1_000_000);
        driver.host("Checkpoint");
    }

    @Test
    void nobodyLeavesAModelToEscapeAMarginCall() {
        makeRows();
        driver.send("ModelChange account=7 model=2");
        driver.send("WithdrawalRequest account=7 amount=" + (assess().freeMargin() - 1));
        driver.send("MarkPrice price=5999000");

        assertThat(driver.send("ModelChange account=7 model=1")).isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
    }

    @Test
    void ordersCountUnderBothModels() {
        makeRows();
        driver.send("ModelChange account=7 model=2");
        driver.send("OrderPlace account=7 order=1 lots=1 limit=6000000");
        driver.send("MarkPrice price=5500000");
        driver.clear();

        assertThat(account().status().name()).isEqualTo("NORMAL");
        assertThat(driver.send("ModelChange account=7 model=1")).startsWith("INSUFFICIENT_MARGIN (-");
        assertThat(driver.events()).isEmpty();
        driver.send("OrderCancel account=7 order=1");
        assertThat(driver.send("ModelChange account=7 model=1")).startsWith("OK (");
    }

    @Test
    void inCrossModeAModelIsChosenForLater() {
        makeRows();
        driver.send("ModeChange account=7 mode=CROSS");
        final long byTiers = assess().positionInitialMargin();

        assertThat(driver.send("ModelChange account=7 model=2")).isEqualTo("OK (" + assess().freeMargin() + ")");

        assertThat(assess().positionInitialMargin()).isEqualTo(byTiers);
        driver.send("ModeChange account=7 mode=PORTFOLIO");
        final long bySecond = assess().positionInitialMargin();
        driver.send("ModelChange account=7 model=1");
        assertThat(assess().positionInitialMargin()).isLessThan(bySecond);
    }

    @Test
    void onlyAModelAtWorkCanBeGiven() {
        assertThat(driver.send("ModelChange account=7 model=2")).isEqualTo("UNKNOWN_MODEL");
        loadSet(1, LiveSet.set(1, 1));
        loadModel(1, LiveMarket.halfTheGrid(1));
        assertThat(driver.send("ModelChange account=7 model=1")).isEqualTo("MODEL_NOT_AT_WORK");
        work();
        assertThat(driver.send("ModelChange account=7 model=1")).isEqualTo("OK");
        loadModel(2, LiveMarket.model(1, false));
        driver.clear();

        assertThat(driver.send("ModelChange account=7 model=2")).isEqualTo("MODEL_NOT_AT_WORK");
        assertThat(driver.events()).isEmpty();
        work();
        assertThat(driver.send("ModelChange account=7 model=2")).startsWith("OK (");
    }

    @Test
    void aPocketHasNoModel() {
        makeRows();
        driver.send("PocketOpen account=70 parent=7 instrument=1");
        assertThat(driver.send("ModelChange account=70 model=2")).isEqualTo("NOT_FOR_A_POCKET (7)");
    }

    @Test
    void modelsHaveIdsFromOneToEightAndVersionsOfTheirOwn() {
        makeRows();
        assertThat(loadModel(0, LiveMarket.halfTheGrid(1))).isEqualTo("ID_OUT_OF_RANGE");
        assertThat(loadModel(9, LiveMarket.halfTheGrid(1))).isEqualTo("ID_OUT_OF_RANGE");
        assertThat(loadModel(2, LiveMarket.halfTheGrid(1))).isEqualTo("VERSION_NOT_NEWER (1)");
        assertThat(loadModel(8, LiveMarket.halfTheGrid(1))).isEqualTo("OK");
        final RiskState risk = driver.engine().state().risk();
        assertThat(List.of(risk.modelVersion(2), risk.modelVersion(3), risk.modelVersion(8)))
                .containsExactly(1, 0, 1);
    }

    @Test
    void aSetThatAnotherModelDoesNotFitIsRefusedUntilThatModelDoes() {
        makeRows();
        final int before = driver.engine().state().risk().set().version();

        assertThat(loadSet(2, LiveSet.setWithoutStress(2, 1))).isEqualTo("OTHER_MODEL_NOT_OF_SET (2)");

        assertThat(driver.engine().state().risk().set().version()).isEqualTo(before);
        assertThat(loadModel(2, LiveMarket.halfTheGrid(2))).isEqualTo("OK");
        assertThat(loadSet(2, LiveSet.setWithoutStress(2, 1))).isEqualTo("OK");
        work();
        assertThat(driver.engine().state().risk().inUse().regime().set().version())
                .isEqualTo(2);
    }

    @Test
    void aSetThatTheFirstModelDoesNotFitWaitsForVersionsOfAllThatFit() {
        makeRows();
        loadModel(1, LiveMarket.model(2, false));
        work();

        assertThat(loadSet(2, LiveSet.setWithoutStress(2, 1))).isEqualTo("OK");
        assertThat(driver.engine().risk().hasWork()).isFalse();
        assertThat(loadModel(1, LiveMarket.halfTheGrid(3))).isEqualTo("OTHER_MODEL_NOT_OF_SET (2)");
        assertThat(loadModel(2, LiveMarket.halfTheGrid(2))).isEqualTo("OK");
        assertThat(driver.engine().risk().hasWork()).isFalse();
        assertThat(loadModel(1, LiveMarket.halfTheGrid(3))).isEqualTo("OK");

        work();
        assertThat(driver.engine().state().risk().inUse().regime().set().version())
                .isEqualTo(2);
        assertThat(driver.send("ModelChange account=7 model=2")).startsWith("OK (");
    }

    @Test
    void aReplayEndsInTheSameState() {
        makeRows();
        final long before = driver.engine().stateHash();
        driver.send("ModelChange account=7 model=2");
        assertThat(driver.engine().stateHash()).isNotEqualTo(before);
        driver.send("Trade id=2 price=6000000 lots=1 buy=8 sell=7");
        driver.host("Checkpoint");

        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }
}
