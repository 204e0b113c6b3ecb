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
 * <p>Options take the worse of the two sides, for a long one may bear nothing. A spot order bears what free margin it may
 * cost: the full value of what it gives less what counts of what it gets.
 */
public final class OrderMargin {
    /** An account may have orders in more markets than it may have positions: their sum is kept within this. */
    private static final long SUM_MAX = 1L << 61;

    private final Valuation valuation;
    private final Orders orders;
    private final PositionMargin positionMargin;
    private final OrderLoss losses;
    private final long[] buys;
    private final long[] sells;
    private final long[] plainBuys;
    private final long[] plainSells;
    private final long[] filled;
    private PortfolioBooks books;
    private PortfolioBook portfolio;
    private Account account;
    private Instrument instrument;
    private long held;
    private long resting;
    private OrderProposal proposal;
    private final OrderBound bound;

    /**
     * Margins at the prices of a book.
     *
     * @param prices mark prices.
     * @param valuation at the same prices.
     * @param orders resting orders.
     * @param instruments room for instruments.
     */
    public OrderMargin(final PriceBook prices, final Valuation valuation, final Orders orders, final int instruments) {
        this.valuation = valuation;
        this.orders = orders;
        this.positionMargin = new PositionMargin(prices, valuation);
        this.buys = new long[instruments];
        this.sells = new long[instruments];
        this.plainBuys = new long[instruments];
        this.plainSells = new long[instruments];
        this.filled = new long[instruments];
        this.losses = new OrderLoss(prices, valuation);
        this.bound = new OrderBound(orders, losses, instruments);
    }

    /**
     * Says what accounts in portfolio mode are margined with from now on.
     *
     * @param newBooks their requirements, by model; null: as in cross mode.
     */
    public void portfolio(final PortfolioBooks newBooks) {
        books = newBooks;
    }

    private PortfolioBook bookOf(final MarginMode mode, final int model) {
        return books != null && mode == MarginMode.PORTFOLIO ? books.of(model) : null;
    }

    /**
     * Initial margin of positions and resting orders.
     *
     * @param account the account.
     * @return millionths of the margin currency, rounded up.
     */
    public long initialMargin(final Account account) {
        return initialMarginIn(account, account.mode(), account.model());
    }

    /**
     * Initial margin of positions and resting orders as if the account were in another mode, or margined by another model; it was
     * assessed so before.
     *
     * @param account the account.
     * @param mode which.
     * @param model id of the model.
     * @return millionths of the margin currency, rounded up.
     */
    public long initialMarginIn(final Account account, final MarginMode mode, final int model) {
        begin(account, bookOf(mode, model), Orders.NONE, null);
        final long margin = required(0, 0);
        end();
        return margin;
    }

    /**
     * Initial margin of positions and resting orders, as if a proposal had come to pass; for the account assessed last. Where it
     * is about filled orders, that was {@link MarginCalculator#assessFilled} with the same proposal.
     *
     * @param account the account.
     * @param change orders that are to come, or are filled, and to go.
     * @return millionths of the margin currency, rounded up.
     */
    public long initialMarginWith(final Account account, final OrderProposal change) {
        proposal = change;
        final long margin = initialMargin(account);
        proposal = null;
        return margin;
    }

    /**
     * Bounds by how much orders raise the initial margin of positions as it is, and as if a proposal had come to pass; for the
     * account assessed last.
     *
     * @param ofAccount whose.
     * @param change orders that are to come and to go.
     * @return whether there is a bound.
     */
    public boolean bound(final Account ofAccount, final OrderProposal change) {
        final PortfolioBook book = bookOf(ofAccount.mode(), ofAccount.model());
        return book != null && bound.measure(book, ofAccount, change);
    }

    /**
     * Bounds by how much orders raise the initial margin of positions, without a look at what they do together; for the account
     * assessed last.
     *
     * @param ofAccount whose.
     * @param without slot of the order that the one in question takes the place of; {@link Orders#NONE}: of none.
     * @param inInstrument of the order in question.
     * @param signedLots of that order: positive buys.
     * @param limit of that order, in ticks.
     * @return whether there is a bound: in portfolio mode, where the model gives one for every order.
     */
    public boolean bound(
            final Account ofAccount,
            final int without,
            final Instrument inInstrument,
            final long signedLots,
            final long limit) {
        final PortfolioBook book = bookOf(ofAccount.mode(), ofAccount.model());
        return book != null && bound.measure(book, ofAccount, without, inInstrument, signedLots, limit);
    }

    /** {@return the bound with the orders that rest now, millionths of the margin currency} */
    public long boundBefore() {
        return bound.before();
    }

    /** {@return the bound with the order in question, millionths of the margin currency} */
    public long boundAfter() {
        return bound.after();
    }

    /**
     * Begins to ask about orders in one instrument, for the account assessed last; {@link #end} follows.
     *
     * @param ofAccount whose.
     * @param without slot of an order that does not count; {@link Orders#NONE}: all count.
     * @param inInstrument of the orders that are asked about; null: none is.
     */
    public void begin(final Account ofAccount, final int without, final Instrument inInstrument) {
        begin(ofAccount, bookOf(ofAccount.mode(), ofAccount.model()), without, inInstrument);
    }

    private void begin(
            final Account ofAccount, final PortfolioBook book, final int without, final Instrument inInstrument) {
        account = ofAccount;
        instrument = inInstrument;
        held = inInstrument == null ? 0 : ofAccount.positions().lotsOf(inInstrument);
        portfolio = book;
        if (portfolio != null) {
            portfolio.beginOrders(account);
        }
        if (proposal != null) {
            fill();
        }
        resting = countOrders(without);
        takeOrders();
        if (instrument != null) {
            orderPlain(instrument);
        }
    }

    /** Counts in as held what a proposal says is filled; a spot order changes balances only. */
    private void fill() {
        for (int i = 0; i < proposal.count(); i++) {
            final Instrument of = proposal.instrument(i);
            if (proposal.isFilled(i) && of.kind() != InstrumentKind.SPOT) {
                final int ordinal = of.ordinal();
                filled[ordinal] += proposal.signedLots(i);
                if (isCovered(of)) {
                    portfolio.fill(
                            of, proposal.signedLots(i), account.positions().lotsOf(of) + filled[ordinal]);
                }
            }
        }
    }

    /** Counts all orders in that rest, but for those left out, and those proposed; gives what those without a row lose at once. */
    private long countOrders(final int without) {
        long sum = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (slot != without && (proposal == null || !proposal.leaves(slot))) {
                sum = plus(sum, add(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot)));
            }
        }
        final int proposed = proposal == null || !proposal.isResting() ? 0 : proposal.count();
        for (int i = 0; i < proposed; i++) {
            sum = plus(sum, add(proposal.instrument(i), proposal.signedLots(i), proposal.limit(i)));
        }
        return sum;
    }

    /** Takes the orders of all instruments away again but that in question, and counts the margin of the worse side of each. */
    private void takeOrders() {
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            if (positions.instrumentAt(i) != instrument) {
                resting = plus(resting, takeWorst(positions.instrumentAt(i), positions.lotsAt(i)));
            }
        }
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (orders.instrument(slot) != instrument) {
                resting = plus(resting, takeWorst(orders.instrument(slot), 0));
            }
        }
        final int proposed = proposal == null ? 0 : proposal.count();
        for (int i = 0; i < proposed; i++) {
            resting = plus(resting, takeWorst(proposal.instrument(i), 0));
        }
    }

    /**
     * Initial margin with one order more, between {@link #begin} and {@link #end}.
     *
     * @param signedLots of the order: positive buys; 0: as it is.
     * @param limit of the order, in ticks.
     * @return millionths of the margin currency, rounded up.
     */
    public long required(final long signedLots, final long limit) {
        if (instrument == null) {
            return portfolio != null ? plus(resting, portfolio.required(null, 0, 0)) : resting;
        }
        final int ordinal = instrument.ordinal();
        final long bought = held + buys[ordinal] + Math.max(0, signedLots);
        final long sold = held - sells[ordinal] + Math.min(0, signedLots);
        final long loss = signedLots == 0 ? 0 : losses.of(account, instrument, signedLots, limit);
        if (portfolio == null) {
            return plus(plus(resting, worst(instrument, held, bought, sold)), loss);
        }
        if (!isCovered(instrument)) {
            return plus(
                    plus(plus(resting, worst(instrument, held, bought, sold)), loss), portfolio.required(null, 0, 0));
        }
        if (bought != held || sold != held) {
            portfolio.wouldHold(instrument, bought, sold, isSoldWorse(instrument, bought, sold, sold != held));
        }
        return plus(resting, portfolio.required(signedLots == 0 ? null : instrument, signedLots, loss));
    }

    /** Ends what {@link #begin} began. */
    public void end() {
        if (portfolio != null) {
            portfolio.endOrders();
        }
        if (instrument != null) {
            buys[instrument.ordinal()] = 0;
            sells[instrument.ordinal()] = 0;
        }
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

    /**
     * The notional of an order at its limit: what tiers would be read from.
     *
     * @param of instrument of the order.
     * @param lots not negative.
     * @param limit in ticks.
     * @return millionths of the margin currency, rounded up.
     */
    public long notional(final Instrument of, final long lots, final long limit) {
        final long amount = lots * of.lotNotional(limit);
        return of.notionalAsset() == null ? amount : valuation.usdCeil(of.notionalAsset(), amount);
    }

    /** Counts an order in, and gives what filling it would lose against the mark. */
    private long add(final Instrument of, final long signedLots, final long limit) {
        if (signedLots > 0) {
            buys[of.ordinal()] += signedLots;
        } else {
            sells[of.ordinal()] -= signedLots;
        }
        final long loss = losses.of(account, of, signedLots, limit);
        if (!isCovered(of)) {
            return loss;
        }
        if (loss > 0) {
            portfolio.order(of, signedLots, loss);
        } else if (signedLots > 0) {
            plainBuys[of.ordinal()] += signedLots;
        } else {
            plainSells[of.ordinal()] -= signedLots;
        }
        return 0;
    }

    /** Orders of one side that lose nothing at once lose together what they lose one by one: one pass for all of them. */
    private void orderPlain(final Instrument of) {
        final int ordinal = of.ordinal();
        if (plainBuys[ordinal] != 0) {
            portfolio.order(of, plainBuys[ordinal], 0);
            plainBuys[ordinal] = 0;
        }
        if (plainSells[ordinal] != 0) {
            portfolio.order(of, -plainSells[ordinal], 0);
            plainSells[ordinal] = 0;
        }
    }

    /**
     * Margin of an instrument's worse side; counts every instrument once, because it takes buys, sells and what counts as filled
     * away.
     */
    private long takeWorst(final Instrument of, final long lots) {
        final int ordinal = of.ordinal();
        final long lotsThen = lots + filled[ordinal];
        final long allBought = lotsThen + buys[ordinal];
        final long allSold = lotsThen - sells[ordinal];
        buys[ordinal] = 0;
        sells[ordinal] = 0;
        filled[ordinal] = 0;
        if (isCovered(of)) {
            orderPlain(of);
            if (allBought != lotsThen || allSold != lotsThen) {
                portfolio.wouldHold(of, allBought, allSold, isSoldWorse(of, allBought, allSold, allSold != lotsThen));
            }
            return 0;
        }
        return worst(of, lots, allBought, allSold);
    }

    private long worst(final Instrument of, final long lots, final long allBought, final long allSold) {
        return switch (of.kind()) {
            case SPOT -> 0;
            case OPTION -> Math.max(margin(of, lots, allBought), margin(of, lots, allSold));
            default -> margin(of, lots, Math.max(Math.abs(allBought), Math.abs(allSold)));
        };
    }

    /** Add-ons are larger for larger positions, but a bought option has none of those that a sold one has. */
    private static boolean isSoldWorse(
            final Instrument of, final long allBought, final long allSold, final boolean hasSells) {
        return of.kind() == InstrumentKind.OPTION ? hasSells && allSold < 0 : Math.abs(allSold) > Math.abs(allBought);
    }

    private long margin(final Instrument of, final long lotsHeld, final long lots) {
        if (lots == 0) {
            return 0;
        }
        positionMargin.compute(account, of, Math.abs(lotsHeld), lots);
        return positionMargin.initialMargin();
    }
}
