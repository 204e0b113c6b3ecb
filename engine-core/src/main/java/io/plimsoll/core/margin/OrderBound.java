package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;

/**
 * By how much the orders of an account in portfolio mode raise its initial margin at most: the sum of what those in each instrument
 * can. It follows from the state alone, so that a replay says the same.
 */
final class OrderBound {
    private static final long MOST = Long.MAX_VALUE >> 1;

    private final Orders orders;
    private final OrderLoss loss;
    private final OrderPayments payments;
    private final long[] buys;
    private final long[] sells;
    private final long[] losses;
    private final long[] received;
    private final long[] paid;
    private PortfolioBook portfolio;
    private Account account;
    private long before;
    private long after;
    private int instruments;
    private boolean isKnown;

    OrderBound(final Orders orders, final OrderLoss loss, final OrderPayments payments, final int instruments) {
        this.orders = orders;
        this.loss = loss;
        this.payments = payments;
        this.buys = new long[instruments];
        this.sells = new long[instruments];
        this.losses = new long[instruments];
        this.received = new long[instruments];
        this.paid = new long[instruments];
    }

    /** Measures all orders but one, with another in its place; false where nothing is known. */
    boolean measure(
            final PortfolioBook book,
            final Account of,
            final int without,
            final Instrument instrument,
            final long signedLots,
            final long limit) {
        portfolio = book;
        account = of;
        isKnown = true;
        instruments = of.positions().count() + of.balances().count();
        book.beginBound(of, instrument, signedLots, limit);
        payments.begin();
        final long others = others(without, instrument);
        payments.settle();
        final int ordinal = instrument.ordinal();
        final long bought = buys[ordinal];
        final long sold = sells[ordinal];
        final long lost = losses[ordinal];
        final long got = received[ordinal];
        final long gave = paid[ordinal];
        if (without != Orders.NONE) {
            count(instrument, orders.signedLots(without), orders.limit(without));
        }
        before = plus(plus(others, take(instrument)), payments.surcharge(of));
        payments.takeBack(instrument);
        buys[ordinal] = bought;
        sells[ordinal] = sold;
        losses[ordinal] = lost;
        received[ordinal] = got;
        paid[ordinal] = gave;
        count(instrument, signedLots, limit);
        after = plus(plus(others, take(instrument)), payments.surcharge(of));
        final long rounding = portfolio.rounding(instruments);
        before = plus(before, rounding);
        after = plus(after, rounding);
        return isKnown;
    }

    /** Measures all orders as they are, and as if a proposal had come to pass; false where nothing is known. */
    boolean measure(final PortfolioBook book, final Account of, final OrderProposal change) {
        portfolio = book;
        account = of;
        isKnown = true;
        final int held = of.positions().count() + of.balances().count();
        book.beginBound(of, change);
        payments.begin();
        instruments = held;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            count(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot));
        }
        before = plus(plus(takeAll(change), payments.surcharge(of)), portfolio.rounding(instruments));
        payments.begin();
        instruments = held;
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
        final int ordinal = of.ordinal();
        buys[ordinal] += Math.max(0, signedLots);
        sells[ordinal] -= Math.min(0, signedLots);
        losses[ordinal] = plus(losses[ordinal], loss.of(account, of, signedLots, limit));
        payments.order(account, of, signedLots, limit);
        if (of.kind() == InstrumentKind.SPOT || of.isPremiumStyle()) {
            final long amount = Math.abs(of.value(signedLots, limit));
            final long[] side = signedLots > 0 ? paid : received;
            side[ordinal] = plus(side[ordinal], amount);
        }
    }

    /** What the orders of an instrument can raise the margin by; each counts once, because it is taken away. */
    private long take(final Instrument of) {
        final int ordinal = of.ordinal();
        final long bought = buys[ordinal];
        final long sold = sells[ordinal];
        final long lost = losses[ordinal];
        buys[ordinal] = 0;
        sells[ordinal] = 0;
        losses[ordinal] = 0;
        if (bought == 0 && sold == 0) {
            return 0;
        }
        if (of.kind() == InstrumentKind.SPOT) {
            return plus(lost, takeCoins(of, bought, sold));
        }
        instruments++;
        final long ofContracts =
                known(portfolio.covers(of) ? portfolio.atMost(account, of, bought, sold) : Growths.UNKNOWN);
        return plus(lost, plus(ofContracts, of.isPremiumStyle() ? takePaid(of) : 0));
    }

    private long takeCoins(final Instrument of, final long bought, final long sold) {
        final long lot = of.terms().contract().lotSize();
        final long ofBase = known(portfolio.atMost(account, of.underlying(), bought * lot, sold * lot));
        instruments++;
        return plus(ofBase, takePaid(of));
    }

    /** Of what is paid for it and got. */
    private long takePaid(final Instrument of) {
        final int ordinal = of.ordinal();
        final long most = known(portfolio.atMost(account, of.settlement(), received[ordinal], paid[ordinal]));
        received[ordinal] = 0;
        paid[ordinal] = 0;
        instruments++;
        return most;
    }

    private long known(final long most) {
        isKnown &= most != Growths.UNKNOWN;
        return Math.max(0, most);
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, MOST);
    }

    /** With the orders that rest now. */
    long before() {
        return before;
    }

    /** With the order in question. */
    long after() {
        return after;
    }
}
