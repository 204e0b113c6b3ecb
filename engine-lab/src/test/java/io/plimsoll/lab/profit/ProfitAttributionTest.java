package io.plimsoll.lab.profit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Words;
import io.plimsoll.lab.live.LiveDocuments;
import io.plimsoll.lab.whatif.Preset;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What did what an account gained: USDC and BTC, whose rows follow a surface; 1 a perpetual with funding all the time, 2 a dated
 * future, 3 an option that is quoted, 4 a spot pair, 5 an inverse perpetual, 6 an option that follows the surface.
 */
class ProfitAttributionTest {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long START_NS = 1_764_921_600_000_000_000L;
    private static final long EXPIRY_NS = START_NS + 48 * HOUR_NS;
    private static final long LAST_NS = 1_766_736_000_000_000_000L;
    private static final long DOLLAR = 1_000_000L;
    private static final int ACCOUNTS = 3;
    private static final int COMMANDS = 400;
    private static final int INSTRUMENTS = 6;
    private static final int WORDS_PER_PART = 48;
    private static final String FOLLOWER = "CALL-DEC";

    private final RecordedCommands recorded = new RecordedCommands();
    private long trades;

    private void send(final String command) {
        assertThat(recorded.send(command)).as(command).isTrue();
        recorded.work();
    }

    private void market() {
        recorded.reach(START_NS);
        send("DefineAsset asset=1 symbol=USDC scale=6 stable=NO");
        send("DefineAsset asset=2 symbol=BTC scale=8 haircut=50000 stable=NO");
        send("IndexPrice asset=1 price=10000000000");
        index(60_000);
        send("DefineTierTable table=1 tiers=0:20000:10000");
        final String terms = " underlying=2 priceTicksMax=100000000 positionLotsMax=100000 settlement=";
        final String dated = " lotSize=1000000 window=1800000000000 expiry=";
        final String call = " kind=OPTION strike=600000000000000 side=CALL premium=PREMIUM priceTicksMin=0";
        send("DefineInstrument instrument=1 symbol=PERP tickValue=100" + terms + 1);
        send("DefineInstrument instrument=2 symbol=FUT kind=LINEAR_FUTURE tickValue=100" + terms + 1 + dated
                + EXPIRY_NS);
        send("DefineInstrument instrument=3 symbol=CALL tickValue=100" + terms + 1 + call + dated + EXPIRY_NS);
        send("DefineInstrument instrument=4 symbol=SPOT kind=SPOT lotSize=1000000 tickValue=100" + terms + 1);
        send("DefineInstrument instrument=5 symbol=INVERSE kind=INVERSE_PERPETUAL tickValue=1000000000000"
                + " contractValue=100000000 priceTicksMin=1000" + terms + 2);
        send("DefineInstrument instrument=6 symbol=" + FOLLOWER + " tickValue=100" + terms + 1 + call + dated
                + LAST_NS);
        for (final int instrument : List.of(1, 2, 5)) {
            mark(instrument, 60_000);
        }
        mark(3, 900);
        send("DefineFunding instrument=1 interval=0 period=28800000000000");
        send("ParameterChange parameter=BORROW_RATE scope=1 value=200000000000000");
        documents();
        surface(30);
        for (int id = 1; id <= ACCOUNTS; id++) {
            send("DefineGroup group=" + id);
            send("DefineAccount account=" + id + " group=" + id);
            // The last one owes dollars when it buys.
            send("Deposit account=" + id + " amount=" + (id == ACCOUNTS ? 1 : 900_000 * DOLLAR));
            send("Deposit account=" + id + " asset=2 amount=1000000000");
        }
    }

    private void documents() {
        final Preset preset = Preset.shipped("plimsoll");
        load(
                "kind=SCENARIO_SET version=" + preset.set().version(),
                LiveDocuments.scenarioSet(preset.set(), preset.model()));
        load(
                "kind=MARGIN_MODEL version=" + preset.model().version(),
                LiveDocuments.model(preset.set(), preset.model()));
    }

    private void load(final String what, final Words words) {
        for (int first = 0; first < words.count(); first += WORDS_PER_PART) {
            final StringJoiner part = new StringJoiner(",");
            for (int i = first; i < Math.min(words.count(), first + WORDS_PER_PART); i++) {
                part.add(Long.toString(words.at(i)));
            }
            send("DefineDocumentPart " + what + " total=" + words.count() + " first=" + first + " words=" + part);
        }
    }

    private void index(final long dollars) {
        send("IndexPrice asset=2 price=" + dollars * 10_000_000_000L);
    }

    /** A tick is a cent. */
    private void mark(final int instrument, final long dollars) {
        send("MarkPrice instrument=" + instrument + " price=" + dollars * 100);
    }

    /** SVI of BTC; the level is in thousandths of variance a year. */
    private void surface(final long level) {
        send("SurfacePart asset=2 words=" + LAST_NS + ",600000000000000,601500000000000,40000000000000,"
                + (LAST_NS - START_NS) + ",1," + level * 1_000_000_000_000L / 3
                + ",30000000000000,-300000000000000,0,150000000000000");
    }

    private void trade(final int instrument, final long dollars, final int lots, final long buyer, final long seller) {
        send("Trade id=" + ++trades + " instrument=" + instrument + " price=" + dollars * 100 + " lots=" + lots
                + " buy=" + buyer + " sell=" + seller);
    }

    private static Attributed parts(
            final long trades, final long time, final long prices, final long volatilities, final long parameters) {
        return new Attributed(List.of(trades, time, prices, volatilities, parameters), 0);
    }

    private Attributed of(final long account, final int since, final String name) {
        final ProfitAttribution attribution = recorded.attribution(account, since);
        return attribution.instruments().stream()
                .filter(each -> each.instrument().equals(name))
                .findFirst()
                .orElseThrow()
                .usd();
    }

    private Attributed total(final long account, final int since) {
        return recorded.attribution(account, since).total();
    }

    private Attributed gain(final int since) {
        return recorded.attribution(1, since).coins().get(1).gain();
    }

    @Test
    void aFutureHeldOverAPriceMoveIsAllPrices() {
        market();
        trade(2, 60_000, 100, 1, 2);
        final int since = recorded.count();
        recorded.advance(HOUR_NS);
        mark(2, 61_000);

        assertThat(of(1, since, "FUT")).isEqualTo(parts(0, 0, 1_000 * DOLLAR, 0, 0));
        assertThat(of(2, since, "FUT")).isEqualTo(parts(0, 0, -1_000 * DOLLAR, 0, 0));
        assertThat(total(1, since)).isEqualTo(of(1, since, "FUT"));
    }

    @Test
    void aTradeAwayFromTheMarkIsTradesAndAllThatPricesDoIsPrices() {
        market();
        final int since = recorded.count();
        trade(2, 60_100, 100, 1, 2);
        mark(2, 60_500);
        trade(2, 60_500, 100, 2, 1);

        // Bought 100 above the mark of the first moment, sold 500 above it.
        assertThat(of(1, since, "FUT")).isEqualTo(parts(400 * DOLLAR, 0, 0, 0, 0));
        trade(2, 60_500, 100, 1, 2);
        // At the mark of now: nothing is gained, but against the first moment it was dear, and prices made good for it.
        assertThat(of(1, since, "FUT")).isEqualTo(parts(-100 * DOLLAR, 0, 500 * DOLLAR, 0, 0));
    }

    @Test
    void aCoinHeldOverAnIndexMoveIsPricesAndMoneyIsNoProfit() {
        market();
        final int since = recorded.count();
        index(61_000);
        send("Deposit account=1 asset=2 amount=100000000");
        send("Deposit account=1 amount=1000000000");
        index(62_000);
        send("WithdrawalRequest account=1 asset=2 amount=200000000");

        // 10 BTC gain 2,000 dollars each, one that came in between 1,000.
        assertThat(gain(since)).isEqualTo(parts(0, 0, 21_000 * DOLLAR, 0, 0));
        assertThat(total(1, since)).isEqualTo(gain(since));
    }

    @Test
    void aSpotTradeAwayFromTheIndexIsTrades() {
        market();
        final int since = recorded.count();
        trade(4, 60_200, 100, 1, 2);
        index(61_000);

        assertThat(of(1, since, "SPOT")).isEqualTo(parts(-200 * DOLLAR, 0, 0, 0, 0));
        assertThat(gain(since)).isEqualTo(parts(0, 0, 11_000 * DOLLAR, 0, 0));
    }

    /** A tenth of a per cent in eight hours of 60,000 dollars is 7.50 an hour. */
    @Test
    void fundingAtTheLastPremiumIsTimeAndWhatOthersBringIsPrices() {
        market();
        send("PremiumSample instrument=1 premium=1000000000000 index=6000000");
        trade(1, 60_000, 100, 1, 2);
        final int since = recorded.count();
        recorded.advance(HOUR_NS);
        mark(1, 60_000);
        assertThat(of(1, since, "PERP")).isEqualTo(parts(0, -7_500_000, 0, 0, 0));

        send("PremiumSample instrument=1 premium=3000000000000 index=6000000");
        recorded.advance(HOUR_NS);
        mark(1, 60_010);
        assertThat(of(1, since, "PERP")).isEqualTo(parts(0, -15_000_000, 10 * DOLLAR - 15_000_000, 0, 0));
    }

    @Test
    void anOptionOverASurfaceChangeIsVolatilities() {
        market();
        trade(6, 2_500, 100, 1, 2);
        final int since = recorded.count();
        surface(60);

        final Attributed call = of(1, since, FOLLOWER);
        assertThat(call.steps().get(3)).isPositive().isEqualTo(call.total());
        assertThat(call).isEqualTo(parts(0, 0, 0, call.total(), 0));
    }

    @Test
    void anOptionThatGetsOlderIsTime() {
        market();
        trade(6, 2_500, 100, 1, 2);
        final int since = recorded.count();
        recorded.advance(24 * HOUR_NS);
        send("Revalue asset=2");

        final Attributed call = of(1, since, FOLLOWER);
        assertThat(call.steps().get(1)).isNegative().isEqualTo(call.total());
    }

    /** Its worth at the prices of before comes with time, and the rest with prices. */
    @Test
    void whatSettlesDoesSoWithTime() {
        market();
        trade(2, 59_000, 100, 1, 2);
        trade(3, 900, 100, 1, 2);
        final int since = recorded.count();
        index(60_400);
        recorded.reach(EXPIRY_NS);
        recorded.tick();
        index(65_000);

        assertThat(of(1, since, "FUT")).isEqualTo(parts(0, 0, 400 * DOLLAR, 0, 0));
        // At the money at 60,000; 400 in the money at 60,400.
        assertThat(of(1, since, "CALL")).isEqualTo(parts(0, -900 * DOLLAR, 400 * DOLLAR, 0, 0));
    }

    @Test
    void interestIsTimeAndAnotherRateIsAParameter() {
        market();
        trade(4, 60_000, 100, 3, 2);
        final int since = recorded.count();
        recorded.advance(365 * 12 * HOUR_NS);
        recorded.tick();
        send("ParameterChange parameter=BORROW_RATE scope=1 value=300000000000000");
        recorded.advance(365 * 12 * HOUR_NS);
        recorded.tick();

        // 60,000 dollars for half a year at 20 %, and for half at 30 %.
        final Attributed interest =
                recorded.attribution(3, since).coins().get(0).interest();
        assertThat(interest).isEqualTo(parts(0, -12_000 * DOLLAR, 0, 0, -3_000 * DOLLAR));
        assertThat(total(3, since)).isEqualTo(interest);
    }

    @Test
    void aGainInCoinGainsWithTheCoin() {
        market();
        trade(5, 60_000, 6_000, 1, 2);
        mark(5, 75_000);
        final int since = recorded.count();
        index(61_000);

        // 600,000 dollars at 60,000 and 75,000 differ by 2 BTC; they and the 10 gain 1,000 dollars each.
        assertThat(of(1, since, "INVERSE")).isEqualTo(parts(0, 0, 0, 0, 0));
        assertThat(gain(since)).isEqualTo(parts(0, 0, 12_000 * DOLLAR, 0, 0));
    }

    @Test
    void anAccountThatIsNewHasItsTradesAtThePricesOfBefore() {
        market();
        final int since = recorded.count();
        index(61_000);
        mark(2, 61_000);
        send("DefineGroup group=9");
        send("DefineAccount account=9 group=9");
        send("Deposit account=9 amount=100000000000");
        trade(2, 60_500, 100, 9, 2);

        assertThat(of(9, since, "FUT")).isEqualTo(parts(-500 * DOLLAR, 0, 1_000 * DOLLAR, 0, 0));
        assertThat(total(9, since)).isEqualTo(of(9, since, "FUT"));
    }

    private void step(final Random random) {
        recorded.advance(random.nextInt(20) * HOUR_NS / 60);
        recorded.tick();
        final int instrument = 1 + random.nextInt(INSTRUMENTS);
        final boolean isOption = instrument == 3 || instrument == INSTRUMENTS;
        final long price = isOption ? 500 + random.nextInt(2_000) : 59_000 + random.nextInt(2_000);
        final long account = 1L + random.nextInt(ACCOUNTS);
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                if (instrument < 4 || instrument == 5) {
                    mark(instrument, price);
                }
            }
            case 2 -> index(59_000 + random.nextInt(2_000));
            case 3 ->
                send("PremiumSample instrument=1 premium=" + (random.nextInt(2_000) - 1_000) * 1_000_000_000L
                        + " index=6000000");
            case 4 -> send("Deposit account=" + account + " asset=2 amount=" + (1 + random.nextInt(1_000_000)));
            case 5 -> {
                // The last one may not.
                recorded.send("WithdrawalRequest account=" + account + " amount=" + (1 + random.nextInt(1_000_000)));
            }
            case 6 -> surface(20 + random.nextInt(30));
            case 7 ->
                send("ParameterChange parameter=BORROW_RATE scope=1 value=" + random.nextInt(400) * 1_000_000_000_000L);
            default -> {
                final long seller = 1L + random.nextInt(ACCOUNTS);
                trade(instrument, price, 1 + random.nextInt(20), account, seller);
            }
        }
    }

    /** Only marks that the engine makes of a surface are older than those of a replay; all else is reproduced to the last unit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void allStepsTogetherGiveTheProfitAndLeaveNothingButTheAgeOfMarks(final long seed) {
        final Random random = new Random(seed);
        market();
        final int begin = recorded.count();
        for (int i = 0; i < COMMANDS; i++) {
            step(random);
        }
        for (int id = 1; id <= ACCOUNTS; id++) {
            final int since = begin + random.nextInt(recorded.count() - begin);
            final AccountProfit profit = recorded.profit(id, since, recorded.count());
            final ProfitAttribution attribution = recorded.attribution(id, since);
            final String what = "seed " + seed + ", account " + id + ", since " + since;

            assertThat(attribution.total().total()).as(what).isEqualTo(profit.total());
            for (int i = 0; i < profit.instruments().size(); i++) {
                final InstrumentProfit whole = profit.instruments().get(i);
                final ProfitAttribution.OfInstrument of =
                        attribution.instruments().get(i);
                assertThat(of.instrument()).as(what).isEqualTo(whole.instrument());
                assertThat(of.inAsset().total()).as(what).isEqualTo(whole.total());
                assertThat(of.usd().total()).as(what).isEqualTo(whole.usd());
                if (!of.instrument().equals(FOLLOWER)) {
                    assertThat(of.inAsset().rest()).as("%s: %s", what, of).isZero();
                    assertThat(of.usd().rest()).as("%s: %s", what, of).isZero();
                }
            }
            for (final ProfitAttribution.OfCoin coin : attribution.coins()) {
                assertThat(coin.interest().rest()).as("%s: %s", what, coin).isZero();
                assertThat(coin.gain().rest()).as("%s: %s", what, coin).isZero();
            }
        }
    }
}
