package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the bound lets pass the full check lets pass as well: after every order, basket or replacement of quotes that passed by the
 * bound, free margin computed in full is at least what was said, and so not negative. After every other it is what was said, to the
 * last unit.
 */
class OrderBoundTest {
    private static final int ORDERS = 25_000;
    private static final int ACCOUNTS = 6;
    private static final int INSTRUMENTS = 11;

    /** Lots of most orders, some have 16 times as many. Where options have rows the bound lets more pass, and larger orders fail it. */
    private static final int LARGEST = 12;

    private static final int LARGEST_WITH_SURFACES = 200;

    private final MarginAssessment assessment = new MarginAssessment();
    private final Map<String, int[]> checked = new TreeMap<>();
    private EngineDriver driver;
    private LiveMarket market;
    private long ids;
    private int largest = LARGEST;

    @ParameterizedTest
    @CsvSource({
        "1, false, false, false",
        "2, false, true, true",
        "3, true, false, true",
        "4, false, false, true",
        "20261123, false, true, false"
    })
    void decidesAsTheFullCheckDoes(
            final long seed, final boolean byExpiry, final boolean withEveryCharge, final boolean withSurfaces) {
        final Random random = new Random(seed);
        driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 256, 12, 1 << 16));
        market = new LiveMarket(driver, seed, byExpiry, ACCOUNTS);
        if (withEveryCharge) {
            LiveSet.load(driver, "DefineDocumentPart kind=MARGIN_MODEL version=2", LiveSet.model(EveryCharge.model(2)));
        }
        market.listSpot(ACCOUNTS);
        market.listPaidInCoin();
        if (withSurfaces) {
            market.surfaces();
            largest = LARGEST_WITH_SURFACES;
        }
        work();
        assertThat(market.hasRow(5)).isEqualTo(withSurfaces);
        for (int i = 0; i < ORDERS; i++) {
            moveOn(random);
            final String context = "seed " + seed + ", order " + i;
            switch (random.nextInt(4)) {
                case 0 -> basket(random, context);
                case 1 -> quotes(random, context);
                default -> order(random, context);
            }
        }
        assertThat(checked).as("seed %d", seed).allSatisfy((kind, count) -> {
            assertThat(count[0]).as("%s by the bound", kind).isGreaterThan(ORDERS / 100);
            assertThat(count[1]).as("%s in full", kind).isGreaterThan(ORDERS / 100);
        });
        assertThat(checked).hasSize(4);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    private void order(final Random random, final String context) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final List<Long> resting = resting(account);
        if (!resting.isEmpty() && random.nextInt(3) == 0) {
            final long order = resting.get(random.nextInt(resting.size()));
            final Orders orders = driver.engine().state().orders();
            final int instrument = orders.instrument(orders.slotOf(order)).id();
            ask(account, "OrderAmend account=" + account + " order=" + order + size(random, instrument), context);
        } else {
            final int instrument = 1 + random.nextInt(INSTRUMENTS);
            final String side = random.nextBoolean() ? "BUY" : "SELL";
            ask(
                    account,
                    "OrderPlace account=" + account + " instrument=" + instrument + " order=" + ++ids + " side=" + side
                            + size(random, instrument),
                    context);
        }
    }

    private String size(final Random random, final int instrument) {
        return " lots=" + lots(random) + " limit=" + limit(random, instrument);
    }

    private List<Long> resting(final long account) {
        final Orders orders = driver.engine().state().orders();
        final List<Long> resting = new ArrayList<>();
        for (int slot = orders.firstOf(driver.engine().state().accounts().account(account));
                slot != Orders.NONE;
                slot = orders.nextOf(slot)) {
            resting.add(orders.id(slot));
        }
        return resting;
    }

    private void basket(final Random random, final String context) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final List<String> orders = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            final int instrument = 1 + random.nextInt(INSTRUMENTS);
            orders.add(++ids + (random.nextBoolean() ? ":BUY:" : ":SELL:") + lots(random) + "@"
                    + limit(random, instrument) + ":" + instrument);
        }
        ask(account, "BasketPlace account=" + account + " orders=" + String.join(",", orders), context);
    }

    private void quotes(final Random random, final String context) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final int first = 1 + random.nextInt(INSTRUMENTS - 2);
        final List<String> quotes = new ArrayList<>();
        for (int instrument = first; instrument <= first + random.nextInt(3); instrument++) {
            final long mark = market.mark(instrument);
            quotes.add(instrument + "/" + ++ids + ":" + lots(random) + "@" + (mark - random.nextInt(3)) + "/" + ++ids
                    + ":" + lots(random) + "@" + (mark + 1 + random.nextInt(3)));
        }
        ask(account, "QuotesReplace account=" + account + " quotes=" + String.join(",", quotes), context);
    }

    private long lots(final Random random) {
        return 1L + random.nextInt(largest * (random.nextInt(4) == 0 ? 16 : 1));
    }

    private long limit(final Random random, final int instrument) {
        return market.mark(instrument) + random.nextInt(9) - 4;
    }

    /** Sends a command, and compares what the answer says with what is there then. */
    private void ask(final long account, final String command, final String context) {
        final long before = free(account);
        final long checkedByBound = driver.engine().trading().checkedByBound();
        final long checkedInFull = driver.engine().trading().checkedInFull();
        driver.clear();
        final String answer = driver.send(command);
        final boolean isByBound = driver.engine().trading().checkedByBound() > checkedByBound;
        final int[] counts = checked.computeIfAbsent(command.split(" ", 2)[0], kind -> new int[2]);
        counts[0] += isByBound ? 1 : 0;
        counts[1] += driver.engine().trading().checkedInFull() > checkedInFull ? 1 : 0;
        if (!answer.startsWith("OK")) {
            assertThat(isByBound).as(command).isFalse();
            return;
        }
        final long said = answer.equals("OK") ? 0 : Long.parseLong(answer.substring(4, answer.length() - 1));
        final String what = context + ": " + command + ": " + answer + ", before " + before;
        if (isByBound) {
            assertThat(said).as(what).isNotNegative();
            assertThat(free(account)).as(what).isGreaterThanOrEqualTo(said);
        } else if (said != 0) {
            assertThat(free(account)).as(what).isEqualTo(said);
        }
    }

    /** Trades, prices, cancellations and money, so that accounts come and go where orders are refused. */
    private void moveOn(final Random random) {
        final int kind = random.nextInt(100);
        final long account = 1L + random.nextInt(ACCOUNTS);
        if (kind < 20) {
            driver.send("OrdersCancel account=" + account);
        } else if (kind < 30) {
            final int instrument = 1 + random.nextInt(INSTRUMENTS);
            driver.host("Trade id=" + (10_000_000 + ++ids) + " instrument=" + instrument + " price="
                    + market.mark(instrument) + " lots=" + (1 + random.nextInt(20)) + " buy=" + account + " sell="
                    + (1 + random.nextInt(ACCOUNTS)));
        } else if (kind < 33) {
            driver.send("Deposit account=" + account + " asset=" + (1 + random.nextInt(3)) + " amount="
                    + (1 + random.nextInt(20_000_000)));
        } else if (kind < 36) {
            driver.send("WithdrawalRequest account=" + account + " asset=1 amount=" + random.nextInt(900_000_000));
        } else if (kind == 99 && random.nextInt(8) == 0) {
            final int asset = 2 + random.nextInt(2);
            market.index(asset, market.index(asset) * (985 + random.nextInt(31)) / 1_000, 0);
            work();
        }
        if (random.nextInt(50) == 0) {
            final int instrument = 1 + random.nextInt(INSTRUMENTS);
            driver.send(
                    "MarkPrice instrument=" + instrument + " price=" + (market.mark(instrument) + random.nextInt(5)));
        }
    }

    private long free(final long id) {
        final Account account = driver.engine().state().accounts().account(id);
        driver.engine().assess(account, assessment);
        final long free = assessment.marginEquity() - assessment.collateralInitialMargin();
        return free - driver.engine().positionAndOrderMargin(account);
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }
}
