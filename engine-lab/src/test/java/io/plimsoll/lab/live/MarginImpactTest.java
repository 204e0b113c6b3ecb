package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.lab.whatif.Preset;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another margin model or scenario set does to accounts, against an engine that loads it. */
class MarginImpactTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");
    private static final long ONE = 1_000_000_000_000_000L;
    private static final List<Long> ALL = List.of(1L, 2L, 3L);

    private final LivePortfolio live = LiveWorld.with(PLIMSOLL);

    @BeforeEach
    void rowsAreThoseOfNow() {
        revalue();
    }

    private void revalue() {
        live.driver().host("Revalue asset=2");
        live.driver().host("Revalue asset=3");
        live.work();
    }

    private static Preset newer(final Map<String, Long> parameters) {
        final Preset other = Preset.shipped("plimsoll", parameters);
        return new Preset(other.model().withVersion(2), other.set());
    }

    private MarginImpact impact(final int id, final Preset other, final Optional<ScenarioSet> set) {
        return MarginImpact.of(
                live.driver().replay().engine(), new DocumentChange(id, Optional.of(other.model()), set));
    }

    private static Map<Long, AccountImpact> byAccount(final MarginImpact impact) {
        return impact.accounts().stream().collect(Collectors.toMap(AccountImpact::account, Function.identity()));
    }

    private Standing standing(final long account) {
        return Standing.of(live.driver().engine(), account);
    }

    private Map<Long, Standing> standings() {
        return ALL.stream().collect(Collectors.toMap(Function.identity(), this::standing));
    }

    /** What is listed is what a raise comes to in the end. */
    private void atOnce() {
        live.send("ParameterChange parameter=PHASE_IN_NS scope=0 value=0");
    }

    /** Of what is not listed both margins are as they were. */
    private void agreesWithTheEngine(final MarginImpact impact, final Map<Long, Standing> before) {
        final Map<Long, AccountImpact> listed = byAccount(impact);
        for (final long account : ALL) {
            final AccountImpact of = listed.get(account);
            assertThat(of == null ? before.get(account) : of.before()).isEqualTo(before.get(account));
            assertThat(of == null ? before.get(account) : of.after()).isEqualTo(standing(account));
            if (of != null) {
                assertThat(of.statusAfter()).isEqualTo(live.of(account).status());
                assertThat(of.after().marginEquity()).isEqualTo(of.before().marginEquity());
            }
        }
    }

    @Test
    void anotherModelHasTheFiguresOfAnEngineThatLoadsIt() {
        final Preset other = newer(Map.of("d", ONE / 2, "f_mm", ONE * 9 / 10));
        final Map<Long, Standing> before = standings();
        final MarginImpact impact = impact(1, other, Optional.empty());
        atOnce();
        live.loadFurther(1, other);
        live.work();

        agreesWithTheEngine(impact, before);
        assertThat(impact.accounts()).extracting(AccountImpact::account).containsExactlyInAnyOrder(1L, 2L);
        assertThat(impact.margined()).isEqualTo(2);
        assertThat(impact.atWork()).isEqualTo("margin model 1 plimsoll v1, scenarios plimsoll v1");
        assertThat(impact.instead()).isEqualTo("margin model 1 plimsoll v2, scenarios plimsoll v1");
        assertThat(impact.notes()).isEmpty();
    }

    @Test
    void anotherScenarioSetAndItsModelTooWhateverTheirVersions() {
        final Preset other = Preset.shipped("pmrm2");
        final Map<Long, Standing> before = standings();
        final MarginImpact impact = impact(1, other, Optional.of(other.set()));
        atOnce();
        live.load(new Preset(other.model().withVersion(2), other.set().withVersion(2)), 2);
        live.work();

        agreesWithTheEngine(impact, before);
        assertThat(impact.accounts()).hasSize(2);
        assertThat(impact.notes())
                .containsExactly(
                        "scenario set 'pmrm2' must be loaded as version 2, for 1 is in force",
                        "margin model 'pmrm2' must be loaded as version 2, for 1 is in force");
    }

    /** 60,050 is within 0.2 % of 60,000: rows stay as they are until a new model makes them anew. */
    @Test
    void pricesThatRowsDoNotHaveYetAreNoPartOfTheDifference() {
        final Map<Long, Standing> old = standings();
        live.price(2, 60_050);
        live.work();
        final Preset other = newer(Map.of("d", ONE / 2));
        final MarginImpact impact = impact(1, other, Optional.empty());
        revalue();
        final Map<Long, Standing> before = standings();
        atOnce();
        live.loadFurther(1, other);
        live.work();

        assertThat(before.get(1L).initial()).isNotEqualTo(old.get(1L).initial());
        agreesWithTheEngine(impact, before);
        assertThat(impact.notes()).singleElement().asString().startsWith("rows made from prices now, ");
    }

    @Test
    void onlyAccountsOfTheModelAreTouched() {
        live.loadFurther(2, PLIMSOLL);
        live.work();
        assertThat(live.driver().send("ModelChange account=2 model=2")).startsWith("OK");
        final MarginImpact impact = impact(2, newer(Map.of("f_im", 2 * ONE)), Optional.empty());

        assertThat(impact.accounts()).singleElement().satisfies(only -> {
            assertThat(only.account()).isEqualTo(2);
            assertThat(only.model()).isEqualTo(2);
            assertThat(only.initialRise()).isPositive();
            assertThat(only.maintenanceRise()).isZero();
        });
        assertThat(impact.margined()).isEqualTo(2);
    }

    @Test
    void whoIsCalledFirstComesFirst() {
        live.account(4, 20_000);
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 100, 4, 2);
        final MarginImpact impact = impact(1, newer(Map.of("f_im", 3 * ONE, "f_mm", 3 * ONE)), Optional.empty());
        final AccountImpact first = impact.accounts().get(0);

        // Account 2 needs more by far, and has it.
        assertThat(first.account()).isEqualTo(4);
        assertThat(first.statusBefore()).isEqualTo(MarginStatus.NORMAL);
        assertThat(first.statusAfter().isLiquidating()).isTrue();
        assertThat(impact.worse()).isEqualTo((int)
                impact.accounts().stream().filter(AccountImpact::isWorse).count());
        assertThat(impact.accounts())
                .filteredOn(each -> !each.isWorse())
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> b.maintenanceRise().compareTo(a.maintenanceRise()))
                .anyMatch(each -> each.maintenanceRise().compareTo(first.maintenanceRise()) > 0);
        assertThat(impact.after().initial())
                .isEqualByComparingTo(impact.accounts().stream()
                        .map(each -> each.before().initial().add(each.initialRise()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void theSameModelAsAnotherVersionTouchesNobody() {
        final MarginImpact impact = impact(1, newer(Map.of()), Optional.of(PLIMSOLL.set()));

        assertThat(impact.accounts()).isEmpty();
        assertThat(impact.before().initial()).isZero();
        assertThat(impact.notes()).isEmpty();
    }

    @Test
    void whatCannotBeLoadedIsNamed() {
        final Preset pmrm2 = Preset.shipped("pmrm2");
        live.loadFurther(2, PLIMSOLL);
        live.work();

        assertThatThrownBy(() -> impact(3, PLIMSOLL, Optional.empty()))
                .isInstanceOf(MarketException.class)
                .hasMessage("there is no margin model 3 at work; there are: 1 plimsoll, 2 plimsoll");
        assertThatThrownBy(() -> impact(9, PLIMSOLL, Optional.empty()))
                .hasMessageStartingWith("there is no margin model 9 at work");
        assertThatThrownBy(() -> impact(2, PLIMSOLL, Optional.empty())).hasMessage("no account has margin model 2");
        assertThatThrownBy(() -> impact(1, pmrm2, Optional.of(pmrm2.set())))
                .hasMessage("margin model 'pmrm2' does not go with margin model 2, which names scenarios that would not"
                        + " be there");
        final MarginEngine copy = live.driver().replay().engine();
        assertThatThrownBy(
                        () -> MarginImpact.of(copy, new DocumentChange(1, Optional.empty(), Optional.of(pmrm2.set()))))
                .hasMessage(
                        "scenario set 'pmrm2' does not fit margin model 1, 'plimsoll'; --model names one that does");
    }

    @Test
    void withoutAccountsInPortfolioModeThereIsNothingToSay() {
        final LivePortfolio cross = new LivePortfolio();
        cross.price(2, 60_000);
        cross.price(3, 3_000);
        cross.load(PLIMSOLL, 1);
        cross.work();

        assertThatThrownBy(() -> MarginImpact.of(
                        cross.driver().replay().engine(),
                        new DocumentChange(1, Optional.of(PLIMSOLL.model()), Optional.empty())))
                .hasMessage("no account is in portfolio mode, so no margin hangs on scenarios or models");
        assertThatThrownBy(() -> MarginImpact.of(
                        new MarginEngine(new Limits(8, 8, 8, 8, 8, 8, 8, 8, 8, 64)),
                        new DocumentChange(1, Optional.of(PLIMSOLL.model()), Optional.empty())))
                .hasMessageStartingWith("the journal has no scenario set");
    }
}
