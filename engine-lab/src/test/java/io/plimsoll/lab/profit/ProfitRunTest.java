package io.plimsoll.lab.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random runs in a {@link ProfitMarket} in which all comes that moves money or worth: a claim on BTC, a pocket, withdrawals that come
 * back, a new tick size, funding by interval and all the time, an expiry, a delisting.
 */
class ProfitRunTest {
    private static final int COMMANDS = 500;
    private static final int PERPETUAL = 1;
    private static final int CALL = 3;
    private static final int INVERSE = 5;
    private static final int FOLLOWER = 6;
    private static final int CLAIM = 3;
    private static final long POCKET = 11;
    private static final long RATE = 1_000_000_000_000_000L;
    private static final List<Long> ACCOUNTS = List.of(1L, 2L, 3L, POCKET);

    private final ProfitMarket market = new ProfitMarket();
    private final RecordedCommands recorded = market.recorded();
    private final Map<Integer, Long> ticksPerDollar = new HashMap<>();
    private long trades = 1_000_000;

    /** The engine may refuse. */
    private void ask(final String command) {
        recorded.send(command);
        recorded.work();
    }

    private void define() {
        market.send("DefineAsset asset=3 symbol=STBTC scale=8 haircut=120000");
        market.send("DefineClaim asset=3 underlying=2 step=30000");
        market.send("RedemptionRate asset=3 rate=" + RATE);
        market.send("PocketOpen account=" + POCKET + " parent=1 instrument=" + PERPETUAL);
        market.send("Transfer from=1 to=" + POCKET + " amount=1000000000");
    }

    private long ticks(final int instrument, final long dollars) {
        return dollars * ticksPerDollar.getOrDefault(instrument, 100L);
    }

    private static long price(final int instrument, final Random random) {
        return instrument == CALL || instrument == FOLLOWER
                ? 500 + random.nextInt(2_000)
                : 59_000 + random.nextInt(2_000);
    }

    private static int instrument(final Random random) {
        return 1 + random.nextInt(FOLLOWER);
    }

    private static long account(final int instrument, final Random random) {
        return instrument == PERPETUAL && random.nextInt(4) == 0 ? POCKET : 1L + random.nextInt(ProfitMarket.ACCOUNTS);
    }

    private void step(final Random random) {
        recorded.advance(random.nextInt(15) * ProfitMarket.HOUR_NS / 60);
        recorded.tick();
        final int kind = random.nextInt(100);
        if (kind < 40) {
            trade(random);
        } else if (kind < 55) {
            final int instrument = 1 + random.nextInt(INVERSE);
            ask("MarkPrice instrument=" + instrument + " price=" + ticks(instrument, price(instrument, random)));
        } else if (kind < 75) {
            news(random);
        } else if (kind < 90) {
            money(random);
        } else {
            terms(random);
        }
    }

    private void trade(final Random random) {
        final int instrument = instrument(random);
        market.send("Trade id=" + ++trades + " instrument=" + instrument + " price="
                + ticks(instrument, price(instrument, random)) + " lots=" + (1 + random.nextInt(20)) + " buy="
                + account(instrument, random) + " sell=" + account(instrument, random) + " buyFee="
                + random.nextInt(1_000) + " sellFee=" + (random.nextInt(1_000) - 300));
    }

    private void news(final Random random) {
        switch (random.nextInt(5)) {
            case 0, 1 -> market.index(59_000 + random.nextInt(2_000));
            case 2 -> ask("RedemptionRate asset=3 rate=" + (RATE + random.nextInt(100) * 1_000_000_000_000L));
            case 3 ->
                ask("PremiumSample instrument=1 premium=" + (random.nextInt(2_000) - 1_000) * 1_000_000_000L + " index="
                        + ticks(PERPETUAL, 60_000));
            default -> market.surface(20 + random.nextInt(30));
        }
    }

    private void money(final Random random) {
        final long account = 1L + random.nextInt(ProfitMarket.ACCOUNTS);
        final String what = " account=" + account + " asset=" + (1 + random.nextInt(CLAIM)) + " amount=";
        switch (random.nextInt(5)) {
            case 0 -> market.send("Deposit" + what + (1 + random.nextInt(100_000_000)));
            case 1 -> ask("WithdrawalRequest" + what + (1 + random.nextInt(100_000_000)));
            case 2 ->
                ask("WithdrawalSettle id=" + (1 + random.nextInt(10))
                        + (random.nextBoolean() ? " result=PAID" : " result=RETURNED"));
            case 3 -> ask("Transfer from=1 to=" + POCKET + " amount=" + random.nextInt(100_000_000));
            default -> ask("Transfer from=" + POCKET + " to=1 amount=" + random.nextInt(100_000_000));
        }
    }

    private void terms(final Random random) {
        switch (random.nextInt(6)) {
            case 0 -> tickSize(random);
            case 1 ->
                ask("DefineFunding instrument=1 period=28800000000000 interval="
                        + (random.nextBoolean() ? 0 : 3_600_000_000_000L));
            case 2 -> ask("ParameterChange parameter=HAIRCUT_PPM scope=2 value=" + random.nextInt(100_000));
            case 3 -> delist(random);
            default ->
                ask("ParameterChange parameter=BORROW_RATE scope=" + (1 + random.nextInt(2)) + " value="
                        + random.nextInt(400) * 1_000_000_000_000L);
        }
    }

    private void tickSize(final Random random) {
        final long perDollar = random.nextBoolean() ? 100 : 1_000;
        ask("MarketHalt instrument=1");
        if (recorded.send("ParameterChange parameter=TICK_VALUE scope=1 value=" + 10_000 / perDollar)) {
            ticksPerDollar.put(PERPETUAL, perDollar);
        }
        ask("MarketResume instrument=1");
    }

    /** Late: otherwise nothing is left to play with. */
    private void delist(final Random random) {
        if (random.nextInt(4) == 0) {
            ask("MarketHalt instrument=" + INVERSE);
            ask("InstrumentDelist instrument=" + INVERSE + " price=" + ticks(INVERSE, price(INVERSE, random)));
        }
    }

    /** Only marks that the engine makes of a surface are older than those of a replay; all else is reproduced to the last unit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void allStepsTogetherGiveTheProfitAndLeaveNothingButTheAgeOfMarks(final long seed) {
        final Random random = new Random(seed);
        define();
        final int begin = recorded.count();
        for (int i = 0; i < COMMANDS; i++) {
            step(random);
        }
        for (final long account : ACCOUNTS) {
            final int since = begin + random.nextInt(recorded.count() - begin);
            assertAddsUp(account, since, "seed " + seed + ", account " + account + ", since " + since);
        }
    }

    private void assertAddsUp(final long account, final int since, final String what) {
        final AccountProfit profit = recorded.profit(account, since, recorded.count());
        assertThat(profit.valueBefore()).as(what).isEqualTo(RecordedCommands.value(recorded.after(since), account));
        assertThat(profit.valueNow()).as(what).isEqualTo(RecordedCommands.value(recorded.engine(), account));

        final ProfitAttribution attribution = recorded.attribution(account, since);
        assertThat(attribution.total().total()).as(what).isEqualTo(profit.total());
        for (int i = 0; i < profit.instruments().size(); i++) {
            final InstrumentProfit whole = profit.instruments().get(i);
            final ProfitAttribution.OfInstrument of = attribution.instruments().get(i);
            assertThat(of.instrument()).as(what).isEqualTo(whole.instrument());
            assertThat(of.inAsset().total()).as(what).isEqualTo(whole.total());
            assertThat(of.usd().total()).as(what).isEqualTo(whole.usd());
            if (!of.instrument().equals(ProfitMarket.FOLLOWER)) {
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
