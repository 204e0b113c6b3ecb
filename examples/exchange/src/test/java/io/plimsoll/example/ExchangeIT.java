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
                Exchange exchange = new Exchange(aeron, MATCHING, Administrator.BTC_PERP)) {
            final Day day = new Day(administrator, exchange, seed);
            day.begin();
            day.trade(ACTS);
            assertThat(day.halt()).as("an order in a halted market is refused").isTrue();
            assertThat(day.stop(STOPPED))
                    .as("a stopped account has no order and gets none")
                    .isTrue();
            day.trade(ACTS);
            day.resume(STOPPED);
            day.trade(ACTS);

            // What is under way when the engine goes is sent again to the one that comes.
            server.close();
            day.await(() -> exchange.tally().disconnects() == 1);
            assertThat(exchange.submit(1, Side.BUY, 1, day.mark()))
                    .as("without an engine nobody trades")
                    .isZero();
            server = EngineServer.start(settings());
            day.trade(ACTS);
            day.quiet();

            assertThat(exchange.tally().trades()).as("trades").isGreaterThan(ACTS / 2);
            assertThat(exchange.tally().refusedFor(RejectReason.INSUFFICIENT_MARGIN))
                    .as("orders that two accounts with little money could not pay for")
                    .isPositive();
            assertThat(exchange.positions().confirmed())
                    .as("positions by the engine that are those of the book")
                    .isGreaterThan(ACTS / 2);
            final long hash = close(server);
            check(exchange, day.mark(), hash);
        } finally {
            server.close();
        }
    }

    private static long close(final EngineServer server) {
        server.close();
        return server.stateHash();
    }

    private void check(final Exchange exchange, final long mark, final long hash) {
        final MarginEngine engine = new MarginEngine(LIMITS);
        JournalReplayer.replay(folder.resolve("journal"), engine, Until.END, ReplayListener.NONE);

        assertThat(engine.stateHash()).as("state hash of the replay").isEqualTo(hash);
        final EngineState state = engine.state();
        assertThat(restingIn(state)).as("orders of the engine").isEqualTo(restingIn(exchange));
        final Instrument instrument = state.instruments().get(Administrator.BTC_PERP);
        for (long id = 1; id <= Day.ACCOUNTS; id++) {
            final Account account = state.accounts().account(id);
            assertThat(account.positions().lotsOf(instrument))
                    .as("position of account %d", id)
                    .isEqualTo(exchange.positions().of(id));
            assertThat(engine.positionAndOrderMargin(account))
                    .as("margin of account %d with its orders", id)
                    .isEqualTo(margin(exchange, id, mark));
        }
        for (int i = 0; i < state.assets().count(); i++) {
            assertThat(money(state, instrument, state.assets().at(i)))
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
                        orders.id(slot), account.id() + ": " + orders.signedLots(slot) + " @ " + orders.limit(slot));
            }
        }
        return resting;
    }

    private static Map<Long, String> restingIn(final Exchange exchange) {
        final Map<Long, String> resting = new TreeMap<>();
        exchange.orders()
                .forEach(order ->
                        resting.put(order.id(), order.account() + ": " + signed(order) + " @ " + order.limit()));
        return resting;
    }

    private static long signed(final Order order) {
        return order.side() == Side.BUY ? order.remaining() : -order.remaining();
    }

    /** The larger of all buys and all sells filled, at the one rate of the market, and what filling loses against the mark. */
    private static long margin(final Exchange exchange, final long account, final long mark) {
        final long position = exchange.positions().of(account);
        long bought = position;
        long sold = position;
        long loss = 0;
        for (final Order order : exchange.orders()) {
            if (order.account() == account) {
                bought += Math.max(0, signed(order));
                sold += Math.min(0, signed(order));
                loss += Math.max(0, signed(order) * (order.limit() - mark)) * Administrator.TICK_VALUE;
            }
        }
        final long notional = Math.max(Math.abs(bought), Math.abs(sold)) * mark * Administrator.TICK_VALUE;
        return (notional * Administrator.INITIAL_PPM + MILLION - 1) / MILLION + loss;
    }

    /** Balances and the ledgers of the house, less what positions cost and is not paid before they close. */
    private static long money(final EngineState state, final Instrument instrument, final Asset asset) {
        long sum = state.ledger().sumOf(asset);
        for (int i = 0; i < state.accounts().all().count(); i++) {
            final Account account = state.accounts().all().at(i);
            sum += account.balances().of(asset);
            sum -= asset == instrument.settlement() ? account.positions().entryCostOf(instrument) : 0;
        }
        return sum;
    }
}
