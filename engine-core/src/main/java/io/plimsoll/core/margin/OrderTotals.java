package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;

/** What orders of an account in one instrument come to: lots, what they lose at once, and lots of the coins that they bring and take. */
final class OrderTotals {
    private static final long MOST = Long.MAX_VALUE >> 1;

    private long bought;
    private long sold;
    private long lost;
    private long underlyingComes;
    private long underlyingGoes;
    private long settlementComes;
    private long settlementGoes;

    /** Forgets all orders. */
    void clear() {
        bought = 0;
        sold = 0;
        lost = 0;
        underlyingComes = 0;
        underlyingGoes = 0;
        settlementComes = 0;
        settlementGoes = 0;
    }

    void copy(final OrderTotals other) {
        bought = other.bought;
        sold = other.sold;
        lost = other.lost;
        underlyingComes = other.underlyingComes;
        underlyingGoes = other.underlyingGoes;
        settlementComes = other.settlementComes;
        settlementGoes = other.settlementGoes;
    }

    /** Counts an order in. */
    void add(final long signedLots, final long loss) {
        bought += Math.max(0, signedLots);
        sold -= Math.min(0, signedLots);
        lost = plus(lost, loss);
    }

    /** Counts the coins of an order in. */
    void exchange(final Instrument of, final OrderFlow order, final OrderedCoins coins) {
        final long comes = coins.thatCome(order);
        final long goes = coins.thatGo(order);
        if (order.comes() == of.settlement()) {
            settlementComes = plus(settlementComes, comes);
        } else {
            underlyingComes = plus(underlyingComes, comes);
        }
        if (order.goes() == of.settlement()) {
            settlementGoes = plus(settlementGoes, goes);
        } else {
            underlyingGoes = plus(underlyingGoes, goes);
        }
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, MOST);
    }

    boolean isEmpty() {
        return bought == 0 && sold == 0;
    }

    long bought() {
        return bought;
    }

    long sold() {
        return sold;
    }

    long lost() {
        return lost;
    }

    boolean movesUnderlying() {
        return (underlyingComes | underlyingGoes) != 0;
    }

    long underlyingComes() {
        return underlyingComes;
    }

    long underlyingGoes() {
        return underlyingGoes;
    }

    boolean movesSettlement() {
        return (settlementComes | settlementGoes) != 0;
    }

    long settlementComes() {
        return settlementComes;
    }

    long settlementGoes() {
        return settlementGoes;
    }
}
