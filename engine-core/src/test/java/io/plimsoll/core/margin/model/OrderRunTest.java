package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.OrderCash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long random runs of orders, baskets and quotes of accounts in both modes, which change between two margin models. After every command the orders that rest are those of a
 * book kept by the test, and what they reserve, margin, cash, counts, lots by instrument and side, is what a fresh engine computes that
 * was given these orders one by one, also after fills of more than an order, of orders that are unknown or somebody else's, and in halted
 * markets. Some orders may but reduce: together they are never more than the position, whatever it becomes.
 */
class OrderRunTest {
    private static final int COMMANDS = 3_000;
    private static final int ACCOUNTS = 4;
    private static final int INSTRUMENTS = 7;

    private final MarginAssessment assessment = new MarginAssessment();
    private final Map<Long, Resting> book = new TreeMap<>();
    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 256, 12, 1 << 16));
    private LiveMarket market;
    private Random random;
    private long ids;
    private int taken;
    private int unknown;

    /** An order as the test knows it. */
    private record Resting(
            long account, int instrument, long signedLots, long limit, boolean isQuote, boolean isReduceOnly) {
        Resting with(final long newSignedLots, final long newLimit) {
            return new Resting(account, instrument, newSignedLots, newLimit, isQuote, isReduceOnly);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void whatOrdersReserveIsWhatTheyWouldReserveFromScratch(final long seed) {
        random = new Random(seed);
        market = new LiveMarket(driver, seed, false, ACCOUNTS);
        LiveSet.load(
                driver,
                "DefineDocumentPart kind=MARGIN_MODEL id=2 version=1",
                LiveSet.model(LiveMarket.halfTheGrid(1)));
        while (driver.engine().risk().hasWork()) {
            driver.host("Continue");
        }
        driver.host("ModeChange account=1 mode=CROSS");
        driver.host("ModeChange account=2 mode=CROSS");
        int accepted = 0;
        for (int i = 0; i < COMMANDS; i++) {
            final String what = "seed " + seed + ", command " + i + ": ";
            driver.clear();
            final boolean isAccepted = step();
            accepted += isAccepted ? 1 : 0;
            assertBook(what + isAccepted);
        }
        assertThat(accepted).as("seed %d", seed).isBetween(COMMANDS / 4, COMMANDS);
        assertThat(taken).as("reduce-only orders taken away, seed %d", seed).isGreaterThan(COMMANDS / 300);
        assertThat(unknown).as("fills of no order, seed %d", seed).isPositive();
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private boolean step() {
        final long account = 1L + random.nextInt(ACCOUNTS);
        return switch (random.nextInt(10)) {
            case 0, 1 -> basket(account);
            case 2, 3, 4 -> quotes(account);
            case 5 -> random.nextInt(3) == 0 ? close(account) : random.nextInt(4) == 0 ? wrong(account) : fill();
            case 6 -> cancel(account);
            case 7 -> random.nextBoolean() ? market(account) : amend();
            default -> place(account);
        };
    }

    private boolean place(final long account) {
        final Resting order = random.nextInt(2) == 0 ? reducing(account) : any(account);
        final boolean isAccepted = driver.send("OrderPlace account=" + account + " instrument=" + order.instrument()
                        + " order=" + ++ids + " lots=" + Math.abs(order.signedLots()) + " limit=" + order.limit()
                        + " side=" + (order.signedLots() > 0 ? "BUY" : "SELL") + " reduceOnly="
                        + (order.isReduceOnly() ? "YES" : "NO"))
                .startsWith("OK");
        if (isAccepted) {
            book.put(ids, order);
        }
        return isAccepted;
    }

    /** An order against a position that the account has, if it has one; often more than that. */
    private Resting reducing(final long account) {
        final Positions positions =
                driver.engine().state().accounts().account(account).positions();
        final Resting order = any(account);
        if (positions.count() == 0) {
            return order;
        }
        final int at = random.nextInt(positions.count());
        final int instrument = positions.instrumentAt(at).id();
        final long lots = 1L + random.nextInt((int) Math.abs(positions.lotsAt(at)) + 2);
        final long limit = market.mark(instrument) + random.nextInt(9) - 4;
        return new Resting(account, instrument, positions.lotsAt(at) > 0 ? -lots : lots, limit, false, true);
    }

    private boolean amend() {
        if (book.isEmpty()) {
            return true;
        }
        final List<Long> all = List.copyOf(book.keySet());
        final long id = all.get(random.nextInt(all.size()));
        final Resting order = book.get(id);
        final long lots = 1L + random.nextInt(30);
        final long limit = order.limit() + random.nextInt(3) - 1;
        final boolean isAccepted = driver.send(
                        "OrderAmend account=" + order.account() + " order=" + id + " lots=" + lots + " limit=" + limit)
                .startsWith("OK");
        if (isAccepted) {
            book.put(id, order.with(order.signedLots() > 0 ? lots : -lots, limit));
        }
        return isAccepted;
    }

    private boolean basket(final long account) {
        final List<String> texts = new ArrayList<>();
        final Map<Long, Resting> orders = new TreeMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            final Resting order = random.nextInt(4) == 0 ? reducing(account) : any(account);
            orders.put(++ids, order);
            texts.add(ids + (order.signedLots() > 0 ? ":BUY:" : ":SELL:") + Math.abs(order.signedLots()) + "@"
                    + order.limit() + ":" + order.instrument() + (order.isReduceOnly() ? ":REDUCE" : ""));
        }
        final boolean isAccepted = driver.send("BasketPlace account=" + account + " orders=" + String.join(",", texts))
                .startsWith("OK");
        if (isAccepted) {
            book.putAll(orders);
        }
        return isAccepted;
    }

    /** Ids are those of the account's market for one half of the quotes, and new ones for the others. */
    private boolean quotes(final long account) {
        final int first = 1 + random.nextInt(INSTRUMENTS - 1);
        final Map<Long, Resting> quotes = new TreeMap<>();
        final List<String> texts = new ArrayList<>();
        for (int instrument = first; instrument <= first + random.nextInt(2); instrument++) {
            final long mark = market.mark(instrument);
            final String bid = side(quotes, account, instrument, mark - random.nextInt(4), true);
            texts.add(instrument + "/" + bid + "/"
                    + side(quotes, account, instrument, mark + 1 + random.nextInt(4), false));
        }
        final boolean isAccepted = driver.send(
                        "QuotesReplace account=" + account + " quotes=" + String.join(",", texts))
                .startsWith("OK");
        if (isAccepted) {
            book.values()
                    .removeIf(order -> order.isQuote()
                            && order.account() == account
                            && texts.stream().anyMatch(text -> text.startsWith(order.instrument() + "/")));
            book.putAll(quotes);
        }
        return isAccepted;
    }

    private String side(
            final Map<Long, Resting> quotes,
            final long account,
            final int instrument,
            final long limit,
            final boolean isBid) {
        if (random.nextInt(5) == 0) {
            return "-";
        }
        final long usual = 1_000_000 + account * 100 + instrument * 2L + (isBid ? 0 : 1);
        final long id = random.nextBoolean() ? usual : ++ids;
        final long lots = 1L + random.nextInt(30);
        quotes.put(id, new Resting(account, instrument, isBid ? lots : -lots, limit, true, false));
        return id + ":" + lots + "@" + limit;
    }

    /** A part of an order, all of it, or more. */
    private boolean fill() {
        if (book.isEmpty()) {
            return true;
        }
        final List<Long> all = List.copyOf(book.keySet());
        final long id = all.get(random.nextInt(all.size()));
        final Resting order = book.get(id);
        final long size = Math.abs(order.signedLots());
        final long lots = random.nextInt(3) == 0 ? size + random.nextInt(2) : 1 + random.nextInt((int) size);
        final boolean buys = order.signedLots() > 0;
        final long other = 1 + order.account() % ACCOUNTS;
        assertThat(driver.send("Trade id=" + (10_000_000 + ++ids) + " instrument=" + order.instrument() + " price="
                        + order.limit() + " lots=" + lots + " buy=" + (buys ? order.account() : other) + " sell="
                        + (buys ? other : order.account()) + (buys ? " buyOrder=" : " sellOrder=") + id))
                .isEqualTo("OK");
        if (lots >= size) {
            book.remove(id);
        } else {
            final long left = buys ? size - lots : lots - size;
            book.put(id, order.with(left, order.limit()));
        }
        keepReducing(order.account(), order.instrument());
        keepReducing(other, order.instrument());
        return true;
    }

    /** A position gets smaller, goes or flips in another way than by its orders. */
    private boolean close(final long account) {
        final Resting order = reducing(account);
        final boolean buys = order.signedLots() > 0;
        final long other = 1 + account % ACCOUNTS;
        assertThat(driver.send("Trade id=" + (10_000_000 + ++ids) + " instrument=" + order.instrument() + " price="
                        + order.limit() + " lots=" + Math.abs(order.signedLots()) + " buy=" + (buys ? account : other)
                        + " sell=" + (buys ? other : account)))
                .isEqualTo("OK");
        keepReducing(account, order.instrument());
        keepReducing(other, order.instrument());
        return true;
    }

    /** A fill of an order that is not there, or is another account's, in another market, or of the other side: a fact, and no order's. */
    private boolean wrong(final long account) {
        final Resting traded = any(account);
        final List<Long> all = List.copyOf(book.keySet());
        final long named = all.isEmpty() ? 0 : all.get(random.nextInt(all.size()));
        final Resting order = book.get(named);
        final boolean isRight = order != null
                && order.account() == account
                && order.instrument() == traded.instrument()
                && order.signedLots() > 0 == traded.signedLots() > 0;
        final long id = order == null || isRight ? 99_000_000 : named;
        final boolean buys = traded.signedLots() > 0;
        final long other = 1 + account % ACCOUNTS;
        assertThat(driver.send("Trade id=" + (10_000_000 + ++ids) + " instrument=" + traded.instrument() + " price="
                        + traded.limit() + " lots=" + Math.abs(traded.signedLots()) + " buy=" + (buys ? account : other)
                        + " sell=" + (buys ? other : account) + (buys ? " buyOrder=" : " sellOrder=") + id))
                .isEqualTo("OK");
        assertThat(driver.events()).anyMatch(event -> event.contains("UNKNOWN_ORDER_FILLED"));
        keepReducing(account, traded.instrument());
        keepReducing(other, traded.instrument());
        unknown++;
        return true;
    }

    /** Of the reduce-only orders those with the highest ids go, until the others fit the position. */
    private void keepReducing(final long account, final int instrument) {
        final EngineState state = driver.engine().state();
        final long position = state.accounts()
                .account(account)
                .positions()
                .lotsOf(state.instruments().get(instrument));
        final List<Long> mine = book.entrySet().stream()
                .filter(entry -> entry.getValue().isReduceOnly()
                        && entry.getValue().account() == account
                        && entry.getValue().instrument() == instrument)
                .map(Map.Entry::getKey)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (final long id : mine) {
            final long sum = book.values().stream()
                    .filter(order ->
                            order.isReduceOnly() && order.account() == account && order.instrument() == instrument)
                    .mapToLong(Resting::signedLots)
                    .sum();
            final boolean reduce = Long.signum(sum) != Long.signum(position) && Math.abs(sum) <= Math.abs(position);
            if (!reduce) {
                book.remove(id);
                taken++;
                assertThat(driver.events())
                        .anyMatch(event -> event.contains(" order " + id + " CANCELLED NOT_REDUCING "));
            }
        }
    }

    private boolean cancel(final long account) {
        if (random.nextInt(4) == 0) {
            driver.send("OrdersCancel account=" + account);
            book.values().removeIf(order -> order.account() == account);
            return true;
        }
        final List<Long> all = List.copyOf(book.keySet());
        if (!all.isEmpty()) {
            final long id = all.get(random.nextInt(all.size()));
            driver.send("OrderCancel account=" + book.get(id).account() + " order=" + id);
            book.remove(id);
        }
        return true;
    }

    private boolean market(final long account) {
        final int instrument = 1 + random.nextInt(INSTRUMENTS);
        if (random.nextInt(6) == 0) {
            driver.send((random.nextInt(4) == 0 ? "MarketHalt" : "MarketResume") + " instrument=" + instrument);
        } else if (random.nextInt(4) == 0) {
            driver.send("ModelChange account=" + account + " model=" + (1 + random.nextInt(2)));
        } else if (random.nextBoolean()) {
            driver.send("Deposit account=" + account + " asset=" + (1 + random.nextInt(2)) + " amount="
                    + (1 + random.nextInt(9_000_000)));
        } else {
            driver.send("MarkPrice instrument=" + instrument + " price=" + market.mark(instrument));
        }
        return true;
    }

    private Resting any(final long account) {
        final int instrument = 1 + random.nextInt(INSTRUMENTS);
        final long lots = (1 + random.nextInt(30)) * (random.nextBoolean() ? 1L : -1L);
        return new Resting(account, instrument, lots, market.mark(instrument) + random.nextInt(9) - 4, false, false);
    }

    private void assertBook(final String what) {
        final EngineState state = driver.engine().state();
        final Map<Long, Resting> resting = new TreeMap<>();
        for (long id = 1; id <= ACCOUNTS; id++) {
            final Account account = state.accounts().account(id);
            final Orders orders = state.orders();
            int count = 0;
            for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
                count++;
                resting.put(
                        orders.id(slot),
                        new Resting(
                                id,
                                orders.instrument(slot).id(),
                                orders.signedLots(slot),
                                orders.limit(slot),
                                orders.isQuote(slot),
                                orders.isReduceOnly(slot)));
            }
            assertThat(account.orderCount()).as(what).isEqualTo(count);
        }
        assertThat(resting).as(what).isEqualTo(book);
        assertThat(state.orders().count()).as(what).isEqualTo(book.size());
        for (long id = 1; id <= ACCOUNTS; id++) {
            assertReserved(state.accounts().account(id), what);
        }
    }

    /** The orders of an account taken out and put in again in the order of their ids reserve what they did before. */
    private void assertReserved(final Account account, final String what) {
        final EngineState state = driver.engine().state();
        final long margin = marginOf(account);
        final List<Long> cash = cashOf(account);
        final Orders orders = state.orders();
        final List<Long> mine = book.entrySet().stream()
                .filter(entry -> entry.getValue().account() == account.id())
                .map(Map.Entry::getKey)
                .toList();
        final long hash = driver.engine().stateHash();
        mine.forEach(id -> orders.remove(orders.slotOf(id)));
        assertThat(account.orderCount()).as(what).isZero();
        for (final long id : mine) {
            final Resting order = book.get(id);
            final Instrument instrument = state.instruments().get(order.instrument());
            if (order.isQuote()) {
                orders.addQuote(id, account, instrument, order.signedLots(), order.limit());
            } else {
                orders.add(id, account, instrument, order.signedLots(), order.limit(), order.isReduceOnly());
            }
        }
        assertThat(driver.engine().stateHash()).as(what).isEqualTo(hash);
        assertThat(marginOf(account)).as(what).isEqualTo(margin);
        assertThat(cashOf(account)).as(what).isEqualTo(cash);
    }

    private long marginOf(final Account account) {
        driver.engine().assess(account, assessment);
        return driver.engine().positionAndOrderMargin(account);
    }

    private List<Long> cashOf(final Account account) {
        final EngineState state = driver.engine().state();
        final List<Long> cash = new ArrayList<>();
        for (int i = 0; i < state.assets().count(); i++) {
            final Asset asset = state.assets().at(i);
            cash.add(OrderCash.unpromised(state.orders(), account, asset));
        }
        return cash;
    }
}
