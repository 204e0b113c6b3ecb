package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;

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

    private final PriceBook prices;
    private final Valuation valuation;
    private final Orders orders;
    private final PositionMargin positionMargin;
    private final long[] buys;
    private final long[] sells;
    private PortfolioBook portfolio;
    private boolean byPortfolio;

    /**
     * Margins at the prices of a book.
     *
     * @param prices mark prices.
     * @param valuation at the same prices.
     * @param orders resting orders.
     * @param instruments room for instruments.
     */
    public OrderMargin(final PriceBook prices, final Valuation valuation, final Orders orders, final int instruments) {
        this.prices = prices;
        this.valuation = valuation;
        this.orders = orders;
        this.positionMargin = new PositionMargin(prices, valuation);
        this.buys = new long[instruments];
        this.sells = new long[instruments];
    }

    /**
     * Says what accounts in portfolio mode are margined with from now on.
     *
     * @param book their requirements; null: as in cross mode.
     */
    public void portfolio(final PortfolioBook book) {
        portfolio = book;
    }

    /**
     * Initial margin of positions and resting orders.
     *
     * @param account the account.
     * @return millionths of the margin currency, rounded up.
     */
    public long initialMargin(final Account account) {
        return initialMarginIn(account, account.mode());
    }

    /**
     * Initial margin of positions and resting orders as if the account were in another mode; it was assessed in it before.
     *
     * @param account the account.
     * @param mode which.
     * @return millionths of the margin currency, rounded up.
     */
    public long initialMarginIn(final Account account, final MarginMode mode) {
        begin(account, mode);
        return end(account, Orders.NONE, null, 0);
    }

    /**
     * Initial margin of positions and resting orders as if one order were added, or put in place of another.
     *
     * @param account the account.
     * @param without slot of an order that does not count; {@link Orders#NONE}: all count.
     * @param instrument of the order that counts in addition; null: none.
     * @param signedLots of that order: positive buys.
     * @param limit of that order, in ticks.
     * @return millionths of the margin currency, rounded up.
     */
    public long initialMargin(
            final Account account,
            final int without,
            final Instrument instrument,
            final long signedLots,
            final long limit) {
        begin(account, account.mode());
        return end(account, without, instrument, instrument == null ? 0 : add(instrument, signedLots, limit));
    }

    private void begin(final Account account, final MarginMode mode) {
        byPortfolio = portfolio != null && mode == MarginMode.PORTFOLIO;
        if (byPortfolio) {
            portfolio.beginOrders(account);
        }
    }

    private long end(final Account account, final int without, final Instrument instrument, final long lossOfOrder) {
        long openLoss = lossOfOrder;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (slot != without) {
                openLoss = plus(openLoss, add(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot)));
            }
        }
        long margin = 0;
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            margin = plus(margin, takeWorst(account, positions.instrumentAt(i), positions.lotsAt(i)));
        }
        if (instrument != null) {
            margin = plus(margin, takeWorst(account, instrument, 0));
        }
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            margin = plus(margin, takeWorst(account, orders.instrument(slot), 0));
        }
        return plus(byPortfolio ? plus(margin, portfolio.endOrders()) : margin, openLoss);
    }

    private boolean isCovered(final Instrument instrument) {
        return byPortfolio && instrument.kind() != InstrumentKind.SPOT && portfolio.covers(instrument);
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, SUM_MAX);
    }

    /** Counts an order in, and gives what filling it would lose against the mark. */
    private long add(final Instrument instrument, final long signedLots, final long limit) {
        if (signedLots > 0) {
            buys[instrument.ordinal()] += signedLots;
        } else {
            sells[instrument.ordinal()] -= signedLots;
        }
        if (instrument.kind() == InstrumentKind.SPOT) {
            return spotLoss(instrument, signedLots, limit);
        }
        final long loss =
                instrument.value(signedLots, limit) - instrument.value(signedLots, prices.markTicks(instrument));
        final long counted = loss <= 0 ? 0 : valuation.usdCeil(instrument.settlement(), loss);
        if (!isCovered(instrument)) {
            return counted;
        }
        portfolio.order(instrument, signedLots, counted);
        return 0;
    }

    private long spotLoss(final Instrument instrument, final long signedLots, final long limit) {
        final boolean buys = signedLots > 0;
        final Asset given = buys ? instrument.settlement() : instrument.underlying();
        final Asset got = buys ? instrument.underlying() : instrument.settlement();
        final long value = valuation.usdFloor(got, OrderCash.amountOf(instrument, -signedLots, limit));
        final long counts = value
                - FixedPoint.rateOfCeil(value, got.haircuts().creditPpm())
                - FixedPoint.rateOfCeil(value, got.haircuts().initialPpm());
        return Math.max(0, valuation.usdCeil(given, OrderCash.amountOf(instrument, signedLots, limit)) - counts);
    }

    /** Margin of an instrument's worse side; counts every instrument once, because it takes buys and sells away. */
    private long takeWorst(final Account account, final Instrument instrument, final long lots) {
        final int ordinal = instrument.ordinal();
        final long allBought = lots + buys[ordinal];
        final long allSold = lots - sells[ordinal];
        final boolean hasOrders = buys[ordinal] != 0 || sells[ordinal] != 0;
        final boolean hasSells = sells[ordinal] != 0;
        buys[ordinal] = 0;
        sells[ordinal] = 0;
        if (isCovered(instrument)) {
            if (hasOrders) {
                portfolio.wouldHold(instrument, worseSide(instrument, allBought, allSold, hasSells));
            }
            return 0;
        }
        return switch (instrument.kind()) {
            case SPOT -> 0;
            case OPTION ->
                Math.max(margin(account, instrument, lots, allBought), margin(account, instrument, lots, allSold));
            default -> margin(account, instrument, lots, Math.max(Math.abs(allBought), Math.abs(allSold)));
        };
    }

    /** Add-ons are larger for larger positions, but a bought option has none of those that a sold one has. */
    private static long worseSide(
            final Instrument instrument, final long allBought, final long allSold, final boolean hasSells) {
        final boolean bySells = instrument.kind() == InstrumentKind.OPTION
                ? hasSells && allSold < 0
                : Math.abs(allSold) > Math.abs(allBought);
        return bySells ? allSold : allBought;
    }

    private long margin(final Account account, final Instrument instrument, final long held, final long lots) {
        if (lots == 0) {
            return 0;
        }
        positionMargin.compute(account, instrument, Math.abs(held), lots);
        return positionMargin.initialMargin();
    }
}
