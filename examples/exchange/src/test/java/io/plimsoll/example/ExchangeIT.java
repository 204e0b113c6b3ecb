package io.plimsoll.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.gateway.ClockMode;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.JournalSettings;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.journal.Until;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceOrdering;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example with an engine in this process: order, check, match, trade, risk, cancel, and the engine restarted in between. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExchangeIT {
    private static final int ADMIN = 1;
    private static final int MATCHING = 2;
    private static final int ACTS = 1_500;
    private static final long STOPPED = 3;
    private static final int MOST_STOPS = 20;
    private static final long DEADLINE_NS = 500_000_000L;
    private static final long MILLION = 1_000_000;
    private static final Limits LIMITS = new Limits(8, 8, 8, 8, 64, 64, 16, 4_096, 1_000, 1 << 14);

    @TempDir
    Path folder;

    private GatewaySettings settings() {
        final Path journal = folder.resolve("journal");
        return GatewaySettings.of(journal, folder.resolve("aeron").toString())
                .with(
                        LIMITS,
                        JournalSettings.of(journal).withBlockBytes(1 << 20).withRollBytes(16 << 20))
                .with(ClockMode.WALL, List.of(source(ADMIN, Role.ADMIN), source(MATCHING, Role.MATCHING)));
    }

    private static byte[] source(final int id, final Role role) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
        final DefineSourceEncoder encoder = new DefineSourceEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .newSource(id)
                .window(65_536)
                .role(role)
                .ordering(SourceOrdering.STRICT);
        return Arrays.copyOf(buffer.byteArray(), MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
    }

    @Test
    void thousandsOfRandomOrdersLeaveTheEngineWithWhatTheBookHas() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final String aeron = folder.resolve("aeron").toString();
        EngineServer server = EngineServer.start(settings());
        try (Administrator administrator = new Administrator(aeron, ADMIN);
                Exchange exchange = new Exchange(aeron, MATCHING, DEADLINE_NS)) {
            final Day day = new Day(administrator, exchange, seed);
            day.begin();
            day.trade(ACTS);
            assertThat(day.halt(Market.ETH_PERP))
                    .as("an order in a halted market is refused")
                    .isTrue();
            assertThat(day.stop(STOPPED))
                    .as("a stopped account has no order and gets none")
                    .isTrue();
            day.trade(ACTS);
            day.resume(STOPPED);
            day.trade(ACTS);

            // What is under way when the engine goes is sent again to the one that comes: too late for orders.
            server.close();
            int stops = 1;
            while (!areUnderWay(exchange, day) && stops < MOST_STOPS) {
                // The client knew already that the engine had gone, so nothing is under way: once more.
                server = EngineServer.start(settings());
                day.trade(1);
                server.close();
                stops++;
            }
            final int disconnects = stops;
            final long refusedFrom = System.nanoTime() + DEADLINE_NS;
            day.await(() -> exchange.tally().disconnects() >= disconnects && System.nanoTime() > refusedFrom);
            assertThat(exchange.submit(1, late(day)))
                    .as("without an engine nobody trades")
                    .isEmpty();
            server = EngineServer.start(settings());
            day.trade(ACTS);
            day.quiet();

            assertThat(exchange.tally().trades()).as("trades").isGreaterThan(ACTS / 2);
            assertThat(exchange.tally().refusedFor(RejectReason.INSUFFICIENT_MARGIN))
                    .as("orders that two accounts with little money could not pay for")
                    .isPositive();
            assertThat(exchange.tally().refusedFor(RejectReason.DEADLINE_PASSED))
                    .as("orders that waited for the engine until it was too late")
                    .isGreaterThanOrEqualTo(2);
            assertThat(exchange.tally().spreads()).as("spreads").isGreaterThan(ACTS / 10);
            assertThat(exchange.tally().quotes())
                    .as("times that quotes were replaced")
                    .isGreaterThan(ACTS / 20);
            assertThat(exchange.tally().tradesWithQuotes())
                    .as("trades with quotes")
                    .isGreaterThan(ACTS / 20);
            assertThat(exchange.tally().tradesAtMarket())
                    .as("trades of market orders")
                    .isGreaterThan(ACTS / 20);
            assertThat(exchange.orders()).as("orders that rest").noneMatch(Order::isMarket);
            assertThat(exchange.positions().confirmed())
                    .as("positions by the engine that are those of the book")
                    .isGreaterThan(ACTS / 2);
            final long hash = close(server);
            check(exchange, day, hash);
        } finally {
            server.close();
        }
    }

    /** Asks for one order and for two together; gives whether the client took both for an engine that it believes to be there. */
    private static boolean areUnderWay(final Exchange exchange, final Day day) {
        return exchange.submit(1, late(day)).size() == 1
                && exchange.submit(1, late(day), late(day)).size() == 2;
    }

    private static Leg late(final Day day) {
        return new Leg(Market.BTC_PERP.instrument(), Side.BUY, 1, day.mark(Market.BTC_PERP));
    }

    private static long close(final EngineServer server) {
        server.close();
        return server.stateHash();
    }

    private void check(final Exchange exchange, final Day day, final long hash) {
        final MarginEngine engine = new MarginEngine(LIMITS);
        JournalReplayer.replay(folder.resolve("journal"), engine, Until.END, ReplayListener.NONE);

        assertThat(engine.stateHash()).as("state hash of the replay").isEqualTo(hash);
        final EngineState state = engine.state();
        assertThat(restingIn(state)).as("orders of the engine").isEqualTo(restingIn(exchange));
        for (long id = 1; id <= Day.ACCOUNTS; id++) {
            final Account account = state.accounts().account(id);
            long margin = 0;
            for (final Market market : Market.values()) {
                final Instrument instrument = state.instruments().get(market.instrument());
                assertThat(account.positions().lotsOf(instrument))
                        .as("position of account %d in %s", id, market)
                        .isEqualTo(exchange.positions().of(id, market.instrument()));
                margin += margin(exchange, id, market, day.mark(market));
            }
            assertThat(engine.positionAndOrderMargin(account))
                    .as("margin of account %d with its orders", id)
                    .isEqualTo(margin);
        }
        for (int i = 0; i < state.assets().count(); i++) {
            assertThat(money(state, state.assets().at(i)))
                    .as("sum of asset %s", state.assets().at(i).symbol())
                    .isZero();
        }
    }

    private static Map<Long, String> restingIn(final EngineState state) {
        final Map<Long, String> resting = new TreeMap<>();
        final Orders orders = state.orders();
        for (int i = 0; i < state.accounts().all().count(); i++) {
            final Account account = state.accounts().all().at(i);
            for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
                resting.put(
                        orders.id(slot),
                        text(
                                account.id(),
                                orders.instrument(slot).id(),
                                orders.signedLots(slot),
                                orders.limit(slot),
                                orders.isQuote(slot)));
            }
        }
        return resting;
    }

    private static Map<Long, String> restingIn(final Exchange exchange) {
        final Map<Long, String> resting = new TreeMap<>();
        exchange.orders()
                .forEach(order -> resting.put(
                        order.id(),
                        text(order.account(), order.instrument(), signed(order), order.limit(), order.isQuote())));
        return resting;
    }

    private static String text(
            final long account, final int instrument, final long lots, final long limit, final boolean isQuote) {
        return account + ": " + lots + " of " + instrument + " @ " + limit + (isQuote ? ", a quote" : "");
    }

    private static long signed(final Order order) {
        return order.side() == Side.BUY ? order.remaining() : -order.remaining();
    }

    /** The larger of all buys and all sells filled, at the one rate of the market, and what filling loses against the mark. */
    private static long margin(final Exchange exchange, final long account, final Market market, final long mark) {
        final long position = exchange.positions().of(account, market.instrument());
        long bought = position;
        long sold = position;
        long loss = 0;
        for (final Order order : exchange.orders()) {
            if (order.account() == account && order.instrument() == market.instrument()) {
                bought += Math.max(0, signed(order));
                sold += Math.min(0, signed(order));
                loss += Math.max(0, signed(order) * (order.limit() - mark)) * Market.TICK_VALUE;
            }
        }
        final long notional = Math.max(Math.abs(bought), Math.abs(sold)) * mark * Market.TICK_VALUE;
        return (notional * market.initialPpm() + MILLION - 1) / MILLION + loss;
    }

    /** Balances and the ledgers of the house, less what positions cost and is not paid before they close. */
    private static long money(final EngineState state, final Asset asset) {
        long sum = state.ledger().sumOf(asset);
        for (int i = 0; i < state.accounts().all().count(); i++) {
            final Account account = state.accounts().all().at(i);
            sum += account.balances().of(asset);
            for (int j = 0; j < account.positions().count(); j++) {
                final Instrument instrument = account.positions().instrumentAt(j);
                sum -= asset == instrument.settlement() ? account.positions().entryCostOf(instrument) : 0;
            }
        }
        return sum;
    }
}
