package io.plimsoll.bench.suite;

import io.plimsoll.bench.load.ChainOrders;
import io.plimsoll.bench.load.Orders;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.ConnectionState;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.client.TradeReport;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import java.util.List;
import java.util.function.Supplier;

/** Commands to the live engine and their completions, through the client that others use. */
final class EngineFlows implements ClientHandler, AutoCloseable {
    /** Accounts that the engine must know. */
    static final int ACCOUNTS = 100;

    private static final long FIRST = Venue.FIRST_ACCOUNT;
    private static final long SECOND = FIRST + 1;
    private static final long ORDER = 1;
    private static final long PATIENCE_NS = 60_000_000_000L;

    private final PlimsollClient client;
    private final TradeReport report = new TradeReport();
    private long completed;
    private long tradeId;
    private boolean isUp;
    private boolean isResting;

    EngineFlows(final String aeronDirectory) {
        // While it is the echo's turn nobody polls this client.
        final ClientConfig config = ClientConfig.of(aeronDirectory, Venue.SOURCE);
        client = PlimsollClient.connect(
                config.withTimeouts(PATIENCE_NS, config.connectTimeoutNs(), config.reconnectIntervalNs()), this);
        while (client.state() != ConnectionState.CONNECTED) {
            client.poll();
        }
    }

    /** Funds the accounts and opens positions: all but the first are long ten lots. */
    void open() {
        for (int i = 0; i < ACCOUNTS; i++) {
            final long account = FIRST + i;
            exchange(() -> client.deposit(account, 1, Venue.FUNDS));
        }
        for (int i = 1; i < ACCOUNTS; i++) {
            final long account = FIRST + i;
            exchange(() -> trade(account, FIRST, 10, Venue.MARK_TICKS));
        }
    }

    /** The kinds of command that are measured. */
    List<Flow> all() {
        return List.of(
                flow("order place, cancel", this::placeOrCancel),
                flow("trade", this::tradeToAndFro),
                flow("mark price, " + ACCOUNTS + " holders", this::movePrice));
    }

    /** A bid for a few lots in the first market, behind the best. */
    Flow orderPlace(final String name, final long account, final long order) {
        return flow(
                name, () -> client.placeOrder(1, account, order, Side.BUY, ChainOrders.LOTS, ChainOrders.LIMIT, false));
    }

    /** Takes an order back. */
    Flow orderCancel(final long account, final long order) {
        return flow("order cancelled", () -> client.cancelOrder(account, order));
    }

    private Flow flow(final String name, final Supplier<Result> command) {
        return new Flow() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean send() {
                final Result result = command.get();
                if (result != Result.SENT && result != Result.BACK_PRESSURE) {
                    throw new IllegalStateException("not sent: " + result);
                }
                return result == Result.SENT;
            }

            @Override
            public int poll() {
                return client.poll();
            }

            @Override
            public long sent() {
                return client.lastSourceSequence();
            }

            @Override
            public long answered() {
                return completed;
            }
        };
    }

    private void exchange(final Supplier<Result> command) {
        flow("", command).exchange();
    }

    /** What was not sent is tried again as it was. */
    private Result placeOrCancel() {
        final Result result = isResting
                ? client.cancelOrder(Orders.ACCOUNT, ORDER)
                : client.placeOrder(1, Orders.ACCOUNT, ORDER, Side.BUY, Orders.LOTS, Orders.LIMIT, false);
        isResting ^= result == Result.SENT;
        return result;
    }

    private Result tradeToAndFro() {
        final boolean back = (tradeId & 1) == 0;
        return back ? trade(FIRST, SECOND, 1, Venue.MARK_TICKS) : trade(SECOND, FIRST, 1, Venue.MARK_TICKS + 1);
    }

    private Result trade(final long buyer, final long seller, final long lots, final long ticks) {
        final Result result = client.trade(report.trade(1, tradeId + 1, ticks, lots, Side.BUY)
                .buyer(buyer, 0, 0)
                .seller(seller, 0, 0));
        tradeId += result == Result.SENT ? 1 : 0;
        return result;
    }

    private Result movePrice() {
        final Result result = client.markPrice(1, isUp ? Venue.MARK_TICKS : Venue.MARK_TICKS + 1);
        isUp ^= result == Result.SENT;
        return result;
    }

    @Override
    public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
        if (info.source() != Venue.SOURCE) {
            return;
        }
        if (completion.reason() != RejectReason.NONE) {
            throw new IllegalStateException("command " + completion.templateId() + ": " + completion.reason());
        }
        completed = info.sourceSequence();
    }

    @Override
    public void close() {
        client.close();
    }
}
