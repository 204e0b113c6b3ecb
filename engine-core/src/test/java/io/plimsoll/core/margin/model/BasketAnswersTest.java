package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a basket is answered with. */
class BasketAnswersTest {
    private static final int ROUNDS = 60;
    private static final int INVERSE = 4;
    private static final Pattern REFUSED = Pattern.compile("\\d+ orders refused, .*largest (\\d+) ppm.*");

    /** A filled order rounds in a few places where a resting one does not. */
    private static final long ROUNDING = 200;

    /** An order of a basket. */
    private record Order(int instrument, int lots, int worse, boolean buys) {}

    private PoorAccounts poor;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261124})
    void aBasketOfOneOrderIsDecidedAsTheOrderAlone(final long seed) {
        final Random random = new Random(seed);
        int passed = 0;
        for (int round = 0; round < 5 * ROUNDS; round++) {
            final int account = begin(seed, round, random);
            if (random.nextBoolean()) {
                poor.lose(account, poor.free(account) + random.nextInt(200_000_000));
            }
            final int lots = 1 + random.nextInt(random.nextBoolean() ? 10 : 200);
            final Order order = new Order(1 + random.nextInt(7), lots, random.nextInt(3), random.nextBoolean());
            final EngineDriver copy = poor.driver().replay();

            final String together = poor.driver().host(basket(account, List.of(order)));

            final String alone =
                    copy.host(poor.order(account, order.instrument(), order.lots(), order.worse(), order.buys()));
            assertThat(together)
                    .as("seed %d, round %d, account %d, %s", seed, round, account, order)
                    .isEqualTo(alone);
            passed += alone.startsWith("OK") ? 1 : 0;
        }
        assertThat(passed).isBetween(ROUNDS, 4 * ROUNDS);
    }

    /** Free margin is below zero from the start, so that nothing else lets a basket pass but that each order can but reduce. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261124})
    void ordersOfWhichNoCombinationOfPartsLowersFreeMarginPassAlways(final long seed) {
        final Random random = new Random(seed);
        int passed = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final int account = begin(seed, round, random);
            poor.lose(account, poor.free(account) + random.nextInt(200_000_000));
            final List<Order> orders = orders(random, account);
            final long change = lowestOfAllParts(account, orders) - poor.free(account);
            final String what =
                    "seed " + seed + ", round " + round + ", account " + account + ", " + orders + ", change " + change;

            final String answer = poor.send(basket(account, orders));

            if (answer.startsWith("INSUFFICIENT_BALANCE")) {
                // What is paid at once must be there, whatever it does to free margin.
                continue;
            }
            if (change >= ROUNDING) {
                passed++;
                assertThat(answer).as(what).startsWith("OK");
            } else if (change < -ROUNDING && !reduce(account, orders)) {
                refused++;
                assertThat(answer).as(what).doesNotStartWith("OK");
            }
        }
        assertThat(passed).as("seed %d", seed).isGreaterThan(3);
        assertThat(refused).as("seed %d", seed).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261124})
    void theLargestShareThatWouldPassDoesAndAMillionthMoreDoesNot(final long seed) {
        final Random random = new Random(seed);
        int tried = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final int account = begin(seed, round, random);
            if (random.nextBoolean()) {
                poor.lose(account, poor.free(account) + random.nextInt(200_000_000));
            }
            final int size = random.nextBoolean() ? 4_000 : 40;
            final List<Order> orders = orders(random, account).stream()
                    .map(order -> new Order(
                            order.instrument(), size / order.lots() + random.nextInt(9), order.worse(), order.buys()))
                    .toList();
            poor.driver().clear();
            if (!poor.send(basket(account, orders)).matches("INSUFFICIENT_MARGIN.*|ACCOUNT_MAY_NOT.*")) {
                continue;
            }
            final int largest = largest();
            final String what = "seed " + seed + ", round " + round + ", " + orders + ", largest " + largest;
            final List<Order> more = scaled(orders, largest + 1);
            if (more.stream().allMatch(order -> order.lots() > 0)) {
                assertThat(poor.send(basket(account, more))).as(what).doesNotStartWith("OK");
            }
            if (largest > 0) {
                tried++;
                assertThat(poor.send(basket(account, scaled(orders, largest))))
                        .as(what)
                        .startsWith("OK");
            }
        }
        assertThat(tried).as("seed %d", seed).isGreaterThan(ROUNDS / 6);
    }

    private int largest() {
        final Matcher refused = REFUSED.matcher(
                poor.driver().events().get(poor.driver().events().size() - 1));
        assertThat(refused.matches()).as(poor.driver().events().toString()).isTrue();
        return Integer.parseInt(refused.group(1));
    }

    private static List<Order> scaled(final List<Order> orders, final int ppm) {
        return orders.stream()
                .map(order -> new Order(
                        order.instrument(),
                        Math.toIntExact((long) order.lots() * ppm / 1_000_000),
                        order.worse(),
                        order.buys()))
                .toList();
    }

    /** Gives the account of a round, with some positions. */
    private int begin(final long seed, final int round, final Random random) {
        poor = new PoorAccounts(seed + round);
        final int account = random.nextBoolean() ? 1 : 3;
        poor.positions(account, random);
        return account;
    }

    /** Two or three orders, most of them against a position, and larger than it now and then. */
    private List<Order> orders(final Random random, final int account) {
        final List<Order> orders = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            int instrument = 1 + random.nextInt(7);
            // What it would owe in a coin that it never held cannot be said.
            while ((instrument == INVERSE || random.nextInt(8) != 0) && poor.lots(account, instrument) == 0) {
                instrument = 1 + random.nextInt(7);
            }
            final boolean isAgainst = random.nextInt(8) != 0;
            final boolean buys = isAgainst == poor.lots(account, instrument) < 0;
            orders.add(new Order(instrument, 1 + random.nextInt(3), random.nextInt(3), buys));
        }
        return orders;
    }

    private long lowestOfAllParts(final int account, final List<Order> orders) {
        int combinations = 1;
        for (final Order order : orders) {
            combinations *= order.lots() + 1;
        }
        long lowest = Long.MAX_VALUE;
        for (int combination = 1; combination < combinations; combination++) {
            final EngineDriver copy = poor.driver().replay();
            int rest = combination;
            for (final Order order : orders) {
                final int part = rest % (order.lots() + 1);
                rest /= order.lots() + 1;
                if (part > 0) {
                    poor.fill(copy, account, order.instrument(), part, order.worse(), order.buys());
                }
            }
            lowest = Math.min(lowest, poor.free(copy, account));
        }
        return lowest;
    }

    private boolean reduce(final int account, final List<Order> orders) {
        return orders.stream().allMatch(order -> {
            final int sameSide = orders.stream()
                    .filter(other -> other.instrument() == order.instrument() && other.buys() == order.buys())
                    .mapToInt(Order::lots)
                    .sum();
            return poor.reduces(account, order.instrument(), sameSide, order.buys());
        });
    }

    private String basket(final int account, final List<Order> orders) {
        return "BasketPlace account=" + account + " orders="
                + orders.stream()
                        .map(order -> poor.nextId() + (order.buys() ? ":BUY:" : ":SELL:") + order.lots() + "@"
                                + poor.limit(order.instrument(), order.worse(), order.buys()) + ":"
                                + order.instrument())
                        .collect(Collectors.joining(","));
    }
}
