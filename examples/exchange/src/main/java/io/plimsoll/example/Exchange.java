package io.plimsoll.example;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.ConnectionState;
import io.plimsoll.client.DisconnectReason;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.TradeReport;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.MarketStatus;
import io.plimsoll.sbe.MarketStatusChangedDecoder;
import io.plimsoll.sbe.OrderChangedDecoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrderState;
import io.plimsoll.sbe.PositionChangedDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.TradingChangedDecoder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A matching engine of one market that asks Plimsoll before an order may rest, and tells it every trade. One thread owns it and
 * calls {@link #poll()} all the time.
 *
 * <p>An order goes client, check, match, trade: it is not in the book before the engine has accepted it. A cancel takes it out of the
 * book first and then tells the engine, so that nothing is matched any more that the engine does not know of.
 */
final class Exchange implements ClientHandler, AutoCloseable {
    private final int source;
    private final int instrument;
    private final PlimsollClient client;
    private final Outbox outbox = new Outbox();
    private final Book book = new Book();
    private final Positions positions = new Positions();
    private final Tally tally = new Tally();
    private final TradeReport report = new TradeReport();
    private final Map<Long, Order> unanswered = new HashMap<>();
    private final Map<Long, Order> checkedAs = new HashMap<>();
    private final Set<Long> stopped = new HashSet<>();
    private boolean halted;
    private long lastOrder;
    private long lastTrade;

    /** Looks for the engine of a media driver's folder. */
    Exchange(final String aeronDirectory, final int source, final int instrument) {
        this.source = source;
        this.instrument = instrument;
        client = PlimsollClient.connect(ClientConfig.of(aeronDirectory, source), this);
    }

    /** Does what there is to do; gives how much that was. */
    int poll() {
        return client.poll() + outbox.flush();
    }

    /** Whether nothing is under way: every command is answered, every trade booked. */
    boolean isQuiet() {
        return outbox.size() == 0 && client.unanswered() == 0 && positions.open() == 0;
    }

    /** Commands that wait, and those that are not answered. */
    int underWay() {
        return outbox.size() + client.unanswered();
    }

    /**
     * A client's order. Without an engine nobody trades: it is refused at once, and so it is where the market is halted or trading
     * of the account is stopped.
     *
     * @return its number; 0: refused here. The engine may still refuse it.
     */
    long submit(final long account, final Side side, final long lots, final long limit) {
        if (client.state() != ConnectionState.CONNECTED || halted || stopped.contains(account)) {
            tally.refusedHere();
            return 0;
        }
        final Order order = new Order(++lastOrder, account, side, lots, limit);
        unanswered.put(order.id(), order);
        outbox.add(
                () -> client.placeOrder(instrument, account, order.id(), side, lots, limit, false),
                () -> checkedAs.put(client.lastSourceSequence(), order));
        return order.id();
    }

    /**
     * A client takes an order back, also one that the engine has not answered for.
     *
     * @return whether there was something to take back.
     */
    boolean cancel(final long id) {
        final Order early = unanswered.get(id);
        final Order order = early == null ? book.remove(id) : early;
        if (order == null || order.isCancelled()) {
            return false;
        }
        order.cancel();
        outbox.add(() -> client.cancelOrder(order.account(), id));
        return true;
    }

    /** Takes all orders of an account back. */
    void cancelAll(final long account) {
        forget(account);
        outbox.add(() -> client.cancelOrders(account, instrument, OrderSides.BOTH));
    }

    /** The kill switch of an account: its orders are gone and none comes in until an administrator resumes its trading. */
    void stop(final long account) {
        stopped.add(account);
        forget(account);
        outbox.add(() -> client.stopTrading(account));
    }

    private void forget(final long account) {
        book.removeAll(account).forEach(Order::cancel);
        unanswered.values().stream().filter(order -> order.account() == account).forEach(Order::cancel);
    }

    /** The answer to an order: it may be matched, or it is refused and was never there. */
    @Override
    public void onCompletion(final EventInfo info, final CommandCompletedDecoder answer) {
        final Order order = answer.source() == source ? checkedAs.remove(answer.sourceSequence()) : null;
        if (order == null) {
            return;
        }
        unanswered.remove(order.id());
        if (answer.reason() != RejectReason.NONE) {
            tally.refused(answer.reason());
        } else if (!order.isCancelled()) {
            tally.accepted();
            book.enter(order, this::report);
        }
    }

    /** A fact: the engine is told, now or as soon as there is one again. */
    private void report(final Order maker, final Order taker, final long lots) {
        final long trade = ++lastTrade;
        final Order buyer = taker.side() == Side.BUY ? taker : maker;
        final Order seller = taker.side() == Side.BUY ? maker : taker;
        final long price = maker.limit();
        positions.traded(trade, buyer.account(), seller.account(), lots);
        tally.traded(lots);
        outbox.add(() -> client.trade(report.trade(instrument, trade, price, lots, taker.side())
                .buyer(buyer.account(), buyer.id(), 0)
                .seller(seller.account(), seller.id(), 0)));
    }

    @Override
    public void onPositionChanged(final EventInfo info, final PositionChangedDecoder event) {
        positions.booked(event.tradeId(), event.account(), event.lots());
    }

    /** The engine takes orders away too: at an expiry, or when somebody else cancels them. */
    @Override
    public void onOrderChanged(final EventInfo info, final OrderChangedDecoder event) {
        if (event.state() == OrderState.CANCELLED) {
            book.remove(event.order());
        }
    }

    @Override
    public void onMarketStatusChanged(final EventInfo info, final MarketStatusChangedDecoder event) {
        if (event.instrument() == instrument) {
            halted = event.status() != MarketStatus.OPEN;
        }
    }

    /** Where a whole group is stopped, its orders go one by one, and the engine refuses new ones. */
    @Override
    public void onTradingChanged(final EventInfo info, final TradingChangedDecoder event) {
        if (event.stopped() == Flag.NO) {
            stopped.remove(event.account());
        } else {
            stopped.add(event.account());
            forget(event.account());
        }
    }

    /** The client looks for the engine by itself, and sends again what was not answered. */
    @Override
    public void onDisconnected(final DisconnectReason reason) {
        tally.disconnected();
    }

    /** With any other verdict the command was wrong in itself, which no second try cures. */
    @Override
    public void onFrameReject(final long sourceSequence, final int templateId, final FrameVerdict verdict) {
        if (verdict != FrameVerdict.BACK_PRESSURE && verdict != FrameVerdict.ENGINE_STOPPED) {
            throw new IllegalStateException("message " + templateId + " was refused: " + verdict);
        }
    }

    /** A book in memory cannot go back: what the engine lost by a loss of power has been matched here. */
    @Override
    public void onRolledBack(final long sequence, final long nextSourceSequence, final int framesDropped) {
        throw new IllegalStateException("the engine has lost what came after " + sequence);
    }

    ConnectionState state() {
        return client.state();
    }

    boolean isHalted() {
        return halted;
    }

    boolean isStopped(final long account) {
        return stopped.contains(account);
    }

    Collection<Order> orders() {
        return book.orders();
    }

    Positions positions() {
        return positions;
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        client.close();
    }
}
