package io.plimsoll.client;

import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.WithdrawalResult;
import java.util.Objects;

/**
 * The client: sends commands of one source and hears events. One thread owns it and calls everything, {@link #poll()} again
 * and again; no call blocks for longer than it takes to attach to or detach from the media driver.
 *
 * <p>A command that was {@link Result#SENT} is kept until its completion was seen and sent again after any failure; the
 * engine tells a repeat by its source sequence, so it is applied exactly once. When the engine is away every send answers
 * {@link Result#ENGINE_DOWN}.
 */
public final class PlimsollClient implements AutoCloseable {
    /**
     * Instead of a limit: a market order. It is checked and rests as if its limit were the end of the price band on the side that
     * trades at once; the answer says which limit that is. What of it does not trade is to be cancelled.
     */
    public static final long MARKET = OrderPlaceEncoder.limitPriceNullValue();

    private final Session session;
    private final CommandSender sender;
    private final MoneyEncoders money;
    private final AccountEncoders accounts;
    private final TradingEncoders trading;
    private final BasketEncoders baskets;
    private final RiskEncoders risk;
    private final AdminCommands admin;

    private PlimsollClient(final ClientConfig config, final Session session) {
        this.session = session;
        sender = new CommandSender(session, config);
        money = new MoneyEncoders(sender);
        accounts = new AccountEncoders(sender);
        trading = new TradingEncoders(sender);
        baskets = new BasketEncoders(sender);
        risk = new RiskEncoders(sender);
        admin = new AdminCommands(sender, trading, risk);
    }

    /**
     * Makes a client. It connects while {@link #poll()} is called and never stops trying; there need be no engine yet.
     *
     * @param config how to find the engine.
     * @param handler hears what happens.
     * @return the client; the first thread that calls it owns it.
     */
    public static PlimsollClient connect(final ClientConfig config, final ClientHandler handler) {
        Objects.requireNonNull(handler, "handler");
        return new PlimsollClient(config, new Session(config, handler, fragments -> new AeronLink(config, fragments)));
    }

    /**
     * Does all the work: connects, receives events, sends again, keeps the session alive, notices when the engine is gone.
     * Call it at least every few hundred milliseconds. An exception of the handler comes out here.
     *
     * @return how much was done; 0: nothing, the caller may idle.
     */
    public int poll() {
        return session.doWork(System.nanoTime());
    }

    /**
     * Where this client stands with the engine.
     *
     * @return the state.
     */
    public ConnectionState state() {
        return session.state();
    }

    /**
     * Epoch of the engine that this client was connected to last.
     *
     * @return epoch, from 1; 0: never connected.
     */
    public long epoch() {
        return session.epoch();
    }

    /**
     * Number given to the last command that was {@link Result#SENT}.
     *
     * @return source sequence; 0: none yet.
     */
    public long lastSourceSequence() {
        return sender.lastSourceSequence();
    }

    /**
     * Commands that were sent and whose completion was not seen yet.
     *
     * @return their number.
     */
    public int unanswered() {
        return session.window().size();
    }

    /**
     * How far the event stream was seen. Keep it to go on in another process.
     *
     * @return the point.
     */
    public ResumePoint resumePoint() {
        return session.resumePoint();
    }

    /**
     * Definitions, parameters, halts, time, revaluation.
     *
     * @return what an administrator sends.
     */
    public AdminCommands admin() {
        return admin;
    }

    /**
     * Money came in.
     *
     * @param account that gets it.
     * @param asset of the money.
     * @param amount in minor units, positive.
     * @return what became of it.
     */
    public Result deposit(final long account, final int asset, final long amount) {
        return money.deposit(account, asset, amount);
    }

    /**
     * Asks to take money out. {@link ClientHandler#onWithdrawalReleased} says when it may leave, and its number; it is in flight
     * until {@link #settleWithdrawal}.
     *
     * @param account that pays.
     * @param asset of the money.
     * @param amount in minor units, positive.
     * @return what became of it.
     */
    public Result withdraw(final long account, final int asset, final long amount) {
        return money.withdraw(account, asset, amount);
    }

    /**
     * Says what became of a withdrawal that was released. Once: a second answer is refused.
     *
     * @param id number of the withdrawal.
     * @param result paid, or returned to the account.
     * @return what became of it.
     */
    public Result settleWithdrawal(final long id, final WithdrawalResult result) {
        return money.settleWithdrawal(id, result);
    }

    /**
     * Moves money between two accounts of one group.
     *
     * @param fromAccount that pays.
     * @param toAccount that receives.
     * @param asset of the money.
     * @param amount in minor units, positive.
     * @return what became of it.
     */
    public Result transfer(final long fromAccount, final long toAccount, final int asset, final long amount) {
        return money.transfer(fromAccount, toAccount, asset, amount);
    }

    /**
     * Changes how the requirement of an account is formed, with positions and orders as they are; both ways must find it healthy.
     * {@link ClientHandler#onModeChanged} says what is required from then on.
     *
     * @param account whose, no pocket.
     * @param mode cross or portfolio.
     * @return what became of it.
     */
    public Result changeMode(final long account, final MarginMode mode) {
        return accounts.changeMode(account, mode);
    }

    /**
     * Gives an account another margin model, with positions and orders as they are. In portfolio mode both models must find it
     * healthy; in cross mode the model counts once it goes to portfolio mode. Needs the role ADMIN.
     * {@link ClientHandler#onModelChanged} says what is required from then on.
     *
     * @param account whose, no pocket.
     * @param model id of a margin model at work, 1 to 8.
     * @return what became of it.
     */
    public Result changeModel(final long account, final int model) {
        return accounts.changeModel(account, model);
    }

    /**
     * Opens an isolated pocket: an account for one instrument, whose losses never reach its parent. Money comes and goes by
     * {@link #transfer} with the parent; when position and orders are gone the rest goes back by itself.
     *
     * @param pocket its id, not in use.
     * @param parent account that its money comes from, no pocket.
     * @param instrument the only one of the pocket.
     * @return what became of it.
     */
    public Result openPocket(final long pocket, final long parent, final int instrument) {
        return accounts.openPocket(pocket, parent, instrument);
    }

    /**
     * Index price of an asset.
     *
     * @param asset whose price it is.
     * @param price margin currency per whole unit, times 10^10.
     * @return what became of it.
     */
    public Result indexPrice(final int asset, final long price) {
        return money.indexPrice(asset, price);
    }

    /**
     * For how much of its underlying a claim redeems; its index price follows. A step larger than the claim's is refused.
     *
     * @param asset the claim.
     * @param rate units of the underlying for one whole unit, times 10^15.
     * @return what became of it.
     */
    public Result redemptionRate(final int asset, final long rate) {
        return money.redemptionRate(asset, rate);
    }

    /**
     * Mark price of an instrument; every holder is margined anew.
     *
     * @param instrument whose price it is.
     * @param priceTicks price in ticks.
     * @return what became of it.
     */
    public Result markPrice(final int instrument, final long priceTicks) {
        return money.markPrice(instrument, priceTicks);
    }

    /**
     * Premium of a perpetual over its index, from which funding is made. It counts until the next one.
     *
     * @param instrument whose premium it is.
     * @param premium {@code (max(bid - index, 0) - max(index - ask, 0)) / index} of impact prices, or of the mark, times 10^15.
     * @param indexTicks the index in ticks of the instrument, positive.
     * @return what became of it.
     */
    public Result premium(final int instrument, final long premium, final long indexTicks) {
        return money.premium(instrument, premium, indexTicks);
    }

    /**
     * Sends a document in parts: a scenario set, a margin model or a surface. Stops when the window is full; after
     * {@link #poll()} call it again with the same upload until it answers {@link Result#SENT}. Begin no other document before
     * that: parts of two may not mix. Every part has a completion; that of the last one says what became of the document.
     *
     * @param upload the document; goes on where it stopped.
     * @return SENT: all of it is on its way; BACK_PRESSURE: a rest is left; INVALID: nothing was left to send.
     */
    public Result load(final DocumentUpload upload) {
        return risk.load(upload);
    }

    /**
     * A trade happened. It is a fact: never refused for margin.
     *
     * @param report both sides of it; may be filled anew after the call.
     * @return what became of it.
     */
    public Result trade(final TradeReport report) {
        return trading.trade(report);
    }

    /**
     * Asks whether an order may rest; if so its margin is counted.
     *
     * @param instrument of the order.
     * @param account of the order.
     * @param order id, not in use.
     * @param side of the order.
     * @param lots size in lots, positive.
     * @param limitTicks limit price in ticks, or {@link #MARKET}.
     * @param reduceOnly true: only if it can but reduce the position.
     * @return what became of it.
     */
    public Result placeOrder(
            final int instrument,
            final long account,
            final long order,
            final Side side,
            final long lots,
            final long limitTicks,
            final boolean reduceOnly) {
        return trading.place(instrument, account, order, side, lots, limitTicks, reduceOnly);
    }

    /**
     * Asks whether several orders may rest: all of them, or none.
     *
     * @param account whose.
     * @param basket the orders; may be filled anew once this returns.
     * @return SENT, or why not.
     */
    public Result placeBasket(final long account, final Basket basket) {
        return baskets.place(account, basket);
    }

    /**
     * Asks to replace all quotes of an account in some instruments: all of them, or none.
     *
     * @param account whose.
     * @param quotes what shall rest there; may be filled anew once this returns.
     * @return SENT, or why not.
     */
    public Result replaceQuotes(final long account, final QuoteSet quotes) {
        return baskets.replaceQuotes(account, quotes);
    }

    /**
     * Says whether orders placed from now on are cancelled when this client's session is gone for longer than the engine waits. A
     * session that the engine has given up must ask again: call it in {@code onConnected}.
     *
     * @param active whether they are.
     * @return SENT, or why not.
     */
    public Result cancelOnDisconnect(final boolean active) {
        return trading.cancelOnDisconnect(active);
    }

    /**
     * Asks to change what remains of an order and its limit.
     *
     * @param account of the order.
     * @param order to change.
     * @param lots that shall remain, positive.
     * @param limitTicks new limit price in ticks.
     * @return what became of it.
     */
    public Result amendOrder(final long account, final long order, final long lots, final long limitTicks) {
        return trading.amend(account, order, lots, limitTicks);
    }

    /**
     * Takes an order away.
     *
     * @param account of the order.
     * @param order to take away.
     * @return what became of it.
     */
    public Result cancelOrder(final long account, final long order) {
        return trading.cancel(account, order);
    }

    /**
     * Takes all orders of an account away, or those of an instrument or a side. The completion's detail says how many there were.
     *
     * @param account of the orders.
     * @param instrument of the orders; 0: of all instruments.
     * @param sides of the orders.
     * @return what became of it.
     */
    public Result cancelOrders(final long account, final int instrument, final OrderSides sides) {
        return trading.cancelMany(account, instrument, sides);
    }

    /**
     * Kill switch: takes all orders of an account away and lets none in until {@link AdminCommands#resumeTrading}. Trades, money
     * and cancels go on. The completion, which comes once forced to disk, says how many orders there were.
     *
     * @param account to stop.
     * @return what became of it.
     */
    public Result stopTrading(final long account) {
        return trading.stop(account, 0);
    }

    /**
     * Kill switch of all accounts of a group, also of those that are defined later.
     *
     * @param group to stop.
     * @return what became of it.
     */
    public Result stopTradingOfGroup(final long group) {
        return trading.stop(0, group);
    }

    /** Ends the session for good. What was sent and not answered may or may not have been applied. */
    @Override
    public void close() {
        session.close();
    }
}
