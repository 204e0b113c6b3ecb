package io.plimsoll.lab.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two assets and four instruments: 1 a perpetual with funding, 2 a dated future, 3 a premium-style call, 4 a spot pair. */
class ProfitRecorderTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long EXPIRY_NS = 1_000_000 * SECOND_NS;
    private static final int ACCOUNTS = 4;
    private static final int COMMANDS = 2_000;

    private final RecordedCommands recorded = new RecordedCommands();
    private long trades;

    private void send(final String command) {
        recorded.send(command);
    }

    private void market() {
        send("DefineAsset asset=1 symbol=USDC scale=6 stable=NO");
        send("DefineAsset asset=2 symbol=BTC scale=8 haircut=50000 stable=NO");
        send("IndexPrice asset=1 price=10000000000");
        send("IndexPrice asset=2 price=200000000000000");
        send("DefineTierTable table=1 tiers=0:20000:10000");
        final String terms = " underlying=2 settlement=1 tickValue=10000 priceTicksMax=10000000 positionLotsMax=100000";
        final String dated = " expiry=" + EXPIRY_NS + " window=60000000000";
        send("DefineInstrument instrument=1 symbol=PERP" + terms);
        send("DefineInstrument instrument=2 symbol=FUT kind=LINEAR_FUTURE" + dated + terms);
        send("DefineInstrument instrument=3 symbol=CALL kind=OPTION lotSize=1000000 strike=200000000000000 side=CALL"
                + " premium=PREMIUM priceTicksMin=0" + dated + terms);
        send("DefineInstrument instrument=4 symbol=SPOT kind=SPOT lotSize=1000000" + terms);
        send("DefineFunding instrument=1 interval=" + 60 * SECOND_NS + " period=" + 60 * SECOND_NS);
        for (int id = 1; id <= ACCOUNTS; id++) {
            send("DefineGroup group=" + id);
            send("DefineAccount account=" + id + " group=" + id);
            // The last one owes dollars when it buys.
            send("Deposit account=" + id + " amount=" + (id == ACCOUNTS ? 1 : 900_000_000_000L));
            send("Deposit account=" + id + " asset=2 amount=90000000000");
        }
        send("ParameterChange parameter=BORROW_RATE scope=1 value=200000000000000");
        for (int instrument = 1; instrument <= 4; instrument++) {
            send("MarkPrice instrument=" + instrument + " price=" + (instrument == 3 ? 500 : 20_000));
        }
    }

    private void step(final Random random) {
        recorded.advance(random.nextInt(30) * SECOND_NS);
        final int instrument = 1 + random.nextInt(4);
        final long price = instrument == 3 ? 400 + random.nextInt(200) : 19_000 + random.nextInt(2_000);
        final long account = 1L + random.nextInt(ACCOUNTS);
        switch (random.nextInt(10)) {
            case 0 -> send("MarkPrice instrument=" + instrument + " price=" + price);
            case 1 ->
                send("PremiumSample instrument=1 premium=" + (random.nextInt(2_000) - 1_000) * 1_000_000_000L
                        + " index=20000");
            case 2 -> send("WithdrawalRequest account=" + account + " amount=" + random.nextInt(1_000_000));
            case 8 -> send("IndexPrice asset=2 price=" + (19_000 + random.nextInt(2_000)) * 10_000_000_000L);
            case 3 -> send("Deposit account=" + account + " amount=" + (1 + random.nextInt(1_000_000)));
            default ->
                send("Trade id=" + ++trades + " instrument=" + instrument + " price=" + price + " lots="
                        + (1 + random.nextInt(50)) + " buy=" + account + " sell=" + (1 + random.nextInt(ACCOUNTS))
                        + " buyFee=" + random.nextInt(1_000) + " sellFee=" + (random.nextInt(1_000) - 200));
        }
    }

    /** The engine's own net asset value says how much it is in all. */
    private AccountProfit profit(final long account, final int since, final int to) {
        final AccountProfit profit = recorded.profit(account, since, to);
        assertThat(profit.valueBefore()).isEqualTo(RecordedCommands.value(recorded.after(since), account));
        assertThat(profit.valueNow()).isEqualTo(RecordedCommands.value(recorded.after(to), account));
        assertThat(profit.total())
                .isEqualTo(profit.instruments().stream()
                                .mapToLong(InstrumentProfit::usd)
                                .sum()
                        + profit.coins().stream()
                                .mapToLong(coin -> coin.gain() + coin.interest())
                                .sum());
        return profit;
    }

    private static Map<String, InstrumentProfit> byName(final AccountProfit profit) {
        final Map<String, InstrumentProfit> map = new HashMap<>();
        profit.instruments().forEach(of -> map.put(of.instrument(), of));
        return map;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void whatOneGainsAnotherLosesAndPartsOfTheWayAddUp(final long seed) {
        final Random random = new Random(seed);
        market();
        final int begin = recorded.count();
        for (int i = 0; i < COMMANDS; i++) {
            step(random);
        }
        // The dated ones settle.
        recorded.reach(EXPIRY_NS);
        for (int i = 0; i < 20; i++) {
            send("Continue");
        }
        final int end = recorded.count();
        final int middle = begin + random.nextInt(COMMANDS);
        final Map<String, Long> gained = new HashMap<>();
        for (int id = 1; id <= ACCOUNTS; id++) {
            // A balance that is not explained to the last unit throws here.
            final Map<String, InstrumentProfit> whole = byName(profit(id, 0, end));
            final Map<String, InstrumentProfit> first = byName(profit(id, 0, middle));
            final Map<String, InstrumentProfit> second = byName(profit(id, middle, end));
            for (final InstrumentProfit of : whole.values()) {
                final long parts = total(first.get(of.instrument())) + total(second.get(of.instrument()));
                assertThat(parts).as("seed %d, account %d, %s", seed, id, of).isEqualTo(of.total());
                gained.merge(of.instrument(), of.total() - of.fees(), Long::sum);
            }
        }
        // Fees are the house's; all else goes from one account to another.
        assertThat(gained).as("seed %d", seed).containsOnlyKeys("PERP", "FUT", "CALL", "SPOT");
        // Each payment of funding is rounded down.
        assertThat(gained.get("PERP")).as("seed %d", seed).isBetween(-2L * COMMANDS, 0L);
        assertThat(gained.get("SPOT")).as("seed %d", seed).isZero();
        // Settlement rounds each position down.
        assertThat(gained.get("FUT")).as("seed %d", seed).isBetween(-1L * ACCOUNTS, 0L);
        assertThat(gained.get("CALL")).as("seed %d", seed).isBetween(-1L * ACCOUNTS, 0L);
    }

    private static long total(final InstrumentProfit profit) {
        return profit == null ? 0 : profit.total();
    }

    @Test
    void eachReasonStandsInItsPlace() {
        market();
        send("Trade id=1 instrument=1 price=20000 lots=10 buy=1 sell=2 buyFee=300");
        send("Trade id=2 instrument=1 price=20100 lots=4 buy=2 sell=1");
        send("Trade id=3 instrument=3 price=500 lots=2 buy=1 sell=2 sellFee=-7");
        send("Trade id=4 instrument=4 price=20000 lots=1 buy=1 sell=2");
        send("MarkPrice instrument=1 price=20050");
        send("WithdrawalRequest account=1 amount=5");

        final AccountProfit profit = profit(1, 0, recorded.count());

        // A tick of a lot is 10,000 minor units: 4 lots closed 100 ticks above, 6 open at 50 above.
        assertThat(byName(profit).get("PERP"))
                .isEqualTo(
                        new InstrumentProfit("PERP", "USDC", 6, 4_000_000, 0, 0, 0, -300, 0, 3_000_000, 0, 6_999_700));
        assertThat(byName(profit).get("CALL"))
                .isEqualTo(new InstrumentProfit("CALL", "USDC", 6, 0, -10_000_000, 0, 0, 0, 0, 10_000_000, 0, 0));
        final MoneyFlow dollars = profit.money().get(0);
        assertThat(dollars.trading()).isEqualTo(4_000_000 - 300 - 10_000_000);
        assertThat(dollars.others())
                .containsEntry("DEPOSIT", 900_000_000_000L)
                .containsEntry("WITHDRAWAL", -5L)
                .containsEntry("SPOT_TRADE", -200_000_000L);
        assertThat(profit.money().get(1).others()).containsEntry("SPOT_TRADE", 1_000_000L);
    }

    private CoinProfit coin(final AccountProfit profit, final String asset) {
        return profit.coins().stream()
                .filter(each -> each.asset().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCoinGainsWithItsIndexPriceAndADepositIsNoProfit() {
        market();
        final int since = recorded.count();
        send("IndexPrice asset=2 price=210000000000000");
        send("Deposit account=1 asset=2 amount=100000000");
        send("IndexPrice asset=2 price=220000000000000");
        send("WithdrawalRequest account=1 asset=2 amount=200000000");
        send("IndexPrice asset=2 price=230000000000000");

        final AccountProfit profit = profit(1, since, recorded.count());

        // 900 BTC gain 3,000 dollars each; one that came at 21,000 gains 2,000; two that went at 22,000 miss 1,000.
        assertThat(coin(profit, "BTC"))
                .isEqualTo(new CoinProfit("BTC", 18_000_000_000_000L, -23_000_000_000L, 0, 0, 0, 20_677_000_000_000L));
        assertThat(coin(profit, "BTC").gain()).isEqualTo(2_700_000_000_000L);
        assertThat(profit.total()).isEqualTo(2_700_000_000_000L);
        assertThat(profit(1, 0, since).total()).isZero();
    }

    @Test
    void aSpotTradeGainsWhatItIsBetterThanTheIndex() {
        market();
        final int since = recorded.count();
        send("Trade id=1 instrument=4 price=20100 lots=10 buy=1 sell=2 buyFee=500000");

        final AccountProfit profit = profit(1, since, recorded.count());

        // A tenth of a BTC for 2,010 dollars.
        assertThat(byName(profit).get("SPOT").spot()).isEqualTo(-10_000_000);
        assertThat(byName(profit).get("SPOT").usd()).isEqualTo(-10_500_000);
        assertThat(coin(profit, "USDC").spot()).isEqualTo(-2_010_000_000);
        assertThat(coin(profit, "BTC").spot()).isEqualTo(2_000_000_000);
        assertThat(coin(profit, "USDC").gain() + coin(profit, "BTC").gain()).isZero();
        assertThat(profit(2, since, recorded.count()).total()).isEqualTo(10_000_000);
    }

    @Test
    void interestIsNoGainOfACoin() {
        market();
        send("Trade id=1 instrument=4 price=20000 lots=10 buy=4 sell=2");
        final int since = recorded.count();
        recorded.advance(365 * 86_400 * SECOND_NS);
        recorded.tick();
        send("Deposit account=4 amount=1");

        final AccountProfit profit = profit(4, since, recorded.count());

        // 2,000 dollars less the millionth that was there, a fifth in a year.
        assertThat(coin(profit, "USDC").interest()).isEqualTo(-400_000_000);
        assertThat(coin(profit, "USDC").gain()).isZero();
        assertThat(profit.total()).isEqualTo(-400_000_000);
    }
}
