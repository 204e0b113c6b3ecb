package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.CommandText;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.lab.whatif.Preset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What an account would stand at had only some of the commands come. */
class PartialReplayTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long LATER_NS = LivePortfolio.START_NS + 2 * LivePortfolio.HOUR_NS;

    /** A trade, a price, a surface at another volatility, a haircut; all two hours later. */
    private static final List<String> COMMANDS = List.of(
            "Trade id=20 instrument=1 price=6010000 lots=50 buy=1 sell=2",
            "OrderPlace instrument=1 account=1 order=9 lots=5 limit=6000000 side=BUY",
            "IndexPrice asset=2 price=580000000000000",
            "SurfacePart asset=2 words=" + LiveWorld.DECEMBER_NS + ",600000000000000,601500000000000,40000000000000,"
                    + (LiveWorld.DECEMBER_NS - LivePortfolio.START_NS)
                    + ",1,20000000000000,30000000000000,-300000000000000,0,150000000000000",
            "ParameterChange parameter=HAIRCUT_PPM scope=2 value=100000");

    private final CommandText text = new CommandText();
    private LivePortfolio live;

    private Standing after(final Optional<ChangeStep> last) {
        live = LiveWorld.with(PLIMSOLL);
        final PartialReplay replay = new PartialReplay(live.driver().engine(), last);
        for (final String command : COMMANDS) {
            final byte[] frame = text.frame(1, 1, command);
            replay.command(LATER_NS, new UnsafeBuffer(frame), 0, frame.length);
        }
        replay.end(LATER_NS);
        return Standing.of(live.driver().engine(), 1);
    }

    @Test
    void withoutAnyStepRowsAreMadeAnewAtTheSameMoment() {
        final Standing standing = after(Optional.empty());

        assertThat(standing.marginEquity())
                .isEqualByComparingTo(
                        AccountExplainer.of(LiveWorld.with(PLIMSOLL).driver().engine(), live.of(1))
                                .marginEquity());
        assertThat(live.driver().engine().state().timeNs()).isLessThan(LATER_NS);
        assertThat(live.of(1).orderCount()).isZero();
    }

    @Test
    void anotherMarginModelIsAParameter() {
        live = LiveWorld.with(PLIMSOLL);
        live.loadFurther(2, PLIMSOLL);
        live.work();
        final byte[] change = text.frame(1, 1, "ModelChange account=1 model=2");
        new PartialReplay(live.driver().engine(), Optional.of(ChangeStep.VOLATILITIES))
                .command(LATER_NS, new UnsafeBuffer(change), 0, change.length);
        assertThat(live.of(1).model()).isEqualTo(1);

        new PartialReplay(live.driver().engine(), Optional.of(ChangeStep.PARAMETERS))
                .command(LATER_NS, new UnsafeBuffer(change), 0, change.length);
        assertThat(live.of(1).model()).isEqualTo(2);
    }

    @Test
    void eachStepBringsItsCommandsAndThoseBefore() {
        final List<String> seen = new ArrayList<>();
        for (final ChangeStep step : ChangeStep.values()) {
            after(Optional.of(step));
            final EngineState state = live.driver().engine().state();
            seen.add(step.label() + ": lots " + live.of(1).positions().lotsAt(0) + ", hours "
                    + (state.timeNs() - LivePortfolio.START_NS) / LivePortfolio.HOUR_NS + ", BTC "
                    + state.prices().indexPrice(state.assets().get(2)) / 10_000_000_000L + ", volatility "
                    + Math.round(1e3
                            * state.risk()
                                    .surfaces()
                                    .find(state.assets().get(2), LiveWorld.DECEMBER_NS)
                                    .volatility(60_000))
                    + ", haircut " + state.assets().get(2).haircuts().creditPpm());
        }

        assertThat(seen)
                .containsExactly(
                        "trades and money: lots 150, hours 0, BTC 60000, volatility 502, haircut 50000",
                        "time: lots 150, hours 2, BTC 60000, volatility 502, haircut 50000",
                        "prices: lots 150, hours 2, BTC 58000, volatility 502, haircut 50000",
                        "volatilities: lots 150, hours 2, BTC 58000, volatility 653, haircut 50000",
                        "parameters: lots 150, hours 2, BTC 58000, volatility 653, haircut 100000");
    }

    @Test
    void aClaimComesWithItsFirstRateAndMovesWithPrices() {
        final List<Long> rates = new ArrayList<>();
        for (final ChangeStep step : List.of(ChangeStep.TRADES, ChangeStep.PRICES)) {
            live = LiveWorld.with(PLIMSOLL);
            final PartialReplay replay = new PartialReplay(live.driver().engine(), Optional.of(step));
            for (final String command : List.of(
                    "DefineAsset asset=7 symbol=STBTC scale=8",
                    "DefineClaim asset=7 underlying=2 step=1000",
                    "RedemptionRate asset=7 rate=1000000000000000",
                    "RedemptionRate asset=7 rate=1000500000000000")) {
                final byte[] frame = text.frame(1, 1, command);
                replay.command(LATER_NS, new UnsafeBuffer(frame), 0, frame.length);
            }
            rates.add(live.driver().engine().state().assets().get(7).claim().rate());
        }

        assertThat(rates).containsExactly(1_000_000_000_000_000L, 1_000_500_000_000_000L);
    }

    /** Plays commands, each so many minutes after the beginning. */
    private EngineState played(final ChangeStep last, final String... timed) {
        live = LiveWorld.with(PLIMSOLL);
        final PartialReplay replay = new PartialReplay(live.driver().engine(), Optional.of(last));
        long timeNs = 0;
        for (final String line : timed) {
            final String[] parts = line.split(": ", 2);
            timeNs = LivePortfolio.START_NS + Long.parseLong(parts[0]) * MINUTE_NS;
            final byte[] frame = text.frame(1, 1, parts[1]);
            replay.command(timeNs, new UnsafeBuffer(frame), 0, frame.length);
        }
        replay.end(timeNs);
        return live.driver().engine().state();
    }

    private long dollars() {
        return live.of(1).balances().amountAt(0);
    }

    /** What came after the expiry is not what it settled at. */
    @Test
    void aContractSettlesWithTimeAndAtThePricesOfItsTime() {
        final String[] commands = {
            "1: DefineInstrument instrument=9 symbol=FUT underlying=2 settlement=1 tickValue=100 kind=LINEAR_FUTURE"
                    + " lotSize=1000000 priceTicksMax=100000000 positionLotsMax=100000 tierTable=1 window=60000000000"
                    + " expiry=" + (LivePortfolio.START_NS + 60 * MINUTE_NS),
            "1: MarkPrice instrument=9 price=6000000",
            "1: Trade id=20 instrument=9 price=6000000 lots=100 buy=1 sell=2",
            "2: IndexPrice asset=2 price=610000000000000",
            "60: Continue",
            "60: Continue",
            "90: IndexPrice asset=2 price=650000000000000"
        };

        final EngineState traded = played(ChangeStep.TRADES, commands);
        final long before = dollars();
        assertThat(live.of(1).positions().lotsOf(traded.instruments().get(9))).isEqualTo(100);

        final EngineState timed = played(ChangeStep.TIME, commands);
        assertThat(live.of(1).positions().lotsOf(timed.instruments().get(9))).isZero();
        assertThat(dollars() - before).isZero();

        played(ChangeStep.PRICES, commands);
        // 1 BTC, 1,000 dollars higher.
        assertThat(dollars() - before).isEqualTo(1_000_000_000L);
    }

    @Test
    void aDelistingComesWithTrades() {
        final EngineState state = played(
                ChangeStep.TRADES,
                "1: MarketHalt instrument=" + LiveWorld.TOY_PERP,
                "2: InstrumentDelist instrument=" + LiveWorld.TOY_PERP + " price=5000");

        assertThat(live.of(1).positions().lotsOf(state.instruments().get(LiveWorld.TOY_PERP)))
                .isZero();
    }

    @Test
    void tradesAfterANewTickSizeAreInItsTicks() {
        final EngineState state = played(
                ChangeStep.TRADES,
                "1: MarketHalt instrument=" + LiveWorld.TOY_PERP,
                "2: ParameterChange parameter=TICK_VALUE scope=" + LiveWorld.TOY_PERP + " value=10",
                "3: MarketResume instrument=" + LiveWorld.TOY_PERP,
                "4: Trade id=20 instrument=" + LiveWorld.TOY_PERP + " price=51000 lots=40000 buy=2 sell=1");

        // Bought at 5,100 old ticks: nothing is gained.
        assertThat(state.prices().markTicks(state.instruments().get(LiveWorld.TOY_PERP)))
                .isEqualTo(50_000);
        assertThat(dollars())
                .isEqualTo(LiveWorld.with(PLIMSOLL).of(1).balances().amountAt(0));
    }

    @Test
    void interestAndFundingGoOnWithTimeWhereverAPriceCame() {
        live = LiveWorld.with(PLIMSOLL);
        live.send("DefineFunding instrument=1 interval=0 period=28800000000000");
        live.send("PremiumSample instrument=1 premium=1000000000000 index=6000000");
        live.send("ParameterChange parameter=BORROW_RATE scope=2 value=87600");
        final EngineState state = live.driver().engine().state();
        final long halfAnHourLaterNs = state.timeNs() + 30 * MINUTE_NS;
        final PartialReplay replay = new PartialReplay(live.driver().engine(), Optional.of(ChangeStep.TIME));
        for (final String price :
                List.of("IndexPrice asset=2 price=610000000000000", "MarkPrice instrument=1 price=6100000")) {
            final byte[] frame = text.frame(1, 1, price);
            replay.command(halfAnHourLaterNs, new UnsafeBuffer(frame), 0, frame.length);
        }

        assertThat(state.prices().indexPrice(state.assets().get(2))).isEqualTo(600_000_000_000_000L);
        assertThat(state.prices().markTicks(state.instruments().get(1))).isEqualTo(6_010_000);
        assertThat(state.assets().get(2).interest().value()).isPositive();
        // 1 BTC of 60,000 dollars at 0.1 % in eight hours, for half an hour.
        assertThat(live.of(1).positions().accruedFundingAt(0)).isEqualTo(-3_750_000L);
    }

    @Test
    void stepsThatMoveNothingOfAnAmountLeaveIt() {
        final Standing trades = after(Optional.of(ChangeStep.TRADES));
        final Standing time = after(Optional.of(ChangeStep.TIME));
        final Standing prices = after(Optional.of(ChangeStep.PRICES));
        final Standing volatilities = after(Optional.of(ChangeStep.VOLATILITIES));
        final Standing parameters = after(Optional.of(ChangeStep.PARAMETERS));

        // Two hours of decay of more short options than long ones.
        assertThat(time.marginEquity()).isGreaterThan(trades.marginEquity());
        assertThat(prices.marginEquity()).isNotEqualByComparingTo(time.marginEquity());
        // The put sold outweighs the call bought.
        assertThat(volatilities.marginEquity()).isLessThan(prices.marginEquity());
        // 0.5 BTC at 58,000, 5 % more taken off
        assertThat(parameters.minus(volatilities).marginEquity()).isEqualByComparingTo(new BigDecimal("-1450"));
        assertThat(after(Optional.of(ChangeStep.PARAMETERS))).isEqualTo(parameters);
    }
}
