package io.plimsoll.lab.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What did what an account gained: cases worked by hand in a {@link ProfitMarket}. */
class ProfitAttributionTest {
    private static final long HOUR_NS = ProfitMarket.HOUR_NS;
    private static final long DOLLAR = ProfitMarket.DOLLAR;

    private final ProfitMarket market = new ProfitMarket();
    private final RecordedCommands recorded = market.recorded();

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
        market.trade(2, 60_000, 100, 1, 2);
        final int since = recorded.count();
        recorded.advance(HOUR_NS);
        market.mark(2, 61_000);

        assertThat(of(1, since, "FUT")).isEqualTo(parts(0, 0, 1_000 * DOLLAR, 0, 0));
        assertThat(of(2, since, "FUT")).isEqualTo(parts(0, 0, -1_000 * DOLLAR, 0, 0));
        assertThat(total(1, since)).isEqualTo(of(1, since, "FUT"));
    }

    @Test
    void aTradeAwayFromTheMarkIsTradesAndAllThatPricesDoIsPrices() {
        final int since = recorded.count();
        market.trade(2, 60_100, 100, 1, 2);
        market.mark(2, 60_500);
        market.trade(2, 60_500, 100, 2, 1);

        // Bought 100 above the mark of the first moment, sold 500 above it.
        assertThat(of(1, since, "FUT")).isEqualTo(parts(400 * DOLLAR, 0, 0, 0, 0));
        market.trade(2, 60_500, 100, 1, 2);
        // At the mark of now: nothing is gained, but against the first moment it was dear, and prices made good for it.
        assertThat(of(1, since, "FUT")).isEqualTo(parts(-100 * DOLLAR, 0, 500 * DOLLAR, 0, 0));
    }

    @Test
    void aCoinHeldOverAnIndexMoveIsPricesAndMoneyIsNoProfit() {
        final int since = recorded.count();
        market.index(61_000);
        market.send("Deposit account=1 asset=2 amount=100000000");
        market.send("Deposit account=1 amount=1000000000");
        market.index(62_000);
        market.send("WithdrawalRequest account=1 asset=2 amount=200000000");

        // 10 BTC gain 2,000 dollars each, one that came in between 1,000.
        assertThat(gain(since)).isEqualTo(parts(0, 0, 21_000 * DOLLAR, 0, 0));
        assertThat(total(1, since)).isEqualTo(gain(since));
    }

    @Test
    void aSpotTradeAwayFromTheIndexIsTrades() {
        final int since = recorded.count();
        market.trade(4, 60_200, 100, 1, 2);
        market.index(61_000);

        assertThat(of(1, since, "SPOT")).isEqualTo(parts(-200 * DOLLAR, 0, 0, 0, 0));
        assertThat(gain(since)).isEqualTo(parts(0, 0, 11_000 * DOLLAR, 0, 0));
    }

    /** A tenth of a per cent in eight hours of 60,000 dollars is 7.50 an hour. */
    @Test
    void fundingAtTheLastPremiumIsTimeAndWhatOthersBringIsPrices() {
        market.send("PremiumSample instrument=1 premium=1000000000000 index=6000000");
        market.trade(1, 60_000, 100, 1, 2);
        final int since = recorded.count();
        recorded.advance(HOUR_NS);
        market.mark(1, 60_000);
        assertThat(of(1, since, "PERP")).isEqualTo(parts(0, -7_500_000, 0, 0, 0));

        market.send("PremiumSample instrument=1 premium=3000000000000 index=6000000");
        recorded.advance(HOUR_NS);
        market.mark(1, 60_010);
        assertThat(of(1, since, "PERP")).isEqualTo(parts(0, -15_000_000, 10 * DOLLAR - 15_000_000, 0, 0));
    }

    @Test
    void anOptionOverASurfaceChangeIsVolatilities() {
        market.trade(6, 2_500, 100, 1, 2);
        final int since = recorded.count();
        market.surface(60);

        final Attributed call = of(1, since, ProfitMarket.FOLLOWER);
        assertThat(call.steps().get(3)).isPositive().isEqualTo(call.total());
        assertThat(call).isEqualTo(parts(0, 0, 0, call.total(), 0));
    }

    @Test
    void anOptionThatGetsOlderIsTime() {
        market.trade(6, 2_500, 100, 1, 2);
        final int since = recorded.count();
        recorded.advance(24 * HOUR_NS);
        market.send("Revalue asset=2");

        final Attributed call = of(1, since, ProfitMarket.FOLLOWER);
        assertThat(call.steps().get(1)).isNegative().isEqualTo(call.total());
    }

    /** Its worth at the prices of before comes with time, and the rest with prices. */
    @Test
    void whatSettlesDoesSoWithTime() {
        market.trade(2, 59_000, 100, 1, 2);
        market.trade(3, 900, 100, 1, 2);
        final int since = recorded.count();
        market.index(60_400);
        recorded.reach(ProfitMarket.EXPIRY_NS);
        recorded.tick();
        market.index(65_000);

        assertThat(of(1, since, "FUT")).isEqualTo(parts(0, 0, 400 * DOLLAR, 0, 0));
        // At the money at 60,000; 400 in the money at 60,400.
        assertThat(of(1, since, "CALL")).isEqualTo(parts(0, -900 * DOLLAR, 400 * DOLLAR, 0, 0));
    }

    @Test
    void interestIsTimeAndAnotherRateIsAParameter() {
        market.trade(4, 60_000, 100, 3, 2);
        final int since = recorded.count();
        recorded.advance(365 * 12 * HOUR_NS);
        recorded.tick();
        market.send("ParameterChange parameter=BORROW_RATE scope=1 value=300000000000000");
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
        market.trade(5, 60_000, 6_000, 1, 2);
        market.mark(5, 75_000);
        final int since = recorded.count();
        market.index(61_000);

        // 600,000 dollars at 60,000 and 75,000 differ by 2 BTC; they and the 10 gain 1,000 dollars each.
        assertThat(of(1, since, "INVERSE")).isEqualTo(parts(0, 0, 0, 0, 0));
        assertThat(gain(since)).isEqualTo(parts(0, 0, 12_000 * DOLLAR, 0, 0));
    }

    @Test
    void anAccountThatIsNewHasItsTradesAtThePricesOfBefore() {
        final int since = recorded.count();
        market.index(61_000);
        market.mark(2, 61_000);
        market.send("DefineGroup group=9");
        market.send("DefineAccount account=9 group=9");
        market.send("Deposit account=9 amount=100000000000");
        market.trade(2, 60_500, 100, 9, 2);

        assertThat(of(9, since, "FUT")).isEqualTo(parts(-500 * DOLLAR, 0, 1_000 * DOLLAR, 0, 0));
        assertThat(total(9, since)).isEqualTo(of(9, since, "FUT"));
    }
}
