package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import java.util.stream.Stream;

/**
 * By how much the orders of an account in portfolio mode raise its initial margin at most: the sum of what those in each instrument
 * can, without a look at what they do together. It follows from the state alone, so that a replay says the same.
 */
public final class OrderBound {
    private static final long MOST = Long.MAX_VALUE >> 1;

    private final Orders orders;
    private final OrderLoss loss;
    private final OrderFlow flow;
    private final OrderPayments payments;
    private final OrderTotals[] totals;
    private final OrderTotals kept = new OrderTotals();
    private PortfolioBooks books;
    private PortfolioBook portfolio;
    private Account account;
    private long before;
    private long after;
    private int instruments;
    private boolean isKnown;

    OrderBound(
            final Orders orders,
            final OrderLoss loss,
            final OrderFlow flow,
            final OrderPayments payments,
            final int instruments) {
        this.orders = orders;
        this.loss = loss;
        this.flow = flow;
        this.payments = payments;
        this.totals = Stream.generate(OrderTotals::new).limit(instruments).toArray(OrderTotals[]::new);
    }

    void portfolio(final PortfolioBooks newBooks) {
        books = newBooks;
    }

    /**
     * Measures all orders of the account assessed last but one, and with another in its place.
     *
     * @param of that account.
     * @param without slot of the order that the one in question takes the place of; {@link Orders#NONE}: of none.
     * @param instrument of the order in question.
     * @param signedLots of that order: positive buys.
     * @param limit of that order, in ticks.
     * @return whether there is a bound: in portfolio mode, where the model gives one for every order.
     */
    public boolean measure(
            final Account of, final int without, final Instrument instrument, final long signedLots, final long limit) {
        if (!begin(of)) {
            return false;
        }
        portfolio.coins().couldFill(flow.of(of, instrument, signedLots, limit));
        instruments = heldBy(of);
        payments.begin();
        final long others = others(without, instrument);
        payments.settle();
        final OrderTotals inInstrument = totals[instrument.ordinal()];
        kept.copy(inInstrument);
        if (without != Orders.NONE) {
            count(instrument, orders.signedLots(without), orders.limit(without));
        }
        before = plus(plus(others, take(instrument)), payments.surcharge(of));
        payments.takeBack();
        inInstrument.copy(kept);
        count(instrument, signedLots, limit);
        after = plus(plus(others, take(instrument)), payments.surcharge(of));
        final long rounding = portfolio.rounding(instruments);
        before = plus(before, rounding);
        after = plus(after, rounding);
        return isKnown;
    }

    /**
     * Measures all orders of the account assessed last as they are, and as if a proposal had come to pass.
     *
     * @param of that account.
     * @param change orders that are to come and to go.
     * @return whether there is a bound: in portfolio mode, where the model gives one for every order.
     */
    public boolean measure(final Account of, final OrderProposal change) {
        if (!begin(of)) {
            return false;
        }
        portfolio.coins().couldFill(of, change, flow);
        payments.begin();
        instruments = heldBy(of);
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            count(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot));
        }
        before = plus(plus(takeAll(change), payments.surcharge(of)), portfolio.rounding(instruments));
        payments.begin();
        instruments = heldBy(of);
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (!change.leaves(slot)) {
                count(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot));
            }
        }
        for (int i = 0; i < change.count(); i++) {
            count(change.instrument(i), change.signedLots(i), change.limit(i));
        }
        after = plus(plus(takeAll(change), payments.surcharge(of)), portfolio.rounding(instruments));
        return isKnown;
    }

    private boolean begin(final Account of) {
        portfolio = PortfolioBooks.of(books, of.mode(), of.model());
        account = of;
        isKnown = true;
        if (portfolio != null) {
            portfolio.beginBound(of);
        }
        return portfolio != null;
    }

    private static int heldBy(final Account of) {
        return of.positions().count() + of.balances().count();
    }

    private long takeAll(final OrderProposal change) {
        long sum = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            sum = plus(sum, take(orders.instrument(slot)));
        }
        for (int i = 0; i < change.count(); i++) {
            sum = plus(sum, take(change.instrument(i)));
        }
        return sum;
    }

    /** Of all instruments but one; the orders in that one are counted, and stay so. */
    private long others(final int without, final Instrument instrument) {
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (slot != without) {
                count(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot));
            }
        }
        long others = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (orders.instrument(slot) != instrument) {
                others = plus(others, take(orders.instrument(slot)));
            }
        }
        return others;
    }

    private void count(final Instrument of, final long signedLots, final long limit) {
        final OrderTotals ofInstrument = totals[of.ordinal()];
        ofInstrument.add(signedLots, loss.of(account, of, signedLots, limit));
        payments.order(account, of, signedLots, limit);
        if (portfolio.coins().areMovedBy(of)) {
            ofInstrument.exchange(of, flow.of(account, of, signedLots, limit), portfolio.coins());
        }
    }

    /** What the orders of an instrument can raise the margin by; each counts once, because it is taken away. */
    private long take(final Instrument of) {
        final OrderTotals ofInstrument = totals[of.ordinal()];
        final long most = ofInstrument.isEmpty() ? 0 : most(of, ofInstrument);
        ofInstrument.clear();
        return most;
    }

    private long most(final Instrument of, final OrderTotals all) {
        long most = all.lost();
        if (of.kind() != InstrumentKind.SPOT) {
            most = plus(most, ofContracts(of, all.bought(), all.sold()));
        }
        if (all.movesUnderlying()) {
            most = plus(most, ofCoin(of.underlying(), all.underlyingComes(), all.underlyingGoes()));
        }
        return all.movesSettlement()
                ? plus(most, ofCoin(of.settlement(), all.settlementComes(), all.settlementGoes()))
                : most;
    }

    private long ofContracts(final Instrument of, final long bought, final long sold) {
        instruments++;
        return known(portfolio.covers(of) ? portfolio.atMost(account, of, bought, sold) : Growths.UNKNOWN);
    }

    private long ofCoin(final Asset coin, final long comes, final long goes) {
        instruments++;
        return known(portfolio.atMost(account, coin, comes, goes));
    }

    private long known(final long most) {
        isKnown &= most != Growths.UNKNOWN;
        return Math.max(0, most);
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, MOST);
    }

    /** {@return with the orders that rest now, millionths of the margin currency} */
    public long before() {
        return before;
    }

    /** {@return with what is in question, millionths of the margin currency} */
    public long after() {
        return after;
    }
}
