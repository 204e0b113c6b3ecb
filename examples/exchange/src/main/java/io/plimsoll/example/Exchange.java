package io.plimsoll.example;

import io.plimsoll.client.Basket;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.ConnectionState;
import io.plimsoll.client.DisconnectReason;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.QuoteSet;
import io.plimsoll.client.Result;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A matching engine that asks Plimsoll before an order may rest, and tells it every trade. One thread owns it and calls {@link #poll()}
 * all the time.
 *
 * <p>An order goes client, check, match, trade: it is not in a book before the engine has accepted it. A cancel takes it out of the
 * book first and then tells the engine, so that nothing is matched any more that the engine does not know of; so do quotes with those
 * that they replace.
 */
final class Exchange implements ClientHandler, AutoCloseable {
    private final int source;
    private final PlimsollClient client;
    private final Outbox outbox = new Outbox();
    private final Requests requests = new Requests();
    private final Books books = new Books();
    private final Positions positions = new Positions();
    private final Tally tally = new Tally();
    private final TradeReport report = new TradeReport();
    private final Basket basket = new Basket();
    private final QuoteSet quoteSet = new QuoteSet();
    private final Set<Integer> halted = new HashSet<>();
    private final Set<Long> stopped = new HashSet<>();
    private long lastOrder;
    private long lastTrade;

    /** Looks for the engine of a media driver's folder. What the engine gets to see only later than the deadline, it refuses. */
    Exchange(final String aeronDirectory, final int source, final long orderDeadlineNs) {
        this.source = source;
        client = PlimsollClient.connect(
                ClientConfig.of(aeronDirectory, source).withOrderDeadline(orderDeadlineNs), this);
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
     * A client's order, or a spread: orders in several markets of which all rest or none. They are checked as one.
     *
     * @return the orders, none: refused here. The engine may still refuse them.
     */
    List<Order> submit(final long account, final Leg... legs) {
        final List<Order> orders = new ArrayList<>();
        for (final Leg leg : legs) {
            orders.add(new Order(++lastOrder, account, leg, false));
        }
        final boolean isSent =
                isOpenFor(orders) && isSent(orders.size() == 1 ? place(orders.get(0)) : placeAll(orders));
        return isSent ? asked(orders, List.of()) : refusedHere();
    }

    private Result place(final Order order) {
        return client.placeOrder(
                order.instrument(), order.account(), order.id(), order.side(), order.remaining(), order.limit(), false);
    }

    private Result placeAll(final List<Order> orders) {
        basket.clear();
        orders.forEach(order ->
                basket.add(order.instrument(), order.id(), order.side(), order.remaining(), order.limit(), false));
        return client.placeBasket(orders.get(0).account(), basket);
    }

    /**
     * A market maker's quotes take the place of all that the account has in these markets: all of it, or nothing. While the engine is
     * asked nobody trades with either; if it says no, the old ones are back behind what came meanwhile.
     *
     * @return the orders that they are, none: refused here, also where the answer to earlier ones is not there.
     */
    List<Order> quote(final long account, final List<Quote> quotes) {
        final List<Order> orders = new ArrayList<>();
        quoteSet.clear();
        for (final Quote quote : quotes) {
            final Leg bid = new Leg(quote.instrument(), Side.BUY, quote.lots(), quote.bid());
            final Leg ask = new Leg(quote.instrument(), Side.SELL, quote.lots(), quote.ask());
            orders.add(new Order(++lastOrder, account, bid, true));
            orders.add(new Order(++lastOrder, account, ask, true));
            quoteSet.in(quote.instrument())
                    .bid(lastOrder - 1, quote.lots(), quote.bid())
                    .ask(lastOrder, quote.lots(), quote.ask());
        }
        if (requests.areQuotesOpen(account) || !isOpenFor(orders) || !isSent(client.replaceQuotes(account, quoteSet))) {
            return refusedHere();
        }
        return asked(
                orders,
                books.removeIf(order -> order.isQuote()
                        && order.account() == account
                        && quotes.stream().anyMatch(quote -> quote.instrument() == order.instrument())));
    }

    /** Without an engine nobody trades, nor where a market is halted or trading of the account is stopped. */
    private boolean isOpenFor(final List<Order> orders) {
        return client.state() == ConnectionState.CONNECTED
                && outbox.size() == 0
                && orders.stream()
                        .noneMatch(order -> halted.contains(order.instrument()) || stopped.contains(order.account()));
    }

    private static boolean isSent(final Result result) {
        if (result == Result.INVALID) {
            throw new IllegalArgumentException("these orders are none that the engine could be asked for");
        }
        return result == Result.SENT;
    }

    private List<Order> asked(final List<Order> coming, final List<Order> going) {
        requests.sent(client.lastSourceSequence(), new Requests.Request(coming, going));
        return coming;
    }

    private List<Order> refusedHere() {
        tally.refusedHere();
        return List.of();
    }

    /**
     * A client takes an order back, also one that the engine has not answered for.
     *
     * @return whether there was something to take back.
     */
    boolean cancel(final long id) {
        final Order early = requests.order(id);
        final Order order = early == null ? books.remove(id) : early;
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
        outbox.add(() -> client.cancelOrders(account, 0, OrderSides.BOTH));
    }

    /** The kill switch of an account: its orders are gone and none comes in until an administrator resumes its trading. */
    void stop(final long account) {
        stopped.add(account);
        forget(account);
        outbox.add(() -> client.stopTrading(account));
    }

    private void forget(final long account) {
        books.removeIf(order -> order.account() == account).forEach(Order::cancel);
        requests.cancel(account);
    }

    /** The answer to orders: they may be matched, or they are refused and were never there. */
    @Override
    public void onCompletion(final EventInfo info, final CommandCompletedDecoder answer) {
        final Requests.Request request = answer.source() == source ? requests.answered(answer.sourceSequence()) : null;
        if (request == null) {
            return;
        }
        final boolean isAccepted = answer.reason() == RejectReason.NONE;
        tally.answered(request, answer.reason());
        for (final Order order : isAccepted ? request.coming() : request.going()) {
            if (!order.isCancelled()) {
                books.enter(order, this::report);
                cancelRestOf(order);
            }
        }
    }

    /** What a market order does not find at once it does not wait for. */
    private void cancelRestOf(final Order order) {
        if (order.isMarket() && order.remaining() > 0) {
            cancel(order.id());
        }
    }

    /** A fact: the engine is told, now or as soon as there is one again. */
    private void report(final Order maker, final Order taker, final long lots) {
        final long trade = ++lastTrade;
        final int instrument = maker.instrument();
        final Order buyer = taker.side() == Side.BUY ? taker : maker;
        final Order seller = taker.side() == Side.BUY ? maker : taker;
        positions.traded(trade, instrument, buyer.account(), seller.account(), lots);
        tally.traded(maker, taker, lots);
        outbox.add(() -> client.trade(report.trade(instrument, trade, maker.limit(), lots, taker.side())
                .buyer(buyer.account(), buyer.id(), 0)
                .seller(seller.account(), seller.id(), 0)));
    }

    @Override
    public void onPositionChanged(final EventInfo info, final PositionChangedDecoder event) {
        positions.booked(event.tradeId(), event.account(), event.lots());
    }

    /**
     * The engine says how far a market order goes before it answers for it. It takes orders away too: at an expiry, when somebody else
     * cancels them, or one that would no longer reduce.
     */
    @Override
    public void onOrderChanged(final EventInfo info, final OrderChangedDecoder event) {
        final Order asked = requests.order(event.order());
        if (event.state() == OrderState.CANCELLED) {
            books.remove(event.order());
            if (asked != null) {
                asked.cancel();
            }
        } else if (asked != null && asked.isMarket()) {
            asked.limit(event.limitPrice());
        }
    }

    @Override
    public void onMarketStatusChanged(final EventInfo info, final MarketStatusChangedDecoder event) {
        if (event.status() == MarketStatus.OPEN) {
            halted.remove(event.instrument());
        } else {
            halted.add(event.instrument());
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

    /** Whether the answer to an account's quotes is still to come. */
    boolean isQuoting(final long account) {
        return requests.areQuotesOpen(account);
    }

    ConnectionState state() {
        return client.state();
    }

    boolean isHalted(final int instrument) {
        return halted.contains(instrument);
    }

    boolean isStopped(final long account) {
        return stopped.contains(account);
    }

    List<Order> orders() {
        return books.orders();
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
