package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;
import io.plimsoll.core.risk.AmountTree;

/**
 * Initial margin of an account's positions with its resting orders: per instrument the larger of all buys filled and all
 * sells filled, and what filling at the limits would lose against the mark. A limit better than the mark gives no credit.
 *
 * <p>In portfolio mode an order counts under every scenario with what it could lose there, so that the requirement holds
 * whichever orders fill; orders in instruments without a row count as in cross mode.
 *
 * <p>Options take the worse of the two sides, for a long one may bear nothing; in cross mode those that are paid are a matter of
 * the {@link CrossPool}. A spot order bears what free margin it may
 * cost: the full value of what it gives less what counts of what it gets; and in portfolio mode what its coins could lose under
 * every scenario.
 */
public final class OrderMargin {
    /** An account may have orders in more markets than it may have positions: their sum is kept within this. */
    static final long SUM_MAX = 1L << 61;

    private final Orders orders;
    private final PositionMargin positionMargin;
    private final OrderLoss losses;
    private final CrossPool pool;
    private final OrderPayments payments;
    private final OrderFlow flow;
    private final long[] buys;
    private final long[] sells;
    private final long[] newBuys;
    private final long[] newSells;
    private final long[] filled;
    private final boolean[] isAsked;
    private PortfolioBooks books;
    private PortfolioBook portfolio;
    private boolean isPool;
    private Account account;
    private OrderProposal proposal;
    private long settled;
    private final OrderBound bound;

    /**
     * Margins at the prices of a book.
     *
     * @param prices mark prices.
     * @param valuation at the same prices.
     * @param orders resting orders.
     * @param calculator assesses the accounts.
     * @param instruments room for instruments.
     */
    public OrderMargin(
            final PriceBook prices,
            final Valuation valuation,
            final Orders orders,
            final MarginCalculator calculator,
            final int instruments) {
        this.orders = orders;
        this.positionMargin = new PositionMargin(prices, valuation);
        this.buys = new long[instruments];
        this.sells = new long[instruments];
        this.newBuys = new long[instruments];
        this.newSells = new long[instruments];
        this.filled = new long[instruments];
        this.isAsked = new boolean[instruments];
        this.losses = new OrderLoss(prices, valuation);
        this.pool = new CrossPool(losses, positionMargin, calculator.wrongWay());
        this.payments = new OrderPayments(calculator, valuation);
        this.flow = new OrderFlow(prices);
        this.bound = new OrderBound(orders, losses, flow, new OrderPayments(calculator, valuation), instruments);
    }

    /**
     * Says what accounts in portfolio mode are margined with from now on.
     *
     * @param newBooks their requirements, by model; null: as in cross mode.
     */
    public void portfolio(final PortfolioBooks newBooks) {
        books = newBooks;
        bound.portfolio(newBooks);
    }

    /**
     * Initial margin of positions and resting orders.
     *
     * @param account the account.
     * @param assessed its assessment.
     * @return millionths of the margin currency, rounded up.
     */
    public long initialMargin(final Account account, final MarginAssessment assessed) {
        return initialMarginIn(account, account.mode(), account.model(), assessed);
    }

    private long initialMarginIn(
            final Account ofAccount, final MarginMode mode, final int model, final MarginAssessment assessed) {
        begin(ofAccount, mode, PortfolioBooks.of(books, mode, model), null);
        final long margin = required(assessed);
        end();
        return margin;
    }

    /**
     * What an account needs for positions and resting orders: without orders what its assessment says, which spares an account that
     * cannot owe; with some, {@link #initialMargin}, which counts all that is held, since orders may make it owe.
     *
     * @param account the account.
     * @param assessed its assessment.
     * @return millionths of the margin currency, rounded up.
     */
    public long needed(final Account account, final MarginAssessment assessed) {
        return neededIn(account, account.mode(), account.model(), assessed);
    }

    /**
     * What an account would need in another mode, or margined by another model.
     *
     * @param account the account.
     * @param mode which.
     * @param model id of the model.
     * @param assessed its assessment as such.
     * @return as {@link #needed}.
     */
    public long neededIn(
            final Account account, final MarginMode mode, final int model, final MarginAssessment assessed) {
        return account.orderCount() == 0
                ? assessed.positionInitialMargin()
                : initialMarginIn(account, mode, model, assessed);
    }

    /** {@return the bound on what orders need, which is quicker to say} */
    public OrderBound bound() {
        return bound;
    }

    /**
     * Begins to ask about orders that are to come, for the account assessed last; {@link #end} follows. All that rests and stays is
     * counted in once.
     *
     * @param ofAccount whose.
     * @param change orders that are to come, in instruments that stay the same until the end, and to go.
     */
    public void begin(final Account ofAccount, final OrderProposal change) {
        final MarginMode mode = ofAccount.mode();
        begin(ofAccount, mode, PortfolioBooks.of(books, mode, ofAccount.model()), change);
    }

    private void begin(
            final Account ofAccount, final MarginMode mode, final PortfolioBook book, final OrderProposal change) {
        account = ofAccount;
        proposal = change;
        portfolio = book;
        isPool = PortfolioBooks.isPool(book, mode);
        payments.begin();
        if (isPool) {
            pool.begin();
        }
        if (portfolio != null) {
            portfolio.beginOrders(account, proposal, flow);
        }
        for (int i = 0; i < proposed(); i++) {
            isAsked[proposal.instrument(i).ordinal()] = true;
        }
        settled = plus(countOrders(), settleOthers());
        pool.settle();
        payments.settle();
    }

    private int proposed() {
        return proposal == null ? 0 : proposal.count();
    }

    /** Counts all orders in that rest and stay; gives what those without a row lose at once. */
    private long countOrders() {
        long sum = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (proposal == null || !proposal.leaves(slot)) {
                sum = plus(sum, add(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot)));
            }
        }
        return sum;
    }

    /** The margin of the worse side of every instrument that is not asked about. */
    private long settleOthers() {
        long sum = 0;
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            sum = plus(sum, settle(positions.instrumentAt(i), positions.lotsAt(i)));
        }
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            sum = plus(sum, settle(orders.instrument(slot), 0));
        }
        return sum;
    }

    /** Counts every instrument once, because it takes buys and sells away; of one that is asked about they stay. */
    private long settle(final Instrument of, final long held) {
        final int ordinal = of.ordinal();
        orderNew(of);
        if (isAsked[ordinal]) {
            return 0;
        }
        final long margin = marginOf(of, held, held + buys[ordinal], held - sells[ordinal]);
        buys[ordinal] = 0;
        sells[ordinal] = 0;
        return margin;
    }

    /**
     * Initial margin with what the proposal says now, between {@link #begin} and {@link #end}. Where that is about filled orders,
     * the account was assessed by {@link MarginCalculator#assessFilled} with the same proposal, else as it is.
     *
     * @param assessed that assessment.
     * @return millionths of the margin currency, rounded up.
     */
    public long required(final MarginAssessment assessed) {
        if (portfolio != null) {
            portfolio.beginTry();
        }
        pool.again();
        payments.takeBack();
        long sum = settled;
        for (int i = 0; i < proposed(); i++) {
            if (proposal.isFilled(i)) {
                fill(proposal.instrument(i), proposal.signedLots(i), proposal.limit(i));
            }
        }
        for (int i = 0; i < proposed(); i++) {
            if (proposal.isResting()) {
                sum = plus(sum, add(proposal.instrument(i), proposal.signedLots(i), proposal.limit(i)));
            }
        }
        for (int i = 0; i < proposed(); i++) {
            sum = plus(sum, ask(proposal.instrument(i)));
        }
        // What options and coins of cross mode need depends on all that was counted.
        final long pooled = isPool ? pool.required(account, assessed.optionValue()) : 0;
        sum = plus(sum, payments.surcharge(account));
        for (int i = 0; i < proposed(); i++) {
            takeBack(proposal.instrument(i), proposal.signedLots(i));
        }
        return plus(sum, portfolio != null ? portfolio.required() : pooled);
    }

    private boolean movesCoins(final Instrument of) {
        return portfolio != null && portfolio.coins().areMovedBy(of);
    }

    /** Counts as held what is filled; a spot order changes balances only. What a contract gains is not in the balances yet. */
    private void fill(final Instrument of, final long signedLots, final long limit) {
        if (of.kind() != InstrumentKind.SPOT) {
            filled[of.ordinal()] += signedLots;
            if (!of.isPremiumStyle() && movesCoins(of)) {
                portfolio.bring(flow.of(account, of, signedLots, limit));
            }
            if (isCovered(of)) {
                portfolio.fill(of, signedLots, account.positions().lotsOf(of) + filled[of.ordinal()]);
            }
        }
    }

    /** The margin of the worse side of an instrument that is asked about, once for all of its orders. */
    private long ask(final Instrument of) {
        final int ordinal = of.ordinal();
        if (!isAsked[ordinal]) {
            return 0;
        }
        isAsked[ordinal] = false;
        orderNew(of);
        final long held = account.positions().lotsOf(of);
        final long then = held + filled[ordinal];
        return marginOf(of, held, then + buys[ordinal], then - sells[ordinal]);
    }

    private void takeBack(final Instrument of, final long signedLots) {
        final int ordinal = of.ordinal();
        isAsked[ordinal] = true;
        filled[ordinal] = 0;
        if (proposal.isResting()) {
            buys[ordinal] -= Math.max(0, signedLots);
            sells[ordinal] += Math.min(0, signedLots);
        }
    }

    /** The margin of the worse side, where it is not a matter of the portfolio; that is told what would be held. */
    private long marginOf(final Instrument of, final long held, final long allBought, final long allSold) {
        if (!isCovered(of)) {
            final long margin = positionMargin.worseSide(account, of, held, allBought, allSold);
            return isPool ? pool.take(of, allBought, margin) : margin;
        }
        final long then = held + filled[of.ordinal()];
        if (allBought != then || allSold != then) {
            portfolio.wouldHold(of, allBought, allSold, isSoldWorse(of, allBought, allSold, allSold != then));
        }
        return 0;
    }

    /** Ends what {@link #begin} began. */
    public void end() {
        for (int i = 0; i < proposed(); i++) {
            final int ordinal = proposal.instrument(i).ordinal();
            isAsked[ordinal] = false;
            buys[ordinal] = 0;
            sells[ordinal] = 0;
        }
        proposal = null;
    }

    /**
     * The scenario that the last {@link #required} came from.
     *
     * @return its index in the set; {@link AmountTree#NONE}, if scenarios did not decide.
     */
    public int bindingScenario() {
        return portfolio != null ? portfolio.bindingScenario() : AmountTree.NONE;
    }

    private boolean isCovered(final Instrument of) {
        return portfolio != null && of.kind() != InstrumentKind.SPOT && portfolio.covers(of);
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, SUM_MAX);
    }

    /** Counts an order in, and gives what filling it would lose against the mark. */
    private long add(final Instrument of, final long signedLots, final long limit) {
        if (signedLots > 0) {
            buys[of.ordinal()] += signedLots;
        } else {
            sells[of.ordinal()] -= signedLots;
        }
        if (movesCoins(of)) {
            portfolio.exchange(flow.of(account, of, signedLots, limit));
        }
        if (isCovered(of)) {
            newBuys[of.ordinal()] += Math.max(0, signedLots);
            newSells[of.ordinal()] -= Math.min(0, signedLots);
        }
        payments.order(account, of, signedLots, limit);
        return isPool ? pool.order(account, of, signedLots, limit) : losses.of(account, of, signedLots, limit);
    }

    /** Orders of one side of an instrument lose together what they lose one by one: one pass for all of them. */
    private void orderNew(final Instrument of) {
        final int ordinal = of.ordinal();
        if (newBuys[ordinal] != 0) {
            portfolio.order(of, newBuys[ordinal]);
            newBuys[ordinal] = 0;
        }
        if (newSells[ordinal] != 0) {
            portfolio.order(of, -newSells[ordinal]);
            newSells[ordinal] = 0;
        }
    }

    /** Add-ons are larger for larger positions, but a bought option has none of those that a sold one has. */
    private static boolean isSoldWorse(
            final Instrument of, final long allBought, final long allSold, final boolean hasSells) {
        return of.kind() == InstrumentKind.OPTION ? hasSells && allSold < 0 : Math.abs(allSold) > Math.abs(allBought);
    }
}
