package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.lab.whatif.Preset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At which prices an account is liquidated, beside an engine that is told these prices. */
class AccountLiquidationTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");
    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final BigDecimal TEN_DOWN = new BigDecimal("-0.1");
    private static final BigDecimal TWICE = BigDecimal.ONE;

    private final LivePortfolio live = LiveWorld.with(PLIMSOLL);

    private LiquidationSurface of(
            final long account,
            final String underlying,
            final List<BigDecimal> moves,
            final List<BigDecimal> volatilities) {
        final EngineDriver copy = live.driver().replay();
        return new AccountLiquidation(copy.engine(), account(copy, account)).of(underlying, moves, volatilities);
    }

    private static Account account(final EngineDriver driver, final long id) {
        return driver.engine().state().accounts().account(id);
    }

    private EngineDriver told(final int asset, final BigDecimal price) {
        return ToldEngine.of(live, asset, price);
    }

    private static void send(final EngineDriver twin, final String command) {
        ToldEngine.send(twin, command);
    }

    private static void work(final EngineDriver twin, final int asset) {
        ToldEngine.work(twin, asset);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withoutAMoveItIsTheAccountItselfToTheUnit(final long account) {
        final LiquidationSurface surface = of(account, "BTC", List.of(TEN_DOWN, NONE), List.of(TWICE, NONE));

        assertThat(surface.points()).hasSize(4);
        assertThat(surface.points().get(3).standing())
                .contains(Standing.of(live.driver().engine(), account));
        assertThat(surface.price()).isEqualByComparingTo("60000");
        assertThat(surface.step()).isEqualByComparingTo("0.01");
    }

    @ParameterizedTest
    @CsvSource({
        "1, BTC, 2, -0.1",
        "1, BTC, 2, 0.25",
        "1, ETH, 3, -0.3",
        "1, TOY, 4, 0.5",
        "2, BTC, 2, -0.5",
        "3, BTC, 2, 0.05"
    })
    void afterAMoveOfThePriceItIsWhatAnEngineSaysThatIsToldIt(
            final long account, final String underlying, final int asset, final BigDecimal move) {
        final SurfacePoint point =
                of(account, underlying, List.of(move), List.of(NONE)).points().get(0);

        assertThat(point.move()).isEqualByComparingTo(move);
        assertThat(point.standing())
                .contains(Standing.of(told(asset, point.price()).engine(), account));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void withinASettlementWindowWhatIsFixedOfTheMeanDoesNotMove(final long account) {
        live.driver()
                .advance(LiveWorld.DECEMBER_NS
                        - LivePortfolio.HOUR_NS / 4
                        - live.driver().timeNs());
        live.send("Tick");
        live.work();
        final SurfacePoint point =
                of(account, "BTC", List.of(TEN_DOWN), List.of(NONE)).points().get(0);

        assertThat(point.standing()).contains(Standing.of(told(2, point.price()).engine(), account));
    }

    /** Twice the volatility is four times the variance of SVI; the later expiry first, as the engine asks for. */
    @Test
    void afterAMoveOfVolatilitiesItIsWhatAnEngineSaysThatIsToldThem() {
        final LiquidationSurface surface = of(1, "BTC", List.of(NONE, TEN_DOWN), List.of(TWICE));
        final EngineDriver twin = live.driver().replay();
        final String prices = ",600000000000000,";
        send(
                twin,
                "SurfacePart asset=2 words=" + LiveWorld.JUNE_NS + prices + "613000000000000,40000000000000,"
                        + (LiveWorld.JUNE_NS - LivePortfolio.START_NS) + ",2,400000000000000,1200000000000000"
                        + ",600000000000000,1000000000000000,1000000000000000,1100000000000000");
        send(
                twin,
                "SurfacePart asset=2 words=" + LiveWorld.DECEMBER_NS + prices + "601500000000000,40000000000000,"
                        + (LiveWorld.DECEMBER_NS - LivePortfolio.START_NS)
                        + ",1,40000000000000,120000000000000,-300000000000000,0,150000000000000");
        work(twin, 2);

        final Standing told = Standing.of(twin.engine(), 1);
        final Standing moved = surface.points().get(0).standing().orElseThrow();
        assertThat(moved.marginEquity()).isEqualByComparingTo(told.marginEquity());
        assertThat(moved.initial()).isCloseTo(told.initial(), closely());
        assertThat(moved.maintenance()).isCloseTo(told.maintenance(), closely());
        assertThat(surface.points().get(1).standing())
                .isNotEqualTo(surface.points().get(0).standing());
    }

    private static Offset<BigDecimal> closely() {
        return within(new BigDecimal("0.000010"));
    }

    /** Long 10 BTC from 60,100 with 100,000: 100,000 + 10 (p - 60,100) = 1 % of 250,000 + 2 % of the rest, at marks. */
    @Test
    void inCrossModeTheLiquidationPriceIsThatOfTheFormula() {
        live.send("DefineGroup group=4");
        live.send("DefineAccount account=4 group=4 mode=CROSS");
        live.send("Deposit account=4 asset=1 amount=100000000000");
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 1_000, 4, 2);

        final LiquidationSurface surface = of(4, "BTC", List.of(NONE), List.of(NONE));

        // 9.8 p = 498,500, so the mark is 50,867.34 and no more, which is 60,100 / 60,000 of the index.
        final BigDecimal price = surface.below().first().orElseThrow().price();
        final BigDecimal mark =
                price.multiply(new BigDecimal("60100")).divide(new BigDecimal("60000"), 2, RoundingMode.HALF_UP);
        assertThat(mark).isEqualByComparingTo("50867.34");
        assertThat(surface.above().first()).isEmpty();
        assertThat(surface.above().reached().price()).isGreaterThanOrEqualTo(new BigDecimal("240000"));
        straddles(4, "BTC", 2, surface);
    }

    /** Options sold at both ends: the nearest price each way. */
    @Test
    void aShortStrangleIsLiquidatedOnBothSides() {
        live.account(4, 60_000);
        live.trade(8, LiveWorld.DECEMBER_PUT, 90_000, 500, 2, 4);
        live.trade(9, LiveWorld.JUNE_CALL, 520_000, 300, 2, 4);

        final LiquidationSurface surface = of(4, "BTC", List.of(NONE), List.of(NONE));

        assertThat(surface.isBelow()).isFalse();
        assertThat(surface.below().first().orElseThrow().move()).isNegative();
        assertThat(surface.above().first().orElseThrow().move()).isPositive();
        straddles(4, "BTC", 2, surface);
    }

    /** 5,000 + half of (p - 60,100) = 1 % of half of p, at marks. */
    @Test
    void aPocketIsLiquidatedByItselfWhateverItsParentHas() {
        assertThat(live.driver().send("PocketOpen account=5 parent=3 instrument=" + LiveWorld.BTC_PERP))
                .startsWith("OK");
        live.send("Transfer from=3 to=5 asset=1 amount=5000000000");
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 50, 5, 2);

        final LiquidationSurface surface = of(5, "BTC", List.of(NONE), List.of(NONE));

        // 0.495 p = 25,050, so the mark is 50,606.06 and no more.
        assertThat(surface.below().first().orElseThrow().price().multiply(new BigDecimal("60100")))
                .isCloseTo(new BigDecimal("50606.06").multiply(new BigDecimal("60000")), within(new BigDecimal("600")));
        straddles(5, "BTC", 2, surface);
    }

    /** Books of perpetuals, options and coins, long and short, in both modes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofRandomBooksEveryLiquidationPriceStraddles(final long seed) {
        final Random random = new Random(seed);
        live.send("DefineGroup group=4");
        live.send("DefineAccount account=4 group=4 mode=" + (seed % 2 == 0 ? "CROSS" : "PORTFOLIO"));
        live.send("Deposit account=4 asset=1 amount=" + (20_000 + random.nextInt(20_000)) * 1_000_000L);
        live.send("Deposit account=4 asset=2 amount=" + (1 + random.nextInt(20_000_000)));
        final int[] instruments = {
            LiveWorld.BTC_PERP, LiveWorld.DECEMBER_PUT, LiveWorld.DECEMBER_CALL, LiveWorld.JUNE_CALL
        };
        for (int i = 0; i < instruments.length; i++) {
            final long mark = live.driver()
                    .engine()
                    .state()
                    .prices()
                    .markTicks(live.driver().engine().state().instruments().get(instruments[i]));
            final boolean isBought = random.nextBoolean();
            live.trade(20 + i, instruments[i], mark, 20 + random.nextInt(180), isBought ? 4 : 2, isBought ? 2 : 4);
        }
        final LiquidationSurface surface = of(4, "BTC", List.of(NONE), List.of(NONE));
        if (surface.below().first().isPresent() || surface.above().first().isPresent()) {
            straddles(4, "BTC", 2, surface);
        }
        for (final Crossing crossing : List.of(surface.below(), surface.above())) {
            final Standing last = crossing.first().isPresent()
                    ? crossing.first().get().standing().orElseThrow()
                    : crossing.reached().standing().orElseThrow();
            assertThat(last.left().signum() < 0)
                    .as("seed %d", seed)
                    .isEqualTo(crossing.first().isPresent() != surface.isBelow());
        }
    }

    /** At the price it is below its maintenance margin, one step before it is not. */
    private void straddles(
            final long account, final String underlying, final int asset, final LiquidationSurface surface) {
        int seen = 0;
        for (final Crossing crossing : List.of(surface.below(), surface.above())) {
            if (crossing.first().isPresent()) {
                final BigDecimal price = crossing.first().get().price();
                final BigDecimal before = price.add(
                        crossing.first().get().move().signum() < 0
                                ? surface.step()
                                : surface.step().negate());
                final Standing at = Standing.of(told(asset, price).engine(), account);
                final Standing stands = Standing.of(told(asset, before).engine(), account);
                assertThat(crossing.first().get().standing()).as(underlying).contains(at);
                assertThat(at.left().signum() < 0).isNotEqualTo(surface.isBelow());
                assertThat(stands.left().signum() < 0).isEqualTo(surface.isBelow());
                seen++;
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void belowItsMaintenanceMarginItIsTheWayBack() {
        live.account(4, 10_000);
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 100, 4, 2);
        live.price(2, 53_000);
        live.mark(LiveWorld.BTC_PERP, 53_000);
        live.work();

        final LiquidationSurface surface = of(4, "BTC", List.of(NONE), List.of(NONE));

        assertThat(surface.isBelow()).isTrue();
        assertThat(surface.below().first()).isEmpty();
        assertThat(surface.above().first().orElseThrow().left().orElseThrow()).isNotNegative();
        straddles(4, "BTC", 2, surface);
    }

    /** Somebody quotes 5 dollars more than the surface says for a put of which 200 lots of a hundredth are sold. */
    @Test
    void anOptionThatIsQuotedKeepsItsDistanceToTheSurface() {
        final List<SurfacePoint> before =
                of(1, "BTC", List.of(NONE, TEN_DOWN), List.of(TWICE)).points();
        final EngineState state = live.driver().engine().state();
        final Instrument put = state.instruments().get(LiveWorld.DECEMBER_PUT);
        live.send(
                "MarkPrice instrument=" + put.id() + " price=" + (state.prices().markTicks(put) + 500));

        final List<SurfacePoint> after =
                of(1, "BTC", List.of(NONE, TEN_DOWN), List.of(TWICE)).points();

        for (int i = 0; i < before.size(); i++) {
            final Standing lower = after.get(i).standing().orElseThrow();
            final Standing higher = before.get(i).standing().orElseThrow();
            assertThat(higher.minus(lower).marginEquity())
                    .isCloseTo(new BigDecimal("10"), within(new BigDecimal("0.02")));
        }
    }

    /** The mark of the perpetual has moved since rows were made. */
    @Test
    void afterwardsPricesAreAsTheyWereAndRowsAreNew() {
        final EngineDriver copy = live.driver().replay();
        final AccountLiquidation liquidation = new AccountLiquidation(copy.engine(), account(copy, 1));
        final List<BigDecimal> moves = List.of(NONE, TEN_DOWN);
        final LiquidationSurface first = liquidation.of("BTC", moves, List.of(NONE, TWICE));
        final Standing revalued = Standing.of(copy.engine(), 1);

        assertThat(liquidation.of("BTC", moves, List.of(NONE, TWICE))).isEqualTo(first);
        assertThat(first.revalued()).isEqualTo(revalued);
        assertThat(revalued)
                .isEqualTo(Standing.of(told(2, new BigDecimal("60000")).engine(), 1));
        assertThat(revalued.maintenance()).isGreaterThan(liquidation.now().maintenance());
    }

    /** TOY redeems for 0.001 BTC; 4,000 of it, 240,000 before haircuts, carry a perpetual of 3.5 BTC that is bought. */
    @Test
    void whoHoldsAClaimIsLiquidatedByThePriceOfWhatItRedeemsFor() {
        live.send("DefineClaim asset=4 underlying=2 step=1000");
        live.send("RedemptionRate asset=4 rate=1000000000000");
        live.account(4, 1);
        live.send("Deposit account=4 asset=4 amount=400000000000");
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 350, 4, 2);
        live.work();

        final LiquidationSurface surface = of(4, "BTC", List.of(NONE), List.of(NONE));

        assertThat(surface.below().first()).isPresent();
        straddles(4, "BTC", 2, surface);
    }

    /** 200 lots of 100 USD at 60,000, bought with a tenth of a coin: profit and loss are coins. */
    @ParameterizedTest
    @CsvSource({"4, 2", "2, 4"})
    void whoHoldsAnInversePerpetualIsLiquidatedInCoins(final long buyer, final long seller) {
        live.send("DefineInstrument instrument=7 symbol=INVERSE underlying=2 settlement=2 tickValue=20000000000"
                + " contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000 positionLotsMax=100000"
                + " kind=INVERSE_PERPETUAL tierTable=1");
        live.send("MarkPrice instrument=7 price=120000");
        live.account(4, 1);
        live.send("Deposit account=4 asset=2 amount=10000000");
        live.trade(8, 7, 120_000, 200, buyer, seller);
        live.send("Revalue asset=2");
        live.work();

        straddles(4, "BTC", 2, of(4, "BTC", List.of(NONE), List.of(NONE)));
    }

    /** A call on 0.8 coins was sold with half a coin in hand and what it was sold for. */
    @Test
    void whoSoldAnOptionThatIsSettledInCoinsIsLiquidatedWhenTheyAreNotEnough() {
        live.send("DefineInstrument instrument=7 symbol=COIN-C underlying=2 settlement=2 tickValue=100"
                + " priceTicksMax=1000000 positionLotsMax=100000 tierTable=1 kind=OPTION lotSize=1000000"
                + " premium=PREMIUM window=1800000000000 expiry=" + LiveWorld.JUNE_NS
                + " strike=700000000000000 side=CALL");
        live.account(4, 1);
        live.send("Deposit account=4 asset=2 amount=50000000");
        live.send("Revalue asset=2");
        live.work();
        final EngineState state = live.driver().engine().state();
        live.trade(8, 7, state.prices().markTicks(state.instruments().get(7)), 80, 2, 4);
        live.work();

        final LiquidationSurface surface = of(4, "BTC", List.of(NONE), List.of(NONE));

        assertThat(surface.above().first()).isPresent();
        straddles(4, "BTC", 2, surface);
    }

    /** Account 4 has 10,000 and would lose 18,000; once liquidated it would stay so at 60,000. */
    @Test
    void nobodyElseIsMarginedAtPricesThatOneAccountIsAskedAbout() {
        live.account(4, 10_000);
        live.trade(8, LiveWorld.BTC_PERP, 6_010_000, 100, 4, 2);
        final EngineDriver copy = live.driver().replay();
        final AccountLiquidation liquidation = new AccountLiquidation(copy.engine(), account(copy, 1));
        final long begin = copy.engine().sequence();
        liquidation.of("BTC", List.of(new BigDecimal("-0.3")), List.of(NONE));
        final long forOnePoint = copy.engine().sequence() - begin;

        assertThat(account(copy, 4).status().isLiquidating()).isFalse();

        liquidation.of("BTC", List.of(TEN_DOWN, new BigDecimal("-0.3")), List.of(NONE, TWICE));
        assertThat(copy.engine().sequence() - begin - forOnePoint)
                .as("commands for four points")
                .isLessThanOrEqualTo(forOnePoint);
    }

    @Test
    void aPriceThatNoInstrumentMayHaveIsNoPoint() {
        // A mark may be a million at most.
        final SurfacePoint point = of(3, "BTC", List.of(BigDecimal.valueOf(16)), List.of(NONE))
                .points()
                .get(0);

        assertThat(point.price()).isEqualByComparingTo("1020000");
        assertThat(point.standing()).isEmpty();
        // Account 4 has a coin and no perpetual.
        live.account(4, 1_000);
        live.send("Deposit account=4 asset=2 amount=100000000");
        assertThat(of(4, "BTC", List.of(BigDecimal.valueOf(16)), List.of(NONE))
                        .points()
                        .get(0)
                        .standing())
                .isPresent();
    }

    @Test
    void anAccountMovesWithWhatItHasAndWhatItsPositionsAreAbout() {
        final EngineDriver copy = live.driver().replay();

        assertThat(new AccountLiquidation(copy.engine(), account(copy, 1)).underlyings())
                .containsExactly("BTC", "ETH", "TOY");
        assertThat(new AccountLiquidation(copy.engine(), account(copy, 3)).underlyings())
                .containsExactly("BTC");
        assertThatThrownBy(() -> of(3, "ETH", List.of(NONE), List.of(NONE)))
                .isInstanceOf(MarketException.class)
                .hasMessage("account 3 has nothing that moves with 'ETH'; it moves with USDC, BTC");
    }
}
