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
 * A basket in both modes, in portfolio mode with options that have rows and with options that bear tiers: whichever of its orders fill,
 * none, half or whole, free margin with the orders that still rest does not fall below what the answer said.
 */
class BasketFillsTest {
    private static final int ROUNDS = 6;
    private static final int ORDERS = 4;
    private static final int FILLS = 81;

    /** Every leaf and multiple of a margin, and the tiers of every position, round up by less than a millionth. */
    private static final long ROUNDING = 200;

    private final MarginAssessment assessment = new MarginAssessment();
    private long ids;

    /** An order of the basket. */
    private record Order(long id, int instrument, long signedLots, long limit) {
        String text() {
            return id + (signedLots > 0 ? ":BUY:" : ":SELL:") + Math.abs(signedLots) + "@" + limit + ":" + instrument;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, PORTFOLIO", "2, CROSS", "3, PORTFOLIO", "20261121, CROSS"})
    void whateverFillsTheFreeMarginIsAtLeastWhatTheAnswerSaid(final long seed, final String mode) {
        final Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));
            final LiveMarket market = new LiveMarket(driver, seed + round, false, 2);
            market.listSpot(2);
            market.listPaidInCoin();
            final boolean withSurfaces = round % 2 == 1;
            if (withSurfaces) {
                market.surfaces();
            }
            work(driver);
            assertThat(market.hasRow(5)).isEqualTo(withSurfaces);
            driver.host("ModeChange account=1 mode=" + mode);
            trade(driver, new Order(0, 1, 1 + random.nextInt(30), market.mark(1)), 1);
            trade(driver, new Order(0, 7, -1 - random.nextInt(30), market.mark(7)), 1);
            final List<Order> basket = basket(driver, market, random);
            final long left = free(driver);
            for (int fills = 0; fills < FILLS; fills++) {
                final EngineDriver copy = driver.replay();
                int digits = fills;
                for (final Order order : basket) {
                    trade(copy, order, digits % 3);
                    digits /= 3;
                }
                assertThat(free(copy))
                        .as("seed %d, round %d, basket %s, fills %d", seed, round, basket, fills)
                        .isGreaterThanOrEqualTo(left - ROUNDING);
            }
        }
    }

    /** The first random basket that passes; what it leaves is what was said, or more where a bound decided. */
    private List<Order> basket(final EngineDriver driver, final LiveMarket market, final Random random) {
        while (true) {
            final List<Order> orders = new ArrayList<>();
            final List<String> texts = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                final int instrument = 1 + random.nextInt(11);
                final long lots = (2 + random.nextInt(20)) * (random.nextBoolean() ? 1L : -1L);
                orders.add(new Order(++ids, instrument, lots, market.mark(instrument) + random.nextInt(9) - 4));
                texts.add(orders.get(i).text());
            }
            final String answer = driver.host("BasketPlace account=1 orders=" + String.join(",", texts));
            if (answer.startsWith("OK (")) {
                assertThat(free(driver))
                        .isGreaterThanOrEqualTo(Long.parseLong(answer.substring(4, answer.length() - 1)));
                return orders;
            }
            ids -= ORDERS;
        }
    }

    /** Of an order's lots none, the half or all. */
    private void trade(final EngineDriver driver, final Order order, final int halves) {
        final long all = Math.abs(order.signedLots());
        final long lots = order.id() == 0 || halves == 2 ? all : halves * (all / 2);
        if (lots == 0) {
            return;
        }
        final boolean buys = order.signedLots() > 0;
        assertThat(driver.host("Trade id=" + (1_000 + ++ids) + " instrument=" + order.instrument() + " price="
                        + order.limit() + " lots=" + lots
                        + (buys ? " buy=1 sell=2 buyOrder=" : " buy=2 sell=1 sellOrder=")
                        + order.id()))
                .isEqualTo("OK");
    }

    private long free(final EngineDriver driver) {
        final Account account = driver.engine().state().accounts().account(1);
        driver.engine().assess(account, assessment);
        return assessment.marginEquity()
                - assessment.collateralInitialMargin()
                - driver.engine().positionAndOrderMargin(account);
    }

    private static void work(final EngineDriver driver) {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }
}
