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
    private static final int ROUNDS = 12;
    private static final int ORDERS = 4;
    private static final long VOLUME = 10_000_000_000L;

    /** Every leaf and multiple of a margin rounds up by less than a millionth. */
    private static final long ROUNDING = 200;

    private final MarginAssessment assessment = new MarginAssessment();
    private long ids;

    /** An order that rests. */
    private record Order(int instrument, long signedLots, long limit) {}

    /** The second kind charges what is large beside the volume of a day. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "20261121, false", "1, true", "2, true", "20261121, true"})
    void whateverFillsTheFreeMarginIsAtLeastWhatTheCheckLeft(final long seed, final boolean isLarge) {
        final Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));
            final LiveMarket market = isLarge
                    ? new LiveMarket(driver, LiveSet.set(1, seed + round, VOLUME), LiveMarket.concentration(1), 2, 2)
                    : new LiveMarket(driver, seed + round, false, 2);
            work(driver);
            trade(driver, 1, 1 + random.nextInt(30), market.mark(1), 1, 2);
            trade(driver, 7, 1 + random.nextInt(30), market.mark(7), 2, 1);
            final List<Order> orders = place(driver, market, random);
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

    private List<Order> place(final EngineDriver driver, final LiveMarket market, final Random random) {
        final List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 3 * ORDERS && orders.size() < ORDERS; i++) {
            final int instrument = 1 + random.nextInt(7);
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
