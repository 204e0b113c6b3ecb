package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.lab.whatif.Preset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By how much the requirement of an account falls when it closes a position. */
class AccountReliefTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final LivePortfolio live = LiveWorld.with(PLIMSOLL);

    private List<Relief> of(final long account) {
        final EngineDriver copy = live.driver().replay();
        return AccountRelief.of(copy.engine(), account(copy, account), TENTH);
    }

    private static Account account(final EngineDriver driver, final long id) {
        return driver.engine().state().accounts().account(id);
    }

    private static Instrument instrument(final EngineDriver driver, final String symbol) {
        final EngineState state = driver.engine().state();
        for (int i = 0; i < state.instruments().count(); i++) {
            if (state.instruments().at(i).terms().symbol().toString().equals(symbol)) {
                return state.instruments().at(i);
            }
        }
        throw new AssertionError(symbol);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theReliefIsTheDifferenceOfTwoAssessmentsBeforeAndAfterTheTrade(final long id) {
        for (final Relief relief : of(id)) {
            final EngineDriver twin = live.driver().replay();
            final Standing before = Standing.of(twin.engine(), id);
            final Instrument instrument = instrument(twin, relief.instrument());
            assertThat(twin.host("Trade id=99 instrument=" + instrument.id() + " price="
                            + twin.engine().state().prices().markTicks(instrument) + " lots=" + Math.abs(relief.lots())
                            + " buy=" + (relief.lots() > 0 ? 0 : id) + " sell=" + (relief.lots() > 0 ? id : 0)))
                    .isEqualTo("OK");
            final Standing after = Standing.of(twin.engine(), id);

            assertThat(relief.before()).isEqualTo(before);
            assertThat(relief.after()).isEqualTo(after);
            assertThat(relief.status()).isEqualTo(account(twin, id).status());
            assertThat(relief.initial()).isEqualByComparingTo(before.initial().subtract(after.initial()));
            assertThat(relief.maintenance())
                    .isEqualByComparingTo(before.maintenance().subtract(after.maintenance()));
            assertThat(after.marginEquity()).isEqualByComparingTo(before.marginEquity());
        }
    }

    @Test
    void eachPositionIsClosedInPartAndAsAWholeAndWhatRelievesMostComesFirst() {
        final List<Relief> all = of(1);

        assertThat(all).isSortedAccordingTo((a, b) -> b.initial().compareTo(a.initial()));
        assertThat(all.stream().map(each -> each.instrument() + " " + each.lots() + " of " + each.held()))
                .containsExactlyInAnyOrder(
                        "PERP1 10 of 100",
                        "PERP1 100 of 100",
                        "PERP2 -200 of -2000",
                        "PERP2 -2000 of -2000",
                        "BTC-DEC-55000-P -20 of -200",
                        "BTC-DEC-55000-P -200 of -200",
                        "BTC-DEC-65000-C 15 of 150",
                        "BTC-DEC-65000-C 150 of 150",
                        "BTC-JUN-70000-C -5 of -50",
                        "BTC-JUN-70000-C -50 of -50",
                        "PERP6 4000 of 40000",
                        "PERP6 40000 of 40000");
    }

    /** 300 lots of a hundredth at 60,100: 180,300 at 2 % and 1 %. */
    @Test
    void inCrossModeOneOfNotionalIsRelievedByTheRateOfItsTier() {
        final Relief whole = of(3).get(0);
        final Relief part = of(3).get(1);

        assertThat(whole.notional()).isEqualByComparingTo("180300");
        assertThat(whole.initial()).isEqualByComparingTo("3606");
        assertThat(whole.maintenance()).isEqualByComparingTo("1803");
        assertThat(whole.perNotional()).isEqualByComparingTo("0.02");
        assertThat(whole.isWhole()).isTrue();
        assertThat(part.lots()).isEqualTo(30);
        assertThat(part.notional()).isEqualByComparingTo("18030");
        assertThat(part.perNotional()).isEqualByComparingTo("0.02");
        assertThat(part.isWhole()).isFalse();
    }

    @Test
    void closingAHedgeRaisesTheRequirement() {
        live.account(4, 10_000);
        live.send("Deposit account=4 asset=2 amount=100000000");
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 100, 2, 4);
        live.trade(9, LiveWorld.ETH_PERP, 300_000, 1, 4, 2);

        // One BTC held, one sold.
        assertThat(of(4).stream().filter(relief -> relief.instrument().equals("PERP1")))
                .hasSize(2)
                .allSatisfy(relief -> assertThat(relief.isHedge()).isTrue())
                .allSatisfy(relief -> assertThat(relief.initial()).isNegative())
                .allSatisfy(relief -> assertThat(relief.perNotional()).isNegative());
        assertThat(of(3)).noneMatch(Relief::isHedge);
    }

    /** One BTC held, one sold: a part of the hedge closed costs margin, the whole of it leaves an account that cannot owe. */
    @Test
    void theLastPositionThatCanOweRelievesOfAll() {
        live.account(4, 10_000);
        live.send("Deposit account=4 asset=2 amount=100000000");
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 100, 2, 4);

        final Relief whole = of(4).get(0);
        final Relief part = of(4).get(1);

        assertThat(part.isHedge()).isTrue();
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.maintenance())
                .isPositive()
                .isEqualByComparingTo(whole.before().maintenance());
        // The haircut for initial margin stays.
        assertThat(whole.after().initial()).isEqualByComparingTo("3000");
    }

    @Test
    void aPartIsAtLeastALotAndALotIsNotDivided() {
        live.account(4, 10_000);
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 1, 2, 4);
        live.trade(9, LiveWorld.ETH_PERP, 300_000, 2, 4, 2);

        assertThat(of(4).stream().map(each -> each.instrument() + " " + each.lots()))
                .containsExactlyInAnyOrder("PERP1 -1", "PERP2 1", "PERP2 2");
    }

    /** A status is left at another place than it is entered at. */
    @Test
    void everyCloseBeginsWhereTheAccountStands() {
        live.account(4, 10_000);
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 100, 4, 2);
        live.trade(9, LiveWorld.ETH_PERP, 300_000, 500, 4, 2);
        live.mark(LiveWorld.BTC_PERP, 53_500);
        final MarginStatus now = live.of(4).status();
        final EngineDriver copy = live.driver().replay();
        final Account account = account(copy, 4);
        final Standing before = Standing.of(copy.engine(), 4);

        final List<Relief> first = AccountRelief.of(copy.engine(), account, TENTH);

        assertThat(now.isLiquidating()).isTrue();
        assertThat(first).anyMatch(relief -> relief.status().isLiquidating());
        assertThat(first).anyMatch(relief -> !relief.status().isLiquidating());
        assertThat(account.status()).isEqualTo(now);
        assertThat(Standing.of(copy.engine(), 4)).isEqualTo(before);
        assertThat(AccountRelief.of(copy.engine(), account, TENTH)).isEqualTo(first);
    }

    @Test
    void aPocketThatIsClosedNeedsNothing() {
        assertThat(live.driver().send("PocketOpen account=5 parent=3 instrument=" + LiveWorld.BTC_PERP))
                .startsWith("OK");
        live.send("Transfer from=3 to=5 asset=1 amount=5000000000");
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 50, 5, 2);

        // 30,050 at 2 % and 1 %
        assertThat(of(5).stream()
                        .map(each -> each.lots() + " " + each.after().initial() + " "
                                + each.after().maintenance()))
                .containsExactly("50 0.000000 0.000000", "5 540.900000 270.450000");
    }

    @Test
    void theErrorAccountIsClosedAgainstAnother() {
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 20, 77, 2);

        assertThat(of(Account.ERROR_ACCOUNT).stream()
                        .map(each -> each.lots() + " " + each.after().initial()))
                .containsExactly("20 0.000000", "2 216.360000");
    }

    /** A delta is what the account would gain if the price doubled, to first order; 600 dollars are a lot. */
    @Test
    void theDeltaOfEachUnderlyingIsHedgedByAPerpetual() {
        final EngineDriver copy = live.driver().replay();
        final List<Hedge> hedges = AccountRelief.hedges(copy.engine(), account(copy, 1));

        assertThat(hedges.stream().map(each -> each.underlying() + " " + each.instrument()))
                .containsExactlyInAnyOrder("BTC PERP1", "ETH PERP2");
        for (final Hedge hedge : hedges) {
            final EngineDriver twin = live.driver().replay();
            final Instrument perpetual = instrument(twin, hedge.instrument());
            final long mark = twin.engine().state().prices().markTicks(perpetual);
            final BigDecimal lots = hedge.delta()
                    .negate()
                    .movePointRight(6)
                    .divide(BigDecimal.valueOf(100 * mark), 0, RoundingMode.HALF_EVEN);
            assertThat(hedge.lots()).isEqualTo(lots.longValueExact());
            assertThat(twin.host("Trade id=99 instrument=" + perpetual.id() + " price=" + mark + " lots="
                            + Math.abs(hedge.lots()) + " buy=" + (hedge.lots() > 0 ? 1 : 0) + " sell="
                            + (hedge.lots() > 0 ? 0 : 1)))
                    .isEqualTo("OK");
            assertThat(hedge.before()).isEqualTo(Standing.of(live.driver().engine(), 1));
            assertThat(hedge.after()).isEqualTo(Standing.of(twin.engine(), 1));
            assertThat(hedge.status()).isEqualTo(account(twin, 1).status());
        }
        assertThat(Standing.of(copy.engine(), 1))
                .isEqualTo(Standing.of(live.driver().engine(), 1));
    }

    @Test
    void anAccountInCrossModeHasNoDeltas() {
        final EngineDriver copy = live.driver().replay();

        assertThat(AccountRelief.hedges(copy.engine(), account(copy, 3))).isEmpty();
    }

    @Test
    void anAccountWithoutPositionsHasNothingToClose() {
        live.account(4, 10_000);

        assertThat(of(4)).isEmpty();
    }
}
