package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders of accounts in cross mode, half of them in options that are paid, long, short or both, and contracts on coins that are held,
 * after prices have moved, with caps and debts: whichever of them fill, none, half or whole, free margin with the orders that still
 * rest does not fall below what it was with all of them. Fills pay their fees.
 */
class CrossOrdersTest {
    private static final int ROUNDS = 24;
    private static final int ORDERS = 4;
    private static final int FILLS = 81;
    private static final int FEE_PPM = 450;
    private static final int COIN_SETTLED = 11;
    private static final int[] PAID = {5, 7, COIN_SETTLED};
    private static final int[] OPTIONS = {5, 5, 6, 7, COIN_SETTLED, COIN_SETTLED};

    /** Values of balances, premiums, fees and tiers round by less than a millionth each, an inverse contract by a satoshi, worth 200. */
    private static final long ROUNDING = 2_000;

    private final MarginAssessment assessment = new MarginAssessment();
    private final long[] marks = new long[COIN_SETTLED + 1];
    private Random random;
    private long ids;
    private boolean hasFees;

    /** An order that rests. */
    private record Order(long id, int instrument, long signedLots, long limit) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void whateverFillsTheFreeMarginIsAtLeastWhatItWasWithTheOrders(final long seed) {
        random = new Random(seed);
        int offset = 0;
        int wrongWay = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final EngineDriver driver = market(seed + round);
            hold(driver);
            offset += assess(driver).initialOffset() > 0 ? 1 : 0;
            wrongWay += assessment.wrongWay() > 0 ? 1 : 0;
            final List<Order> orders = place(driver);
            move(driver);
            final long left = free(driver);
            for (int fills = 0; fills < FILLS; fills++) {
                final EngineDriver copy = driver.replay();
                int digits = fills;
                for (final Order order : orders) {
                    fill(copy, order, digits % 3);
                    digits /= 3;
                }
                assertThat(free(copy))
                        .as("seed %d, round %d, orders %s, fills %d", seed, round, orders, fills)
                        .isGreaterThanOrEqualTo(left - ROUNDING);
            }
        }
        assertThat(offset)
                .as("rounds in which long options offset short ones, seed %d", seed)
                .isGreaterThan(ROUNDS / 5);
        assertThat(wrongWay)
                .as("rounds with long contracts on coins, seed %d", seed)
                .isGreaterThan(ROUNDS / 10);
    }

    /** Options that are paid in dollars and in coin, futures-style ones, contracts and spot; each at a mark of its own. */
    private EngineDriver market(final long seed) {
        final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));
        final LiveMarket market = new LiveMarket(driver, seed, false, 2);
        market.listSpot(2);
        ok(driver.send("DefineInstrument instrument=11 symbol=BQ underlying=2 settlement=2 tickValue=500 kind=OPTION"
                + " strike=" + 19_000 * LiveMarket.DOLLAR + " side=PUT premium=PREMIUM lotSize=1000000 priceTicksMin=0"
                + " priceTicksMax=10000000 positionLotsMax=10000 tierTable=1 expiry=" + LiveMarket.EXPIRY_NS
                + " window=1800000000000"));
        for (int instrument = 1; instrument <= COIN_SETTLED; instrument++) {
            final boolean isOption = (instrument >= 5 && instrument <= 7) || instrument == COIN_SETTLED;
            marks[instrument] = isOption ? 5 + random.nextInt(900) : market.mark(instrument);
            ok(driver.send("MarkPrice instrument=" + instrument + " price=" + marks[instrument]));
        }
        ok(driver.host("ModeChange account=1 mode=CROSS"));
        hasFees = random.nextBoolean();
        if (hasFees) {
            ok(driver.send("DefineFeeSchedule schedule=1 maker=-100 taker=" + FEE_PPM));
            ok(driver.send("FeeScheduleAssign account=1 schedule=1"));
        }
        if (random.nextBoolean()) {
            ok(driver.send("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,2000000000:200000:100000"));
        }
        if (random.nextBoolean()) {
            ok(driver.send("DefineHaircuts asset=1 liability=80000 tiers=0:0:0"));
        }
        if (random.nextBoolean()) {
            ok(driver.send("ParameterChange parameter=COLLATERAL_CAP scope=2 value=1000000000"));
        }
        // Then it owes nothing, whatever fills, and all accounts together have as much as before.
        ok(driver.send("Deposit account=2 asset=1 amount=1000000000000"));
        ok(driver.send("Deposit account=2 asset=2 amount=2000000000"));
        ok(driver.send("Deposit account=2 asset=3 amount=1000000000"));
        if (random.nextBoolean()) {
            ok(driver.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=3000000000"));
            ok(driver.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=2 value=10000000"));
            ok(driver.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=3 value=1000000"));
        }
        ok(driver.send("WithdrawalRequest account=1 asset=1 amount=" + (1 + random.nextInt(4_500_000) * 1_000L)));
        return driver;
    }

    private static void ok(final String answer) {
        assertThat(answer).startsWith("OK");
    }

    /** Many lots of an option, often long, fewer of one that is short, and something else on either side. */
    private void hold(final EngineDriver driver) {
        final long many = 30L + random.nextInt(60);
        hold(driver, PAID[random.nextInt(PAID.length)], random.nextInt(5) > 0 ? many : -many);
        hold(driver, PAID[random.nextInt(PAID.length)], -1L - random.nextInt(30));
        hold(driver, 1 + random.nextInt(6), (1 + random.nextInt(40)) * (random.nextBoolean() ? 1L : -1L));
    }

    private void hold(final EngineDriver driver, final int instrument, final long lots) {
        fill(driver, new Order(0, instrument, lots, marks[instrument]), 2);
    }

    /** Prices since the orders came: what is held gains or loses, and limits are better or worse than the marks. */
    private void move(final EngineDriver driver) {
        for (int asset = 2; asset <= 3; asset++) {
            final long price = driver.engine()
                    .state()
                    .prices()
                    .indexPrice(driver.engine().state().assets().get(asset));
            ok(driver.host("IndexPrice asset=" + asset + " price=" + price / 1_000 * (900 + random.nextInt(201))));
        }
        for (int instrument = 1; instrument <= COIN_SETTLED; instrument++) {
            final long mark = Math.max(1, marks[instrument] * (900 + random.nextInt(201)) / 1_000);
            ok(driver.host("MarkPrice instrument=" + instrument + " price=" + mark));
        }
    }

    private List<Order> place(final EngineDriver driver) {
        final List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 4 * ORDERS && orders.size() < ORDERS; i++) {
            final boolean isOption = random.nextBoolean();
            final int instrument = isOption ? OPTIONS[random.nextInt(OPTIONS.length)] : 1 + random.nextInt(10);
            final long lots = (2 + random.nextInt(40)) * (random.nextBoolean() ? 1L : -1L);
            final Order order = new Order(++ids, instrument, lots, marks[instrument] + random.nextInt(9) - 4);
            final String command = "OrderPlace account=1 instrument=" + instrument + " order=" + order.id() + " lots="
                    + Math.abs(lots) + " limit=" + order.limit() + " side=" + (lots > 0 ? "BUY" : "SELL");
            if (driver.send(command).startsWith("OK")) {
                orders.add(order);
            }
        }
        return orders;
    }

    /** Of an order's lots none, the half or all. */
    private void fill(final EngineDriver driver, final Order order, final int halves) {
        final long all = Math.abs(order.signedLots());
        final long lots = halves == 2 ? all : halves * (all / 2);
        if (lots == 0) {
            return;
        }
        final boolean buys = order.signedLots() > 0;
        final String fee = hasFees && order.id() != 0
                ? (buys ? " buyFee=SCHEDULE taker=BUY" : " sellFee=SCHEDULE taker=SELL")
                : "";
        ok(driver.host("Trade id=" + (1_000 + ++ids) + " instrument=" + order.instrument() + " price=" + order.limit()
                + " lots=" + lots + (buys ? " buy=1 sell=2 buyOrder=" : " buy=2 sell=1 sellOrder=") + order.id()
                + fee));
    }

    private MarginAssessment assess(final EngineDriver driver) {
        driver.engine().assess(driver.engine().state().accounts().account(1), assessment);
        return assessment;
    }

    private long free(final EngineDriver driver) {
        final Account account = driver.engine().state().accounts().account(1);
        return assess(driver).freeMarginWith(driver.engine().positionAndOrderMargin(account));
    }
}
