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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Orders of accounts in portfolio mode, under the kind of model that the default is: whichever of them fill, free margin does not
 * fall below what the check said.
 */
class PortfolioOrdersTest {
    private static final int ROUNDS = 16;
    private static final int ORDERS = 4;
    private static final long VOLUME = 10_000_000_000L;

    /** Every leaf and multiple of a margin rounds up by less than a millionth. */
    private static final long ROUNDING = 200;

    private final MarginAssessment assessment = new MarginAssessment();
    private long ids;

    /** An order that rests. */
    private record Order(int instrument, long signedLots, long limit) {}

    /**
     * Margin models: the usual one, one that charges what is large beside the volume of a day, one with many charges, and one that
     * discounts what options are worth.
     */
    private enum Model {
        USUAL,
        LARGE,
        EVERY,
        DISCOUNTED;

        LiveMarket market(final EngineDriver driver, final long seed) {
            return switch (this) {
                case USUAL -> new LiveMarket(driver, seed, false, 2);
                case LARGE -> new LiveMarket(driver, LiveSet.set(1, seed, VOLUME), LiveMarket.concentration(1), 2, 2);
                case DISCOUNTED -> new LiveMarket(driver, seed, true, 2);
                case EVERY -> new LiveMarket(driver, LiveSet.set(1, seed), EveryCharge.model(1), 2, 2);
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, USUAL",
        "2, USUAL",
        "20261121, USUAL",
        "1, LARGE",
        "2, LARGE",
        "1, EVERY",
        "2, EVERY",
        "3, EVERY",
        "20261122, EVERY",
        "1, DISCOUNTED",
        "2, DISCOUNTED",
        "3, DISCOUNTED",
        "20261122, DISCOUNTED"
    })
    void whateverFillsTheFreeMarginIsAtLeastWhatTheCheckLeft(final long seed, final Model model) {
        final Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));
            final LiveMarket market = model.market(driver, seed + round);
            market.listSpot(2);
            market.listPaidInCoin();
            terms(driver, random);
            if (random.nextBoolean()) {
                market.surfaces();
            }
            work(driver);
            for (final int instrument : new int[] {1, 2, 3, 4, 5, 6, 7, 11}) {
                if (random.nextBoolean()) {
                    final boolean buys = random.nextBoolean();
                    final long lots = 1L + random.nextInt(30);
                    trade(driver, instrument, lots, market.mark(instrument), buys ? 1 : 2, buys ? 2 : 1);
                }
            }
            final List<Order> orders = place(driver, market, random);
            move(driver, market, random);
            final Account account = driver.engine().state().accounts().account(1);
            driver.engine().assess(account, assessment);
            final long left = assessment.marginEquity()
                    - assessment.collateralInitialMargin()
                    - driver.engine().positionAndOrderMargin(account);
            for (int subset = 0; subset < 1 << orders.size(); subset++) {
                assertThat(freeAfter(driver, orders, subset))
                        .as(
                                "seed %d, round %d, orders %s, subset %s",
                                seed, round, orders, Integer.toBinaryString(subset))
                        .isGreaterThanOrEqualTo(left - ROUNDING);
            }
        }
    }

    /** Fees, tiers of a haircut, little money of which debts bear a surcharge, and a cap on a coin, each in every second round. */
    private static void terms(final EngineDriver driver, final Random random) {
        if (random.nextBoolean()) {
            assertThat(driver.send("DefineFeeSchedule schedule=1 maker=-100 taker=450"))
                    .isEqualTo("OK");
            assertThat(driver.send("FeeScheduleAssign account=1 schedule=1")).isEqualTo("OK");
        }
        if (random.nextBoolean()) {
            assertThat(driver.send(
                            "DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,2000000000:200000:100000"))
                    .isEqualTo("OK");
        }
        if (random.nextBoolean()) {
            assertThat(driver.send("DefineHaircuts asset=1 liability=80000 tiers=0:0:0"))
                    .isEqualTo("OK");
            assertThat(driver.send(
                            "WithdrawalRequest account=1 asset=1 amount=" + (1 + random.nextInt(4_500_000) * 1_000L)))
                    .startsWith("OK");
        }
        if (random.nextBoolean()) {
            assertThat(driver.send("ParameterChange parameter=COLLATERAL_CAP scope=2 value=40000000"))
                    .isEqualTo("OK");
        }
    }

    /** Marks move after orders came: what is held gains or loses, and limits are better or worse than the marks. */
    private static void move(final EngineDriver driver, final LiveMarket market, final Random random) {
        for (int instrument = 1; instrument <= 11; instrument++) {
            final long mark = Math.max(1, market.mark(instrument) * (900 + random.nextInt(201)) / 1_000);
            assertThat(driver.host("MarkPrice instrument=" + instrument + " price=" + mark))
                    .isEqualTo("OK");
        }
        work(driver);
    }

    private List<Order> place(final EngineDriver driver, final LiveMarket market, final Random random) {
        final List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 3 * ORDERS && orders.size() < ORDERS; i++) {
            final int instrument = 1 + random.nextInt(11);
            final long mark = market.mark(instrument);
            final long lots = (1 + random.nextInt(20)) * (random.nextBoolean() ? 1L : -1L);
            final Order order = new Order(instrument, lots, mark + random.nextInt(9) - 4);
            final String command = "OrderPlace account=1 instrument=" + instrument + " order=" + ++ids + " lots="
                    + Math.abs(lots) + " limit=" + order.limit() + " side=" + (lots > 0 ? "BUY" : "SELL");
            if (driver.send(command).startsWith("OK")) {
                orders.add(order);
            }
        }
        return orders;
    }

    private long freeAfter(final EngineDriver driver, final List<Order> orders, final int subset) {
        final EngineDriver fresh = driver.replay();
        for (int i = 0; i < orders.size(); i++) {
            final Order order = orders.get(i);
            if ((subset >> i & 1) == 1) {
                final boolean buys = order.signedLots() > 0;
                trade(
                        fresh,
                        order.instrument(),
                        Math.abs(order.signedLots()),
                        order.limit(),
                        buys ? 1 : 2,
                        buys ? 2 : 1);
            }
        }
        fresh.engine().assess(fresh.engine().state().accounts().account(1), assessment);
        return assessment.freeMargin();
    }

    private void trade(
            final EngineDriver driver,
            final int instrument,
            final long lots,
            final long price,
            final long buyer,
            final long seller) {
        final String command = "Trade id=" + (1_000 + ++ids) + " instrument=" + instrument + " price=" + price
                + " lots=" + lots + " buy=" + buyer + " sell=" + seller;
        // A copy does not know the numbers of its source; the host sends for it.
        assertThat(driver.host(command)).isEqualTo("OK");
    }

    private static void work(final EngineDriver driver) {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }
}
