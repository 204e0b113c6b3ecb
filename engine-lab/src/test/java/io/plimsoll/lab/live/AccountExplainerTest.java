package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.ExplanationText;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.Share;
import io.plimsoll.lab.whatif.TreeCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine decides with, explained: nothing is computed a second time, everything adds up. */
class AccountExplainerTest {
    private static final int SCALE = 6;

    private final LivePortfolio live = LiveWorld.with(Preset.shipped("plimsoll"));

    private AccountExplanation explain(final long account) {
        return AccountExplainer.of(live.driver().engine(), live.of(account));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyNodeFollowsFromItsChildrenAndTheRootsAreWhatDecides(final long account) {
        final AccountExplanation explanation = explain(account);
        final MarginAssessment decided = live.assess(account);

        TreeCheck.check(explanation.tree(), SCALE);
        assertThat(explanation.tree().initial().amount()).isEqualByComparingTo(money(decided.initialMargin()));
        assertThat(explanation.tree().maintenance().amount()).isEqualByComparingTo(money(decided.maintenanceMargin()));
        assertThat(explanation.initial()).isEqualByComparingTo(money(decided.initialMargin()));
        assertThat(explanation.maintenance()).isEqualByComparingTo(money(decided.maintenanceMargin()));
        assertThat(explanation.marginEquity()).isEqualByComparingTo(money(decided.marginEquity()));
        assertThat(explanation.netAssetValue()).isEqualByComparingTo(money(decided.netAssetValue()));
    }

    @Test
    void anAccountIsExplainedByTheModelThatItHas() {
        final Map<String, Long> parameters = Map.of("f_im", 1_500_000_000_000_000L, "rho", 200_000_000_000_000L);
        live.loadFurther(2, Preset.shipped("plimsoll", parameters));
        live.work();
        final MarginAssessment byFirst = live.assess(1);
        final MarginAssessment others = live.assess(2);
        assertThat(live.driver().send("ModelChange account=1 model=2")).startsWith("OK (");

        everyNodeFollowsFromItsChildrenAndTheRootsAreWhatDecides(1);

        assertThat(live.assess(1).initialMargin()).isGreaterThan(byFirst.initialMargin());
        assertThat(live.assess(2).initialMargin()).isEqualTo(others.initialMargin());
    }

    @Test
    void whatOfARaiseDoesNotCountYetIsALeafOfItsOwn() {
        final long counted = live.assess(1).maintenanceMargin();
        final Preset stricter =
                Preset.shipped("plimsoll", Map.of("f_mm", 1_500_000_000_000_000L, "f_im", 2_000_000_000_000_000L));
        live.loadFurther(1, new Preset(stricter.model().withVersion(2), stricter.set()));
        live.work();
        final MarginAssessment decided = live.assess(1);

        everyNodeFollowsFromItsChildrenAndTheRootsAreWhatDecides(1);
        assertThat(decided.sparedMaintenanceMargin()).isPositive();
        assertThat(decided.maintenanceMargin()).isLessThanOrEqualTo(counted + counted / 1_000);
        assertThat(explain(1).tree().maintenance().children())
                .filteredOn(node -> node.name().equals("phase-in"))
                .singleElement()
                .satisfies(node ->
                        assertThat(node.amount()).isEqualByComparingTo(money(-decided.sparedMaintenanceMargin())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatAssetsAddToEquityIsTheMarginEquity(final long account) {
        final AccountExplanation explanation = explain(account);
        final MarginAssessment decided = live.assess(account);

        assertThat(sum(explanation.assets().stream().map(AssetEquity::equity)))
                .isEqualByComparingTo(money(decided.marginEquity()));
        assertThat(sum(explanation.assets().stream().map(asset -> asset.value().add(asset.options()))))
                .isEqualByComparingTo(money(decided.netAssetValue()));
        assertThat(sum(explanation.assets().stream().map(AssetEquity::initial)))
                .isEqualByComparingTo(money(decided.collateralInitialMargin()));
        assertThat(sum(explanation.assets().stream().map(AssetEquity::options)))
                .isEqualByComparingTo(money(decided.optionValue()));
    }

    @Test
    void aCreditLineIsAPartOfMarginEquityAndOfNothingElse() {
        final AccountExplanation before = explain(1);
        live.send("CreditLine account=1 amount=250000000");
        final AccountExplanation explanation = explain(1);

        assertThat(explanation.creditLine()).isEqualByComparingTo("250");
        assertThat(explanation.assets()).isEqualTo(before.assets());
        assertThat(explanation.netAssetValue()).isEqualByComparingTo(before.netAssetValue());
        assertThat(sum(explanation.assets().stream().map(AssetEquity::equity)).add(explanation.creditLine()))
                .isEqualByComparingTo(explanation.marginEquity());
    }

    @Test
    void optionValueOfAnAccountInCrossModeStandsWhereItOffsetsShortOptions() {
        live.trade(8, LiveWorld.JUNE_CALL, 520_000, 100, 3, 2);
        live.trade(9, LiveWorld.DECEMBER_CALL, 95_000, 20, 2, 3);
        live.work();
        final AccountExplanation explanation = explain(3);
        final MarginAssessment decided = live.assess(3);

        everyNodeFollowsFromItsChildrenAndTheRootsAreWhatDecides(3);

        assertThat(decided.maintenanceOffset()).isPositive();
        assertThat(explanation.tree().maintenance().children().stream().map(AccountExplainerTest::labelAndAmount))
                .contains("option value against short options " + money(-decided.maintenanceOffset()));
        assertThat(explanation.tree().initial().children().stream().map(AccountExplainerTest::labelAndAmount))
                .contains("option value against short options " + money(-decided.initialOffset()));
        assertThat(explanation.excludedOptionValue()).isEqualByComparingTo(money(decided.optionValue()));
        assertThat(sum(explanation.assets().stream().map(AssetEquity::equity))
                        .subtract(explanation.excludedOptionValue()))
                .isEqualByComparingTo(explanation.marginEquity());
    }

    @Test
    void whatACoinNeedsBesideLongContractsIsAChildOfBothMargins() {
        live.send("Deposit account=3 asset=2 amount=50000000");
        live.work();
        final AccountExplanation explanation = explain(3);
        final String charged = "wrong way BTC " + money(live.assess(3).wrongWay());

        everyNodeFollowsFromItsChildrenAndTheRootsAreWhatDecides(3);

        assertThat(live.assess(3).wrongWay()).isPositive();
        assertThat(explanation.tree().maintenance().children().stream().map(AccountExplainerTest::labelAndAmount))
                .contains(charged);
        assertThat(explanation.tree().initial().children().stream().map(AccountExplainerTest::labelAndAmount))
                .contains(charged);
    }

    @Test
    void anAssetShowsBalanceUnrealisedProfitHaircutAndOptionsApart() {
        // 100,000, options sold for 1,800 and 2,600, bought for 1,425; PERP1 +600, PERP2 +200, PERP6 -400
        assertThat(explain(1).assets())
                .containsExactly(
                        new AssetEquity(
                                "USDC",
                                new BigDecimal("102975.000000"),
                                new BigDecimal("400.000000"),
                                new BigDecimal("103375.000000"),
                                new BigDecimal("0.000000"),
                                new BigDecimal("-3223.215000"),
                                new BigDecimal("0.000000")),
                        new AssetEquity(
                                "BTC",
                                new BigDecimal("0.50000000"),
                                new BigDecimal("0E-8"),
                                new BigDecimal("30000.000000"),
                                new BigDecimal("1500.000000"),
                                BigDecimal.ZERO,
                                new BigDecimal("1500.000000")));
    }

    @Test
    void whatTheModelAsksForIsTakenOffAgainWhereAnAccountCannotOwe() {
        live.account(4, 10_000);
        live.send("Deposit account=4 asset=2 amount=100000000");
        live.work();
        final AccountExplanation explanation = explain(4);
        final MarginAssessment decided = live.assess(4);

        TreeCheck.check(explanation.tree(), SCALE);
        assertThat(decided.askedMaintenanceMargin()).isPositive();
        assertThat(explanation.maintenance()).isZero();
        assertThat(explanation.tree().maintenance().amount()).isZero();
        assertThat(explanation.tree().maintenance().children().stream().map(AccountExplainerTest::labelAndAmount))
                .containsExactly(
                        "positions in scenarios " + money(decided.askedMaintenanceMargin()),
                        "cannot owe " + money(-decided.askedMaintenanceMargin()));
        assertThat(explanation.tree().initial().amount()).isEqualByComparingTo(money(decided.haircutInitialMargin()));
        assertThat(explanation.initialWithOrders()).isEqualByComparingTo(explanation.initial());
    }

    private static String labelAndAmount(final ExplainedNode node) {
        return node.label() + " " + node.amount();
    }

    @Test
    void aPositionWithoutARowAndTheHaircutOfCollateralStandBesideTheScenarios() {
        final AccountExplanation explanation = explain(1);

        assertThat(explanation.model()).contains("plimsoll v1, scenarios plimsoll v1");
        assertThat(explanation.positions().stream().filter(HeldPosition::isByTiers))
                .containsExactly(new HeldPosition(
                        "PERP6",
                        40_000,
                        new BigDecimal("20000.000000"),
                        1,
                        new BigDecimal("400.000000"),
                        new BigDecimal("200.000000"),
                        true));
        assertThat(explanation.tree().initial().children().stream().map(AccountExplainerTest::labelAndFormula))
                .containsExactly(
                        "positions in scenarios: largest of 2: of risk and add-ons",
                        "PERP6 x +40000: schedule up to tier 1 on a notional of 20000",
                        "collateral BTC: initial haircut");
        assertThat(explanation.tree().maintenance().children().stream().map(ExplainedNode::label))
                .containsExactly("positions in scenarios", "PERP6 x +40000");
    }

    @Test
    void anAccountInCrossModeIsASumOfItsPositions() {
        final AccountExplanation explanation = explain(3);

        assertThat(explanation.mode()).isEqualTo(MarginMode.CROSS);
        assertThat(explanation.model()).isEmpty();
        assertThat(explanation.tail()).isEmpty();
        assertThat(explanation.greeks()).isEmpty();
        assertThat(explanation.tree().binding()).isEqualTo("none");
        // 300 lots of a hundredth at 60,100: 2 % and 1 %
        assertThat(ExplanationText.of(explanation.tree(), ExplanationText.Detail.SCREEN))
                .containsExactly(
                        "initial margin      3,606.00  sum of 1",
                        "  PERP1 x +300      3,606.00  schedule up to tier 1 on a notional of 180300",
                        "maintenance margin  1,803.00  sum of 1",
                        "  PERP1 x +300      1,803.00  schedule up to tier 1 on a notional of 180300");
    }

    @Test
    void ofAGroupOfTwoNoTierIsNamed() {
        live.send("DefineAccount account=4 group=3 mode=CROSS");
        live.send("Deposit account=4 asset=1 amount=100000000000");
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 600, 4, 2);

        // 540,900 together: 250,000 at 2 % and 290,900 at 4 %, a third of it for a third of the lots
        assertThat(explain(3).positions())
                .singleElement()
                .satisfies(position -> assertThat(position.tier()).isZero())
                .satisfies(position -> assertThat(position.initial()).isEqualByComparingTo("5545.333334"));
        assertThat(explain(3).tree().initial().children().get(0).formula())
                .isEqualTo("its share of the group's schedule; notional 180300");
    }

    @Test
    void theLadderSaysHowFarEachRungIs() {
        final AccountExplanation explanation = explain(3);

        // call point halfway between both margins, backstop at two thirds of maintenance, exit at 110 % of it
        assertThat(explanation.ladder())
                .containsExactly(
                        rung(MarginStatus.NO_NEW_RISK, "3606.000000", "496994.000000"),
                        rung(MarginStatus.MARGIN_CALL, "2704.500000", "497895.500000"),
                        rung(MarginStatus.LIQUIDATION, "1803.000000", "498797.000000"),
                        rung(MarginStatus.BACKSTOP, "1202.000000", "499398.000000"),
                        rung(MarginStatus.BANKRUPT, "0.000000", "500600.000000"));
        assertThat(explanation.exit()).isEqualByComparingTo("1983.3");
    }

    @Test
    void theStatusIsThatOfTheLowestRungThatEquityIsBelow() {
        // 23 BTC: 500,600 - 23 x 21,300 = 10,700, where the schedule asks for 15,348
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 2_000, 3, 2);
        live.price(2, 38_800);
        live.mark(LiveWorld.BTC_PERP, 38_800);
        live.work();
        for (long account = 1; account <= 3; account++) {
            final AccountExplanation explanation = explain(account);
            final MarginStatus lowest = explanation.ladder().stream()
                    .filter(rung -> rung.distance().signum() < 0)
                    .map(Rung::status)
                    .reduce((above, below) -> below)
                    .orElse(MarginStatus.NORMAL);

            assertThat(explanation.status()).isEqualTo(lowest);
        }
        assertThat(explain(3).status()).isEqualTo(MarginStatus.LIQUIDATION);
    }

    @Test
    void scenariosAreNamedByBlockNumberAndMoves() {
        final List<String> names = TreeCheck.nodes(explain(1).tree()).stream()
                .map(ExplainedNode::scenario)
                .flatMap(Optional::stream)
                .toList();

        assertThat(names)
                .contains("grid 28: price -66 %", "grid 3: BTC -16 %, ETH -20 %, volatility up")
                .allSatisfy(name -> assertThat(name).matches("(grid|joint|stress|skew|basis) [0-9]+: .+"));
        assertThat(explain(1).tail().orElseThrow().worst())
                .isEqualTo("joint 275: BTC -16.97 %, ETH -17.86 %, 24 h pass");
    }

    @Test
    void chargesOfPositionsAreNamedByThem() {
        live.send("ParameterChange parameter=INDEX_CONFIDENCE scope=2 value=400000");
        live.work();

        assertThat(TreeCheck.nodes(explain(1).tree()).stream()
                        .filter(node -> node.name().equals("price confidence"))
                        .flatMap(node -> node.children().stream())
                        .map(ExplainedNode::label))
                .contains("PERP1", "BTC-DEC-55000-P", "BTC-DEC-65000-C", "BTC-JUN-70000-C", "BTC");
    }

    @Test
    void sharesOfTheShortfallSumToIt() {
        final AccountExplanation explanation = explain(1);

        assertThat(sum(explanation.tail().orElseThrow().shares().stream().map(Share::amount)))
                .isEqualByComparingTo(explanation.tail().orElseThrow().shortfall975());
        assertThat(explanation.tail().orElseThrow().shares().stream().map(Share::position))
                .containsExactly("PERP1", "PERP2", "BTC-DEC-55000-P", "BTC-DEC-65000-C", "BTC-JUN-70000-C", "BTC");
    }

    @Test
    void explainingChangesNothing() {
        final long hash = live.driver().engine().stateHash();
        final AccountExplanation first = explain(1);

        assertThat(explain(1).tree().roots()).isEqualTo(first.tree().roots());
        assertThat(live.driver().engine().stateHash()).isEqualTo(hash);
        assertThat(live.driver().replay().engine().stateHash()).isEqualTo(hash);
        live.send("Checkpoint");
    }

    @Test
    void beforeTheFirstRowsAnAccountInPortfolioModeIsMarginedByTiers() {
        final LivePortfolio early = new LivePortfolio();
        early.price(2, 60_000);
        early.perpetual(1, 2);
        early.mark(1, 60_000);
        early.account(1, 100_000);
        early.account(2, 100_000);
        early.trade(1, 1, 6_000_000, 100, 1, 2);

        final AccountExplanation explanation =
                AccountExplainer.of(early.driver().engine(), early.of(1));

        assertThat(explanation.model()).isEmpty();
        assertThat(explanation.tree().initial().amount()).isEqualByComparingTo("1200");
        assertThat(explanation.positions()).singleElement().satisfies(position -> assertThat(position.isByTiers())
                .isTrue());
    }

    private static String labelAndFormula(final ExplainedNode node) {
        return node.label() + ": " + node.formula();
    }

    private static Rung rung(final MarginStatus status, final String below, final String distance) {
        return new Rung(status, new BigDecimal(below), new BigDecimal(distance));
    }

    private static BigDecimal sum(final Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal money(final long millionths) {
        return BigDecimal.valueOf(millionths, SCALE);
    }
}
