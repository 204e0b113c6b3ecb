package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Position;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.Shock;
import io.plimsoll.lab.whatif.WhatIf;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account of an engine as a portfolio of what-if: both say the same of it. */
class AccountPortfolioTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");

    private final LivePortfolio live = LiveWorld.with(PLIMSOLL);

    private AccountPortfolio portfolio(final long account) {
        return AccountPortfolio.of(live.driver().engine(), live.of(account));
    }

    private static MarginAnswer margin(final PortfolioBook book) {
        return WhatIf.margin(book.portfolio(), book.market(), PLIMSOLL).get(0);
    }

    /** The perpetual without a row needs 400 and 200 besides. */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void whatIfAsksForTheMarginThatTheEngineAsksFor(final long account) {
        live.mark(LiveWorld.BTC_PERP, 60_000);
        final AccountExplanation explained = AccountExplainer.of(live.driver().engine(), live.of(account));
        final MarginAnswer answer = margin(portfolio(account).book());

        assertClose(answer.initial().add(new BigDecimal("400")), explained.initial());
        assertClose(answer.maintenance().add(new BigDecimal("200")), explained.maintenance());
    }

    @Test
    void ofAnAccountThatCannotOweBothSayTheSame() {
        live.account(4, 10_000);
        live.send("Deposit account=4 asset=2 amount=100000000");
        live.mark(LiveWorld.BTC_PERP, 60_000);
        live.work();
        final AccountExplanation explained = AccountExplainer.of(live.driver().engine(), live.of(4));
        final MarginAnswer answer = margin(portfolio(4).book());

        assertClose(answer.initial(), explained.initial());
        assertThat(answer.initial()).isPositive();
        assertThat(answer.maintenance()).isZero();
        assertThat(explained.maintenance()).isZero();
    }

    /** Of another model of the same name, which asks for half as much again. */
    @Test
    void anAccountOfAFurtherModelIsAskedByThatAsTheEngineHasIt() {
        live.mark(LiveWorld.BTC_PERP, 60_000);
        live.loadFurther(2, Preset.shipped("plimsoll", Map.of("f_im", 1_500_000_000_000_000L)));
        live.work();
        final BigDecimal usual = margin(portfolio(1).book()).initial();
        assertThat(live.driver().send("ModelChange account=1 model=2")).startsWith("OK (");
        final AccountExplanation explained = AccountExplainer.of(live.driver().engine(), live.of(1));
        final AccountPortfolio portfolio = portfolio(1);
        final Preset own = portfolio.model().orElseThrow();
        final MarginAnswer answer = WhatIf.margin(
                        portfolio.book().portfolio(), portfolio.book().market(), own)
                .get(0);

        assertClose(answer.initial().add(new BigDecimal("400")), explained.initial());
        assertClose(answer.maintenance().add(new BigDecimal("200")), explained.maintenance());
        assertThat(answer.initial()).isGreaterThan(usual.multiply(new BigDecimal("1.2")));
        assertThat(portfolio.differentModel(own)).isEmpty();
        assertThat(portfolio.differentModel(Preset.shipped("deribit")))
                .contains("account 1 has margin model 2, plimsoll v1; this asks deribit");
    }

    /** Half a bitcoin at 60,000 is 30,000: in three tiers. */
    @Test
    void tiersOfHaircutsAreThoseOfTheEngineInEquityAndScenarios() {
        final BigDecimal before = equity(1);
        live.send("DefineHaircuts asset=2 liability=50000"
                + " tiers=0:50000:50000,10000000000:150000:60000,20000000000:300000:80000");
        live.mark(LiveWorld.BTC_PERP, 60_000);
        live.work();

        assertThat(equity(1)).isLessThan(before);
        whatIfAsksForTheMarginThatTheEngineAsksFor(1);
    }

    /** The mean so far is 60,000 and the price 66,000: the call of 65,000 would be worth something but for the mean. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void withinASettlementWindowWhatIsFixedIsTheMeanThatTheEngineHas(final long account) {
        live.send("DefineInstrument instrument=7 symbol=BF kind=LINEAR_FUTURE lotSize=1000000 underlying=2 settlement=1"
                + " tickValue=100 priceTicksMax=100000000 positionLotsMax=100000 tierTable=1 window=1800000000000"
                + " expiry=" + LiveWorld.DECEMBER_NS);
        live.mark(7, 63_000);
        live.trade(17, 7, 6_300_000, 70, 2, 1);
        live.driver()
                .advance(LiveWorld.DECEMBER_NS
                        - LivePortfolio.HOUR_NS / 4
                        - live.driver().timeNs());
        live.send("Tick");
        live.price(2, 66_000);
        live.mark(LiveWorld.BTC_PERP, 66_000);
        live.svi(LiveWorld.DECEMBER_NS, 66_000, 66_000);
        live.work();

        final AccountExplanation explained = AccountExplainer.of(live.driver().engine(), live.of(account));
        final MarginAnswer answer = margin(portfolio(account).book());
        // 0.7 of the future close at 0.2 % of 66,000 in what-if, at 0.2 % of its mark in the engine.
        final BigDecimal closeOut = new BigDecimal("4.2");
        assertClose(answer.initial().add(new BigDecimal("400")).subtract(closeOut), explained.initial());
        assertClose(answer.maintenance().add(new BigDecimal("200")).subtract(closeOut), explained.maintenance());
    }

    private BigDecimal equity(final long account) {
        return margin(portfolio(account).book()).equity().total();
    }

    private static void assertClose(final BigDecimal answer, final BigDecimal explained) {
        assertThat(answer).isCloseTo(explained, within(explained.movePointLeft(6)));
    }

    /** A mark of an option is rounded to a tick, a hundredth of a cent a lot. */
    @ParameterizedTest
    @CsvSource({"1, 400", "2, 400", "3, 300"})
    void equityIsThatOfTheEngineButForTheTicksOfOptions(final long account, final long lots) {
        final BigDecimal explained =
                AccountExplainer.of(live.driver().engine(), live.of(account)).marginEquity();
        final BigDecimal answer = margin(portfolio(account).book()).equity().total();

        assertThat(answer).isCloseTo(explained, within(BigDecimal.valueOf(lots, 4)));
    }

    @Test
    void positionsHaveTheNamesAndUnitsOfWhatIf() {
        final AccountPortfolio portfolio = portfolio(1);

        // The perpetual on TOY is left out; its loss of 400 is cash, as are the premiums.
        assertThat(portfolio.book().portfolio().cash()).isEqualByComparingTo("102575");
        assertThat(portfolio.book().portfolio().positions())
                .containsExactly(
                        position("BTC-PERP", "1").enteredAt(new BigDecimal("59500.00000000")),
                        position("ETH-PERP", "-20").enteredAt(new BigDecimal("3010.00000000")),
                        position("BTC-26DEC25-55000-P", "-2"),
                        position("BTC-26DEC25-65000-C", "1.5"),
                        position("BTC-26JUN26-70000-C", "-0.5"),
                        position("BTC", "0.5"));
        assertThat(portfolio.notes())
                .containsExactly("PERP6 x +40000 is left out: it has no row in the scenarios; by its schedule it needs"
                        + " 400 initial and 200 maintenance margin");
    }

    @Test
    void anAccountInCrossModeIsSaidToBe() {
        assertThat(portfolio(3).notes())
                .containsExactly("account 3 is in cross mode; this is what it would need in portfolio mode");
        assertThat(margin(portfolio(3).book()).initial()).isPositive();
    }

    /** 200 lots of 100 USD at 60,000, bought at 62,500; the loss is coin. A future of 0.5 BTC, sold at 60,300. */
    @Test
    void inverseContractsAndFuturesAreMarginedAlike() {
        live.mark(LiveWorld.BTC_PERP, 60_000);
        live.send("DefineInstrument instrument=7 symbol=INVERSE underlying=2 settlement=2 tickValue=20000000000"
                + " contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000 positionLotsMax=100000"
                + " kind=INVERSE_PERPETUAL tierTable=1");
        live.send("DefineInstrument instrument=8 symbol=BTC-DEC underlying=2 settlement=1 tickValue=100"
                + " priceTicksMax=100000000 positionLotsMax=100000 tierTable=1 kind=LINEAR_FUTURE window=1800000000000"
                + " expiry=" + LiveWorld.DECEMBER_NS);
        live.send("MarkPrice instrument=7 price=120000");
        live.mark(8, 60_000);
        live.trade(8, 7, 125_000, 200, 1, 2);
        live.trade(9, 8, 6_030_000, 50, 2, 1);
        live.send("Revalue asset=2");
        live.work();

        final AccountExplanation explained = AccountExplainer.of(live.driver().engine(), live.of(1));
        final PortfolioBook book = portfolio(1).book();

        assertThat(book.portfolio().positions())
                .contains(position("BTC-26DEC25", "-0.5").enteredAt(new BigDecimal("60300.00000000")))
                .contains(position("BTC-PERP", "0.33333333"))
                .contains(position("BTC", "0.48666667"));
        // The engine counts coins in lots, to the nearest.
        final long coinLot =
                live.driver().engine().state().risk().inUse().regime().coins().lot(0);
        assertThat(margin(book).initial().add(new BigDecimal("400")))
                .isCloseTo(explained.initial(), within(BigDecimal.valueOf(coinLot * 30_000, 8)));
        assertThat(margin(book).equity().total()).isCloseTo(explained.marginEquity(), within(new BigDecimal("0.05")));
    }

    /** Account 11 has the same owner as 1: what is large beside 100,000, and tiers of haircuts, are read from both. */
    @Test
    void anAccountIsChargedForAllThatItsGroupHoldsAsInTheEngine() {
        live.send("DefineAccount account=11 group=1 mode=CROSS");
        live.send("Deposit account=11 asset=1 amount=500000000000");
        live.send("Deposit account=11 asset=2 amount=70000000");
        live.send("DefineHaircuts asset=2 liability=50000"
                + " tiers=0:50000:50000,10000000000:150000:60000,20000000000:300000:80000,40000000000:400000:80000");
        live.send("ParameterChange parameter=DAILY_VOLUME scope=2 value=1000000000000");
        live.trade(20, LiveWorld.BTC_PERP, 6_000_000, 300, 11, 2);
        live.mark(LiveWorld.BTC_PERP, 60_000);
        live.send("Revalue asset=2");
        live.work();

        whatIfAsksForTheMarginThatTheEngineAsksFor(1);
        equityIsThatOfTheEngineButForTheTicksOfOptions(1, 400);
        assertThat(portfolio(1).notes()).noneMatch(note -> note.contains("group"));
        final PortfolioBook book = portfolio(1).book();
        final MarginAnswer together = margin(book);
        final MarginAnswer alone =
                margin(new PortfolioBook(book.market(), book.portfolio().beside(List.of())));
        assertThat(together.initial()).isGreaterThan(alone.initial().add(BigDecimal.TEN));
        assertThat(together.equity().total()).isLessThan(alone.equity().total().subtract(BigDecimal.TEN));
    }

    /** The default charges what confidence lacks of one, once it is below 55 %. */
    @Test
    void aDoubtfulPriceCostsTheMarginThatTheEngineAsksFor() {
        live.mark(LiveWorld.BTC_PERP, 60_000);
        live.send("Revalue asset=2");
        live.work();
        final BigDecimal sure = margin(portfolio(1).book()).initial();
        live.send("ParameterChange parameter=INDEX_CONFIDENCE scope=2 value=550000");
        live.work();
        assertThat(margin(portfolio(1).book()).initial()).isEqualByComparingTo(sure);

        live.send("ParameterChange parameter=INDEX_CONFIDENCE scope=2 value=400000");
        live.work();

        whatIfAsksForTheMarginThatTheEngineAsksFor(1);
        assertThat(margin(portfolio(1).book()).initial()).isGreaterThan(sure.add(new BigDecimal("1000")));
    }

    @Test
    void anAssetThatNoScenarioMovesIsCashAfterItsHaircut() {
        live.send("Deposit account=3 asset=4 amount=1000000000");

        // 10 of 50 each, less 40 %
        assertThat(portfolio(3).book().portfolio().cash()).isEqualByComparingTo("500300");
        assertThat(portfolio(3).notes())
                .contains(
                        "TOY is no underlying of the scenarios: it counts as cash after its haircut of 200, without its"
                                + " initial haircut of 100");
    }

    /** TOY was worth 50; as a claim on BTC at 60,000 it is worth 60. */
    @Test
    void aClaimIsACoinThatMovesWithItsUnderlying() {
        live.mark(LiveWorld.BTC_PERP, 60_000);
        final BigDecimal before = margin(portfolio(1).book()).initial();
        live.send("Deposit account=1 asset=4 amount=1000000000");
        live.send("DefineClaim asset=4 underlying=2 step=1000");
        live.send("RedemptionRate asset=4 rate=1000000000000");
        live.work();

        assertThat(portfolio(1).book().portfolio().positions()).contains(position("TOY", "10"));
        assertThat(portfolio(1).notes()).noneMatch(note -> note.startsWith("TOY "));
        whatIfAsksForTheMarginThatTheEngineAsksFor(1);
        equityIsThatOfTheEngineButForTheTicksOfOptions(1, 400);
        final MarginAnswer answer = margin(portfolio(1).book());
        // An initial haircut of 20 % of 600, and what falls beyond 40 %.
        assertThat(answer.initial()).isGreaterThanOrEqualTo(before.add(new BigDecimal("120")));
        // 10 of 60 each, less 40 %, and a tenth less of it.
        final PortfolioBook fallen = portfolio(1).book().after(new Shock(-0.1, 0, Duration.ZERO));
        assertThat(Position.of("TOY", "10").price(fallen.market())).isEqualByComparingTo("54");
    }

    @Test
    void withoutScenariosThereAreNoVolatilities() {
        final LivePortfolio early = new LivePortfolio();
        early.account(1, 100);

        assertThatThrownBy(() -> AccountPortfolio.of(early.driver().engine(), early.of(1)))
                .isInstanceOf(MarketException.class)
                .hasMessage("the journal has no scenario set, so no volatilities; 'portfolio' in the markets file names"
                        + " one");
        early.price(2, 60_000);
        early.load(PLIMSOLL, 1);
        assertThatThrownBy(() -> AccountPortfolio.of(early.driver().engine(), early.of(1)))
                .isInstanceOf(MarketException.class)
                .hasMessage("the rows of the first scenario set are not made yet; a later --at-seq has them");
    }

    @Test
    void anotherScenarioSetIsNoted() {
        assertThat(portfolio(1).differentSet("plimsoll", 1)).isEmpty();
        assertThat(portfolio(1).differentSet("deribit", 1))
                .contains("the engine margins by scenarios plimsoll v1, this by deribit v1");
    }

    private static Position position(final String instrument, final String quantity) {
        return Position.of(instrument, quantity);
    }
}
