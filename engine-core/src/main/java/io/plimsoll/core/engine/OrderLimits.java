package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.OrderLimit;
import io.plimsoll.core.margin.Valuation;

/**
 * Limits on what an order may be and may lead to: its value, the position of its account, of its group with all orders of the
 * group, or splitting would evade it, and the open interest.
 */
final class OrderLimits {
    private final EngineState state;
    private final Valuation valuation;
    private long left;

    OrderLimits(final EngineState state, final Valuation valuation) {
        this.state = state;
        this.valuation = valuation;
    }

    /** What the limit that was broken leaves, or is, as its reason says. */
    long left() {
        return left;
    }

    /**
     * The first limit that an order breaks which could add to a position.
     *
     * @param account whose.
     * @param instrument in which.
     * @param side 1 buys, -1 sells.
     * @param lots of the order.
     * @param sameSide lots of the account's other orders of the side.
     * @param limit ticks.
     * @return the reason, or NONE.
     */
    RejectReason broken(
            final Account account,
            final Instrument instrument,
            final int side,
            final long lots,
            final long sameSide,
            final long limit) {
        final long position = account.positions().lotsOf(instrument);
        final long towards = side * position + sameSide + lots;
        if (Math.abs(towards) > instrument.positionLotsMax()) {
            left = instrument.positionLotsMax();
            return RejectReason.POSITION_LIMIT;
        }
        final long most = instrument.limit(OrderLimit.ORDER_VALUE_MAX);
        if (most != OrderLimit.UNLIMITED && valuation.notional(instrument, lots, limit) > most) {
            left = most;
            return RejectReason.ORDER_VALUE_LIMIT;
        }
        if (instrument.kind() == InstrumentKind.SPOT) {
            return RejectReason.NONE;
        }
        final long mostOfGroup = instrument.limit(OrderLimit.GROUP_LOTS_MAX);
        if (mostOfGroup != OrderLimit.UNLIMITED) {
            left = mostOfGroup - others(account, instrument) - Math.max(0, side * position + sameSide);
            if (lots > left) {
                left = Math.max(0, left);
                return RejectReason.GROUP_POSITION_LIMIT;
            }
        }
        final long mostOpen = instrument.limit(OrderLimit.OPEN_INTEREST_MAX);
        final long rise = Math.max(0, towards) - Math.max(0, side * position);
        left = Math.max(0, mostOpen - state.accounts().openInterest(instrument));
        return rise > left ? RejectReason.OPEN_INTEREST_LIMIT : RejectReason.NONE;
    }

    /** What the other accounts of the group hold, or would with the orders of one side filled: each its worse side. */
    private long others(final Account account, final Instrument instrument) {
        final Holders members = account.group().members();
        long sum = 0;
        for (int i = 0; i < members.count(); i++) {
            if (members.at(i) != account) {
                sum += exposure(members.at(i), instrument);
            }
        }
        return sum;
    }

    private long exposure(final Account of, final Instrument instrument) {
        final Orders orders = state.orders();
        final long position = of.positions().lotsOf(instrument);
        long bought = position;
        long sold = position;
        for (int slot = orders.firstOf(of); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (orders.instrument(slot) == instrument) {
                bought += Math.max(0, orders.signedLots(slot));
                sold += Math.min(0, orders.signedLots(slot));
            }
        }
        return Math.max(Math.abs(bought), Math.abs(sold));
    }
}
